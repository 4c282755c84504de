using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace McpGen.Validation;

/// <summary><c>URI</c> of RFC 3986, appendix A.</summary>
internal static class UriText
{
    // unreserved and sub-delims
    private const string Name = CharacterSets.LettersAndDigits + "-._~!$&'()*+,;=";

    private static readonly SearchValues<byte> Scheme = CharacterSets.Of(CharacterSets.LettersAndDigits + "+-.");
    private static readonly SearchValues<byte> RegisteredName = CharacterSets.Of(Name);
    private static readonly SearchValues<byte> UserInfo = CharacterSets.Of(Name + ":");
    private static readonly SearchValues<byte> Path = CharacterSets.Of(Name + ":@/");
    private static readonly SearchValues<byte> Query = CharacterSets.Of(Name + ":@/?");

    public static bool IsUri(ReadOnlySpan<byte> utf8)
    {
        var cursor = new TextCursor(utf8);
        ReadOnlySpan<byte> scheme = cursor.TakeAll(Scheme);
        if (scheme.IsEmpty || !char.IsAsciiLetter((char)scheme[0]) || !cursor.TryTake(':'))
        {
            return false;
        }

        if (cursor.Rest.StartsWith("//"u8))
        {
            cursor.TryTake('/');
            cursor.TryTake('/');
            if (!IsAuthority(cursor.TakeUntilAny("/?#"u8)))
            {
                return false;
            }
        }

        // Of a path nothing else is left to ask: after an authority it begins with a slash or is empty, and without one not with two.
        return TakeEncoded(ref cursor, Path)
            && (!cursor.TryTake('?') || TakeEncoded(ref cursor, Query))
            && (!cursor.TryTake('#') || TakeEncoded(ref cursor, Query))
            && cursor.IsAtEnd;
    }

    /// <summary>Makes a <see cref="Uri"/> of a text that is one by the RFC. Refused: what .NET does not accept, or reads as something else.</summary>
    public static bool TryRead(string text, [NotNullWhen(true)] out Uri? value) =>
        Uri.TryCreate(text, UriKind.Absolute, out value)

        // A letter before the colon is a drive to .NET: what the RFC reads as the scheme "c" it would make a file.
        && text.StartsWith(value.Scheme, StringComparison.OrdinalIgnoreCase) && text[value.Scheme.Length] == ':';

    private static bool IsAuthority(ReadOnlySpan<byte> authority)
    {
        int at = authority.IndexOf((byte)'@');
        if (at >= 0 && !IsEncoded(authority[..at], UserInfo))
        {
            return false;
        }

        var cursor = new TextCursor(authority[(at + 1)..]);
        if (cursor.TryTake('['))
        {
            if (!IsAddressLiteral(cursor.TakeUntilAny("]"u8)) || !cursor.TryTake(']'))
            {
                return false;
            }
        }
        else if (!TakeEncoded(ref cursor, RegisteredName))
        {
            // An IPv4 address is a registered name as far as its characters go.
            return false;
        }

        if (cursor.TryTake(':'))
        {
            cursor.TakeDigits();
        }

        return cursor.IsAtEnd;
    }

    private static bool IsAddressLiteral(ReadOnlySpan<byte> address)
    {
        var cursor = new TextCursor(address);
        if (!cursor.TryTakeLetter('V'))
        {
            return HostText.IsIPv6(address);
        }

        return !cursor.TakeAll(CharacterSets.Hexadecimal).IsEmpty && cursor.TryTake('.') && !cursor.TakeAll(UserInfo).IsEmpty && cursor.IsAtEnd;
    }

    private static bool IsEncoded(ReadOnlySpan<byte> text, SearchValues<byte> set)
    {
        var cursor = new TextCursor(text);
        return TakeEncoded(ref cursor, set) && cursor.IsAtEnd;
    }

    /// <summary>Takes characters of a set and percent-encoded ones; false where a percent sign encodes nothing.</summary>
    private static bool TakeEncoded(ref TextCursor cursor, SearchValues<byte> set)
    {
        cursor.TakeAll(set);
        while (cursor.TryTake('%'))
        {
            if (!cursor.TryTakeHexadecimal() || !cursor.TryTakeHexadecimal())
            {
                return false;
            }

            cursor.TakeAll(set);
        }

        return true;
    }
}
