using System.Buffers;

namespace McpGen.Validation;

/// <summary><c>Mailbox</c> of RFC 5321, sections 4.1.2 and 4.1.3.</summary>
internal static class EmailText
{
    // atext of RFC 5322
    private static readonly SearchValues<byte> Atom = CharacterSets.Of(CharacterSets.LettersAndDigits + "!#$%&'*+-/=?^_`{|}~");

    public static bool IsMailbox(ReadOnlySpan<byte> utf8)
    {
        var cursor = new TextCursor(utf8);
        bool isLocalPart = cursor.TryTake('"') ? TakeQuoted(ref cursor) : TakeAtoms(ref cursor);
        return isLocalPart && cursor.TryTake('@') && (cursor.TryTake('[') ? IsAddressLiteral(cursor.Rest) : HostText.IsHostname(cursor.Rest));
    }

    private static bool TakeAtoms(ref TextCursor cursor)
    {
        do
        {
            if (cursor.TakeAll(Atom).IsEmpty)
            {
                return false;
            }
        }
        while (cursor.TryTake('.'));

        return true;
    }

    // What follows the opening quote, the closing one included.
    private static bool TakeQuoted(ref TextCursor cursor)
    {
        while (true)
        {
            if (cursor.TakeUntilAny("\"\\"u8).ContainsAnyExceptInRange((byte)' ', (byte)'~'))
            {
                return false;
            }

            if (!cursor.TryTake('\\'))
            {
                return cursor.TryTake('"');
            }

            if (!cursor.TryTakeInRange(' ', '~'))
            {
                return false;
            }
        }
    }

    // What follows the opening bracket, the closing one included.
    private static bool IsAddressLiteral(ReadOnlySpan<byte> utf8)
    {
        if (utf8.IsEmpty || utf8[^1] != ']')
        {
            return false;
        }

        ReadOnlySpan<byte> address = utf8[..^1];
        var cursor = new TextCursor(address);
        ReadOnlySpan<byte> tag = cursor.TakeAll(CharacterSets.LettersDigitsHyphen);
        if (!cursor.TryTake(':'))
        {
            return HostText.IsIPv4(address, allowLeadingZeros: true);
        }

        // The tag that RFC 5321 itself defines has the meaning it gives there; of the others only the form is known.
        if (System.Text.Ascii.EqualsIgnoreCase(tag, "IPv6"u8))
        {
            return HostText.IsIPv6InMail(cursor.Rest);
        }

        return !tag.IsEmpty && tag[^1] != '-' && !cursor.IsAtEnd
            && !cursor.Rest.ContainsAnyExceptInRange((byte)'!', (byte)'~') && !cursor.Rest.ContainsAny("[\\]"u8);
    }
}
