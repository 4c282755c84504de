using System.Linq;
using McpGen.Generator.Model;

namespace McpGen.Generator.Parsing;

/// <summary>How many schemas a value's schema is made of: types that hold others several times over multiply.</summary>
public static class SchemaSize
{
    /// <summary>More than a model could read, and more than a list of tools should carry.</summary>
    public const int Largest = 10_000;

    public static bool IsTooLarge(ValueModel value) => Of(value) > Largest;

    private static int Of(ValueModel value) => value switch
    {
        ArrayValue array => 1 + Of(array.Item),
        MapValue map => 2 + Of(map.Item),
        PolymorphicValue several => 1 + several.Cases.Sum(Of),
        ObjectValue shape => 1 + shape.Members.Sum(static member => Of(member.Value)),
        _ => 1,
    };
}
