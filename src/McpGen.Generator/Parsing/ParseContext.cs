using System.Collections.Generic;
using System.Linq;
using System.Threading;
using McpGen.Generator.Model;
using McpGen.Generator.Patterns;
using Microsoft.CodeAnalysis;

namespace McpGen.Generator.Parsing;

/// <summary>What the parsers of one tool class share: findings so far, the names given out, the readers and patterns met.</summary>
public sealed class ParseContext(Compilation compilation, INamedTypeSymbol toolClass, CancellationToken cancellation)
{
    private readonly HashSet<string> _names = new(System.StringComparer.Ordinal) { "Create", KnownNames.WrapperClass };
    private readonly List<Diagnostic> _diagnostics = [];
    private readonly List<ReaderModel> _readers = [];
    private readonly List<PatternField> _patterns = [];
    private readonly Dictionary<ISymbol, Documentation> _documentation = new(SymbolEqualityComparer.Default);

    public Compilation Compilation { get; } = compilation;

    public INamedTypeSymbol ToolClass { get; } = toolClass;

    public CancellationToken Cancellation { get; } = cancellation;

    /// <summary>The limits for what has none of its own, for the tool being parsed.</summary>
    public Defaults Defaults { get; set; } = Defaults.None;

    public IReadOnlyList<Diagnostic> Diagnostics => _diagnostics;

    public bool HasErrors => _diagnostics.Exists(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

    public EquatableArray<ReaderModel> Readers => [.. _readers];

    public EquatableArray<PatternField> Patterns => [.. _patterns];

    public void Report(DiagnosticDescriptor rule, Location? location, params object?[] arguments)
    {
        Diagnostic diagnostic = Diagnostic.Create(rule, location, arguments);
        if (!_diagnostics.Contains(diagnostic))
        {
            _diagnostics.Add(diagnostic);
        }
    }

    public Documentation DocumentationOf(ISymbol symbol)
    {
        if (!_documentation.TryGetValue(symbol, out Documentation? documentation))
        {
            documentation = DocumentationParser.Parse(symbol, Cancellation);
            _documentation.Add(symbol, documentation);
        }

        return documentation;
    }

    /// <summary>Gives out a stem such that none of the names made from it is taken.</summary>
    public string Claim(string stem, params string[] formats)
    {
        for (int number = 1; ; number++)
        {
            string candidate = number == 1 ? stem : stem + number.ToString(System.Globalization.CultureInfo.InvariantCulture);
            string[] names = formats.Select(format => format.Replace("*", candidate)).ToArray();
            if (!names.Any(_names.Contains))
            {
                _names.UnionWith(names);
                return candidate;
            }
        }
    }

    /// <summary>The value with the reader that reads it; equal values share one.</summary>
    public T WithReader<T>(T value, string stem) where T : ReaderValue
    {
        // Where null is allowed is the user's concern, not the reader's.
        var shared = (ReaderValue)value with { AllowsNull = false, IsNullable = false };
        ReaderModel? known = _readers.Find(reader => (ReaderValue)reader.Value with { Reader = "" } == shared);
        if (known is null)
        {
            string name = Claim(stem, "Read*", "*Members", "*Names", "Set*");
            known = new ReaderModel(name, shared with { Reader = name });
            _readers.Add(known);
        }

        return (T)(ReaderValue)(value with { Reader = known.Method });
    }

    /// <summary>The pattern of a field and every further one.</summary>
    public IEnumerable<PatternField> PatternsFrom(string? field)
    {
        for (PatternField? pattern = _patterns.Find(known => known.Field == field); pattern is not null; pattern = _patterns.Find(known => known.Field == pattern.And))
        {
            yield return pattern;
        }
    }

    /// <summary>The field of a pattern chain; equal chains share one.</summary>
    public string? FieldOf(IReadOnlyList<PatternModel> patterns, string stem)
    {
        string? next = null;
        foreach (PatternModel pattern in patterns.Reverse())
        {
            PatternField? known = _patterns.Find(field => field.Ecma == pattern.Ecma && field.DotNet == pattern.DotNet && field.And == next);
            if (known is null)
            {
                known = new PatternField(Claim(stem, "*Pattern") + "Pattern", pattern.Ecma, pattern.DotNet, next);
                _patterns.Add(known);
            }

            next = known.Field;
        }

        return next;
    }
}
