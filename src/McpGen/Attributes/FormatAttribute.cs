namespace McpGen;

/// <summary>
/// Requires a string to be written in a standard form, such as a host name or an e-mail address. Advertised as JSON Schema's
/// <c>format</c> and checked on every call; on a collection it means each item.
/// </summary>
/// <param name="format">The form.</param>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.ReturnValue, AllowMultiple = false)]
public sealed class FormatAttribute(StringFormat format) : Attribute
{
    /// <summary>The form.</summary>
    public StringFormat Format { get; } = format;
}
