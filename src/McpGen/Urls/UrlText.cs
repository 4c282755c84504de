using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace McpGen.Urls;

/// <summary>
/// Takes a URL apart. Only what every reader takes apart alike is read: no backslashes, white space, control characters or fragments, and
/// an authority of host and port alone, neither of which has an at or a percent sign. The parts are put together anew, so nothing reads
/// the text a second time.
/// </summary>
internal readonly record struct UrlText(string Scheme, string Host, int Port, string PathAndQuery)
{
    private static readonly SearchValues<char> s_plain =
        SearchValues.Create("!$%&'()*+,-./0123456789:;=?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_abcdefghijklmnopqrstuvwxyz{|}~");

    public static int PortOf(string scheme) => scheme == "https" ? 443 : 80;

    public static bool TryRead(string text, out UrlText url)
    {
        url = default;
        if (text.Length > UrlRules.MaxLength)
        {
            return false;
        }

        int firstOdd = text.AsSpan().IndexOfAnyExcept(s_plain);
        if (firstOdd >= 0 && !IsReadable(text.AsSpan(firstOdd)))
        {
            return false;
        }

        if (!TryTakeScheme(text, out string? scheme))
        {
            return false;
        }

        ReadOnlySpan<char> rest = text.AsSpan(scheme.Length + "://".Length);
        int end = rest.IndexOfAny('/', '?');
        ReadOnlySpan<char> authority = end < 0 ? rest : rest[..end];
        ReadOnlySpan<char> tail = end < 0 ? [] : rest[end..];
        if (!TryTakePort(ref authority, out int? port) || !UrlHost.TryRead(authority, out string? host) || !IsEncoded(tail))
        {
            return false;
        }

        url = new UrlText(scheme, host, port ?? PortOf(scheme), PathAndQueryOf(tail, isAscii: firstOdd < 0));
        return true;
    }

    private static bool TryTakeScheme(ReadOnlySpan<char> text, [NotNullWhen(true)] out string? scheme)
    {
        scheme = text.StartsWith("https://", StringComparison.OrdinalIgnoreCase) ? "https"
            : text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) ? "http"
            : null;
        return scheme is not null;
    }

    private static bool TryTakePort(ref ReadOnlySpan<char> authority, out int? port)
    {
        port = null;
        int colon = authority is ['[', ..] ? authority.IndexOf(']') + 1 : authority.IndexOf(':');
        if (colon < 0 || colon == authority.Length)
        {
            return true;
        }

        ReadOnlySpan<char> digits = authority[colon] == ':' ? authority[(colon + 1)..] : [];
        authority = authority[..colon];
        if (digits.Length is 0 or > 5 || digits[0] == '0' || digits.ContainsAnyExceptInRange('0', '9'))
        {
            return false;
        }

        port = int.Parse(digits, CultureInfo.InvariantCulture);
        return port <= ushort.MaxValue;
    }

    /// <summary>Whether what is not plain ASCII is at least visible text that has a UTF-8 form.</summary>
    private static bool IsReadable(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            if (Rune.DecodeFromUtf16(text, out Rune rune, out int length) != OperationStatus.Done
                || (rune.IsAscii ? !s_plain.Contains((char)rune.Value) : Rune.IsControl(rune) || Rune.IsWhiteSpace(rune)))
            {
                return false;
            }

            text = text[length..];
        }

        return true;
    }

    /// <summary>Whether every percent sign encodes something.</summary>
    private static bool IsEncoded(ReadOnlySpan<char> text)
    {
        for (int percent; (percent = text.IndexOf('%')) >= 0; text = text[(percent + 3)..])
        {
            if (text.Length < percent + 3 || !char.IsAsciiHexDigit(text[percent + 1]) || !char.IsAsciiHexDigit(text[percent + 2]))
            {
                return false;
            }
        }

        return true;
    }

    private static string PathAndQueryOf(ReadOnlySpan<char> tail, bool isAscii)
    {
        string text = tail is ['/', ..] ? tail.ToString() : $"/{tail}";
        if (isAscii)
        {
            return text;
        }

        var encoded = new StringBuilder(text.Length * 2);
        Span<byte> utf8 = stackalloc byte[4];
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (rune.IsAscii)
            {
                encoded.Append((char)rune.Value);
                continue;
            }

            foreach (byte part in utf8[..rune.EncodeToUtf8(utf8)])
            {
                encoded.Append('%').Append(Convert.ToHexString([part]));
            }
        }

        return encoded.ToString();
    }
}
