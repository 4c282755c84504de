namespace McpGen;

/// <summary>
/// What the server decides about its hardened tools; set where they are registered and not changed once the server runs. One object
/// serves every registration of a service collection.
/// </summary>
public sealed class HardeningOptions
{
    /// <summary>
    /// Names of arguments that hosts add to every call and that are dropped unread instead of refused, compared ordinally. A name that a
    /// tool declares is never dropped for that tool. Empty by default.
    /// </summary>
    public ISet<string> IgnoredArguments { get; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>
    /// Names of tools that are served although no wrapper checks them: tools made by hand, or answered by the application's own
    /// call handler. Empty by default; a tool that is neither hardened, nor named here, nor of a class marked
    /// <see cref="NotHardenedAttribute"/> stops the server at start and is refused at every call.
    /// </summary>
    public ISet<string> UnhardenedTools { get; } = new HashSet<string>(StringComparer.Ordinal);
}
