using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using McpGen.Generator.Emission;

namespace McpGen.Generator.Patterns;

/// <summary>Prints steps as statements that take them off the front of <c>rest</c>, or return false.</summary>
public sealed class StepWriter(SourceWriter writer, UnitSearch search)
{
    private const string Fail = "return false;";

    private int loops;

    /// <summary>Whether a statement used the variable <c>run</c>.</summary>
    public bool UsesRun { get; private set; }

    /// <param name="entered">That <c>rest</c> begins with what the step begins with was tested already.</param>
    public void Write(Step step, bool entered = false)
    {
        switch (step)
        {
            case Series { Items: var items }:
                WriteSeries(items, entered);
                break;
            case Words words:
                WriteWords(words, entered);
                break;
            case Fork fork:
                WriteFork(fork);
                break;
            case Loop loop:
                WriteLoop(loop);
                break;
            case Take take:
                WriteTake(take, entered);
                break;
        }
    }

    private void WriteSeries(IReadOnlyList<Step> items, bool entered)
    {
        for (int i = 0; i < items.Count; i++)
        {
            string text = StepTest.LiteralAt(items, i);
            if (text.Length > 1)
                WriteText(text);
            else
                Write(items[i], entered && i == 0);

            i += text.Length > 1 ? text.Length - 1 : 0;
        }
    }

    private void WriteWords(Words words, bool entered)
    {
        if (!words.ArePrefixFree)
        {
            Write(words.Factored, entered);
            return;
        }

        foreach (string text in words.Texts)
            writer.Line($"{(text == words.Texts[0] ? "" : "else ")}if ({StepTest.Starts("rest", text)}) rest = rest[{Number(text.Length)}..];");
        writer.Line("else " + Fail);
    }

    private void WriteText(string text)
    {
        writer.Line($"if ({StepTest.DoesNotStart(text)}) {Fail}");
        Advance(text.Length);
    }

    private void WriteTake(Take take, bool entered)
    {
        if (take is { HasPairs: true, IsFixed: true })
            WritePairs(take);
        else if (take.IsOne)
            WriteOne(take, entered);
        else if (take is { Min: 0, Max: 1, HasPairs: false })
            writer.Line($"if ({StepTest.Begins(take)}) rest = rest[1..];");
        else if (take.IsFixed && UnitSearch.Exists(UnitTest.Others(take.Units)))
            WriteFixed(take);
        else
            WriteRun(take, entered);
    }

    private void WriteOne(Take take, bool entered)
    {
        if (!entered)
            writer.Line($"if (rest is not [{UnitTest.Of(take.Units)}, ..]) {Fail}");
        Advance(1);
    }

    private void WriteFixed(Take take)
    {
        writer.Line($"if (rest.Length < {Number(take.Min)} || {search.Contains($"rest[..{Number(take.Min)}]", UnitTest.Others(take.Units))}) {Fail}");
        Advance(take.Min);
    }

    /// <summary>Nothing that may follow is in the set, so that the run is as long as it can be.</summary>
    private void WriteRun(Take take, bool entered)
    {
        UsesRun = true;
        CodePointSet others = UnitTest.Others(take.Units);
        if (others.IsEmpty)
        {
            writer.Line("run = rest.Length;");
        }
        else if (UnitSearch.Exists(others))
        {
            writer.Line($"run = {search.IndexOf("rest", others)};");
            writer.Line("if (run < 0) run = rest.Length;");
        }
        else
        {
            string bound = take.IsFixed ? $"run < {Number(take.Min)} && " : "";
            writer.Line("run = 0;");
            writer.Line($"while ({bound}run < rest.Length && rest[run] is {UnitTest.Of(take.Units)}) run++;");
        }

        if (StepTest.OutOfBounds(take, entered) is { } outOfBounds)
            writer.Line($"if ({outOfBounds}) {Fail}");
        writer.Line("rest = rest[run..];");
    }

    /// <summary>A fixed number of characters, each of one unit or two.</summary>
    private void WritePairs(Take take)
    {
        if (take.Min > 1)
        {
            string i = Name("i");
            using (writer.Block($"for (int {i} = 0; {i} < {Number(take.Min)}; {i}++)"))
                WritePairs(take with { Min = 1, Max = 1 });
            return;
        }

        writer.Line("if (rest.Length > 1 && char.IsSurrogatePair(rest[0], rest[1])) rest = rest[2..];");
        writer.Line($"else if ({StepTest.Begins(take)}) rest = rest[1..];");
        writer.Line($"else {Fail}");
    }

    private void WriteFork(Fork fork)
    {
        for (int i = 0; i < fork.Branches.Count; i++)
        {
            Step branch = fork.Branches[i];
            bool isElse = i == fork.Branches.Count - 1 && !fork.CanBeEmpty;
            string head = isElse ? "else" : (i == 0 ? "if (" : "else if (") + StepTest.Begins(branch) + ")";
            using (writer.Block(head))
                Write(branch, entered: !isElse);
        }
    }

    private void WriteLoop(Loop loop)
    {
        string begins = StepTest.Begins(loop.Body);
        if (loop.Max == 1)
        {
            using (writer.Block($"if ({begins})"))
                Write(loop.Body, entered: true);
        }
        else if (loop.Min == loop.Max)
        {
            string i = Name("i");
            using (writer.Block($"for (int {i} = 0; {i} < {Number(loop.Min)}; {i}++)"))
                Write(loop.Body);
        }
        else if (loop is { Min: 1, Max: null })
        {
            using (writer.Block("do", end: $"}} while ({begins});"))
                Write(loop.Body);
        }
        else
        {
            WriteCounted(loop, begins);
        }
    }

    private void WriteCounted(Loop loop, string begins)
    {
        if (loop is { Min: 0, Max: null })
        {
            using (writer.Block($"while ({begins})"))
                Write(loop.Body, entered: true);
            return;
        }

        string count = Name("count");
        writer.Line($"int {count} = 0;");
        using (writer.Block($"while ({begins})"))
        {
            writer.Line(loop.Max is { } max ? $"if (++{count} > {Number(max)}) {Fail}" : $"{count}++;");
            Write(loop.Body, entered: true);
        }

        if (loop.Min > 0)
            writer.Line($"if ({count} < {Number(loop.Min)}) {Fail}");
    }

    private void Advance(int count) => writer.Line($"rest = rest[{Number(count)}..];");

    /// <summary>A name that no other loop of the method has.</summary>
    private string Name(string stem) => ++loops == 1 ? stem : stem + Number(loops);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
