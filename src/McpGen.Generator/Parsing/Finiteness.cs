using System.Linq;
using McpGen.Generator.Model;

namespace McpGen.Generator.Parsing;

/// <summary>Whether a type that contains itself has values at all: somewhere the nesting must be able to stop.</summary>
public static class Finiteness
{
    public static bool IsFinite(ValueModel value) => value.AllowsNull || value switch
    {
        ReferenceValue => false,
        ArrayValue array => array.MinItems == 0 || IsFinite(array.Item),
        MapValue map => map.MinItems == 0 || IsFinite(map.Item),
        PolymorphicValue several => several.Cases.Any(IsFinite),
        ObjectValue shape => shape.Members.All(static member => !member.IsRequired || IsFinite(member.Value)),
        _ => true,
    };
}
