namespace McpGen;

/// <summary>
/// Names arguments that are dropped unread instead of refused, because a host adds them to every call (<c>toolCallId</c>, say).
/// A name that the tool declares cannot be ignored: that is a build error.
/// </summary>
/// <param name="names">Argument names, compared ordinally. Only top-level arguments are ignored, never members of an object.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class | AttributeTargets.Assembly, Inherited = true)]
public sealed class IgnoreArgumentsAttribute(params string[] names) : Attribute
{
    /// <summary>The ignored argument names.</summary>
    public IReadOnlyList<string> Names { get; } = names;
}
