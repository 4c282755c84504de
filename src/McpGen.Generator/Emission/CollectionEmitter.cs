using System.Linq;
using McpGen.Generator.Model;
using static McpGen.Generator.KnownNames;

namespace McpGen.Generator.Emission;

/// <summary>The methods that read arrays, sets and dictionaries.</summary>
public static class CollectionEmitter
{
    private const string Generic = "global::System.Collections.Generic.";

    public static void WriteArray(SourceWriter writer, string name, ArrayValue value)
    {
        string item = ValueEmitter.LocalType(value.Item);
        bool isList = value.Kind == CollectionKind.List;
        using SourceWriter.Closing method = writer.Block($"private static {ResultType(value)} Read{name}(ref {Runtime.ArgumentReader} reader, {Runtime.JsonElement} json)");
        string read = ValueEmitter.Read(value.Item, "items", "items");
        writer.Line($"var items = new {Runtime.ArrayReader}(json, reader.EnterArray(json{Counts("Items", value.MinItems, value.MaxItems)}));");
        writer.Line($"var values = items.New{(isList ? "List" : "Array")}<{item}>();");
        writer.Line(isList ? $"while (items.Next(ref reader)) values.Add({read});" : $"while (items.Next(ref reader)) values[items.Index] = {read};");
        if (value.Unique)
        {
            writer.Line(isList
                ? $"items.RequireUnique<{item}>(ref reader, global::System.Runtime.InteropServices.CollectionsMarshal.AsSpan(values));"
                : $"items.RequireUnique<{item}>(ref reader, values);");
        }

        if (value.Kind == CollectionKind.Flags)
        {
            writer.Line($"{value.Type} joined = default;");
            writer.Line("foreach (var value in values) joined |= value;");
            writer.Line("return joined;");
            return;
        }

        writer.Line(value.Kind is CollectionKind.Array or CollectionKind.List ? "return values;" : $"return {Runtime.Collections}.To{value.Kind}(values);");
    }

    public static void WriteMap(SourceWriter writer, string name, MapValue value)
    {
        string item = ValueEmitter.LocalType(value.Item);
        bool isDictionary = value.Kind == MapKind.Dictionary;
        string type = isDictionary ? $"{Generic}Dictionary<string, {item}>" : value.Type;
        using SourceWriter.Closing method = writer.Block($"private static {type} Read{name}(ref {Runtime.ArgumentReader} reader, {Runtime.JsonElement} json)");
        string limits = string.Concat(ValueEmitter.Limits(value.Key).Select(static limit => ", " + limit));
        writer.Line($"var entries = new {Runtime.MapReader}<{item}>(json, reader.EnterMap(json{Counts("Entries", value.MinItems, value.MaxItems)}));");
        writer.Line($"while (entries.Next(ref reader{limits})) entries.Values[entries.Name] = {ValueEmitter.Read(value.Item, "entries", "entries")};");
        writer.Line(isDictionary ? "return entries.Values;" : $"return {Runtime.Collections}.To{value.Kind}(entries.Values);");
    }

    /// <summary>The most exact type there is, so that it converts to whatever contract the parameter declares.</summary>
    private static string ResultType(ArrayValue value)
    {
        string item = ValueEmitter.LocalType(value.Item);
        return value.Kind switch
        {
            CollectionKind.Array => item + "[]",
            CollectionKind.List => $"{Generic}List<{item}>",
            CollectionKind.HashSet => $"{Generic}HashSet<{item}>",
            _ => value.Type,
        };
    }

    public static string Counts(string what, int min, int max) => (min > 0 ? $", min{what}: {min}" : "") + (max < int.MaxValue ? $", max{what}: {max}" : "");
}
