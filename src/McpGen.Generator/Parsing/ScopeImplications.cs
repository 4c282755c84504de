using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using McpGen.Generator.Diagnostics;
using McpGen.Generator.Model;
using Microsoft.CodeAnalysis;

namespace McpGen.Generator.Parsing;

/// <summary>Which scopes stand for which others in an assembly: exact pairs, followed transitively.</summary>
public sealed class ScopeImplications
{
    private readonly Dictionary<string, SortedSet<string>> _impliedBy = new(System.StringComparer.Ordinal);

    private ScopeImplications()
    {
    }

    public static ScopeImplications Parse(ImmutableArray<AttributeData> assembly, ParseContext context)
    {
        var implications = new ScopeImplications();
        foreach (AttributeData attribute in assembly)
        {
            if (!attribute.AttributeClass.Is(KnownNames.ScopeImplies))
            {
                continue;
            }

            if (attribute.Argument(0) is string scope && attribute.Argument(1) is string implied && IsScope(scope) && IsScope(implied))
            {
                implications.Add(scope, implied, attribute, context);
            }
            else
            {
                context.Report(Descriptors.AccessRuleInvalid, attribute.Location(), attribute.ShortName(), context.Compilation.Assembly.Name, $"names what is no scope; {ScopeRule}");
            }
        }

        return implications;
    }

    public const string ScopeRule = "a scope is printable ASCII without space, quotation mark and backslash (RFC 6749 section 3.3)";

    /// <summary>Whether a text is a scope-token of RFC 6749.</summary>
    public static bool IsScope(string? text) =>
        text is { Length: > 0 } && text.All(static character => character is >= '!' and <= '~' and not '"' and not '\\');

    public ScopeModel ModelOf(string scope) => new(scope, [.. AllImplying(scope)]);

    private void Add(string scope, string implied, AttributeData attribute, ParseContext context)
    {
        if (scope == implied || AllImplying(scope).Contains(implied))
        {
            context.Report(Descriptors.ScopeCircle, attribute.Location(), string.Join(" -> ", new[] { scope }.Concat(Path(implied, scope))));
            return;
        }

        if (!_impliedBy.TryGetValue(implied, out SortedSet<string>? implying))
        {
            _impliedBy.Add(implied, implying = new SortedSet<string>(System.StringComparer.Ordinal));
        }

        implying.Add(scope);
    }

    private SortedSet<string> AllImplying(string scope)
    {
        var all = new SortedSet<string>(System.StringComparer.Ordinal);
        var open = new Stack<string>([scope]);
        while (open.Count > 0)
        {
            foreach (string implying in _impliedBy.TryGetValue(open.Pop(), out SortedSet<string>? direct) ? direct : [])
            {
                if (all.Add(implying))
                {
                    open.Push(implying);
                }
            }
        }

        return all;
    }

    /// <summary>The implications that lead from one scope to another, which there are.</summary>
    private IEnumerable<string> Path(string from, string to)
    {
        for (string current = from; current != to; current = _impliedBy.First(pair => pair.Value.Contains(current) && (pair.Key == to || AllImplying(to).Contains(pair.Key))).Key)
        {
            yield return current;
        }

        yield return to;
    }
}
