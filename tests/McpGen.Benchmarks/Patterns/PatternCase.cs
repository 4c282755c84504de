using System.Reflection;
using System.Text.RegularExpressions;
using McpGen.Validation;

namespace McpGen.Benchmarks.Patterns;

/// <summary>One pattern in its three forms, and a text that matches it.</summary>
public sealed class PatternCase
{
    private PatternCase(string name, string pattern, string text)
    {
        Name = name;
        Text = text;

        // The end of the text, as ECMA-262 means it; in .NET a newline may follow.
        string expression = pattern[..^1] + "\\z";
        Span = typeof(PatternTools.McpGenHardened).GetMethod("Matches" + name, BindingFlags.NonPublic | BindingFlags.Static)!.CreateDelegate<TextMatcher>();
        NonBacktracking = new Regex(expression, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
        Compiled = new Regex(expression, RegexOptions.Compiled | RegexOptions.CultureInvariant);
        if (!Agree(text, expected: true) || !Agree(text + "\n", expected: false))
        {
            throw new InvalidOperationException($"The forms of {pattern} differ.");
        }
    }

    /// <summary>A handful of what tools ask for.</summary>
    public static IReadOnlyList<PatternCase> All { get; } =
    [
        new(nameof(PatternTools.Uuid), PatternTools.Uuid, "7f3c2b1a-9d4e-4c6b-8a51-0f2e3d4c5b6a"),
        new(nameof(PatternTools.Slug), PatternTools.Slug, "wireless-noise-cancelling-headphones-2026"),
        new(nameof(PatternTools.Identifier), PatternTools.Identifier, "customer_account_number"),
        new(nameof(PatternTools.Status), PatternTools.Status, "archived"),
        new(nameof(PatternTools.Date), PatternTools.Date, "2026-11-21"),
        new(nameof(PatternTools.Release), PatternTools.Release, "v10.0.401"),
    ];

    /// <summary>What it is for.</summary>
    public string Name { get; }

    /// <summary>A text that matches.</summary>
    public string Text { get; }

    /// <summary>As the generator prints it.</summary>
    public TextMatcher Span { get; }

    /// <summary>The engine that never backtracks.</summary>
    public Regex NonBacktracking { get; }

    /// <summary>The engine that is compiled and may backtrack.</summary>
    public Regex Compiled { get; }

    /// <inheritdoc/>
    public override string ToString() => Name;

    private bool Agree(string text, bool expected) => Span(text) == expected && NonBacktracking.IsMatch(text) == expected && Compiled.IsMatch(text) == expected;
}
