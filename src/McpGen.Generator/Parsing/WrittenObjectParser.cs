using System.Collections.Generic;
using System.Linq;
using McpGen.Generator.Diagnostics;
using McpGen.Generator.Model;
using Microsoft.CodeAnalysis;

namespace McpGen.Generator.Parsing;

/// <summary>Records, classes, structs and contracts as results: the members that can be read.</summary>
public static class WrittenObjectParser
{
    /// <summary>What says nothing about writing one type, or is read where the type has cases.</summary>
    private static readonly HashSet<string> s_typeAttributes =
    [
        "JsonSourceGenerationOptionsAttribute", "JsonSerializableAttribute", "JsonPolymorphicAttribute", "JsonDerivedTypeAttribute", "JsonUnmappedMemberHandlingAttribute",
        "JsonObjectCreationHandlingAttribute",
    ];

    public static ObjectValue? Parse(INamedTypeSymbol type, Annotations annotations, ParseContext context, TypePath path, TagModel? tag = null)
    {
        if (!CheckType(type, annotations, context))
        {
            return null;
        }

        var members = new List<MemberModel>();
        bool complete = true;
        foreach (PropertyOrField candidate in Candidates(type, context).Where(WrittenMemberParser.IsWritten).OrderBy(WrittenMemberParser.OrderOf))
        {
            if (WrittenMemberParser.WhyUnreadable(candidate, context) is { } unnameable)
            {
                context.Report(Descriptors.TypeNotSupported, annotations.Location, annotations.Subject, type.ToDisplayString(), $"of its '{candidate.Symbol.Name}': {unnameable}");
                complete = false;
                continue;
            }

            complete &= ObjectParser.Add(WrittenMemberParser.Parse(candidate, type, annotations, context, path), type, members, annotations, context);
        }

        if (!complete)
        {
            return null;
        }

        if (tag is not null && members.Find(member => member.JsonName == tag.Name) is { } clash)
        {
            context.Report(Descriptors.NameClash, annotations.Location, "the discriminator", clash.Name, type.ToDisplayString(), tag.Name);
        }

        return new ObjectValue { Type = type.Code(), Members = [.. members], IsValueType = type.IsValueType, Tag = tag };
    }

    /// <summary>Of a contract also what the contracts it extends declare.</summary>
    private static List<PropertyOrField> Candidates(INamedTypeSymbol type, ParseContext context)
    {
        if (type.TypeKind != TypeKind.Interface)
        {
            return MemberCollector.Collect(type, context);
        }

        var members = new List<PropertyOrField>();
        foreach (INamedTypeSymbol contract in type.AllInterfaces.Reverse().Where(static contract => !IsFramework(contract)).Append(type))
        {
            foreach (PropertyOrField member in MemberCollector.Collect(contract, context))
            {
                members.RemoveAll(other => other.Symbol.Name == member.Symbol.Name);
                members.Add(member);
            }
        }

        return members;
    }

    private static bool CheckType(INamedTypeSymbol type, Annotations annotations, ParseContext context)
    {
        string? advice = type.IsFileLocal ? "a file-local type cannot be named in generated code; make it internal"
            : IsFramework(type) ? "the framework's types show more than a caller should see; use a record with the members you need"
            : Bases(type).FirstOrDefault(IsFramework) is { } framework ? $"it derives from '{framework.ToDisplayString()}', whose members would be shown too; use a record with the members you need"
            : null;
        if (advice is not null)
        {
            context.Report(Descriptors.TypeNotSupported, annotations.Location, annotations.Subject, type.ToDisplayString(), advice);
            return false;
        }

        if (type.AllInterfaces.FirstOrDefault(IsCallback) is { } callback)
        {
            context.Report(Descriptors.AnnotationNotSupported, annotations.Location, callback.Name, type.ToDisplayString(), "the generated writer does not call it; do it in the method");
            return false;
        }

        bool fits = !RuleParser.ValidatesItself(type);
        if (!fits)
        {
            context.Report(Descriptors.AnnotationNotSupported, annotations.Location, "IValidatableObject", type.ToDisplayString(), "nothing asks it when it is written; return a record made for the tool");
        }

        foreach (AttributeData attribute in Bases(type).Prepend(type).SelectMany(static level => level.GetAttributes()))
        {
            INamedTypeSymbol? attributeClass = attribute.AttributeClass;
            if ((attributeClass.InheritsFrom(KnownNames.JsonSerialization + ".JsonAttribute") && !s_typeAttributes.Contains(attributeClass!.Name))
                || attributeClass.Is(KnownNames.DataAnnotations + ".MetadataTypeAttribute")
                || attributeClass.InheritsFrom(KnownNames.DataAnnotations + ".ValidationAttribute"))
            {
                context.Report(Descriptors.AnnotationNotSupported, attribute.Location() ?? annotations.Location, attribute.ShortName(), type.ToDisplayString(), "the generated writer does not go through it; remove it, or return a record made for the tool");
                fits = false;
            }
        }

        return fits;
    }

    private static IEnumerable<INamedTypeSymbol> Bases(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? current = type.BaseType; current is { SpecialType: SpecialType.None }; current = current.BaseType)
        {
            yield return current;
        }
    }

    private static bool IsFramework(INamedTypeSymbol type)
    {
        INamespaceSymbol space = type.ContainingNamespace;
        while (space is { IsGlobalNamespace: false, ContainingNamespace.IsGlobalNamespace: false })
        {
            space = space.ContainingNamespace;
        }

        return space.Name == "System";
    }

    private static bool IsCallback(INamedTypeSymbol contract) => contract.IsIn(KnownNames.JsonSerialization) && contract.Name is "IJsonOnSerialized" or "IJsonOnSerializing";
}
