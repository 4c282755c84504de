using System;
using System.Collections.Generic;
using System.Linq;
using McpGen.Generator.Model;
using Microsoft.CodeAnalysis;

namespace McpGen.Generator.Parsing;

/// <summary>[Flags] enums: an array of names, each once; the empty array is zero.</summary>
public static class FlagsEnums
{
    /// <summary>The names that may stand in the array: not that of zero, and one for each value. The largest first, as a value is taken apart.</summary>
    public static IEnumerable<EnumMember> Listed(INamedTypeSymbol type, EquatableArray<EnumMember> members) => members
        .Select(member => (Member: member, Bits: BitsOf(type, member)))
        .Where(static pair => pair.Bits != 0)
        .GroupBy(static pair => pair.Bits)
        .Select(static group => group.First())
        .OrderByDescending(static pair => Count(pair.Bits))
        .Select(static pair => pair.Member);

    public static ArrayValue Joined(EnumValue name, INamedTypeSymbol type, ParseContext context) => context.WithMethod(
        new ArrayValue { Type = type.Code(), Item = name, Kind = CollectionKind.Flags, MaxItems = name.Members.Count, Unique = true, IsValueType = true },
        Naming.Pascal(type.Name) + "Set");

    /// <summary>The names that make up a value; null when some of its bits have none.</summary>
    public static IReadOnlyList<EnumMember>? NamesOf(object? value, INamedTypeSymbol type, EquatableArray<EnumMember> members)
    {
        ulong whole = Bits(value);
        ulong rest = whole;
        var names = new List<EnumMember>();
        foreach (EnumMember member in members)
        {
            ulong bits = BitsOf(type, member);
            if ((whole & bits) == bits && (rest & bits) != 0)
            {
                names.Add(member);
                rest &= ~bits;
            }
        }

        return rest == 0 ? names : null;
    }

    /// <summary>Whether a member has every bit of a denied one: another name for it, or for it and more.</summary>
    public static bool Holds(INamedTypeSymbol type, EnumMember member, TypedConstant denied) =>
        SymbolEqualityComparer.Default.Equals(denied.Type, type) && Bits(denied.Value) is not 0 and var bits && (BitsOf(type, member) & bits) == bits;

    private static ulong BitsOf(INamedTypeSymbol type, EnumMember member) => Bits(
        type.GetMembers().OfType<IFieldSymbol>().First(field => field.HasConstantValue && type.Code() + "." + Emission.CSharp.Identifier(field.Name) == member.Member).ConstantValue);

    private static ulong Bits(object? value) => value is ulong large ? large : unchecked((ulong)Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture));

    private static int Count(ulong bits)
    {
        int count = 0;
        for (; bits != 0; bits &= bits - 1)
        {
            count++;
        }

        return count;
    }
}
