using System.Globalization;
using System.Linq;

namespace McpGen.Generator.Patterns;

/// <summary>Prints a set of units as a C# pattern: <c>>= 'a' and &lt;= 'z' or '_'</c>.</summary>
public static class UnitTest
{
    public static readonly CodePointRange AllUnits = new(0, char.MaxValue);

    public static CodePointSet Others(CodePointSet units) => units.Complement().Within(AllUnits);

    public static string Of(CodePointSet units)
    {
        CodePointSet others = Others(units);
        if (others.IsEmpty)
            return "_";
        if (units.Ranges.Count <= others.Ranges.Count)
            return List(units);

        string list = List(others);
        return list.Contains(' ') ? $"not ({list})" : $"not {list}";
    }

    public static string Literal(int unit) => unit switch
    {
        '\'' => @"'\''",
        '\\' => @"'\\'",
        '\t' => @"'\t'",
        '\n' => @"'\n'",
        '\r' => @"'\r'",
        >= ' ' and <= '~' => $"'{(char)unit}'",
        _ => @"'\u" + unit.ToString("x4", CultureInfo.InvariantCulture) + "'",
    };

    private static string List(CodePointSet units) => string.Join(" or ", units.Ranges.Select(Range));

    private static string Range(CodePointRange range) => range switch
    {
        { IsSingle: true } => Literal(range.First),
        { First: 0 } => "<= " + Literal(range.Last),
        { Last: char.MaxValue } => ">= " + Literal(range.First),
        _ when range.Last == range.First + 1 => Literal(range.First) + " or " + Literal(range.Last),
        _ => $">= {Literal(range.First)} and <= {Literal(range.Last)}",
    };
}
