using System.Collections.Immutable;
using System.Linq;
using McpGen.Generator.Diagnostics;
using McpGen.Generator.Model;
using Microsoft.CodeAnalysis;

namespace McpGen.Generator.Parsing;

/// <summary>One member of an object that is written.</summary>
public static class WrittenMemberParser
{
    private const string Ignore = KnownNames.JsonSerialization + ".JsonIgnoreAttribute";

    /// <summary>The conditions of [JsonIgnore], by their numbers.</summary>
    private const int Never = 0, Always = 1, WhenWritingDefault = 2, WhenWritingNull = 3, WhenWriting = 4;

    /// <summary>What System.Text.Json writes: a public getter, or what is marked [JsonInclude], unless it is ignored here or where it was first declared.</summary>
    public static bool IsWritten(PropertyOrField candidate)
    {
        bool isReadable = candidate.Symbol switch
        {
            IPropertySymbol property => GetterOf(property) is { } getter && (candidate.IsIncluded || (property.DeclaredAccessibility == Accessibility.Public && getter.DeclaredAccessibility == Accessibility.Public)),
            _ => candidate.IsIncluded,
        };
        return isReadable && ConditionOf(candidate) is not (Always or WhenWriting);
    }

    public static int OrderOf(PropertyOrField candidate) =>
        candidate.Symbol.GetAttributes().Find(KnownNames.JsonSerialization + ".JsonPropertyOrderAttribute")?.Argument(0) as int? ?? 0;

    public static MemberModel? Parse(PropertyOrField candidate, INamedTypeSymbol type, Annotations outer, ParseContext context, TypePath path)
    {
        context.Cancellation.ThrowIfCancellationRequested();
        ISymbol symbol = candidate.Symbol;
        ImmutableArray<AttributeData> attributes = candidate.Attributes;
        Annotations annotations = AnnotationParser.Parse(symbol.Name, MemberParser.LocationOf(symbol, outer), attributes, context);
        ResultParser.RefuseRules(annotations, context);

        bool isNullable = ValueParser.IsNullable(candidate.Type, out ITypeSymbol plain);
        int? condition = ConditionOf(candidate);
        bool omitsDefault = condition == WhenWritingDefault && plain.IsValueType && !isNullable;
        bool isOptional = condition switch
        {
            WhenWritingDefault => true,
            WhenWritingNull => isNullable || !plain.IsValueType,
            _ => isNullable && condition != Never && !candidate.IsRequired && !annotations.Required && attributes.Find(KnownNames.JsonSerialization + ".JsonRequiredAttribute") is null,
        };

        context.Result!.Enter(symbol.Name);
        ValueModel? value = ValueParser.Parse(candidate.Type, annotations, allowsNull: !isOptional, context, path);
        context.Result!.Leave();
        Retrieval retrieval = RetrievalOf(symbol, type, context);
        if (value is not null && retrieval is Retrieval.Accessor or Retrieval.FieldAccessor && symbol.ContainingType.IsGenericType)
        {
            context.Report(Descriptors.TypeNotSupported, outer.Location, outer.Subject, type.ToDisplayString(), $"its '{symbol.Name}' is not accessible, which cannot be read off a generic type; make it internal");
            return null;
        }

        return value is null ? null : new MemberModel
        {
            JsonName = MemberParser.JsonNameOf(symbol),
            Name = symbol.Name,
            Value = value,
            IsRequired = !isOptional,
            Description = DescriptionOf(symbol, attributes, context),
            AccessorType = symbol.ContainingType.Code(),
            Retrieval = retrieval,
            OmitsDefault = omitsDefault,
        };
    }

    /// <summary>An override that says nothing of its own is ignored as what it overrides is: better too little than a secret.</summary>
    private static int? ConditionOf(PropertyOrField candidate) =>
        candidate.Attributes.Find(Ignore) is not { } ignore ? null : ignore.Named("Condition") as int? ?? Always;

    private static Retrieval RetrievalOf(ISymbol symbol, INamedTypeSymbol type, ParseContext context)
    {
        ISymbol? read = symbol is IPropertySymbol property ? GetterOf(property) : symbol;
        return !context.IsAccessible(read!) ? (symbol is IFieldSymbol ? Retrieval.FieldAccessor : Retrieval.Accessor)
            : IsHidden(symbol, type) ? Retrieval.Contract
            : Retrieval.Direct;
    }

    /// <summary>Why generated code cannot read a member; null when it can.</summary>
    public static string? WhyUnreadable(PropertyOrField candidate, ParseContext context)
    {
        IMethodSymbol? getter = GetterOf(candidate.Symbol as IPropertySymbol);
        return Unnameable.Reason(candidate.Symbol) ?? (getter is null ? null : Unnameable.Reason(getter))
            ?? (getter is { ReturnsByRef: true } or { ReturnsByRefReadonly: true } && !context.IsAccessible(getter)
                ? "it is not accessible and returns a reference, so nothing can read it; make it internal" : null);
    }

    /// <summary>Whether the type's own name stands for something else, or for several things.</summary>
    public static bool IsHidden(ISymbol symbol, INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? current = type; current is not null && !SymbolEqualityComparer.Default.Equals(current, symbol.ContainingType); current = current.BaseType)
        {
            if (current.TypeKind == TypeKind.Interface || current.GetMembers(symbol.Name).Any(static member => !member.IsOverride))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>An override may have left the getter to its base.</summary>
    private static IMethodSymbol? GetterOf(IPropertySymbol? property) => property is null ? null : property.GetMethod ?? GetterOf(property.OverriddenProperty);

    private static string? DescriptionOf(ISymbol symbol, ImmutableArray<AttributeData> attributes, ParseContext context)
    {
        string? stated = attributes.Find("System.ComponentModel.DescriptionAttribute")?.Argument(0) as string;
        string? text = !string.IsNullOrWhiteSpace(stated) ? stated!.Trim() : context.DocumentationOf(symbol).Summary ?? context.DocumentationOf(symbol.ContainingType).Parameter(symbol.Name);
        return Naming.WellFormed(text);
    }
}
