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

    public bool HasLengthsOrPatterns => MinLength is not null || MaxLength is not null || Patterns.Count > 0;

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

    /// <summary>The limits of what a collection holds, by level.</summary>
    public SortedDictionary<int, Annotations> Items { get; } = [];

    /// <summary>Attributes nothing has used yet; what is left when the value is parsed does not fit its type.</summary>
    public IEnumerable<AttributeData> Unused => _unused.Concat(Items.Values.SelectMany(static items => items.Unused));

    public void Expect(AttributeData attribute) => _unused.Add(attribute);

    public void Use(params string[] attributeNames) => _unused.RemoveAll(attribute => attributeNames.Contains(attribute.AttributeClass?.Name));

    public void RequireMinLength(int value) => MinLength = MinLength > value ? MinLength : value;

    public void RequireMaxLength(int value) => MaxLength = MaxLength < value ? MaxLength : value;

    /// <summary>The limits of this collection's items: what [Items] says of level 1, and what attributes on a collection mean for each item.</summary>
    public Annotations ForItems()
    {
        if (!Items.TryGetValue(1, out Annotations? items))
        {
            items = new Annotations { Subject = Subject, Location = Location };
        }

        foreach (KeyValuePair<int, Annotations> deeper in Items.Where(static pair => pair.Key > 1))
        {
            items.Items[deeper.Key - 1] = deeper.Value;
        }

        items.Patterns.AddRange(Patterns);
        items.Allowed.AddRange(Allowed);
        items.HasAllowed |= HasAllowed;
        items.Denied.AddRange(Denied);
        items.AnyJson |= AnyJson;
        foreach (AttributeData attribute in _unused.Where(static attribute => s_meansItems.Contains(attribute.AttributeClass?.Name)).ToList())
        {
            items.Expect(attribute);
            _unused.Remove(attribute);
        }

        Items.Clear();
        return items;
    }

    private static readonly HashSet<string?> s_meansItems =
    [
        "RegularExpressionAttribute", "EmailAddressAttribute", "UrlAttribute", "Base64StringAttribute", "AllowedValuesAttribute", "DeniedValuesAttribute",
        "AnyJsonAttribute",
    ];
}

/// <summary>[Range] as written: numbers, or texts with the type they are meant as.</summary>
public sealed record RangeLimits(object? Minimum, object? Maximum, bool ExclusiveMin, bool ExclusiveMax);

/// <summary>A pattern as written and where.</summary>
public sealed record PatternText(string Text, Location? Location);
