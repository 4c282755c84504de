using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace McpGen.Generator.Parsing;

/// <summary>Types that cannot be arguments, with what to use instead. They are never taken for services.</summary>
public static class UnsupportedTypes
{
    private static readonly Dictionary<string, string> s_byName = new()
    {
        ["System.Half"] = "use double",
        ["System.Int128"] = "use long or decimal",
        ["System.UInt128"] = "use ulong or decimal",
        ["System.Numerics.BigInteger"] = "use long or decimal",
        ["System.Version"] = "use a string with [RegularExpression]",
        ["System.Type"] = "a caller must not choose a type; use an enum",
        ["System.Memory"] = "use an array",
        ["System.ReadOnlyMemory"] = "use an array",
        ["System.Index"] = "use int",
        ["System.Range"] = "use two int parameters",
        ["System.Text.Json.JsonDocument"] = "use JsonElement with [AnyJson]",
        ["System.Text.Json.Nodes.JsonObject"] = "use JsonNode with [AnyJson], or a record",
        ["System.Text.Json.Nodes.JsonArray"] = "use JsonNode with [AnyJson], or an array",
        ["System.Text.Json.Nodes.JsonValue"] = "use JsonNode with [AnyJson], or a scalar",
    };

    private static readonly Dictionary<string, string> s_resultsByName = new()
    {
        ["System.Half"] = "use double",
        ["System.Int128"] = "use long or decimal",
        ["System.UInt128"] = "use ulong or decimal",
        ["System.Numerics.BigInteger"] = "use long or decimal",
        ["System.Version"] = "use a string",
        ["System.Type"] = "use a string",
        ["System.Text.Json.JsonDocument"] = "use JsonElement",
    };

    /// <summary>What to use instead of a type, or null when it is not one of these.</summary>
    public static string? Advice(ITypeSymbol type, bool isResult)
    {
        if (type.IsTupleType)
        {
            return "a tuple's names are not part of its type; use a record";
        }

        if (type.SpecialType == SpecialType.System_Object || type.TypeKind == TypeKind.Dynamic)
        {
            return isResult ? "it could be anything; use a record, or mark the tool [ReflectedResult]" : "nothing in it could be checked; use a record, or JsonElement with [AnyJson]";
        }

        if (type.SpecialType is SpecialType.System_IntPtr or SpecialType.System_UIntPtr)
        {
            return "its size depends on the machine; use int or long";
        }

        if (type.TypeKind == TypeKind.Delegate)
        {
            return "JSON has no functions";
        }

        if (type.TypeKind is TypeKind.Pointer or TypeKind.FunctionPointer || type.IsRefLikeType)
        {
            return "it cannot leave the stack; use an array or a string";
        }

        if (type.InheritsFrom("System.IO.Stream") || type.InheritsFrom("System.IO.TextReader"))
        {
            return "use a string";
        }

        if (type.InheritsFrom("System.Threading.Tasks.Task") || type.Is("System.Threading.Tasks.ValueTask"))
        {
            return "JSON has no tasks; use the value itself";
        }

        foreach (KeyValuePair<string, string> pair in isResult ? s_resultsByName : s_byName)
        {
            if (type.Is(pair.Key))
            {
                return pair.Value;
            }
        }

        foreach (INamedTypeSymbol contract in type.AllInterfaces)
        {
            if (contract.SpecialType == SpecialType.System_Collections_IEnumerable)
            {
                return "a collection of this kind is not supported; use an array, List<T> or IReadOnlyList<T>";
            }
        }

        return type.SpecialType == SpecialType.System_Collections_IEnumerable ? "say what it holds: use IReadOnlyList<T>" : null;
    }
}
