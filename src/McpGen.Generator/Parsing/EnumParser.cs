using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using McpGen.Generator.Diagnostics;
using McpGen.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace McpGen.Generator.Parsing;

/// <summary>Enums are read and written by name alone.</summary>
public static class EnumParser
{
    public static NamedValue Parse(INamedTypeSymbol type, Annotations annotations, ParseContext context)
    {
        annotations.Use("AllowedValuesAttribute", "DeniedValuesAttribute");
        foreach (AttributeData attribute in type.GetAttributes().Where(static attribute =>
            attribute.AttributeClass.InheritsFrom(KnownNames.JsonSerialization + ".JsonAttribute") && !AnnotationParser.IsEnumNameConverter(attribute)))
        {
            context.Report(Descriptors.AnnotationNotSupported, attribute.Location() ?? annotations.Location, attribute.ShortName(), type.ToDisplayString(), "enums are read by name alone; remove it");
        }

        RuleParser.RefuseOn(type, annotations.Location, context);
        EquatableArray<EnumMember> members = Members(type, annotations.Location, context);
        bool isFlags = type.Has("System.FlagsAttribute");
        IEnumerable<EnumMember> left = isFlags ? FlagsEnums.Listed(type, members) : context.IsResult ? FirstOfEachValue(type, members) : members;
        if (annotations.HasAllowed)
        {
            left = left.Where(member => annotations.Allowed.Any(constant => Names(constant, type, member)));
        }

        left = left.Where(member => !annotations.Denied.Any(constant => Names(constant, type, member) || (isFlags && FlagsEnums.Holds(type, member, constant))));
        ReportStrangers(annotations.Allowed, "AllowedValues");
        ReportStrangers(annotations.Denied, "DeniedValues");
        ValueLimits.RefuseDeniedNull(annotations, context);

        EquatableArray<EnumMember> usable = [.. left];
        if (usable.IsEmpty && !members.IsEmpty)
        {
            context.Report(Descriptors.NothingAllowed, annotations.Location, annotations.Subject, "no member is left");
        }

        EnumValue name = context.WithMethod(new EnumValue { Type = type.Code(), Members = usable, IsValueType = true }, Naming.Pascal(type.Name));
        return isFlags ? FlagsEnums.Joined(name, type, context) : name;

        void ReportStrangers(ImmutableArray<TypedConstant> constants, string attribute)
        {
            foreach (TypedConstant stranger in constants.Where(constant => !constant.IsNull && !members.Any(member => Names(constant, type, member))))
            {
                context.Report(Descriptors.AnnotationMisplaced, annotations.Location, attribute, annotations.Subject, $"names {stranger.ToCSharpString()}, which is no member of '{type.ToDisplayString()}'");
            }
        }
    }

    /// <summary>The members by their JSON names, the first of several with one value; an error where a name is used twice or there is none.</summary>
    public static EquatableArray<EnumMember> Members(INamedTypeSymbol type, Location location, ParseContext context)
    {
        var members = new List<EnumMember>();
        foreach (IFieldSymbol field in type.GetMembers().OfType<IFieldSymbol>().Where(static field => field.HasConstantValue))
        {
            string name = field.GetAttributes().Find(KnownNames.JsonSerialization + ".JsonStringEnumMemberNameAttribute")?.Argument(0) as string ?? field.Name;
            if (Unnameable.Reason(field) is not null)
            {
                context.Report(Descriptors.EnumNotUsable, location, type.ToDisplayString(), $"has a member '{field.Name}' that generated code cannot name: it is [Obsolete] as an error, or [Experimental]");
            }
            else if (members.Exists(member => member.JsonName == name))
            {
                context.Report(Descriptors.EnumNotUsable, location, type.ToDisplayString(), $"has two members that are named '{name}' in JSON");
            }
            else if (name.Length == 0 || name.Trim() != name || name.Any(char.IsControl) || !Naming.IsWellFormed(name))
            {
                context.Report(Descriptors.EnumNotUsable, location, type.ToDisplayString(), $"has a member '{field.Name}' whose JSON name is empty, or begins or ends with white space, or holds control characters or half a surrogate pair");
            }
            else
            {
                members.Add(new EnumMember(name, type.Code() + "." + Emission.CSharp.Identifier(field.Name)));
            }
        }

        if (members.Count == 0)
        {
            context.Report(Descriptors.EnumNotUsable, location, type.ToDisplayString(), "has no members");
        }

        return [.. members];
    }

    /// <summary>Several members of one value: the first is the one that is written.</summary>
    private static IEnumerable<EnumMember> FirstOfEachValue(INamedTypeSymbol type, EquatableArray<EnumMember> members) => type.GetMembers().OfType<IFieldSymbol>()
        .Where(static field => field.HasConstantValue)
        .GroupBy(static field => field.ConstantValue)
        .Select(group => MemberOf(group.Key, type, members))
        .OfType<EnumMember>();

    /// <summary>The member that has a value; null when none is defined for it.</summary>
    public static EnumMember? MemberOf(object? value, INamedTypeSymbol type, EquatableArray<EnumMember> members)
    {
        HashSet<string> fields = [.. type.GetMembers().OfType<IFieldSymbol>()
            .Where(field => field.HasConstantValue && Equals(field.ConstantValue, value))
            .Select(field => type.Code() + "." + Emission.CSharp.Identifier(field.Name))];
        return members.FirstOrDefault(member => fields.Contains(member.Member));
    }

    private static bool Names(TypedConstant constant, INamedTypeSymbol type, EnumMember member) =>
        SymbolEqualityComparer.Default.Equals(constant.Type, type) && MemberOf(constant.Value, type, [member]) is not null;
}
