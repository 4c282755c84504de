using System.Text.RegularExpressions;
using McpGen.Generator.Patterns;

namespace McpGen.Generator.Tests.Patterns;

/// <summary>What the tests of patterns ask of the compiler.</summary>
internal static class Compiled
{
    public static PatternModel Model(string pattern, bool whole = false)
    {
        PatternResult result = PatternCompiler.Compile(pattern, whole);
        Assert.Null(result.Error);
        Assert.NotNull(result.Pattern);
        return result.Pattern;
    }

    public static PatternError Error(string pattern, bool whole = false)
    {
        PatternResult result = PatternCompiler.Compile(pattern, whole);
        Assert.Null(result.Pattern);
        Assert.NotNull(result.Error);
        return result.Error;
    }

    /// <summary>The verdict that generated code gives; where it needs no engine, the expression that could stand in for it must agree.</summary>
    public static bool Matches(string pattern, string input, bool whole = false)
    {
        PatternModel model = Model(pattern, whole);
        bool expected = Engine(model).IsMatch(input);
        if (SpanCode.Load(model) is { } matcher)
            Assert.True(expected == matcher(input), $"The code of {pattern} says {!expected}:\n{model.CodeFor("")}");
        return expected;
    }

    /// <summary>What runs in a server, with the code where there is some.</summary>
    public static Func<string, bool> Check(PatternModel pattern) =>
        SpanCode.Load(pattern) is { } matcher ? text => matcher(text) : Engine(pattern).IsMatch;

    /// <summary>The expression, as generated code makes it. What has code may be too large for the engine that never backtracks.</summary>
    public static Regex Engine(PatternModel pattern)
    {
        try
        {
            return new(pattern.DotNet, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
        }
        catch (NotSupportedException) when (pattern.Code is not null)
        {
            return new(pattern.DotNet, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(10));
        }
    }
}
