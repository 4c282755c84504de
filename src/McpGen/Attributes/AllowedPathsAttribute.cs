namespace McpGen;

/// <summary>Says which files beneath a named root an argument may name; without it a <see cref="SandboxedPath"/> argument does not build.</summary>
/// <remarks>
/// Patterns are matched, ordinally, on the relative name that the caller sends, and again on the name of what is opened: <c>*</c> and <c>?</c> within a
/// component, <c>**</c> for any number of components, <c>{a,b}</c>. On a collection each item is meant, on a dictionary each value. A string
/// that is all of an argument is given the checked full path; nothing holds what it does with it to <see cref="Access"/> or to the root: take a
/// <see cref="SandboxedPath"/>.
/// </remarks>
/// <param name="root">The root's name in <see cref="HardeningOptions.Roots"/>; one that is not there stops the server at start.</param>
/// <param name="patterns">The names that are allowed, one at least: an empty list is a build error, never "all".</param>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property | AttributeTargets.Field)]
public sealed class AllowedPathsAttribute(string root, params string[] patterns) : Attribute
{
    /// <summary>The root's name.</summary>
    public string Root { get; } = root;

    /// <summary>The names that are allowed beneath it.</summary>
    public IReadOnlyList<string> Patterns { get; } = patterns;

    /// <summary>What the tool may do with the path; <see cref="PathAccess.Read"/> by default. More than the root grants stops the server at start.</summary>
    public PathAccess Access { get; set; } = PathAccess.Read;

    /// <summary>Whether a wildcard matches the dot at the start of a component; <see langword="false"/> by default, so that <c>**</c> leaves out <c>.git</c>.</summary>
    public bool Hidden { get; set; }

    /// <summary>Whether the schema and refusals name the root and the patterns; <see langword="true"/> by default.</summary>
    public bool Reveal { get; set; } = true;
}
