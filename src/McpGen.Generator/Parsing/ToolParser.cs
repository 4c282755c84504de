using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using McpGen.Generator.Diagnostics;
using McpGen.Generator.Emission;
using McpGen.Generator.Model;
using Microsoft.CodeAnalysis;

namespace McpGen.Generator.Parsing;

/// <summary>A method marked [McpServerTool] becomes a tool.</summary>
public static class ToolParser
{
    public static ToolModel? Parse(IMethodSymbol method, ToolClassFacts toolClass, ParseContext context)
    {
        context.Cancellation.ThrowIfCancellationRequested();
        var attributes = new ToolAttributes(InheritedAttributes.Of(method), toolClass.Attributes, toolClass.AssemblyAttributes);
        AttributeData tool = attributes.Own.Find(KnownNames.ToolAttribute)!;
        if (!CheckMethod(method, context))
        {
            return null;
        }

        context.HasGivenUp = false;
        context.Defaults = Defaults.Parse(attributes, method.Name, context);
        RefuseValidation(attributes.Own, method, context);
        RefuseValidation(attributes.OfClass, method, context);
        Documentation documentation = context.DocumentationOf(method);
        AccessLevel[] levels = [.. AccessLevel.Of(method)];
        AccessModel? access = AccessParser.Parse(method, levels, attributes, toolClass, context);
        List<ParameterModel?> parameters = [.. method.Parameters.Select(parameter => ParameterParser.Parse(parameter, InheritedAttributes.Of(parameter), documentation.Parameter(parameter.Name), context))];
        access = access is null ? null : new ValueAccessParser(method, levels, parameters, toolClass, context).Add(access);
        ImmutableArray<AttributeData> ofResult = InheritedAttributes.OfReturnValue(method);
        ResultModel? result = ResultParser.Parse(method, attributes.Own, ofResult, context);
        ConstructionModel? construction = method.IsStatic ? null : toolClass.Construction;
        string name = tool.Named("Name") as string ?? ToolNaming.DeriveName(method.Name, isAsync: result?.Awaiting == Awaiting.Task);
        if (!Naming.IsToolName(name))
        {
            context.Report(Descriptors.InvalidName, method.Place(), name, "tool name", Naming.ToolNameRule);
        }

        string? description = Naming.WellFormed(DescriptionOf(attributes.Own, ofResult, documentation));
        if (description is null)
        {
            context.Report(Descriptors.NoDescription, method.Place(), name);
        }

        EquatableArray<string> ignored = Ignored(attributes, parameters, method, context);
        if (access is null || result is null || (construction is null && !method.IsStatic) || parameters.Contains(null))
        {
            return null;
        }

        var model = new ToolModel
        {
            Name = name,
            Id = context.Claim(Naming.Pascal(method.Name), "*", "*Arguments"),
            MethodName = CSharp.Identifier(method.Name),
            DeclaringType = method.ContainingType.Code(),
            IsHidden = IsHidden(method, context.ToolClass),
            Access = access,
            Parameters = [.. parameters!],
            IgnoredArguments = ignored,
            Limits = new LimitsModel(context.Defaults.MaxDepth, context.Defaults.MaxArgumentBytes, context.Defaults.MaxResultBytes),
            Construction = construction,
            Result = result,
            Description = description,
            Title = Naming.WellFormed(tool.Named("Title") as string),
            IconSource = tool.Named("IconSource") is string { Length: > 0 } icon ? Naming.WellFormed(icon) : null,
            ReadOnly = tool.Named("ReadOnly") as bool?,
            Destructive = tool.Named("Destructive") as bool?,
            Idempotent = tool.Named("Idempotent") as bool?,
            OpenWorld = tool.Named("OpenWorld") as bool?,
            Meta = MetaParser.Parse(attributes.Own, method, context),
            Attributes = [.. toolClass.AttributeCode, .. AttributeCode.Create(attributes.Own, context)],
        };
        AdviseOnResumption(model, method, context);
        return model;
    }

