using System;
using System.Collections.Generic;
using System.Linq;
using McpGen.Generator.Diagnostics;
using McpGen.Generator.Model;
using Microsoft.CodeAnalysis;

namespace McpGen.Generator.Parsing;

/// <summary>Records, classes and structs: their constructor and the members that are set after it.</summary>
public static class ObjectParser
{
    /// <summary>What says nothing about reading one type, or is read where the type has cases.</summary>
    private static readonly HashSet<string> s_typeAttributes =
        ["JsonSourceGenerationOptionsAttribute", "JsonSerializableAttribute", "JsonPolymorphicAttribute", "JsonDerivedTypeAttribute"];

    public static ObjectValue? Parse(INamedTypeSymbol type, Annotations annotations, ParseContext context, TypePath path, TagModel? tag = null)
    {
        if (!CheckType(type, annotations, context) || ConstructorParser.Choose(type, annotations.Location, context) is not { } constructor)
        {
            return null;
        }

        List<PropertyOrField> candidates = MemberCollector.Collect(type, context);
        var members = new List<MemberModel>();
        var arguments = new List<ConstructorArgument>();
        bool complete = true;

        foreach (IParameterSymbol parameter in constructor.Parameters)
        {
            if (parameter.RefKind is not (RefKind.None or RefKind.In))
            {
                context.Report(Descriptors.MemberNotBindable, annotations.Location, parameter.Name, type.ToDisplayString(), "the constructor takes it by reference; take the value");
                return null;
            }

            PropertyOrField? property = candidates.Find(candidate => string.Equals(candidate.Symbol.Name, parameter.Name, StringComparison.OrdinalIgnoreCase));
            candidates.Remove(property!);
            if (property is { IsIgnored: true })
            {
                // An ignored member takes its default, and so must have one.
                if (!parameter.HasExplicitDefaultValue)
                {
                    context.Report(Descriptors.MemberNotBindable, annotations.Location, parameter.Name, type.ToDisplayString(), "it is [JsonIgnore]d, but the constructor needs it; give the parameter a default");
                    complete = false;
                }

                continue;
            }

            MemberModel? member = MemberParser.ParseParameter(parameter, property, type, annotations, context, path);
            complete &= Add(member, type, members, annotations, context);
            if (member is not null)
            {
                arguments.Add(new ConstructorArgument(parameter.Name, member.JsonName));
            }
        }

        RuleParser.RefuseOn(constructor, annotations.Location, context);
        foreach (IMethodSymbol accessor in candidates.Where(static candidate => !candidate.IsIgnored).SelectMany(static candidate => candidate.Accessors))
        {
            RuleParser.RefuseOn(accessor, annotations.Location, context);
        }

        bool setsRequired = constructor.Has("System.Diagnostics.CodeAnalysis.SetsRequiredMembersAttribute");
        foreach (PropertyOrField candidate in candidates)
        {
            if (!candidate.IsIgnored && candidate.IsSettable && (Unnameable.Reason(candidate.Symbol) ?? (candidate.Setter is { } setter ? Unnameable.Reason(setter) : null)) is { } unnameable)
            {
                context.Report(Descriptors.MemberNotBindable, annotations.Location, candidate.Symbol.Name, type.ToDisplayString(), unnameable);
                complete = false;
                continue;
            }

            if (candidate.IsIgnored || !candidate.IsSettable)
            {
                string? reason = candidate.IsRequired && !setsRequired ? "it is required, but ignored or not settable"
                    : !candidate.IsIgnored && candidate.IsLimited ? "it has limits, but nothing can set it; make it settable, or [JsonIgnore] it"
                    : null;
                if (reason is not null)
                {
                    context.Report(Descriptors.MemberNotBindable, annotations.Location, candidate.Symbol.Name, type.ToDisplayString(), reason);
                    complete = false;
                }

                continue;
            }

            MemberModel? member = MemberParser.ParseMember(candidate, setsRequired, type, annotations, context, path);
            complete &= Add(member, type, members, annotations, context);
        }

        if (!complete)
        {
            return null;
        }

        if (tag is not null && members.Find(member => member.JsonName == tag.Name) is { } clash)
        {
            context.Report(Descriptors.NameClash, annotations.Location, "the discriminator", clash.Name, type.ToDisplayString(), tag.Name);
        }

        return new ObjectValue
        {
            Type = type.Code(),
            Members = [.. members],
            Constructor = [.. arguments],
            IsMarkedArgument = type.Has(KnownNames.Argument),
            IsValueType = type.IsValueType,
            Rules = RuleParser.OfType(type, context),
            ValidatesItself = RuleParser.ValidatesItself(type),
            Tag = tag,
        };
    }

    private static bool IsCallback(INamedTypeSymbol contract) => contract.IsIn(KnownNames.JsonSerialization) && contract.Name is "IJsonOnDeserialized" or "IJsonOnDeserializing";

    /// <summary>Adds a member whose name is usable and new.</summary>
    public static bool Add(MemberModel? member, INamedTypeSymbol type, List<MemberModel> members, Annotations annotations, ParseContext context)
    {
        if (member is null)
        {
            return false;
        }

        if (!Naming.IsPropertyName(member.JsonName))
        {
            context.Report(Descriptors.InvalidName, annotations.Location, member.JsonName, "property name", Naming.PropertyNameRule);
            return false;
        }

        if (members.Find(other => other.JsonName == member.JsonName) is { } clash)
        {
            context.Report(Descriptors.NameClash, annotations.Location, clash.Name, member.Name, type.ToDisplayString(), member.JsonName);
            return false;
        }

        members.Add(member);
        return true;
    }

    private static bool CheckType(INamedTypeSymbol type, Annotations annotations, ParseContext context)
    {
        if (type.IsFileLocal)
        {
            context.Report(Descriptors.TypeNotSupported, annotations.Location, annotations.Subject, type.ToDisplayString(), "a file-local type cannot be named in generated code; make it internal");
            return false;
        }

        if (type.AllInterfaces.FirstOrDefault(IsCallback) is { } callback)
        {
            context.Report(Descriptors.AnnotationNotSupported, annotations.Location, callback.Name, type.ToDisplayString(), "the generated reader does not call it; do it in the constructor");
            return false;
        }

        bool fits = true;
        for (INamedTypeSymbol? current = type; current is not null && current.SpecialType is SpecialType.None; current = current.BaseType)
        {
            foreach (AttributeData attribute in current.GetAttributes())
            {
                INamedTypeSymbol? attributeClass = attribute.AttributeClass;
                bool strict = attributeClass?.Name == "JsonUnmappedMemberHandlingAttribute" && attribute.Argument(0) is 1;
                if ((attributeClass.InheritsFrom(KnownNames.JsonSerialization + ".JsonAttribute") && !strict && !s_typeAttributes.Contains(attributeClass!.Name))
                    || attributeClass.Is(KnownNames.DataAnnotations + ".MetadataTypeAttribute")
                    || (attributeClass.InheritsFrom(KnownNames.DataAnnotations + ".ValidationAttribute") && !RuleParser.IsRule(attribute)))
                {
                    context.Report(Descriptors.AnnotationNotSupported, attribute.Location() ?? annotations.Location, attribute.ShortName(), current.ToDisplayString(), "the generated reader does not go through it; remove it, or take a record made for the tool");
                    fits = false;
                }
            }
        }

        return fits;
    }
}
