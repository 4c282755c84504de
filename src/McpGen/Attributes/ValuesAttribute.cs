namespace McpGen;

/// <summary>Limits the values in a dictionary, as <see cref="ItemsAttribute"/> limits what a collection holds.</summary>
/// <remarks><c>[Values(Minimum = 0)] Dictionary&lt;string, int&gt; counts</c>. The length attributes on a dictionary count its entries.</remarks>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.ReturnValue, AllowMultiple = true)]
public sealed class ValuesAttribute : Attribute
{
    /// <summary>Which level of nested collections is meant: 1, the default, is the values of the outermost.</summary>
    public int Level { get; set; } = 1;

    /// <summary>The fewest code points of a string, or the fewest items of a nested collection.</summary>
    public int MinLength { get; set; }

    /// <summary>The most code points of a string, or the most items of a nested collection.</summary>
    public int MaxLength { get; set; } = int.MaxValue;

    /// <summary>A regular expression that each string matches as a whole.</summary>
    public string? Pattern { get; set; }

    /// <summary>A format that each string is held to.</summary>
    public StringFormat Format { get; set; }

    /// <summary>The least value of a number: a number, or for <see cref="decimal"/> its text in the invariant culture.</summary>
    public object? Minimum { get; set; }

    /// <summary>The greatest value of a number: a number, or for <see cref="decimal"/> its text in the invariant culture.</summary>
    public object? Maximum { get; set; }

    /// <summary>A number each value is an exact multiple of; see <see cref="MultipleOfAttribute"/>.</summary>
    public object? MultipleOf { get; set; }
}
