namespace McpGen;

/// <summary>
/// States that a caller needs scopes (RFC 6749 section 3.3), compared ordinally. Several statements add up.
/// </summary>
/// <remarks>
/// Scopes are read from the claims <c>scope</c> and <c>scp</c> of one authenticated identity. A scope that another one implies
/// (<see cref="ScopeImpliesAttribute"/>) is granted by that too. With <see cref="WhenArgument"/> it is an addition for some values of an
/// argument, and no statement of who may call the tool.
/// </remarks>
/// <param name="scopes">The scopes: printable ASCII without space, quotation mark and backslash. At least one.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class | AttributeTargets.Assembly, AllowMultiple = true, Inherited = true)]
public sealed class RequireScopesAttribute(params string[] scopes) : Attribute
{
    /// <summary>The scopes.</summary>
    public IReadOnlyList<string> Scopes { get; } = scopes;

    /// <summary>Whether one of the scopes is enough; all are needed by default.</summary>
    public bool AnyOf { get; set; }

    /// <summary>The parameter whose value decides whether the scopes are needed: a <see cref="bool"/>, an enum, an integer, or a string with <c>[AllowedValues]</c>.</summary>
    public string? WhenArgument { get; set; }

    /// <summary>The value of <see cref="WhenArgument"/>, default included, for which the scopes are needed; of a <c>[Flags]</c> enum, any of its bits.</summary>
    public object? Is { get; set; }
}
