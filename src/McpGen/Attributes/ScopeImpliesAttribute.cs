namespace McpGen;

/// <summary>
/// Says that whoever has one scope has another one too. Exact pairs, followed transitively; there are no wildcards, and a cycle is a
/// build error. It holds for the tools of the assembly that says it.
/// </summary>
/// <param name="scope">The scope that is granted.</param>
/// <param name="implied">The scope that it stands for too.</param>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class ScopeImpliesAttribute(string scope, string implied) : Attribute
{
    /// <summary>The scope that is granted.</summary>
    public string Scope { get; } = scope;

    /// <summary>The scope that it stands for too.</summary>
    public string Implied { get; } = implied;
}
