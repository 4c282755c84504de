using System.Collections.Generic;
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

    private bool HasText => Patterns.Count > 0 || Formats.Count > 0;

    private bool HasNumbers => Range is not null || MultipleOf is not null;

    public List<PatternText> Patterns { get; } = [];

    /// <summary>Whether there is a list of allowed values at all; an empty one allows nothing.</summary>
    public bool HasAllowed { get; set; }

    public List<TypedConstant> Allowed { get; } = [];

    public List<TypedConstant> Denied { get; } = [];

    public object? MultipleOf { get; set; }

    public bool Unique { get; set; }

    public bool AnyJson { get; set; }

    /// <summary>[Required]: present, not null, and a string not blank.</summary>
    public bool Required { get; set; }

    /// <summary>The members of StringFormat it is held to.</summary>
    public List<string> Formats { get; } = [];

    /// <summary>The developer's own rules.</summary>
    public List<AttributeData> Rules { get; } = [];

    /// <summary>The limits of what a collection holds, by level.</summary>
    public SortedDictionary<int, Annotations> Items { get; } = [];

    /// <summary>The limits of a dictionary's names, by level.</summary>
    public SortedDictionary<int, Annotations> Keys { get; } = [];

    /// <summary>Attributes nothing has used yet; what is left when the value is parsed does not fit its type.</summary>
    public IEnumerable<AttributeData> Unused => _unused.Concat(Items.Values.Concat(Keys.Values).SelectMany(static inner => inner.Unused));

    /// <summary>The [Items], [Keys] or [Values] these annotations come from; null for a value's own.</summary>
    public AttributeData? Level { get; init; }

    public void Expect(AttributeData attribute) => _unused.Add(attribute);

    public void Use(params string[] attributeNames) => _unused.RemoveAll(attribute => attributeNames.Contains(attribute.AttributeClass?.Name));

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
        items.Patterns.AddRange(Patterns);
        items.Formats.AddRange(Formats);
        items.Allowed.AddRange(Allowed);
        items.HasAllowed |= HasAllowed;
        items.Denied.AddRange(Denied);
        items.AnyJson |= AnyJson;
        foreach (AttributeData attribute in _unused.Where(static attribute => s_meansItems.Contains(attribute.AttributeClass?.Name)).ToList())
        {
            items.Expect(attribute);
            _unused.Remove(attribute);
        }

        return items;
    }

    /// <summary>The limits of this dictionary's values: what [Values] says of level 1.</summary>
    public Annotations ForValues()
    {
        Annotations values = Inner("ValuesAttribute");
        values.AnyJson |= AnyJson;
        Use("AnyJsonAttribute");
        return values;
    }

    /// <summary>The limits of this dictionary's names: what [Keys] says of level 1.</summary>
    public Annotations ForKeys()
    {
        Keys.TryGetValue(1, out Annotations? keys);
        Keys.Remove(1);
        return keys ?? new Annotations { Subject = Subject, Location = Location };
    }

    /// <summary>What is said of the next level, with what is said of those below it. The wrong attribute for it stays behind, unused.</summary>
    private Annotations Inner(string attributeName)
    {
        if (Items.TryGetValue(1, out Annotations? inner) && inner.Level?.AttributeClass?.Name == attributeName)
        {
            Items.Remove(1);
        }
        else
        {
            inner = new Annotations { Subject = Subject, Location = Location };
        }

        Lower(Items, inner.Items);
        Lower(Keys, inner.Keys);
        return inner;
    }

    private static void Lower(SortedDictionary<int, Annotations> levels, SortedDictionary<int, Annotations> inner)
    {
        foreach (KeyValuePair<int, Annotations> deeper in levels.Where(static pair => pair.Key > 1).ToList())
        {
            inner[deeper.Key - 1] = deeper.Value;
            levels.Remove(deeper.Key);
        }
    }

    private static readonly HashSet<string?> s_meansItems =
    [
        "RegularExpressionAttribute", "EmailAddressAttribute", "UrlAttribute", "Base64StringAttribute", "AllowedValuesAttribute", "DeniedValuesAttribute",
        "AnyJsonAttribute", "PatternAttribute", "FormatAttribute",
    ];
}

/// <summary>[Range] as written: numbers, or texts with the type they are meant as.</summary>
public sealed record RangeLimits(object? Minimum, object? Maximum, bool ExclusiveMin, bool ExclusiveMax);

/// <summary>A pattern as written and where; whether it speaks of the whole string or searches in it.</summary>
public sealed record PatternText(string Text, bool IsWhole, Location? Location);
