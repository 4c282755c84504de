namespace McpGen.Authorization;

/// <summary>A scope as a tool declares it, RFC 6749 section 3.3, with the scopes that stand for it.</summary>
public sealed class Scope
{
    /// <summary>Declares a scope.</summary>
    /// <param name="name">Its name, compared ordinally.</param>
    /// <param name="impliedBy">Every scope that implies it, directly or through others.</param>
    public Scope(string name, params string[] impliedBy)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(impliedBy);
        Name = name;
        GrantedBy = [name, .. impliedBy];
    }

    /// <summary>The name, as a challenge asks for it.</summary>
    public string Name { get; }

    /// <summary>The scope itself and those that imply it: one of them is enough.</summary>
    internal string[] GrantedBy { get; }

    /// <summary>Whether a text is a scope-token of RFC 6749: printable ASCII without space, quotation mark and backslash.</summary>
    internal static bool IsToken(string text) =>
        text.Length > 0 && !text.AsSpan().ContainsAnyExceptInRange('!', '~') && !text.AsSpan().ContainsAny('"', '\\');
}
