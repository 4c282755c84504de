using System.Collections;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace McpGen.Generator.Tests.Harness;

/// <summary>A generated file and what the driver did for it.</summary>
internal sealed record PrintedFile(string Name, IncrementalStepRunReason Reason)
{
    /// <summary>The files of a run that tracked its steps.</summary>
    public static IEnumerable<PrintedFile> Of(GeneratorRunResult result) =>
        result.TrackedOutputSteps.SelectMany(static pair => pair.Value).SelectMany(static run => run.Outputs)
            .SelectMany(static output => HintNames(output.Value).Select(name => new PrintedFile(name, output.Reason)));

    /// <summary>An output step's value is a pair of sources and diagnostics of the compiler's own.</summary>
    private static IEnumerable<string> HintNames(object value) =>
        value is ITuple pair && pair[0] is IEnumerable sources
            ? sources.Cast<object>().Select(static source => (string)source.GetType().GetProperty("HintName")!.GetValue(source)!)
            : [];
}
