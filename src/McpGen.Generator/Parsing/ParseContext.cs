using System.Collections.Generic;
using System.Linq;
using System.Threading;
using McpGen.Generator.Diagnostics;
using McpGen.Generator.Model;
using McpGen.Generator.Patterns;
using Microsoft.CodeAnalysis;

namespace McpGen.Generator.Parsing;

/// <summary>What the parsers of one tool class share: findings so far, the names given out, the readers and patterns met.</summary>
public sealed class ParseContext(Compilation compilation, INamedTypeSymbol toolClass, PatternCache patterns, CancellationToken cancellation)
{
    private readonly HashSet<string> _names = new(System.StringComparer.Ordinal) { "Create", "Access", "InputSchema", "OutputSchema", "Attributes", KnownNames.WrapperClass };
    private readonly List<Diagnostic> _diagnostics = [];
    private readonly HashSet<Diagnostic> _reported = [];
    private readonly Methods _readers = new();
    private readonly Methods _writers = new();
    private readonly Dictionary<(bool IsResult, int? MaxStringLength, int? MaxItems), Shapes> _shapes = [];
    private readonly List<PatternField> _patterns = [];
    private readonly List<RuleField> _rules = [];
    private readonly List<GuardField> _guards = [];
    private readonly Dictionary<ISymbol, Documentation> _documentation = new(SymbolEqualityComparer.Default);

    public Compilation Compilation { get; } = compilation;

    public INamedTypeSymbol ToolClass { get; } = toolClass;

    public PatternCache PatternCache { get; } = patterns;

    public CancellationToken Cancellation { get; } = cancellation;

    /// <summary>The limits for what has none of its own, for the tool being parsed.</summary>
    public Defaults Defaults { get; set; } = Defaults.None;

    /// <summary>The result that is being parsed; null while it is an argument.</summary>
    public ResultPath? Result { get; set; }

    /// <summary>Whether what is parsed is a result: written through its readable members, without default limits.</summary>
    public bool IsResult => Result is not null;

    /// <summary>Whether a type of this tool nests without end. One such finding is enough: looking for more takes time without end too.</summary>
    public bool HasGivenUp { get; set; }

    /// <summary>The types met under the limits in force; a result has none but its own.</summary>
    public Shapes Shapes
    {
        get
        {
            (bool, int?, int?) key = IsResult ? (true, null, null) : (false, Defaults.MaxStringLength, Defaults.MaxItems);
            if (!_shapes.TryGetValue(key, out Shapes? shapes))
            {
                shapes = new Shapes();
                _shapes.Add(key, shapes);
            }

            return shapes;
        }
    }

    public IReadOnlyList<Diagnostic> Diagnostics => _diagnostics;

    public bool HasErrors => _diagnostics.Exists(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

    public EquatableArray<MethodModel> Readers => [.. _readers.All];

    public EquatableArray<MethodModel> Writers => [.. _writers.All];

    public EquatableArray<RuleField> Rules => [.. _rules];

    public EquatableArray<GuardField> Guards => [.. _guards];

    public EquatableArray<PatternField> Patterns => [.. _patterns];

    public void Report(DiagnosticDescriptor rule, Location? location, params object?[] arguments)
    {
        if (Result is { } result)
        {
            if (!result.IsAdvertised && (rule == Descriptors.NullInSchema || rule == Descriptors.RecursiveSchema))
            {
                return;
            }

            if (rule == Descriptors.TypeNotSupported)
            {
                (rule, location, arguments) = (Descriptors.ResultNotSupported, result.Location, result.Describe(arguments));
            }
        }

        Diagnostic diagnostic = Diagnostic.Create(rule, location, arguments);
        if (_reported.Add(diagnostic))
        {
            _diagnostics.Add(diagnostic);
        }
    }

    /// <summary>Whether the tool class, and so generated code, may use a symbol.</summary>
    public bool IsAccessible(ISymbol symbol) => IsOpen(symbol is IArrayTypeSymbol array ? array.ElementType : symbol) || Compilation.IsSymbolAccessibleWithin(symbol, ToolClass);

    /// <summary>Whether a symbol and all that it stands in is public, or internal here. Nearly all is, and the compiler's own answer asks every reference first.</summary>
    private bool IsOpen(ISymbol symbol)
    {
        for (ISymbol? current = symbol; current is not (null or INamespaceSymbol); current = current.ContainingSymbol)
        {
            bool isOpen = current.DeclaredAccessibility switch
            {
                Accessibility.Public => true,
                Accessibility.Internal or Accessibility.ProtectedOrInternal => SymbolEqualityComparer.Default.Equals(current.ContainingAssembly, Compilation.Assembly),
                _ => false,
            };
            if (!isOpen || current is INamedTypeSymbol { IsGenericType: true })
            {
                return false;
            }
        }

        return true;
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
            string[] names = System.Array.ConvertAll(formats, format => format.Replace("*", candidate));
            if (!System.Array.Exists(names, _names.Contains))
            {
                _names.UnionWith(names);
                return candidate;
            }
        }
    }

