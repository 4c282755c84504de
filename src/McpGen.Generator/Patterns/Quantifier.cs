using System.Globalization;

namespace McpGen.Generator.Patterns;

/// <param name="Min">The least number of times.</param>
/// <param name="Max">The greatest; null when there is none.</param>
public sealed record Quantifier(int Min, int? Max)
{
    /// <summary>Both dialects spell it alike.</summary>
    public override string ToString() => (Min, Max) switch
    {
        (0, null) => "*",
        (1, null) => "+",
        (0, 1) => "?",
        (_, null) => "{" + Digits(Min) + ",}",
        _ when Min == Max => "{" + Digits(Min) + "}",
        _ => "{" + Digits(Min) + "," + Digits(Max.Value) + "}",
    };

    private static string Digits(int count) => count.ToString(CultureInfo.InvariantCulture);
}
