using System.Text;
using System.Text.RegularExpressions;

namespace McpGen.Validation;

/// <summary>A regular expression with its ECMA-262 meaning, run in linear time.</summary>
/// <remarks>
/// The generator has parsed the author's pattern and spelled it out twice: as it stands in the schema, and for the check either as a method
/// that goes over the text once, or as a .NET expression of the same meaning. The engine of an expression is built on its first use, once,
/// and never backtracks.
/// </remarks>
public sealed class Pattern : IArgumentGuard
{
    private readonly TextMatcher? _matcher;
    private readonly string? _expression;
    private Regex? _regex;

    /// <summary>Makes a pattern.</summary>
    /// <param name="schema">The pattern in the dialect of JSON Schema (ECMA-262, flag u); told to a caller that fails it.</param>
    /// <param name="expression">The .NET expression of the same meaning.</param>
    public Pattern(string schema, string expression)
    {
        Schema = schema;
        _expression = expression;
    }

    /// <summary>Makes a pattern that is decided without an engine.</summary>
    /// <param name="schema">The pattern in the dialect of JSON Schema (ECMA-262, flag u); told to a caller that fails it.</param>
    /// <param name="matcher">The method of the same meaning.</param>
    public Pattern(string schema, TextMatcher matcher)
    {
        Schema = schema;
        _matcher = matcher;
    }

    /// <summary>The pattern as the schema shows it.</summary>
    public string Schema { get; }

    /// <summary>What the pattern means, as the end of "must be"; told instead of it.</summary>
    public string? Meaning { get; init; }

    /// <summary>Whether the text has to be in normalization form C too (Unicode Standard Annex #15).</summary>
    public bool IsNormalized { get; init; }

    /// <summary>A further pattern that must match too.</summary>
    public Pattern? And { get; init; }

    /// <summary>Why the server cannot start with this pattern: nothing here can tell the normalization form it asks for.</summary>
    /// <param name="options">What the server decides; a pattern needs nothing of it.</param>
    /// <returns>The reason, as the end of a sentence; null where there is none.</returns>
    public string? Objection(HardeningOptions options) => AsksForForm && "e\u0301".IsNormalized(NormalizationForm.FormC)
        ? "its text has to be in normalization form C, which an application in globalization-invariant mode cannot tell. Turn the mode off (InvariantGlobalization, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT)"
        : null;

    /// <summary>Counts characters as a pattern does: one beyond U+FFFF, which takes two units, is one.</summary>
    /// <param name="text">A text without half surrogate pairs.</param>
    /// <returns>The number of code points.</returns>
    public static int CountCharacters(ReadOnlySpan<char> text)
    {
        int count = text.Length;
        for (int next = text.IndexOfAnyInRange('\udc00', '\udfff'); next >= 0 && next < text.Length; next++)
        {
            if (char.IsLowSurrogate(text[next]))
            {
                count--;
            }
        }

        return count;
    }

    private bool AsksForForm => IsNormalized || And is { AsksForForm: true };

    /// <summary>Whether this pattern and every further one match.</summary>
    internal bool IsMatch(ReadOnlySpan<char> text)
    {
        for (Pattern? pattern = this; pattern is not null; pattern = pattern.And)
        {
            if (!(pattern._matcher is { } matcher ? matcher(text) : pattern.Engine().IsMatch(text)) || (pattern.IsNormalized && !text.IsNormalized(NormalizationForm.FormC)))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A race builds the engine twice and keeps one: harmless, and cheaper than a lock on every call.</summary>
    private Regex Engine() => _regex ??= new Regex(_expression!, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
}
