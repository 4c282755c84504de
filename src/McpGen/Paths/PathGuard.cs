using System.Security.Claims;
using McpGen.Validation;

namespace McpGen.Paths;

/// <summary>What the path of one argument may be. Generated code makes one for an argument and binds with it.</summary>
public sealed class PathGuard : IArgumentGuard
{
    private readonly string _root;
    private readonly Glob[] _patterns;
    private readonly string _expectation;

    /// <summary>Makes the guard of an argument.</summary>
    /// <param name="root">The root's name in <see cref="HardeningOptions.Roots"/>.</param>
    /// <param name="patterns">The names that are allowed beneath it; at least one.</param>
    /// <exception cref="ArgumentException">There is no pattern, or one that is none.</exception>
    public PathGuard(string root, params string[] patterns)
    {
        ArgumentException.ThrowIfNullOrEmpty(root);
        ArgumentNullException.ThrowIfNull(patterns);
        if (patterns.Length == 0)
        {
            throw new ArgumentException("A path argument without a pattern allows nothing.", nameof(patterns));
        }

        _root = root;
        try
        {
            _patterns = Array.ConvertAll(patterns, Glob.Parse);
        }
        catch (GlobException exception)
        {
            throw new ArgumentException($"A pattern {exception.Message}.", nameof(patterns), exception);
        }

        _expectation = "must be " + PathRules.Describe(root, patterns);
    }

    /// <summary>The root's name.</summary>
    internal string RootName => _root;

    /// <summary>What may be done with the path; reading by default.</summary>
    public PathAccess Access { get; init; } = PathAccess.Read;

    /// <summary>Whether a wildcard matches the dot at the start of a component; <see langword="false"/> by default.</summary>
    public bool Hidden { get; init; }

    /// <summary>Whether a refusal names the root and the patterns; <see langword="true"/> by default.</summary>
    public bool Reveal { get; init; } = true;

    /// <summary>What a path must be, as the end of a sentence. Nothing of a caller's is in it.</summary>
    internal string Expectation => Reveal ? _expectation : "must be " + PathRules.Undescribed;

    /// <summary>Makes a path of a text, by its letters alone: nothing is opened and nothing outside the process is asked.</summary>
    /// <param name="text">What the caller sent.</param>
    /// <param name="options">What the server decides; it has the roots.</param>
    /// <param name="caller">Who calls, for a root that depends on it; asked when the path is first used.</param>
    /// <param name="path">The path, when the text is one that is allowed.</param>
    /// <returns>What the text should have been; null when it is fine.</returns>
    public string? TryBind(string text, HardeningOptions options, Func<ClaimsPrincipal?> caller, out SandboxedPath? path)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(caller);
        if (!Admits(text))
        {
            path = null;
            return Expectation;
        }

        Root root = options.Roots.Find(_root) ?? throw new InvalidOperationException($"There is no root '{_root}' in HardeningOptions.Roots.");
        path = new SandboxedPath(this, root, root.For(caller), text);
        return null;
    }

    /// <summary>
    /// Makes the full path of a text, for a tool that takes a string. Links are looked at now, and where one leads is the path that is given:
    /// what they become before the tool opens it is not guarded, which is what <see cref="SandboxedPath"/> is for.
    /// </summary>
    /// <param name="text">What the caller sent.</param>
    /// <param name="options">What the server decides; it has the roots.</param>
    /// <param name="caller">Who calls, for a root that depends on it.</param>
    /// <param name="path">The full path, when the text is one that is allowed; its last component need not be there.</param>
    /// <returns>What the text should have been; null when it is fine.</returns>
    public string? TryBindFullPath(string text, HardeningOptions options, Func<ClaimsPrincipal?> caller, out string? path)
    {
        path = null;
        if (TryBind(text, options, caller, out SandboxedPath? bound) is { } expectation)
        {
            return expectation;
        }

        try
        {
            path = bound!.FullPath();
            return null;
        }
        catch (PathRefusedException)
        {
            return Expectation;
        }
    }

    /// <summary>Why the server cannot start with this guard; null when it can. A root for all callers is opened and held from now on.</summary>
    /// <param name="options">What the server decides; it has the roots.</param>
    /// <returns>The reason, as the end of a sentence.</returns>
    public string? Objection(HardeningOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.Roots.Find(_root) is not { } root)
        {
            return $"the root '{_root}' is not in HardeningOptions.Roots. Add it there with its directory";
        }

        if (Access == PathAccess.None || (Access & ~PathAccess.ReadWrite) != 0)
        {
            return "its access is neither Read, Write nor ReadWrite";
        }

        return (Access & ~root.Access) != 0
            ? $"it has the access {Access}, and the root '{_root}' grants {root.Access}. Ask for less, or grant more in HardeningOptions.Roots"
            : root.Objection();
    }

    /// <summary>Whether the root is another one for each caller.</summary>
    internal bool DependsOnCaller(HardeningOptions options) => options.Roots.Find(_root) is { IsPerCaller: true };

    /// <summary>Whether a name is allowed, by its letters.</summary>
    internal bool Admits(string name)
    {
        if (!PathName.IsValid(name))
        {
            return false;
        }

        foreach (Glob pattern in _patterns)
        {
            if (pattern.Matches(name, Hidden))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Refuses a name that is not allowed: what a link made of one that was.</summary>
    internal void Demand(string name)
    {
        if (!Admits(name))
        {
            throw Refused();
        }
    }

    internal PathRefusedException Refused() => new(PathRefusal.NotAllowed, $"The path leads to where it may not: it {Expectation}.");
}
