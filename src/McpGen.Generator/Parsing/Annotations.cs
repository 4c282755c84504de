using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace McpGen.Generator.Parsing;

/// <summary>The limits an author has put on one value, before it is known whether its type can have them.</summary>
public sealed class Annotations
{
    private readonly List<AttributeData> _unused = [];

    /// <summary>What the limits are on, for messages: the parameter's or member's name.</summary>
    public required string Subject { get; init; }

    public required Location Location { get; init; }

    public RangeLimits? Range { get; set; }

    public int? MinLength { get; private set; }

    public int? MaxLength { get; private set; }

    /// <summary>[MaxLength] without a number: no limit, not even the default one.</summary>
    public bool IsUnlimited { get; set; }

    private bool HasLengths => MinLength is not null || MaxLength is not null;

    private bool HasText => !Patterns.IsEmpty || !Formats.IsEmpty;

    private bool HasNumbers => Range is not null || MultipleOf is not null;

    public ImmutableArray<PatternText> Patterns { get; set; } = [];

    /// <summary>Whether there is a list of allowed values at all; an empty one allows nothing.</summary>
    public bool HasAllowed { get; set; }

    public ImmutableArray<TypedConstant> Allowed { get; set; } = [];

    public ImmutableArray<TypedConstant> Denied { get; set; } = [];

    public object? MultipleOf { get; set; }

    public bool Unique { get; set; }

    public bool AnyJson { get; set; }

    /// <summary>[AllowedPaths] or [AllowedHosts]; null for neither.</summary>
    public AttributeData? Guard { get; set; }

    /// <summary>Whether this is all of an argument, and not something in one.</summary>
    public bool IsWholeArgument { get; set; }

    /// <summary>[Required]: present, not null, and a string not blank.</summary>
    public bool Required { get; set; }

    /// <summary>The members of StringFormat it is held to.</summary>
    public ImmutableArray<string> Formats { get; set; } = [];

    /// <summary>The developer's own rules.</summary>
    public ImmutableArray<AttributeData> Rules { get; set; } = [];

    /// <summary>The limits of what a collection holds, by level; null while there are none, as on nearly every value.</summary>
    public SortedDictionary<int, Annotations>? Items { get; private set; }

    /// <summary>The limits of a dictionary's names, by level; null while there are none.</summary>
    public SortedDictionary<int, Annotations>? Keys { get; private set; }

    /// <summary>Attributes nothing has used yet; what is left when the value is parsed does not fit its type.</summary>
    public IReadOnlyList<AttributeData> Unused => Items is null && Keys is null ? _unused
        : [.. _unused, .. LevelsOf(Items).Concat(LevelsOf(Keys)).SelectMany(static level => level.Value.Unused)];

    /// <summary>The [Items], [Keys] or [Values] these annotations come from; null for a value's own.</summary>
    public AttributeData? Level { get; init; }

    public void Expect(AttributeData attribute) => _unused.Add(attribute);

    public void Use(params string[] attributeNames)
    {
        for (int index = _unused.Count - 1; index >= 0; index--)
        {
            if (System.Array.IndexOf(attributeNames, _unused[index].AttributeClass?.Name) >= 0)
            {
                _unused.RemoveAt(index);
            }
        }
    }

    public void AddItems(int level, Annotations limits) => (Items ??= [])[level] = limits;

    public void AddKeys(int level, Annotations limits) => (Keys ??= [])[level] = limits;

    /// <summary>Uses what [Items], [Keys] or [Values] says where it speaks of lengths alone, for what can be counted.</summary>
    public void UseForCounts()
    {
        UseLevel(!HasNumbers && !HasText);
    }

    /// <summary>Uses what they say where it fits a text.</summary>
    public void UseForText()
    {
        UseLevel(!HasNumbers);
    }

    /// <summary>Uses what they say where it fits a number.</summary>
    public void UseForNumbers()
    {
        UseLevel(!HasLengths && !HasText);
    }

    /// <summary>Uses the attribute these annotations come from, not one that stands here for another level.</summary>
    private void UseLevel(bool fits)
    {
        if (fits && Level is not null)
        {
            _unused.Remove(Level);
        }
    }

    public void RequireMinLength(int value) => MinLength = MinLength > value ? MinLength : value;

