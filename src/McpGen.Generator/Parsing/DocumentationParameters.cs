using System;
using System.Collections.Immutable;
using System.Linq;

namespace McpGen.Generator.Parsing;

/// <summary>Descriptions by parameter name. Equal when the content is, whatever order it was written in.</summary>
public sealed class DocumentationParameters : IEquatable<DocumentationParameters>
{
    public static readonly DocumentationParameters Empty = new(ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal));

    private readonly ImmutableSortedDictionary<string, string> descriptions;

    private DocumentationParameters(ImmutableSortedDictionary<string, string> descriptions) => this.descriptions = descriptions;

    public bool IsEmpty => descriptions.IsEmpty;

    public string? Find(string name) => descriptions.TryGetValue(name, out string? description) ? description : null;

    /// <summary>The first description of a name stays; nothing is not a description.</summary>
    public DocumentationParameters With(string name, string? description) =>
        description is null || descriptions.ContainsKey(name) ? this : new(descriptions.Add(name, description));

    public DocumentationParameters Or(DocumentationParameters other) =>
        IsEmpty ? other : other.descriptions.Aggregate(this, static (merged, entry) => merged.With(entry.Key, entry.Value));

    public bool Equals(DocumentationParameters? other) =>
        other is not null
        && descriptions.Keys.SequenceEqual(other.descriptions.Keys, StringComparer.Ordinal)
        && descriptions.Values.SequenceEqual(other.descriptions.Values, StringComparer.Ordinal);

    public override bool Equals(object? obj) => Equals(obj as DocumentationParameters);

    public override int GetHashCode()
    {
        var hash = 17;
        foreach (var entry in descriptions)
            hash = unchecked((((hash * 31) + StringComparer.Ordinal.GetHashCode(entry.Key)) * 31) + StringComparer.Ordinal.GetHashCode(entry.Value));
        return hash;
    }

    public override string ToString() => "{" + string.Join(", ", descriptions.Select(static entry => entry.Key + ": " + entry.Value)) + "}";
}
