using System.Collections.Generic;
using System.Linq;
using McpGen.Generator.Emission;

namespace McpGen.Generator.Patterns;

/// <summary>
/// Prints a pattern as a method that decides a text in one pass from left to right. It allocates nothing, never goes back, and needs no
/// engine; what it looks characters up in is made on its first call.
/// </summary>
public static class SpanPrinter
{
    /// <summary>Stands in the code for the name that its field gets. It occurs nowhere else: the code is printable ASCII.</summary>
    public const string Name = "\u0001";

    private const string Parameter = "(global::System.ReadOnlySpan<char> text)";

    private const int MaxComment = 160;

    /// <summary>More is nothing that anybody reads, and keeps the C# compiler busy.</summary>
    private const int MaxCode = 16_000;

    /// <param name="root">The tree, its word boundaries resolved.</param>
    /// <param name="ecma">The pattern, to stand in a comment.</param>
    /// <returns>The method and what it needs; null when a single pass cannot decide the pattern, or not in code of a reasonable size.</returns>
    public static string? Print(PatternNode root, string ecma)
    {
        if (SpanPlan.Of(root) is not { } plans)
            return null;

        var writer = new SourceWriter();
        var search = new UnitSearch(Name + "Characters");
        string comment = ecma.Length <= MaxComment ? ecma : ecma.Substring(0, MaxComment) + " ...";
        writer.Line($"// {comment}");
        WriteMethod(writer, $"private static bool Matches{Name}", plans, search);
        search.WriteLists(writer);
        string code = writer.ToString().TrimEnd('\n');
        return code.Length <= MaxCode ? code : null;
    }

    private static void WriteMethod(SourceWriter writer, string head, IReadOnlyList<SpanPlan> plans, UnitSearch search)
    {
        string?[] expressions = [.. plans.Select(plan => Expression(plan, search))];
        if (plans.Count == 1 && expressions[0] is null)
        {
            using (writer.Block(head + Parameter))
                WriteBody(writer, plans[0], search);
            return;
        }

        string[] names = [.. plans.Select((_, i) => "Alternative" + (i + 1))];
        string all = string.Join(" || ", expressions.Select((expression, i) => expression is null ? names[i] + "(text)" : Operand(expression, plans.Count)));
        if (!expressions.Contains(null))
        {
            writer.Line($"{head}{Parameter} => {all};");
            return;
        }

        using (writer.Block(head + Parameter))
        {
            writer.Line($"return {all};");
            for (int i = 0; i < plans.Count; i++)
            {
                if (expressions[i] is not null)
                    continue;

                writer.Line();
                using (writer.Block($"static bool {names[i]}{Parameter}"))
                    WriteBody(writer, plans[i], search);
            }
        }
    }

    private static string Operand(string expression, int count) => count > 1 && expression.Contains(" && ") ? $"({expression})" : expression;

    private static string? Expression(SpanPlan plan, UnitSearch search)
    {
        Step step = plan.Step;
        if (Steps.IsNever(step))
            return "false";
        if (Steps.IsEmpty(step) && !(plan.AtStart && plan.AtEnd))
            return "true";

        var take = step as Take;
        string? text = Steps.Literal(step);
        return (plan.AtStart, plan.AtEnd) switch
        {
            (true, true) => new StepTest(search).IsWhole(step, "text"),
            (true, false) when take is { IsOne: true, HasPairs: false } => $"text is [{UnitTest.Of(take.Units)}, ..]",
            (true, false) => text is null ? null : StepTest.Starts("text", text),
            (false, true) when take is { IsOne: true } => $"text is [.., {UnitTest.Of(take.Units)}]",
            (false, true) => text is null ? null : $"text.Length >= {text.Length} && text[^{text.Length}..] is {CSharp.Literal(text)}",
            (false, false) when take is { IsOne: true } => UnitTest.Others(take.Units).IsEmpty ? "!text.IsEmpty" : search.Contains("text", take.Units),
            (false, false) => $"global::System.MemoryExtensions.Contains(text, {CSharp.Literal(text)}, global::System.StringComparison.Ordinal)",
        };
    }

    private static void WriteBody(SourceWriter writer, SpanPlan plan, UnitSearch search)
    {
        int? length = plan.AtStart ? null : StepShape.FixedLength(plan.Step);
        if (length is not null)
            writer.Line($"if (text.Length < {length}) return false;");
        writer.Line($"global::System.ReadOnlySpan<char> rest = text{(length is null ? "" : $"[^{length}..]")};");

        IReadOnlyList<Step> items = Steps.ItemsOf(plan.Step);
        int literal = Enumerable.Range(0, items.Count).First(i => StepTest.LiteralAt(items, i).Length == items.Count - i || i == items.Count - 1);
        string? last = plan.AtEnd ? new StepTest(search).IsWhole(Steps.Series(items.Skip(literal)), "rest") : null;

        var statements = new SourceWriter();
        var steps = new StepWriter(statements, search);
        steps.Write(last is null ? plan.Step : Steps.Series(items.Take(literal)));
        if (steps.UsesRun)
            writer.Line("int run;");
        if (statements.ToString() is { Length: > 0 } lines)
            writer.Line(lines.TrimEnd('\n'));
        writer.Line($"return {last ?? (plan.AtEnd ? "rest.IsEmpty" : "true")};");
    }
}
