using System.Text.RegularExpressions;

namespace McpGen.Validation;

/// <summary>A regular expression with its ECMA-262 meaning, run in linear time.</summary>
/// <remarks>
/// The generator has parsed the author's pattern and spelled it out twice: as it stands in the schema, and as a .NET expression of the
/// same meaning. The engine is built on the first use, once, and never backtracks.
/// </remarks>
public sealed class Pattern
{
    private readonly string _expression;
    private Regex? _regex;

    /// <summary>Makes a pattern.</summary>
    /// <param name="schema">The pattern in the dialect of JSON Schema (ECMA-262, flag u); told to a caller that fails it.</param>
    /// <param name="expression">The .NET expression of the same meaning.</param>
    public Pattern(string schema, string expression)
    {
        Schema = schema;
        _expression = expression;
    }

    /// <summary>The pattern as the schema shows it.</summary>
    public string Schema { get; }

    /// <summary>A further pattern that must match too.</summary>
    public Pattern? And { get; init; }

    /// <summary>Whether this pattern and every further one match.</summary>
    internal bool IsMatch(ReadOnlySpan<char> text)
    {
        for (Pattern? pattern = this; pattern is not null; pattern = pattern.And)
        {
            // A race builds the engine twice and keeps one: harmless, and cheaper than a lock on every call.
            Regex regex = pattern._regex ??= new Regex(pattern._expression, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
            if (!regex.IsMatch(text))
            {
                return false;
            }
        }

        return true;
    }
}
