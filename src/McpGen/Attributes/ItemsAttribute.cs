namespace McpGen;

/// <summary>
/// Limits what a collection holds. The length attributes on a collection count its items; this one speaks of each item.
/// </summary>
/// <remarks>
/// <c>[Items(MaxLength = 32)] string[] tags</c> limits each tag, <c>[Items(Minimum = 0)] int[] values</c> each value. In a jagged array
/// the items of the outer array are arrays: <see cref="MinLength"/> and <see cref="MaxLength"/> then count their items, and
/// <see cref="Level"/> = 2 speaks of what they hold.
/// </remarks>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.ReturnValue, AllowMultiple = true)]
public sealed class ItemsAttribute : Attribute
{
    /// <summary>Which level of a jagged collection is meant: 1, the default, is the items of the outermost.</summary>
    public int Level { get; set; } = 1;

    /// <summary>The fewest code points of a string item, or the fewest items of a nested collection.</summary>
    public int MinLength { get; set; }

    /// <summary>The most code points of a string item, or the most items of a nested collection.</summary>
    public int MaxLength { get; set; } = int.MaxValue;

    /// <summary>A regular expression that each string item matches as a whole.</summary>
    public string? Pattern { get; set; }

    /// <summary>A format that each string item is held to.</summary>
    public StringFormat Format { get; set; }

    /// <summary>The least value of a number item: a number, or for <see cref="decimal"/> its text in the invariant culture.</summary>
    public object? Minimum { get; set; }

    /// <summary>The greatest value of a number item: a number, or for <see cref="decimal"/> its text in the invariant culture.</summary>
    public object? Maximum { get; set; }

    /// <summary>A number each item is an exact multiple of; see <see cref="MultipleOfAttribute"/>.</summary>
    public object? MultipleOf { get; set; }
}
