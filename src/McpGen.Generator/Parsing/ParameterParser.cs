using System.Collections.Immutable;
using System.Linq;
using McpGen.Generator.Diagnostics;
using McpGen.Generator.Emission;
using McpGen.Generator.Model;
using Microsoft.CodeAnalysis;

namespace McpGen.Generator.Parsing;

/// <summary>Decides what a parameter is, from the signature alone: supplied by the call, a service, or an argument.</summary>
public static class ParameterParser
{
    /// <summary>Interfaces of attributes that mark a service.</summary>
    private static readonly string[] s_serviceMarks = ["IFromServiceMetadata"];

    public static ParameterModel? Parse(IParameterSymbol parameter, ImmutableArray<AttributeData> attributes, string? documentation, ParseContext context)
    {
        if (Supplied(parameter) is { } supplied)
        {
            AnnotationParser.RefuseAll(parameter.Name, parameter.Place(), attributes, context);
            return supplied;
        }

        bool isArgument = attributes.Find(KnownNames.Argument) is not null;
        if (IsMarkedService(attributes))
        {
            if (isArgument)
            {
                context.Report(Descriptors.ServiceUnclear, parameter.Place(), parameter.Name, parameter.Type.ToDisplayString(), "marked as an argument and as a service");
                return null;
            }

            return Service(parameter, attributes, context);
        }

        ValueParser.IsNullable(parameter.Type, out ITypeSymbol type);
        if (!isArgument && ServiceRules.IsService(type, context.ToolClass.ContainingAssembly))
        {
            return Service(parameter, attributes, context);
        }

        MemberModel? member = MemberParser.ParseArgument(parameter, attributes, documentation, context);
        if (member is not null && !Naming.IsPropertyName(member.JsonName))
        {
            context.Report(Descriptors.InvalidName, parameter.Place(), member.JsonName, "argument name", Naming.PropertyNameRule);
            return null;
        }

        return member is null ? null : new ArgumentParameter(isArgument ? member with { IsMarkedArgument = true } : member) { Name = parameter.Name };
    }

    /// <summary>A parameter of the tool class's constructor: never an argument.</summary>
    public static ParameterModel? ParseConstructor(IParameterSymbol parameter, ParseContext context)
    {
        if (Supplied(parameter) is { } supplied)
        {
            return supplied;
        }

        ValueParser.IsNullable(parameter.Type, out ITypeSymbol type);
        if (type.IsValueType || type.SpecialType == SpecialType.System_String || parameter.RefKind != RefKind.None)
        {
            context.Report(Descriptors.ServiceUnclear, parameter.Place(), parameter.Name, type.ToDisplayString(), "a constructor parameter of the tool class, which only services can fill; take a service or options class");
            return null;
        }

        return Service(parameter, parameter.GetAttributes(), context);
    }

    private static SuppliedParameter? Supplied(IParameterSymbol parameter)
    {
        if (parameter.Type.SpecialType != SpecialType.None)
        {
            return null;
        }

        bool isNullable = ValueParser.IsNullable(parameter.Type, out ITypeSymbol type);
        string? expression = type switch
        {
            _ when type.Is("System.Threading.CancellationToken") => "call.CancellationToken",
            _ when type.Is(KnownNames.McpServer) => "call.Server",
            _ when type.Is("System.Security.Claims.ClaimsPrincipal") => isNullable ? "call.User" : "call.UserOrAnonymous",
            _ when type.Is("System.IServiceProvider") => "call.Services",
            _ when IsOf(type, "RequestContext", "CallToolRequestParams") && type.IsIn("ModelContextProtocol.Server") => "call.Request",
            _ when IsOf(type, "IProgress", "ProgressNotificationValue") && type.IsIn("System") => "call.Progress",
            _ => null,
        };
        return expression is null ? null : new SuppliedParameter(expression) { Name = parameter.Name };
    }

    private static bool IsOf(ITypeSymbol type, string name, string argument) =>
        type is INamedTypeSymbol { TypeArguments.Length: 1 } generic && generic.Name == name && generic.TypeArguments[0].Name == argument;

    private static bool IsMarkedService(ImmutableArray<AttributeData> attributes)
    {
        foreach (AttributeData attribute in attributes)
        {
            if (attribute.AttributeClass.Is(KnownNames.Service) || IsKeyed(attribute) || attribute.AttributeClass.Implements(s_serviceMarks))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsKeyed(AttributeData attribute) => attribute.AttributeClass.Is("Microsoft.Extensions.DependencyInjection.FromKeyedServicesAttribute");

    private static ServiceParameter? Service(IParameterSymbol parameter, ImmutableArray<AttributeData> attributes, ParseContext context)
    {
        AnnotationParser.RefuseAll(parameter.Name, parameter.Place(), attributes, context);
        bool isNullable = ValueParser.IsNullable(parameter.Type, out ITypeSymbol type);
        if (type.IsValueType || type.SpecialType == SpecialType.System_String)
        {
            context.Report(Descriptors.ServiceUnclear, parameter.Place(), parameter.Name, type.ToDisplayString(), "marked as a service, but such a value is never one; take an options class");
            return null;
        }

        AttributeData? keyed = attributes.FirstOrDefault(IsKeyed);
        string? key = keyed is null ? null : keyed.ConstructorArguments.Length == 0 ? CSharp.Literal(parameter.Name) : AttributeCode.Constant(keyed.ConstructorArguments[0]);
        return new ServiceParameter(type.Code(), key, isNullable || parameter.HasExplicitDefaultValue) { Name = parameter.Name };
    }
}
