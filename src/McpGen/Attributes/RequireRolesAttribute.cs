namespace McpGen;

/// <summary>
/// States that a caller needs roles: claims of its identity's own role claim type, compared ordinally. Several statements add up.
/// </summary>
/// <param name="roles">The roles. At least one.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class | AttributeTargets.Assembly, AllowMultiple = true, Inherited = true)]
public sealed class RequireRolesAttribute(params string[] roles) : Attribute
{
    /// <summary>The roles.</summary>
    public IReadOnlyList<string> Roles { get; } = roles;

    /// <summary>Whether one of the roles is enough; all are needed by default.</summary>
    public bool AnyOf { get; set; }
}
