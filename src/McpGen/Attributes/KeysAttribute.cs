namespace McpGen;

/// <summary>Limits the names in a dictionary, as <see cref="ItemsAttribute"/> limits what a collection holds.</summary>
/// <remarks>
/// <c>[Keys(MaxLength = 32, Pattern = "[a-z]+")] Dictionary&lt;string, int&gt; counts</c>. The length attributes on a dictionary count its
/// entries. In the schema these limits stand under <c>propertyNames</c>.
/// </remarks>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.ReturnValue, AllowMultiple = true)]
public sealed class KeysAttribute : Attribute
{
    /// <summary>Which level of nested collections is meant: 1, the default, is the names of the outermost.</summary>
    public int Level { get; set; } = 1;

    /// <summary>The fewest code points of a name.</summary>
    public int MinLength { get; set; }

    /// <summary>The most code points of a name.</summary>
    public int MaxLength { get; set; } = int.MaxValue;

    /// <summary>A regular expression that each name matches as a whole.</summary>
    public string? Pattern { get; set; }

    /// <summary>A format that each name is held to.</summary>
    public StringFormat Format { get; set; }
}
