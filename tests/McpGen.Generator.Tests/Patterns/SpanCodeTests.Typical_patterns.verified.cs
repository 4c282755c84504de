// ^[a-z0-9]+(?:-[a-z0-9]+)*$
private static bool MatchesSlug(global::System.ReadOnlySpan<char> text)
{
    global::System.ReadOnlySpan<char> rest = text;
    int run;
    run = global::System.MemoryExtensions.IndexOfAnyExcept(rest, SlugCharacters.LowercaseDigits);
    if (run < 0) run = rest.Length;
    if (run == 0) return false;
    rest = rest[run..];
    while (rest is ['-', ..])
    {
        rest = rest[1..];
        run = global::System.MemoryExtensions.IndexOfAnyExcept(rest, SlugCharacters.LowercaseDigits);
        if (run < 0) run = rest.Length;
        if (run == 0) return false;
        rest = rest[run..];
    }
    return rest.IsEmpty;
}

private static class SlugCharacters
{
    internal static readonly global::System.Buffers.SearchValues<char> LowercaseDigits = global::System.Buffers.SearchValues.Create("0123456789abcdefghijklmnopqrstuvwxyz");
}

// ^v?(0|[1-9]\d*)\.(0|[1-9]\d*)(?:-[0-9A-Za-z\-]+)?$
private static bool MatchesVersion(global::System.ReadOnlySpan<char> text)
{
    global::System.ReadOnlySpan<char> rest = text;
    int run;
    if (rest is ['v', ..]) rest = rest[1..];
    if (rest is ['0', ..])
    {
        rest = rest[1..];
    }
    else
    {
        if (rest is not [>= '1' and <= '9', ..]) return false;
        rest = rest[1..];
        run = global::System.MemoryExtensions.IndexOfAnyExceptInRange(rest, '0', '9');
        if (run < 0) run = rest.Length;
        rest = rest[run..];
    }
    if (rest is not ['.', ..]) return false;
    rest = rest[1..];
    if (rest is ['0', ..])
    {
        rest = rest[1..];
    }
    else
    {
        if (rest is not [>= '1' and <= '9', ..]) return false;
        rest = rest[1..];
        run = global::System.MemoryExtensions.IndexOfAnyExceptInRange(rest, '0', '9');
        if (run < 0) run = rest.Length;
        rest = rest[run..];
    }
    if (rest is ['-', ..])
    {
        rest = rest[1..];
        run = global::System.MemoryExtensions.IndexOfAnyExcept(rest, VersionCharacters.LettersDigitsHyphen);
        if (run < 0) run = rest.Length;
        if (run == 0) return false;
        rest = rest[run..];
    }
    return rest.IsEmpty;
}

private static class VersionCharacters
{
    internal static readonly global::System.Buffers.SearchValues<char> LettersDigitsHyphen = global::System.Buffers.SearchValues.Create("-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");
}

// ^#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})$
private static bool MatchesColor(global::System.ReadOnlySpan<char> text)
{
    global::System.ReadOnlySpan<char> rest = text;
    if (rest is not ['#', ..]) return false;
    rest = rest[1..];
    if (rest.Length < 3 || global::System.MemoryExtensions.ContainsAnyExcept(rest[..3], ColorCharacters.HexLettersDigits)) return false;
    rest = rest[3..];
    if (rest is [>= '0' and <= '9' or >= 'A' and <= 'F' or >= 'a' and <= 'f', ..])
    {
        if (rest.Length < 3 || global::System.MemoryExtensions.ContainsAnyExcept(rest[..3], ColorCharacters.HexLettersDigits)) return false;
        rest = rest[3..];
    }
    return rest.IsEmpty;
}

private static class ColorCharacters
{
    internal static readonly global::System.Buffers.SearchValues<char> HexLettersDigits = global::System.Buffers.SearchValues.Create("0123456789ABCDEFabcdef");
}

