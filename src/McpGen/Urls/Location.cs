namespace McpGen.Urls;

/// <summary>The Location header of a redirect (RFC 9110 section 10.2.2).</summary>
internal static class Location
{
    /// <summary>The text of the URL that it refers to, for the guard to read.</summary>
    /// <param name="from">The URL that was asked for.</param>
    /// <param name="location">The header's value.</param>
    public static string Resolve(GuardedUri from, string location)
    {
        // A fragment is for a browser, and is dropped before anything is read.
        int hash = location.IndexOf('#', StringComparison.Ordinal);
        string reference = hash < 0 ? location : location[..hash];
        string path = from.PathAndQuery.Split('?')[0];
        return reference switch
        {
            "" => from.Text,
            ['/', '/', ..] => $"{from.Scheme}:{reference}",
            ['/', ..] => from.Origin + reference,
            ['?', ..] => from.Origin + path + reference,

            // A colon in its first segment ends a scheme (RFC 3986 section 4.2); which one is the guard's affair.
            _ when reference.AsSpan(0, LengthOfFirstSegment(reference)).Contains(':') => reference,
            _ => from.Origin + path[..(path.LastIndexOf('/') + 1)] + reference,
        };
    }

    private static int LengthOfFirstSegment(string reference) => reference.IndexOfAny(['/', '?']) is >= 0 and var length ? length : reference.Length;
}
