using System.Collections.Immutable;
using McpGen.Generator.Diagnostics;
using McpGen.Generator.Model;
using Microsoft.CodeAnalysis;

namespace McpGen.Generator.Parsing;

/// <summary>One member of an object, or one argument of a tool.</summary>
public static class MemberParser
{
    /// <summary>An argument of a tool: its name is the parameter's, verbatim.</summary>
    public static MemberModel? ParseArgument(IParameterSymbol parameter, ImmutableArray<AttributeData> attributes, string? documentation, ParseContext context)
    {
        Location location = parameter.Place();
        TypedDefault? constant = parameter.HasExplicitDefaultValue ? new TypedDefault(parameter.ExplicitDefaultValue) : DefaultValueOf(attributes);
        return Parse(parameter.Name, parameter.Name, parameter.Type, attributes, constant, documentation, location, context, TypePath.Empty);
    }

    /// <summary>A member that the constructor takes; annotations on the parameter and on its property both count.</summary>
    public static MemberModel? ParseParameter(IParameterSymbol parameter, PropertyOrField? member, INamedTypeSymbol type, Annotations outer, ParseContext context, TypePath path)
    {
        ISymbol? property = member?.Symbol;
        ImmutableArray<AttributeData> attributes = MemberAttributes.Of(parameter, member);
        string? documentation = (property is null ? null : context.DocumentationOf(property).Summary)
            ?? context.DocumentationOf(type).Parameter(parameter.Name);
        TypedDefault? constant = parameter.HasExplicitDefaultValue ? new TypedDefault(parameter.ExplicitDefaultValue) : DefaultValueOf(attributes);
        MemberModel? model = Parse(JsonNameOf(property ?? parameter), parameter.Name, parameter.Type, attributes, constant, documentation, LocationOf(property ?? parameter, outer), context, path);
        return model is null ? null : model with { Getter = GetterOf(property, context) };
    }

    /// <summary>A member that is set after construction.</summary>
    public static MemberModel? ParseMember(PropertyOrField candidate, bool setsRequired, INamedTypeSymbol type, Annotations outer, ParseContext context, TypePath path)
    {
        ISymbol symbol = candidate.Symbol;
        bool mustBeThere = candidate.IsRequired;
        ImmutableArray<AttributeData> attributes = candidate.Attributes;
        MemberModel? member = Parse(
            JsonNameOf(symbol), symbol.Name, candidate.Type, attributes, DefaultValueOf(attributes), context.DocumentationOf(symbol).Summary,
            LocationOf(symbol, outer), context, path, mustBeThere, keepsInitializer: candidate.HasInitializer);
        if (member is null)
        {
            return null;
        }

        bool needsInitializer = mustBeThere && !setsRequired;
        Assignment assignment = needsInitializer ? Assignment.Initializer : AssignmentOf(candidate, type, context);
        // Without a stated default an absent member is left alone: its type's own initializer decides.
        return member with
        {
            Assignment = assignment,
            AccessorType = symbol.ContainingType.Code(),
            GenericAccessor = assignment is Assignment.Accessor or Assignment.FieldAccessor ? GenericAccessors.Of(symbol) : null,
            Getter = WrittenMemberParser.IsHidden(symbol, type) ? null : GetterOf(symbol, context),
            DefaultCode = member.DefaultJson is null ? null : member.DefaultCode,
        };
    }

    private static MemberModel? Parse(
        string jsonName, string name, ITypeSymbol type, ImmutableArray<AttributeData> attributes, TypedDefault? constant, string? documentation, Location location,
        ParseContext context, TypePath path, bool isRequired = false, bool keepsInitializer = false)
    {
        context.Cancellation.ThrowIfCancellationRequested();
        Annotations annotations = AnnotationParser.Parse(name, location, attributes, context);
        annotations.IsWholeArgument = path == TypePath.Empty;
        isRequired |= attributes.Find(KnownNames.JsonSerialization + ".JsonRequiredAttribute") is not null;
        isRequired |= annotations.Required && constant is null && !keepsInitializer;
        if (annotations.Required && constant is { Value: null })
        {
            context.Report(Descriptors.DefaultNotAllowed, location, name, "it is null, which [Required] refuses");
        }

        bool isOptional = !isRequired && (constant is not null || keepsInitializer || ValueParser.IsNullable(type, out _));

        ValueModel? value = ValueParser.Parse(type, annotations, allowsNull: !isOptional, context, path);
        GuardAdvice.Report(name, value, annotations, context);
        DefaultParser.Default? absent = value is not null && isOptional && !(keepsInitializer && constant is null)
            ? DefaultParser.Parse(constant?.Value, type, value, annotations, context)
            : null;
        if (value is null || (isOptional && constant is not null && absent is null))
        {
            return null;
        }

        string? description = attributes.Find("System.ComponentModel.DescriptionAttribute")?.Argument(0) as string;
        return new MemberModel
        {
            JsonName = jsonName,
            Name = name,
            Value = value,
            IsRequired = !isOptional,
            DefaultCode = absent?.Code,
            DefaultJson = absent?.Json,
            Rules = RuleParser.Parse(annotations.Rules, name, location, context),
            Description = Naming.WellFormed(string.IsNullOrWhiteSpace(description) ? documentation : description!.Trim()),
        };
    }

    /// <summary>A default that is written as a text of another type is one that does not fit, except for what has no other form.</summary>
    private static TypedDefault? DefaultValueOf(ImmutableArray<AttributeData> attributes)
    {
        AttributeData? attribute = attributes.Find("System.ComponentModel.DefaultValueAttribute");
        return attribute?.ConstructorArguments.Length switch
        {
            1 => new TypedDefault(attribute.ConstructorArguments[0].Single() ?? (attribute.ConstructorArguments[0].IsNull ? null : attribute)),
            2 => new TypedDefault(attribute.Argument(0) is ITypeSymbol { SpecialType: SpecialType.System_Decimal } && Numbers.ToDecimal(attribute.Argument(1)) is { } number ? number : attribute),
            _ => null,
        };
    }

    private static Assignment AssignmentOf(PropertyOrField candidate, INamedTypeSymbol type, ParseContext context)
    {
        // Where a derived class gave the name to something else, only the declaring type leads to the member.
        bool isHidden = WrittenMemberParser.IsHidden(candidate.Symbol, type);
        return candidate.Symbol switch
        {
            IFieldSymbol field => !isHidden && context.IsAccessible(field) ? Assignment.Assign : Assignment.FieldAccessor,
            _ => !isHidden && !candidate.Setter!.IsInitOnly && context.IsAccessible(candidate.Setter) ? Assignment.Assign : Assignment.Accessor,
        };
    }

    public static string JsonNameOf(ISymbol symbol) =>
        symbol.GetAttributes().Find(KnownNames.JsonSerialization + ".JsonPropertyNameAttribute")?.Argument(0) as string ?? ToolNaming.CamelCase(symbol.Name);

    /// <summary>What the tool class can read the member back from.</summary>
    private static string? GetterOf(ISymbol? symbol, ParseContext context)
    {
        ISymbol? read = symbol is IPropertySymbol property ? property.GetMethod : symbol;
        return read is not null && Unnameable.Reason(read) is null && context.IsAccessible(read) ? Emission.CSharp.Identifier(symbol!.Name) : null;
    }

    public static Location LocationOf(ISymbol symbol, Annotations outer) => symbol.Place() is { IsInSource: true } own ? own : outer.Location;

    /// <summary>A default that is stated, which may be null.</summary>
    private sealed record TypedDefault(object? Value);
}
