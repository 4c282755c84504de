using McpGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;

namespace McpGen.Generator.Parsing;

/// <summary>What [ToolDefaults] says for one tool; null where it is silent.</summary>
public sealed record Defaults(int? MaxStringLength, int? MaxItems, int? MaxDepth, int? MaxArgumentBytes, int? MaxResultBytes)
{
    public const int BuiltInMaxStringLength = 4096;
    public const int BuiltInMaxItems = 256;

    /// <summary>The SDK refuses what nests deeper than 61, so a larger promise would be empty.</summary>
    private const int DeepestAllowed = 61;

    public static Defaults None { get; } = new(null, null, null, null, null);

    /// <summary>The attributes from the nearest outwards: each property is taken from the first that sets it.</summary>
    public static Defaults Parse(ToolAttributes attributes, string tool, ParseContext context)
    {
        Defaults result = None;
        foreach (AttributeData attribute in attributes.All)
        {
            if (!attribute.AttributeClass.Is(KnownNames.ToolDefaults))
            {
                continue;
            }

            result = new Defaults(
                result.MaxStringLength ?? Read(attribute, nameof(MaxStringLength), int.MaxValue, tool, context),
                result.MaxItems ?? Read(attribute, nameof(MaxItems), int.MaxValue, tool, context),
                result.MaxDepth ?? Read(attribute, nameof(MaxDepth), DeepestAllowed, tool, context),
                result.MaxArgumentBytes ?? Read(attribute, nameof(MaxArgumentBytes), int.MaxValue, tool, context),
                result.MaxResultBytes ?? Read(attribute, nameof(MaxResultBytes), int.MaxValue, tool, context));
        }

        return result;
    }

    private static int? Read(AttributeData attribute, string property, int greatest, string tool, ParseContext context)
    {
        int? value = attribute.Named(property) as int?;
        if (value < 1 || value > greatest)
        {
            context.Report(Descriptors.AnnotationMisplaced, attribute.Location(), attribute.ShortName(), tool, $"must set {property} to 1 to {greatest}");
            return null;
        }

        return value;
    }
}
