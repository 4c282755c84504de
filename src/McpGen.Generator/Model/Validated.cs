using System.Collections.Generic;
using System.Linq;

namespace McpGen.Generator.Model;

/// <summary>Which values the developer's own validation looks at, themselves or something in them.</summary>
public static class Validated
{
    public static bool Has(MemberModel member, EquatableArray<MethodModel> readers) => !member.Rules.IsEmpty || Has(member.Value, readers);

    public static bool Has(ValueModel value, EquatableArray<MethodModel> readers) => Has(value, readers, []);

    private static bool Has(ValueModel value, EquatableArray<MethodModel> readers, HashSet<string> entered) => value switch
    {
        ArrayValue array => Has(array.Item, readers, entered),
        MapValue map => Has(map.Item, readers, entered),
        PolymorphicValue several => several.Cases.Any(shape => Has(shape, readers, entered)),
        ReferenceValue reference => entered.Add(reference.Method) && Has(readers.First(reader => reader.Name == reference.Method).Value, readers, entered),
        ObjectValue shape => shape.ValidatesItself || !shape.Rules.IsEmpty || shape.Members.Any(member => !member.Rules.IsEmpty || Has(member.Value, readers, entered)),
        _ => false,
    };
}