    public void RequireMaxLength(int value) => MaxLength = MaxLength < value ? MaxLength : value;

    /// <summary>The limits of this collection's items: what [Items] says of level 1, and what attributes on a collection mean for each item.</summary>
    public Annotations ForItems()
    {
        Annotations items = Inner("ItemsAttribute");
        items.Patterns = items.Patterns.AddRange(Patterns);
        items.Formats = items.Formats.AddRange(Formats);
        items.Allowed = items.Allowed.AddRange(Allowed);
        items.HasAllowed |= HasAllowed;
        items.Denied = items.Denied.AddRange(Denied);
        items.AnyJson |= AnyJson;
        items.Guard = Guard;
        Pass(s_meansItems, items);
        return items;
    }

    /// <summary>The limits of this dictionary's values: what [Values] says of level 1.</summary>
    public Annotations ForValues()
    {
        Annotations values = Inner("ValuesAttribute");
        values.AnyJson |= AnyJson;
        values.Guard = Guard;
        Pass(s_meansValues, values);
        return values;
    }

    private void Pass(HashSet<string?> names, Annotations inner)
    {
        foreach (AttributeData attribute in _unused.Where(attribute => names.Contains(attribute.AttributeClass?.Name)).ToList())
        {
            inner.Expect(attribute);
            _unused.Remove(attribute);
        }
    }

    /// <summary>The limits of this dictionary's names: what [Keys] says of level 1.</summary>
    public Annotations ForKeys()
    {
        Annotations? keys = null;
        Keys?.TryGetValue(1, out keys);
        Keys?.Remove(1);
        return keys ?? new Annotations { Subject = Subject, Location = Location };
    }

    /// <summary>What is said of the next level, with what is said of those below it. The wrong attribute for it stays behind, unused.</summary>
    private Annotations Inner(string attributeName)
    {
        Annotations? inner = null;
        if (Items?.TryGetValue(1, out inner) is true && inner.Level?.AttributeClass?.Name == attributeName)
        {
            Items.Remove(1);
        }
        else
        {
            inner = new Annotations { Subject = Subject, Location = Location };
        }

        foreach (KeyValuePair<int, Annotations> deeper in LevelsOf(Items).Where(static pair => pair.Key > 1).ToList())
        {
            inner.AddItems(deeper.Key - 1, deeper.Value);
            Items!.Remove(deeper.Key);
        }

        foreach (KeyValuePair<int, Annotations> deeper in LevelsOf(Keys).Where(static pair => pair.Key > 1).ToList())
        {
            inner.AddKeys(deeper.Key - 1, deeper.Value);
            Keys!.Remove(deeper.Key);
        }

        return inner;
    }

    private static IEnumerable<KeyValuePair<int, Annotations>> LevelsOf(SortedDictionary<int, Annotations>? levels) => levels ?? Enumerable.Empty<KeyValuePair<int, Annotations>>();

    private static readonly HashSet<string?> s_meansValues = ["AnyJsonAttribute", "AllowedPathsAttribute", "AllowedHostsAttribute"];

    private static readonly HashSet<string?> s_meansItems =
    [
        "RegularExpressionAttribute", "EmailAddressAttribute", "UrlAttribute", "Base64StringAttribute", "AllowedValuesAttribute", "DeniedValuesAttribute",
        "PatternAttribute", "FormatAttribute", "IdentifierAttribute", "CommandArgumentAttribute", "PlainTextAttribute", .. s_meansValues,
    ];
}

/// <summary>[Range] as written: numbers, or texts with the type they are meant as.</summary>
public sealed record RangeLimits(object? Minimum, object? Maximum, bool ExclusiveMin, bool ExclusiveMax);

/// <summary>A pattern as written and where; whether it speaks of the whole string or searches in it.</summary>
public sealed record PatternText(string Text, bool IsWhole, Location? Location)
{
    /// <summary>What it means in words, where they say more than the pattern.</summary>
    public string? Meaning { get; init; }

    /// <summary>Whether the text has to be in normalization form C too.</summary>
    public bool IsNormalized { get; init; }

    /// <summary>The most code points of the text; here and not among the lengths, which on a collection count its items.</summary>
    public int? MaxLength { get; init; }
}
