namespace McpGen;

/// <summary>
/// Adds that an argument must equal a claim of the caller: a tenant, an account. The identity must have exactly one claim of the type; an
/// argument that is absent or null is refused.
/// </summary>
/// <remarks>It only narrows: alone it is no statement of who may call the tool.</remarks>
/// <param name="type">The type of the claim, compared ordinally.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class, AllowMultiple = true, Inherited = true)]
public sealed class RequireClaimAttribute(string type) : Attribute
{
    /// <summary>The type of the claim.</summary>
    public string Type { get; } = type;

    /// <summary>The parameter that must equal it: a string (compared ordinally), a <see cref="Guid"/> or an integer (compared as such).</summary>
    public required string EqualsArgument { get; set; }
}
