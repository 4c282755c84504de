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

    public static bool Matches(string pattern, string input, bool whole = false) => Engine(Model(pattern, whole)).IsMatch(input);

    /// <summary>As generated code makes it.</summary>
    public static Regex Engine(PatternModel pattern) => new(pattern.DotNet, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
}