    /// <summary>The value with the method that reads or writes it; equal values share one.</summary>
    public T WithMethod<T>(T value, string stem) where T : NamedValue
    {
        // Where null is allowed is the user's concern, not the method's.
        NamedValue shared = (NamedValue)value with { AllowsNull = false, IsNullable = false };
        if (Methods.NameOf(shared) is not { } name)
        {
            name = ClaimMethod(stem);
            Methods.Add(shared, name);
        }

        return (T)((NamedValue)value with { Method = name });
    }

    /// <summary>A reference to a type that is being parsed around this one.</summary>
    public ReferenceValue ReferenceTo(INamedTypeSymbol type)
    {
        string? name = Shapes.ReferenceTo(type);
        if (name is null)
        {
            name = ClaimMethod(Naming.Pascal(type.Name));
            Shapes.Refer(type, name);
        }

        return new ReferenceValue { Type = type.Code(), Method = name };
    }

    /// <summary>A parsed type with its method; a reference to it where it turned out to contain itself.</summary>
    public NamedValue Close(INamedTypeSymbol type, NamedValue value, Annotations annotations)
    {
        if (Shapes.ReferenceTo(type) is not { } name)
        {
            return WithMethod(value, Naming.Pascal(type.Name));
        }

        Report(Descriptors.RecursiveSchema, annotations.Location, annotations.Subject, type.ToDisplayString());
        if (!Finiteness.IsFinite(value))
        {
            Report(Descriptors.NothingAllowed, annotations.Location, annotations.Subject, $"every '{type.ToDisplayString()}' needs another inside it");
        }

        Methods.Add(value, name);
        return new ReferenceValue { Type = value.Type, Method = name };
    }

    /// <summary>The field that holds a rule; equal ones share it.</summary>
    public string RuleField(AttributeData attribute)
    {
        string code = AttributeCode.Create(attribute);
        RuleField? known = _rules.Find(rule => rule.Code == code);
        if (known is null)
        {
            known = new RuleField(Claim(Naming.Pascal(attribute.ShortName()), "*Rule") + "Rule", attribute.AttributeClass!.Code(), code);
            _rules.Add(known);
        }

        return known.Field;
    }

    private Methods Methods => IsResult ? _writers : _readers;

    private string ClaimMethod(string stem) => IsResult ? Claim(stem, "Write*", "Get*") : Claim(stem, "Read*", "Validate*", "*Members", "*Names", "Set*");

    /// <summary>The pattern of a field and every further one.</summary>
    public IEnumerable<PatternField> PatternsFrom(string? field)
    {
        for (PatternField? pattern = _patterns.Find(known => known.Field == field); pattern is not null; pattern = _patterns.Find(known => known.Field == pattern.And))
        {
            yield return pattern;
        }
    }

    /// <summary>The field of a pattern chain; equal chains share one.</summary>
    public string? FieldOf(IReadOnlyList<CheckedPattern> patterns, string stem)
    {
        string? next = null;
        foreach (CheckedPattern pattern in patterns.Reverse())
        {
            PatternField wanted = new("", pattern.Model.Ecma, pattern.Model.DotNet, Matcher: null, pattern.Meaning, pattern.IsNormalized, next);
            PatternField? known = _patterns.Find(field => field with { Field = "", Matcher = null } == wanted);
            if (known is null)
            {
                string name = Claim(stem, "*Pattern", "Matches*", "*Characters");
                PatternMatcher? matcher = pattern.Model.CodeFor(name) is { } code ? new("Matches" + name, code) : null;
                known = wanted with { Field = name + "Pattern", Matcher = matcher };
                _patterns.Add(known);
            }

            next = known.Field;
        }

        return next;
    }

    /// <summary>The field of a guard; equal ones share it.</summary>
    public string FieldOf(string type, string code, string stem)
    {
        GuardField? known = _guards.Find(guard => guard.Type == type && guard.Code == code);
        if (known is null)
        {
            known = new GuardField(Claim(stem, "*Guard") + "Guard", type, code);
            _guards.Add(known);
        }

        return known.Field;
    }
}
