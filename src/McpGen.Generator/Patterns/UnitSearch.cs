using System.Collections.Generic;
using System.Linq;
using McpGen.Generator.Emission;

namespace McpGen.Generator.Patterns;

/// <summary>Prints the searches of <c>MemoryExtensions</c> for units in a set or outside it, with the lists of units they need.</summary>
public sealed class UnitSearch(string holder)
{
    private const string Methods = "global::System.MemoryExtensions.";

    /// <summary>A list of more units is written as ranges and searched by a loop.</summary>
    private const int MaxListed = 128;

    private readonly List<(string Name, string Units)> lists = [];

    /// <summary>Whether there is a search for the set; else a loop has to do.</summary>
    public static bool Exists(CodePointSet units) => units.Ranges.Count == 1 || units.Count <= MaxListed || Exists(units, UnitTest.Others(units));

    /// <summary>Whether a text holds a unit of the set.</summary>
    public string Contains(string text, CodePointSet units) => Call("Contains", text, units);

    /// <summary>Where the first unit of the set is, or -1.</summary>
    public string IndexOf(string text, CodePointSet units) => Call("IndexOf", text, units);

    public void WriteLists(SourceWriter writer)
    {
        if (lists.Count == 0)
            return;

        writer.Line();
        using (writer.Block("private static class " + holder))
        {
            foreach ((string name, string units) in lists)
                writer.Line($"internal static readonly global::System.Buffers.SearchValues<char> {name} = global::System.Buffers.SearchValues.Create({CSharp.Literal(units)});");
        }
    }

    private static bool Exists(CodePointSet units, CodePointSet others) => !units.IsEmpty && (others.Ranges.Count <= 1 || others.Count <= MaxListed);

    private string Call(string method, string text, CodePointSet units)
    {
        CodePointSet others = UnitTest.Others(units);
        (string what, string values) = units switch
        {
            { Ranges.Count: 1, Count: 1 } => ("", List(units)),
            { Count: <= 3 } => ("Any", List(units)),
            _ when others.Count is > 0 and <= 3 => ("AnyExcept", List(others)),
            { Ranges.Count: 1 } => ("AnyInRange", Bounds(units)),
            _ when others.Ranges.Count == 1 => ("AnyExceptInRange", Bounds(others)),
            { Count: <= MaxListed } => ("Any", Listed(units)),
            _ => ("AnyExcept", Listed(others)),
        };
        return $"{Methods}{method}{what}({text}, {values})";
    }

    private static string List(CodePointSet units) => string.Join(", ", UnitsOf(units).Select(unit => UnitTest.Literal(unit)));

    private static string Bounds(CodePointSet units) => $"{UnitTest.Literal(units.Ranges[0].First)}, {UnitTest.Literal(units.Ranges[0].Last)}";

    private string Listed(CodePointSet units)
    {
        string text = new([.. UnitsOf(units)]);
        if (lists.Find(list => list.Units == text).Name is not { } name)
        {
            name = UnitSetName.Of(units) ?? "Set" + (lists.Count + 1);
            lists.Add((name, text));
        }

        return $"{holder}.{name}";
    }

    private static IEnumerable<char> UnitsOf(CodePointSet units) => units.Ranges.SelectMany(range => Enumerable.Range(range.First, range.Last - range.First + 1)).Select(unit => (char)unit);
}
