using System.Collections.Generic;
using McpGen.Generator.Model;

namespace McpGen.Generator.Parsing;

/// <summary>The methods that read or write what the tools of a class share, in order of first use. Equal values have one.</summary>
public sealed class Methods
{
    private readonly List<MethodModel> _all = [];
    private readonly Dictionary<NamedValue, string> _names = [];

    public IReadOnlyList<MethodModel> All => _all;

    /// <summary>The name of the method for a value that has none yet; null where there is no such method.</summary>
    public string? NameOf(NamedValue value) => _names.TryGetValue(value, out string? name) ? name : null;

    public void Add(NamedValue value, string name)
    {
        _all.Add(new MethodModel(name, value with { Method = name }));
        if (!_names.ContainsKey(value))
        {
            _names.Add(value, name);
        }
    }
}
