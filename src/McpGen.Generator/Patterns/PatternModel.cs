namespace McpGen.Generator.Patterns;

/// <summary>One pattern in two dialects, and as code, that accept exactly the same strings of Unicode scalar values.</summary>
/// <param name="Ecma">For the schema's <c>pattern</c> keyword: ECMA-262 with the <c>u</c> flag, anchored as needed, ASCII only.</param>
/// <param name="DotNet">For <c>Regex.IsMatch</c> with <c>CultureInvariant</c>, ASCII only; at run time only where there is no code.</param>
/// <param name="Code">A method that decides a text in one pass; null where that takes an engine. See <see cref="CodeFor"/>.</param>
public sealed record PatternModel(string Ecma, string DotNet, string? Code)
{
    /// <summary>The code under the name it gets: a method <c>MatchesName</c>, and perhaps a class <c>NameCharacters</c>.</summary>
    public string? CodeFor(string name) => Code?.Replace(SpanPrinter.Name, name);
}
