using McpGen.Generator.Model;
using static McpGen.Generator.KnownNames;

namespace McpGen.Generator.Emission;

/// <summary>The patterns of a tool class: a field for each, and the method that decides it where no engine is needed.</summary>
public static class PatternEmitter
{
    public static void Write(SourceWriter writer, EquatableArray<PatternField> patterns)
    {
        foreach (PatternField pattern in patterns)
        {
            string check = pattern.Matcher?.Method ?? CSharp.Literal(pattern.DotNet);
            string[] settings =
            [
                .. pattern.Meaning is null ? (string[])[] : [$"Meaning = {CSharp.Literal(pattern.Meaning)}"],
                .. pattern.IsNormalized ? (string[])["IsNormalized = true"] : [],
                .. pattern.And is null ? (string[])[] : [$"And = {pattern.And}"],
            ];
            string set = settings.Length == 0 ? "" : $" {{ {string.Join(", ", settings)} }}";
            writer.Line($"private static readonly {Runtime.Pattern} {pattern.Field} = new({CSharp.Literal(pattern.Ecma)}, {check}){set};");
        }

        foreach (PatternField pattern in patterns)
        {
            if (pattern.Matcher is { Code: var code })
            {
                writer.Line();
                writer.Line(code);
            }
        }

        if (!patterns.IsEmpty)
        {
            writer.Line();
        }
    }
}
