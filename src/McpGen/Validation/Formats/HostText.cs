namespace McpGen.Validation;

/// <summary>Host names and addresses.</summary>
internal static class HostText
{
    private const int LongestName = 253;
    private const int LongestLabel = 63;
    private const int Groups = 8;

    /// <summary>A host name of RFC 1123, section 2.1, over RFC 952.</summary>
    public static bool IsHostname(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > LongestName)
        {
            return false;
        }

        var cursor = new TextCursor(utf8);
        do
        {
            ReadOnlySpan<byte> label = cursor.TakeAll(CharacterSets.LettersDigitsHyphen);
            if (label.Length is 0 or > LongestLabel || label[0] == '-' || label[^1] == '-')
            {
                return false;
            }
        }
        while (cursor.TryTake('.'));

        return cursor.IsAtEnd;
    }

    /// <summary>Four decimal numbers up to 255 with dots between them.</summary>
    /// <param name="utf8">The text.</param>
    /// <param name="allowLeadingZeros">Whether a number may have up to three digits in any case, as in mail (RFC 5321, <c>Snum</c>).</param>
    public static bool IsIPv4(ReadOnlySpan<byte> utf8, bool allowLeadingZeros = false)
    {
        var cursor = new TextCursor(utf8);
        for (int index = 0; index < 4; index++)
        {
            if (index > 0 && !cursor.TryTake('.'))
            {
                return false;
            }

            ReadOnlySpan<byte> digits = cursor.TakeDigits();
            if (digits.Length is 0 or > 3 || (!allowLeadingZeros && digits.Length > 1 && digits[0] == '0')
                || !new TextCursor(digits).TryTakeNumber(digits.Length, max: 255, out _))
            {
                return false;
            }
        }

        return cursor.IsAtEnd;
    }

    /// <summary>The text forms of RFC 4291, section 2.2; the same as <c>IPv6address</c> of RFC 3986.</summary>
    public static bool IsIPv6(ReadOnlySpan<byte> utf8) => IsIPv6(utf8, mostBesideGap: Groups - 1, allowLeadingZeros: false);

    /// <summary><c>IPv6-addr</c> of RFC 5321: there a gap stands for two groups at least, and an IPv4 address may have leading zeros.</summary>
    public static bool IsIPv6InMail(ReadOnlySpan<byte> utf8) => IsIPv6(utf8, mostBesideGap: Groups - 2, allowLeadingZeros: true);

    private static bool IsIPv6(ReadOnlySpan<byte> utf8, int mostBesideGap, bool allowLeadingZeros)
    {
        var cursor = new TextCursor(utf8);
        bool hasGap = cursor.TryTake(':');
        if (hasGap && !cursor.TryTake(':'))
        {
            return false;
        }

        int groups = 0;
        bool isOpen = !hasGap;
        while (isOpen || !cursor.IsAtEnd)
        {
            ReadOnlySpan<byte> last = cursor.Rest;
            ReadOnlySpan<byte> group = cursor.TakeAll(CharacterSets.Hexadecimal);
            if (cursor.TryTake('.'))
            {
                // An IPv4 address takes the place of the last two groups.
                return IsIPv4(last, allowLeadingZeros) && IsWhole(groups + 2);
            }

            if (group.Length is 0 or > 4)
            {
                return false;
            }

            groups++;
            isOpen = cursor.TryTake(':');
            if (isOpen && cursor.TryTake(':'))
            {
                if (hasGap)
                {
                    return false;
                }

                hasGap = true;
                isOpen = false;
            }
            else if (!isOpen && !cursor.IsAtEnd)
            {
                return false;
            }
        }

        return IsWhole(groups);

        bool IsWhole(int count) => hasGap ? count <= mostBesideGap : count == Groups;
    }
}