// ^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$
private static bool MatchesUuid(global::System.ReadOnlySpan<char> text)
{
    global::System.ReadOnlySpan<char> rest = text;
    if (rest.Length < 8 || global::System.MemoryExtensions.ContainsAnyExcept(rest[..8], UuidCharacters.LowercaseHexDigits)) return false;
    rest = rest[8..];
    if (rest is not ['-', ..]) return false;
    rest = rest[1..];
    for (int i = 0; i < 3; i++)
    {
        if (rest.Length < 4 || global::System.MemoryExtensions.ContainsAnyExcept(rest[..4], UuidCharacters.LowercaseHexDigits)) return false;
        rest = rest[4..];
        if (rest is not ['-', ..]) return false;
        rest = rest[1..];
    }
    return rest.Length == 12 && !global::System.MemoryExtensions.ContainsAnyExcept(rest, UuidCharacters.LowercaseHexDigits);
}

private static class UuidCharacters
{
    internal static readonly global::System.Buffers.SearchValues<char> LowercaseHexDigits = global::System.Buffers.SearchValues.Create("0123456789abcdef");
}

// ^\+[1-9]\d{1,14}$
private static bool MatchesPhone(global::System.ReadOnlySpan<char> text)
{
    global::System.ReadOnlySpan<char> rest = text;
    if (rest is not ['+', ..]) return false;
    rest = rest[1..];
    if (rest is not [>= '1' and <= '9', ..]) return false;
    rest = rest[1..];
    return rest.Length is >= 1 and <= 14 && !global::System.MemoryExtensions.ContainsAnyExceptInRange(rest, '0', '9');
}

// ^[^/\\\u0000]{1,255}$
private static bool MatchesPathSegment(global::System.ReadOnlySpan<char> text) => !global::System.MemoryExtensions.ContainsAny(text, '\u0000', '/', '\\') && global::McpGen.Validation.Pattern.CountCharacters(text) is >= 1 and <= 255;

// ^(?:open|in-progress|closed)$
private static bool MatchesState(global::System.ReadOnlySpan<char> text) => text is "open" or "in-progress" or "closed";

// ^(?:get|put|post)-[a-z]+$
private static bool MatchesVerb(global::System.ReadOnlySpan<char> text)
{
    global::System.ReadOnlySpan<char> rest = text;
    if (rest.Length >= 3 && rest[..3] is "get") rest = rest[3..];
    else if (rest.Length >= 3 && rest[..3] is "put") rest = rest[3..];
    else if (rest.Length >= 4 && rest[..4] is "post") rest = rest[4..];
    else return false;
    if (rest is not ['-', ..]) return false;
    rest = rest[1..];
    return !rest.IsEmpty && !global::System.MemoryExtensions.ContainsAnyExceptInRange(rest, 'a', 'z');
}

// ^https?://[a-z0-9.\-]{1,253}(?::\d{1,5})?(?:/.*)?$
private static bool MatchesUrl(global::System.ReadOnlySpan<char> text)
{
    global::System.ReadOnlySpan<char> rest = text;
    int run;
    if (rest.Length < 4 || rest[..4] is not "http") return false;
    rest = rest[4..];
    if (rest is ['s', ..]) rest = rest[1..];
    if (rest.Length < 3 || rest[..3] is not "://") return false;
    rest = rest[3..];
    run = global::System.MemoryExtensions.IndexOfAnyExcept(rest, UrlCharacters.LowercaseDigitsHyphenDot);
    if (run < 0) run = rest.Length;
    if (run is < 1 or > 253) return false;
    rest = rest[run..];
    if (rest is [':', ..])
    {
        rest = rest[1..];
        run = global::System.MemoryExtensions.IndexOfAnyExceptInRange(rest, '0', '9');
        if (run < 0) run = rest.Length;
        if (run is < 1 or > 5) return false;
        rest = rest[run..];
    }
    if (rest is ['/', ..])
    {
        rest = rest[1..];
        run = global::System.MemoryExtensions.IndexOfAny(rest, UrlCharacters.LineTerminators);
        if (run < 0) run = rest.Length;
        rest = rest[run..];
    }
    return rest.IsEmpty;
}

private static class UrlCharacters
{
    internal static readonly global::System.Buffers.SearchValues<char> LowercaseDigitsHyphenDot = global::System.Buffers.SearchValues.Create("-.0123456789abcdefghijklmnopqrstuvwxyz");
    internal static readonly global::System.Buffers.SearchValues<char> LineTerminators = global::System.Buffers.SearchValues.Create("\n\r\u2028\u2029");
}

