using System.Collections.Concurrent;
using McpGen.Generator.Patterns;

namespace McpGen.Generator.Parsing;

/// <summary>Patterns compiled for one project: every edit parses every class again, and hardly any of them changes a pattern.</summary>
public sealed class PatternCache
{
    /// <summary>More than a project has: what was typed on the way to them.</summary>
    private const int Largest = 4096;

    private readonly ConcurrentDictionary<(string Pattern, bool IsWhole), PatternResult> _compiled = new();

    /// <summary>A pattern in its dialects, or why it has none.</summary>
    public PatternResult Compile(string pattern, bool isWhole)
    {
        if (!_compiled.TryGetValue((pattern, isWhole), out PatternResult? result))
        {
            if (_compiled.Count >= Largest)
            {
                _compiled.Clear();
            }

            result = _compiled.GetOrAdd((pattern, isWhole), static key => PatternCompiler.Compile(key.Pattern, key.IsWhole));
        }

        return result;
    }
}
