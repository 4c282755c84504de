namespace McpGen.Authorization;

/// <summary>A scope as a tool declares it, RFC 6749 section 3.3, with the scopes that stand for it.</summary>
public sealed class Scope
{
    private readonly string[] _grantedBy;

    /// <summary>Declares a scope.</summary>
    /// <param name="name">Its name, compared ordinally.</param>
    /// <param name="impliedBy">Every scope that implies it, directly or through others.</param>
    public Scope(string name, params string[] impliedBy)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(impliedBy);
        Name = name;
        _grantedBy = [name, .. impliedBy];
    }

    /// <summary>The name, as a challenge asks for it.</summary>
    public string Name { get; }

    /// <summary>Whether a granted scope is this one or implies it.</summary>
    internal bool IsGrantedBy(ReadOnlySpan<char> granted)
    {
        foreach (string name in _grantedBy)
        {
            if (granted.SequenceEqual(name))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a text is a scope-token of RFC 6749: printable ASCII without space, quotation mark and backslash.</summary>
    internal static bool IsToken(string text) =>
        text.Length > 0 && !text.AsSpan().ContainsAnyExceptInRange('!', '~') && !text.AsSpan().ContainsAny('"', '\\');
}
