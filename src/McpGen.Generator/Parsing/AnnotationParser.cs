using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using McpGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;

namespace McpGen.Generator.Parsing;

/// <summary>Reads the annotations of one parameter or member. What belongs to a known family and is not enforced is an error.</summary>
public static class AnnotationParser
{
    /// <summary>Annotations of these families that say nothing about what is accepted.</summary>
    private static readonly HashSet<string> s_ignored =
    [
        "DisplayAttribute", "DisplayColumnAttribute", "DisplayFormatAttribute", "KeyAttribute", "EditableAttribute", "ScaffoldColumnAttribute", "UIHintAttribute",
        "TimestampAttribute", "ConcurrencyCheckAttribute", "AssociationAttribute", "FilterUIHintAttribute", "AssociatedMetadataTypeTypeDescriptionProvider",
        "JsonPropertyOrderAttribute", "JsonPropertyNameAttribute", "JsonIgnoreAttribute", "JsonRequiredAttribute", "JsonIncludeAttribute",
    ];

    /// <summary>The formats that [EmailAddress], [Url] and [Base64String] mean.</summary>
    private static readonly Dictionary<string, string> s_formats = new()
    {
        ["EmailAddressAttribute"] = "Email",
        ["UrlAttribute"] = "Uri",
        ["Base64StringAttribute"] = "Base64",
    };

    /// <summary>The schemes that [Url] allows.</summary>
    private const string UrlSchemes = "^(?:[hH][tT][tT][pP][sS]?|[fF][tT][pP])://";

    public static Annotations Parse(string subject, Location location, ImmutableArray<AttributeData> attributes, ParseContext context)
    {
        var annotations = new Annotations { Subject = subject, Location = location };
        foreach (AttributeData attribute in attributes)
        {
            Read(attribute, annotations, context);
        }

        return annotations;
    }

    private static void Read(AttributeData attribute, Annotations annotations, ParseContext context)
    {
        // Unfinished source: the compiler has said so itself.
        if (attribute.AttributeConstructor is null || attribute.ConstructorArguments.Any(static argument => argument.Kind == TypedConstantKind.Error))
        {
            return;
        }

        INamedTypeSymbol? type = attribute.AttributeClass;
        if (type.IsIn(KnownNames.DataAnnotations))
        {
            ReadDataAnnotation(attribute, annotations, context);
        }
        else if (type.IsIn("McpGen"))
        {
            ReadOwn(attribute, annotations, context);
        }
        else if (type.InheritsFrom(KnownNames.JsonSerialization + ".JsonAttribute"))
        {
            ReadJson(attribute, annotations, context);
        }
        else if (type.InheritsFrom(KnownNames.DataAnnotations + ".ValidationAttribute"))
        {
            annotations.Rules = annotations.Rules.Add(attribute);
        }
        else if (type.Is(KnownNames.HeaderAttribute))
        {
            Refuse(attribute, annotations, context, "a header is outside the arguments; remove it");
        }
    }

