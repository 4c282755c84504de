namespace McpGen;

/// <summary>
/// States who may call a tool: every authenticated caller, and on stdio the process that started the server.
/// </summary>
/// <remarks>
/// Every tool must state who may call it; a tool that says nothing is a build error. On a method or a class the statement holds for
/// that tool or class; on the assembly it holds for every tool whose method and class are silent. Class and method add up: the nearer
/// statement can only tighten, so <see cref="AllowAnonymous"/> on a method of a class that does not allow it is a build error.
/// </remarks>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class | AttributeTargets.Assembly, Inherited = true)]
public sealed class PublicToolAttribute : Attribute
{
    /// <summary>
    /// Whether a caller without an authenticated identity may call the tool too. <see langword="false"/> by default.
    /// </summary>
    public bool AllowAnonymous { get; set; }
}