    /// <summary>A call that asks the user through the server is resumed by the SDK past every check.</summary>
    private static void AdviseOnResumption(ToolModel tool, IMethodSymbol method, ParseContext context)
    {
        if (!tool.Access.AllowAnonymous && tool.ReadOnly is not true && tool.Destructive is not false
            && method.Parameters.FirstOrDefault(static parameter => parameter.Type.Is(KnownNames.McpServer) || parameter.Type.Is("ModelContextProtocol.Server.RequestContext")) is { } server)
        {
            context.Report(Descriptors.ResumedWithoutAccess, server.Place(), tool.Name, server.Type.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat));
        }
    }

    private static bool CheckMethod(IMethodSymbol method, ParseContext context)
    {
        string? reason =
            method.IsGenericMethod ? "is generic; write one method per type"
            : method.Parameters.Any(static parameter => parameter.RefKind != RefKind.None) ? "has a ref, out or in parameter; take the value"
            : method.ReturnsByRef || method.ReturnsByRefReadonly ? "returns by reference; return the value"
            : method.IsAsync && method.ReturnsVoid ? "is async void, so nobody could wait for it; return Task"
            : method.ReturnType.Is("System.Collections.Generic.IAsyncEnumerable") ? "returns IAsyncEnumerable, which cannot be written strictly; return Task of an array"
            : Unnameable.Reason(method) is not null ? "is, or stands in what is, [Obsolete] as an error or [Experimental], so generated code cannot name it"
            : method.MethodKind != MethodKind.Ordinary ? "is no ordinary method; declare one that calls it"
            : !context.IsAccessible(method) ? "is not accessible from the tool class; make it protected or internal"
            : method.IsPartialDefinition && method.PartialImplementationPart is null ? "is a partial method without a body"
            : null;
        if (reason is not null)
        {
            Refuse(method, reason, context);
        }

        return reason is null;
    }

    public static void Refuse(IMethodSymbol method, string reason, ParseContext context) =>
        context.Report(Descriptors.MethodNotSupported, method.Place(), method.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat), reason);

    private static bool IsHidden(IMethodSymbol method, INamedTypeSymbol toolClass)
    {
        for (INamedTypeSymbol? type = toolClass; type is not null && !SymbolEqualityComparer.Default.Equals(type, method.ContainingType); type = type.BaseType)
        {
            if (type.GetMembers(method.Name).Any(static member => !member.IsOverride))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What the model reads: [Description], else the summary; and what is said of the result.</summary>
    private static string? DescriptionOf(ImmutableArray<AttributeData> attributes, ImmutableArray<AttributeData> ofResult, Documentation documentation)
    {
        string? summary = Described(attributes) ?? documentation.Summary;
        string? returns = Described(ofResult) ?? documentation.Returns;
        return returns is null ? summary : summary is null ? "Returns: " + returns : $"{summary}\nReturns: {returns}";
    }

    private static string? Described(ImmutableArray<AttributeData> attributes) =>
        attributes.Find("System.ComponentModel.DescriptionAttribute")?.Argument(0) is string text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;

    private static void RefuseValidation(ImmutableArray<AttributeData> attributes, IMethodSymbol method, ParseContext context)
    {
        foreach (AttributeData attribute in attributes)
        {
            if (attribute.AttributeClass.InheritsFrom(KnownNames.DataAnnotations + ".ValidationAttribute"))
            {
                context.Report(Descriptors.AnnotationNotSupported, attribute.Location() ?? method.Place(), attribute.ShortName(), method.Name, "validation of a whole tool is not run; put limits on its parameters");
            }
        }
    }

    private static EquatableArray<string> Ignored(ToolAttributes attributes, List<ParameterModel?> parameters, IMethodSymbol method, ParseContext context)
    {
        List<string> names = [];
        foreach (AttributeData attribute in attributes.All)
        {
            if (!attribute.AttributeClass.Is(KnownNames.IgnoreArguments))
            {
                continue;
            }

            foreach (string name in attribute.Values().Select(static value => value.Value as string ?? ""))
            {
                if (parameters.OfType<ArgumentParameter>().Any(parameter => parameter.Member.JsonName == name) || name.Length == 0)
                {
                    context.Report(Descriptors.AnnotationMisplaced, attribute.Location() ?? method.Place(), "IgnoreArguments", method.Name, $"cannot ignore '{name}', which the tool declares");
                }

                names.Add(name);
            }
        }

        return names.Count == 0 ? [] : [.. names.Distinct()];
    }
}