// ^[A-Za-z_]\w{0,63}$
private static bool MatchesIdentifier(global::System.ReadOnlySpan<char> text)
{
    global::System.ReadOnlySpan<char> rest = text;
    if (rest is not [>= 'A' and <= 'Z' or '_' or >= 'a' and <= 'z', ..]) return false;
    rest = rest[1..];
    return rest.Length <= 63 && !global::System.MemoryExtensions.ContainsAnyExcept(rest, IdentifierCharacters.LettersDigitsUnderscore);
}

private static class IdentifierCharacters
{
    internal static readonly global::System.Buffers.SearchValues<char> LettersDigitsUnderscore = global::System.Buffers.SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz");
}

// ^[a-z\u00C0-\u024F\u4E00-\u9FFF]{1,64}$
private static bool MatchesLetters(global::System.ReadOnlySpan<char> text)
{
    global::System.ReadOnlySpan<char> rest = text;
    int run;
    run = 0;
    while (run < rest.Length && rest[run] is >= 'a' and <= 'z' or >= '\u00c0' and <= '\u024f' or >= '\u4e00' and <= '\u9fff') run++;
    if (run is < 1 or > 64) return false;
    rest = rest[run..];
    return rest.IsEmpty;
}

// ^(?:[\u{1F600}-\u{1F64F}]|[a-z]){1,4}$
private static bool MatchesEmoji(global::System.ReadOnlySpan<char> text)
{
    global::System.ReadOnlySpan<char> rest = text;
    int count = 0;
    while (rest is [>= 'a' and <= 'z' or '\ud83d', ..])
    {
        if (++count > 4) return false;
        if (rest is ['\ud83d', ..])
        {
            rest = rest[1..];
            if (rest is not [>= '\ude00' and <= '\ude4f', ..]) return false;
            rest = rest[1..];
        }
        else
        {
            if (rest is not [>= 'a' and <= 'z', ..]) return false;
            rest = rest[1..];
        }
    }
    if (count < 1) return false;
    return rest.IsEmpty;
}

// ^\b\w+\b(?:[ ,]\b\w+\b){0,9}$
private static bool MatchesWords(global::System.ReadOnlySpan<char> text)
{
    global::System.ReadOnlySpan<char> rest = text;
    int run;
    run = global::System.MemoryExtensions.IndexOfAnyExcept(rest, WordsCharacters.LettersDigitsUnderscore);
    if (run < 0) run = rest.Length;
    if (run == 0) return false;
    rest = rest[run..];
    int count = 0;
    while (rest is [' ' or ',', ..])
    {
        if (++count > 9) return false;
        rest = rest[1..];
        run = global::System.MemoryExtensions.IndexOfAnyExcept(rest, WordsCharacters.LettersDigitsUnderscore);
        if (run < 0) run = rest.Length;
        if (run == 0) return false;
        rest = rest[run..];
    }
    return rest.IsEmpty;
}

private static class WordsCharacters
{
    internal static readonly global::System.Buffers.SearchValues<char> LettersDigitsUnderscore = global::System.Buffers.SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz");
}

// ^(?:[a-z]+|[a-z0-9]+!)$
private static bool MatchesEither(global::System.ReadOnlySpan<char> text)
{
    return (!text.IsEmpty && !global::System.MemoryExtensions.ContainsAnyExceptInRange(text, 'a', 'z')) || Alternative2(text);

    static bool Alternative2(global::System.ReadOnlySpan<char> text)
    {
        global::System.ReadOnlySpan<char> rest = text;
        int run;
        run = global::System.MemoryExtensions.IndexOfAnyExcept(rest, EitherCharacters.LowercaseDigits);
        if (run < 0) run = rest.Length;
        if (run == 0) return false;
        rest = rest[run..];
        return rest is "!";
    }
}

private static class EitherCharacters
{
    internal static readonly global::System.Buffers.SearchValues<char> LowercaseDigits = global::System.Buffers.SearchValues.Create("0123456789abcdefghijklmnopqrstuvwxyz");
}