    private static void ReadDataAnnotation(AttributeData attribute, Annotations annotations, ParseContext context)
    {
        string name = attribute.AttributeClass!.Name;
        if (s_formats.TryGetValue(name, out string? format))
        {
            AddFormat(format, attribute, annotations, context);
            if (name == "UrlAttribute")
            {
                annotations.Patterns = annotations.Patterns.Add(new PatternText(UrlSchemes, IsWhole: false, attribute.Location()));
            }

            annotations.Expect(attribute);
            return;
        }

        switch (name)
        {
            case "RangeAttribute":
                RefuseSecond(annotations.Range is not null, attribute, annotations, context);
                ReadRange(attribute, annotations);
                break;
            case "StringLengthAttribute":
                RequireLengths(attribute.Named("MinimumLength") as int? ?? 0, Int(attribute, 0), attribute, annotations, context);
                break;
            case "MinLengthAttribute":
                RequireLengths(Int(attribute, 0), null, attribute, annotations, context);
                break;
            case "MaxLengthAttribute":
                annotations.IsUnlimited = attribute.ConstructorArguments.Length == 0 || Int(attribute, 0) == -1;
                RequireLengths(null, annotations.IsUnlimited ? null : Int(attribute, 0), attribute, annotations, context);
                break;
            case "LengthAttribute":
                RequireLengths(Int(attribute, 0), Int(attribute, 1), attribute, annotations, context);
                break;
            case "RegularExpressionAttribute":
                annotations.Patterns = annotations.Patterns.Add(new PatternText(attribute.Argument(0) as string ?? "", IsWhole: true, attribute.Location()));
                break;
            case "AllowedValuesAttribute":
                RefuseSecond(annotations.HasAllowed, attribute, annotations, context);
                annotations.Allowed = annotations.Allowed.AddRange(attribute.Values());
                annotations.HasAllowed = true;
                break;
            case "DeniedValuesAttribute":
                annotations.Denied = annotations.Denied.AddRange(attribute.Values());
                break;
            case "RequiredAttribute":
                annotations.Required = true;
                if (attribute.Named("AllowEmptyStrings") is true)
                {
                    Refuse(attribute, annotations, context, "AllowEmptyStrings changes nothing that a schema can say; leave it out and declare MinLength = 0 with a non-nullable type");
                }

                return;
            default:
                if (!s_ignored.Contains(name))
                {
                    Refuse(attribute, annotations, context, "use [RegularExpression], [Range], a length or [AllowedValues] for what can be said in a schema");
                }

                return;
        }

        annotations.Expect(attribute);
    }

    private static void ReadOwn(AttributeData attribute, Annotations annotations, ParseContext context)
    {
        switch (attribute.AttributeClass!.Name)
        {
            case "MultipleOfAttribute":
                RefuseSecond(annotations.MultipleOf is not null, attribute, annotations, context);
                annotations.MultipleOf = attribute.Argument(0);
                break;
            case "UniqueItemsAttribute":
                annotations.Unique = true;
                break;
            case "AnyJsonAttribute":
                annotations.AnyJson = true;
                break;
            case "PatternAttribute":
                annotations.Patterns = annotations.Patterns.Add(new PatternText(attribute.Argument(0) as string ?? "", IsWhole: false, attribute.Location()));
                break;
            case "FormatAttribute":
                AddFormat(FormatNamed(attribute.ConstructorArguments[0]), attribute, annotations, context);
                break;
            case "IdentifierAttribute" or "CommandArgumentAttribute" or "PlainTextAttribute":
                TextGuards.Read(attribute, annotations, context);
                break;
            case "AllowedPathsAttribute" or "AllowedHostsAttribute":
                RefuseSecond(annotations.Guard is not null, attribute, annotations, context);
                annotations.Guard = attribute;
                break;
            case "ItemsAttribute" or "ValuesAttribute":
                ReadLevel(attribute, annotations.Items, annotations.AddItems, annotations, context);
                return;
            case "KeysAttribute":
                ReadLevel(attribute, annotations.Keys, annotations.AddKeys, annotations, context);
                return;
            default:
                return;
        }

        annotations.Expect(attribute);
    }

    private static void ReadLevel(AttributeData attribute, SortedDictionary<int, Annotations>? levels, System.Action<int, Annotations> add, Annotations annotations, ParseContext context)
    {
        int level = attribute.Named("Level") as int? ?? 1;
        if (level < 1 || levels?.ContainsKey(level) is true)
        {
            context.Report(Descriptors.AnnotationMisplaced, attribute.Location(), attribute.ShortName(), annotations.Subject, "must name each level, from 1, at most once");
            return;
        }

        var inner = new Annotations { Subject = annotations.Subject, Location = annotations.Location, Level = attribute };
        RequireLengths(attribute.Named("MinLength") as int?, attribute.Named("MaxLength") as int?, attribute, inner, context);

        if (attribute.Named("Pattern") is string pattern)
        {
            inner.Patterns = inner.Patterns.Add(new PatternText(pattern, IsWhole: true, attribute.Location()));
        }

        if (attribute.NamedArguments.FirstOrDefault(static argument => argument.Key == "Format").Value is { Kind: TypedConstantKind.Enum } format)
        {
            AddFormat(FormatNamed(format), attribute, inner, context);
        }

        if (attribute.IsNamed("Minimum") || attribute.IsNamed("Maximum"))
        {
            inner.Range = new RangeLimits(attribute.Named("Minimum"), attribute.Named("Maximum"), false, false);
        }

        inner.MultipleOf = attribute.Named("MultipleOf");
        inner.Expect(attribute);
        add(level, inner);
    }

