using System.Runtime.CompilerServices;
using System.Security.Claims;
using McpGen.Invocation;
using McpGen.Paths;
using McpGen.Urls;

namespace McpGen.Validation;

public ref partial struct ArgumentReader
{
    /// <summary>Reads a path. It is decided by its letters: nothing is opened before the tool uses it.</summary>
    /// <param name="raw">The raw text of the value.</param>
    /// <param name="guard">What it may be.</param>
    /// <param name="minLength">The fewest Unicode code points.</param>
    /// <param name="maxLength">The most Unicode code points.</param>
    /// <returns>The path; null when it was refused, and then the tool is not called.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public SandboxedPath ReadSandboxedPath(scoped ReadOnlySpan<byte> raw, PathGuard guard, int minLength = 0, int maxLength = PathName.LongestName)
    {
        SandboxedPath? path = null;
        if (!TryReadGuarded(raw, minLength, maxLength, null, out string text) || guard.TryBind(text, _tool.Options, CallerFor(guard), out path) is not null)
        {
            Refuse(raw, guard.Expectation, minLength, maxLength, PathName.LongestName);
        }

        return path!;
    }

    /// <summary>Reads the name of a path, of which <see cref="FullPath"/> makes a full one once access is decided.</summary>
    /// <inheritdoc cref="ReadSandboxedPath"/>
    /// <returns>The relative name; null when it was refused.</returns>
    public string ReadPathName(scoped ReadOnlySpan<byte> raw, PathGuard guard, int minLength = 0, int maxLength = PathName.LongestName) =>
        ReadSandboxedPath(raw, guard, minLength, maxLength)?.RelativePath!;

    /// <summary>Makes the full path of a name, with no link in it at this moment.</summary>
    /// <param name="name">The argument.</param>
    /// <param name="path">What <see cref="ReadPathName"/> read; null where an optional argument is absent.</param>
    /// <param name="guard">What it may be.</param>
    /// <returns>The full path; null where it is absent, and when it was refused, and then the tool is not called.</returns>
    public string FullPath(string name, string? path, PathGuard guard)
    {
        string? full = null;
        if (path is not null && guard.TryBindFullPath(path, _tool.Options, CallerFor(guard), out full) is { } expectation)
        {
            Describe("/" + name, expectation);
        }

        return full!;
    }

    /// <summary>Reads a URL. It is decided by its letters: nothing is resolved before the tool uses it.</summary>
    /// <param name="raw">The raw text of the value.</param>
    /// <param name="guard">What it may be.</param>
    /// <param name="minLength">The fewest Unicode code points.</param>
    /// <param name="maxLength">The most Unicode code points.</param>
    /// <returns>The URL; null when it was refused, and then the tool is not called.</returns>
    public GuardedUri ReadGuardedUri(scoped ReadOnlySpan<byte> raw, UrlGuard guard, int minLength = 0, int maxLength = UrlRules.MaxLength) =>
        ReadGuardedUri(raw, guard, minLength, maxLength, null);

    /// <summary>Reads a URL (RFC 3986) as .NET has it, in the canonical form that was checked.</summary>
    /// <inheritdoc cref="ReadGuardedUri(ReadOnlySpan{byte}, UrlGuard, int, int)"/>
    public Uri ReadUri(scoped ReadOnlySpan<byte> raw, UrlGuard guard, int minLength = 0, int maxLength = UrlRules.MaxLength)
    {
        Uri? uri = null;
        if (ReadGuardedUri(raw, guard, minLength, maxLength, StringFormat.Uri) is { } url && !url.TryGetUri(out uri))
        {
            Refuse(raw, guard.Expectation);
        }

        return uri!;
    }

    /// <summary>Reads a URL as text, in the canonical form that was checked.</summary>
    /// <inheritdoc cref="ReadGuardedUri(ReadOnlySpan{byte}, UrlGuard, int, int)"/>
    public string ReadUrl(scoped ReadOnlySpan<byte> raw, UrlGuard guard, int minLength = 0, int maxLength = UrlRules.MaxLength)
    {
        GuardedUri? url = ReadGuardedUri(raw, guard, minLength, maxLength, null);

        // Whoever gets the text makes a Uri of it sooner or later.
        if (url is not null && !url.TryGetUri(out _))
        {
            Refuse(raw, guard.Expectation);
        }

        return url?.Text!;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private GuardedUri ReadGuardedUri(scoped ReadOnlySpan<byte> raw, UrlGuard guard, int minLength, int maxLength, StringFormat? format)
    {
        GuardedUri? url = null;
        if (!TryReadGuarded(raw, minLength, maxLength, format, out string text) || guard.TryBind(text, out url) is not null)
        {
            Refuse(raw, guard.Expectation, minLength, maxLength, UrlRules.MaxLength);
        }

        return url!;
    }

    private static bool TryReadGuarded(scoped ReadOnlySpan<byte> raw, int minLength, int maxLength, StringFormat? format, out string text)
    {
        text = "";
        return TryUnquote(raw, out ReadOnlySpan<byte> quoted) && TryReadText(quoted, minLength, maxLength, format, null, out text, out _);
    }

    private void Refuse(scoped ReadOnlySpan<byte> raw, string expectation, int minLength, int maxLength, int longest)
    {
        bool hasOwnLimits = minLength > 0 || maxLength < longest;
        Refuse(raw, hasOwnLimits ? $"{expectation}, and {Expected.Text(minLength, maxLength, null)}" : expectation);
    }

    /// <summary>Who calls, for a root that depends on it; asked when the path is used.</summary>
    private readonly Func<ClaimsPrincipal?> CallerFor(PathGuard guard) => guard.DependsOnCaller(_tool.Options) ? CallerOf(new ToolCall(_tool, _request, default)) : s_nobody;

    private static Func<ClaimsPrincipal?> CallerOf(ToolCall call) => () => call.User;

    private static readonly Func<ClaimsPrincipal?> s_nobody = static () => null;
}
