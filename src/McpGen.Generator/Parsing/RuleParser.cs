using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using McpGen.Generator.Diagnostics;
using McpGen.Generator.Model;
using Microsoft.CodeAnalysis;

namespace McpGen.Generator.Parsing;

/// <summary>The developer's own validation: subclasses of ValidationAttribute, and IValidatableObject.</summary>
public static class RuleParser
{
    public static bool ValidatesItself(INamedTypeSymbol type) => type.AllInterfaces.Any(static contract => contract.Is(KnownNames.DataAnnotations + ".IValidatableObject"));

    /// <summary>The rules on a type, its bases and its contracts; those of the framework are not among them.</summary>
    public static EquatableArray<RuleModel> OfType(INamedTypeSymbol type, ParseContext context)
    {
        var levels = new List<INamedTypeSymbol>(type.AllInterfaces);
        for (INamedTypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            levels.Add(current);
        }

        return Parse([.. levels.SelectMany(static level => level.GetAttributes()).Where(IsRule)], type.Name, type.Place(), context);
    }

    /// <summary>Rules as fields that hold them. What the caller is told is a constant of the source, or nothing of the rule's.</summary>
    public static EquatableArray<RuleModel> Parse(ImmutableArray<AttributeData> attributes, string subject, Location location, ParseContext context)
    {
        if (attributes.IsEmpty)
        {
            return [];
        }

        var rules = new List<RuleModel>();
        foreach (AttributeData attribute in attributes)
        {
            if (AttributeCode.WhyUnwritable(attribute, context) is { } reason)
            {
                context.Report(Descriptors.AnnotationNotSupported, attribute.Location() ?? location, attribute.ShortName(), subject, reason);
                continue;
            }

            string? message = attribute.Named("ErrorMessage") as string;
            rules.Add(new RuleModel(context.RuleField(attribute), message is null || message.Contains("{") || message.Contains("}") ? null : Visible(message)));
        }

        return [.. rules];
    }

    /// <summary>A message on one line, of characters that can be seen: it stands beside others, which it must not imitate.</summary>
    private static string Visible(string message) => new([.. Naming.WellFormed(message)!.Select(static character =>
        char.GetUnicodeCategory(character) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator ? ' ' : character)]);

    /// <summary>Reports rules where nothing asks them.</summary>
    public static void RefuseOn(ISymbol symbol, Location location, ParseContext context)
    {
        IEnumerable<AttributeData> attributes = symbol is IMethodSymbol method ? method.GetAttributes().Concat(method.MethodKind == MethodKind.PropertySet ? method.Parameters.SelectMany(static parameter => parameter.GetAttributes()) : []) : symbol.GetAttributes();
        foreach (AttributeData attribute in attributes.Where(static attribute => attribute.AttributeClass.InheritsFrom(KnownNames.DataAnnotations + ".ValidationAttribute")))
        {
            context.Report(Descriptors.AnnotationNotSupported, attribute.Location() ?? location, attribute.ShortName(), symbol.Name, "nothing asks it there; put it on the parameter, the property or the record");
        }
    }

    /// <summary>What is validated after binding must be readable again; asked once every type is known.</summary>
    public static void CheckReadable(INamedTypeSymbol toolClass, ParseContext context)
    {
        // After an error not every reference has its type.
        if (context.HasErrors)
        {
            return;
        }

        foreach (ObjectValue shape in context.Readers.Select(static reader => reader.Value).OfType<ObjectValue>())
        {
            foreach (MemberModel member in shape.Members.Where(member => member.Getter is null && Validated.Has(member, context.Readers)))
            {
                context.Report(Descriptors.MemberNotBindable, toolClass.Place(), member.Name, shape.Type.Replace("global::", ""), "it has validation of its own, but the tool class cannot read it back; give it a getter");
            }
        }
    }

    public static bool IsRule(AttributeData attribute) =>
        !attribute.AttributeClass.IsIn(KnownNames.DataAnnotations) && attribute.AttributeClass.InheritsFrom(KnownNames.DataAnnotations + ".ValidationAttribute");
}