    /// <summary>The member of StringFormat that a constant is; null where it is none.</summary>
    private static string? FormatNamed(TypedConstant constant) =>
        constant.Type?.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(field => field.HasConstantValue && Equals(field.ConstantValue, constant.Value))?.Name;

    private static void AddFormat(string? format, AttributeData attribute, Annotations annotations, ParseContext context)
    {
        if (format is null)
        {
            context.Report(Descriptors.AnnotationMisplaced, attribute.Location() ?? annotations.Location, attribute.ShortName(), annotations.Subject, "names no format");
        }
        else if (!annotations.Formats.Contains(format))
        {
            RefuseSecond(!annotations.Formats.IsEmpty, attribute, annotations, context);
            annotations.Formats = annotations.Formats.Add(format);
        }
    }

    /// <summary>What is said in two places and does not add up by itself is said once.</summary>
    private static void RefuseSecond(bool isSecond, AttributeData attribute, Annotations annotations, ParseContext context)
    {
        if (isSecond)
        {
            context.Report(Descriptors.AnnotationMisplaced, attribute.Location() ?? annotations.Location, attribute.ShortName(), annotations.Subject, "is stated in two places; state it once");
        }
    }

    private static void RequireLengths(int? min, int? max, AttributeData attribute, Annotations annotations, ParseContext context)
    {
        if (min < 0 || max < 0)
        {
            context.Report(Descriptors.AnnotationMisplaced, attribute.Location() ?? annotations.Location, attribute.ShortName(), annotations.Subject, "has a negative length");
            return;
        }

        if (min is { } least)
        {
            annotations.RequireMinLength(least);
        }

        if (max is { } most)
        {
            annotations.RequireMaxLength(most);
        }
    }

    private static void ReadJson(AttributeData attribute, Annotations annotations, ParseContext context)
    {
        bool isKnown = attribute.AttributeClass.IsIn(KnownNames.JsonSerialization) && s_ignored.Contains(attribute.AttributeClass!.Name);
        if (!isKnown && !IsEnumNameConverter(attribute))
        {
            Refuse(attribute, annotations, context, context.IsResult
                ? "results are written by the generated writer, not by System.Text.Json; remove it"
                : "arguments are bound by the generated reader, not by System.Text.Json; remove it");
        }
    }

    /// <summary>The framework's converter of enums to names: what happens anyway.</summary>
    public static bool IsEnumNameConverter(AttributeData attribute) =>
        attribute.AttributeClass.Is(KnownNames.JsonSerialization + ".JsonConverterAttribute")
        && attribute.Argument(0) is ITypeSymbol { Name: "JsonStringEnumConverter" } converter && converter.IsIn(KnownNames.JsonSerialization);

    /// <summary>Reports every annotation on what no caller fills: a service, or what the call supplies.</summary>
    public static void RefuseAll(string subject, Location location, ImmutableArray<AttributeData> attributes, ParseContext context)
    {
        Annotations annotations = Parse(subject, location, attributes, context);
        foreach (AttributeData attribute in annotations.Unused.Concat(annotations.Rules))
        {
            context.Report(Descriptors.AnnotationMisplaced, attribute.Location() ?? location, attribute.ShortName(), subject, "limits what no caller fills");
        }
    }

    private static void ReadRange(AttributeData attribute, Annotations annotations)
    {
        bool exclusiveMin = attribute.Named("MinimumIsExclusive") is true;
        bool exclusiveMax = attribute.Named("MaximumIsExclusive") is true;
        bool hasType = attribute.ConstructorArguments.Length == 3;
        annotations.Range = new RangeLimits(
            attribute.Argument(hasType ? 1 : 0), attribute.Argument(hasType ? 2 : 1), exclusiveMin, exclusiveMax);
    }

    private static int Int(AttributeData attribute, int index) => attribute.Argument(index) as int? ?? 0;

    private static void Refuse(AttributeData attribute, Annotations annotations, ParseContext context, string advice) =>
        context.Report(Descriptors.AnnotationNotSupported, attribute.Location() ?? annotations.Location, attribute.ShortName(), annotations.Subject, advice);
}
