namespace McpGen;

/// <summary>
/// Requires a number to be an exact multiple of another (JSON Schema <c>multipleOf</c>). Decided on the decimal digits: 19.99 is a
/// multiple of 0.01.
/// </summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.ReturnValue)]
public sealed class MultipleOfAttribute : Attribute
{
    /// <summary>Requires a multiple of a whole number.</summary>
    /// <param name="divisor">Greater than 0.</param>
    public MultipleOfAttribute(long divisor) => Divisor = divisor;

    /// <summary>Requires a multiple of a decimal fraction.</summary>
    /// <param name="divisor">Greater than 0; its shortest decimal form is meant, with at most 18 digits after the point.</param>
    public MultipleOfAttribute(double divisor) => Divisor = divisor;

    /// <summary>The number to be a multiple of.</summary>
    public object Divisor { get; }
}
