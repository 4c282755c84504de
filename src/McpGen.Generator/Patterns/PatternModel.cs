namespace McpGen.Generator.Patterns;

/// <summary>One pattern in two dialects that accept exactly the same strings of Unicode scalar values.</summary>
/// <param name="Ecma">For the schema's <c>pattern</c> keyword: ECMA-262 with the <c>u</c> flag, anchored as needed, ASCII only.</param>
/// <param name="DotNet">For <c>Regex.IsMatch</c> with <c>NonBacktracking | CultureInvariant</c>, ASCII only.</param>
public sealed record PatternModel(string Ecma, string DotNet);
