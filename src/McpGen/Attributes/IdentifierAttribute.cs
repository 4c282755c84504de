namespace McpGen;

/// <summary>
/// Requires a string that is an identifier in SQL and nearly every other language: ASCII letters, digits and underscores, not a digit first.
/// </summary>
/// <remarks>
/// For names that cannot be parameters of a query, such as a table or column; values belong into parameters. It may still be a reserved word, or the name of a table that
/// the caller has no business with: where the names are known, <c>[AllowedValues]</c> or an enum says more. The schema has it as a pattern. On a collection each item is meant.
/// </remarks>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property | AttributeTargets.Field)]
public sealed class IdentifierAttribute : Attribute
{
    /// <summary>The most characters, from 1; 63 by default: PostgreSQL cuts longer names off in silence, so that two would be one.</summary>
    public int MaxLength { get; set; } = 63;
}
