using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using System.Text;
using McpGen.Validation;

namespace McpGen.Urls;

/// <summary>Brings the host of a URL into the one form that is compared, resolved and sent.</summary>
internal static class UrlHost
{
    private const int LongestAddress = 45;

    private static readonly IdnMapping s_idn = new() { UseStd3AsciiRules = true };

    public static bool TryRead(ReadOnlySpan<char> text, [NotNullWhen(true)] out string? host)
    {
        host = null;
        if (text is ['[', .. var address, ']'])
        {
            return TryReadIPv6(address, out host);
        }

        // First of all: full-width digits, ideographic dots and soft hyphens become what a resolver would make of them.
        if (!Ascii.IsValid(text))
        {
            if (!TryMap(text.ToString(), out string? mapped))
            {
                return false;
            }

            text = mapped;
        }

        if (text is [.. var absolute, '.'])
        {
            text = absolute;
        }

        if (text.Length > UrlRules.LongestName)
        {
            return false;
        }

        Span<char> lower = stackalloc char[UrlRules.LongestName];
        Ascii.ToLower(text, lower, out int length);
        lower = lower[..length];

        // A number that some reader takes for an address passes as a name here, one that no list can hold.
        host = UrlRules.IsName(lower) ? lower.ToString() : null;
        return host is not null;
    }

    private static bool TryMap(string text, [NotNullWhen(true)] out string? ascii)
    {
        try
        {
            ascii = s_idn.GetAscii(text);
            return true;
        }
        catch (ArgumentException)
        {
            // It has no other way to say that a name is none.
            ascii = null;
            return false;
        }
    }

    private static bool TryReadIPv6(ReadOnlySpan<char> text, [NotNullWhen(true)] out string? host)
    {
        host = null;
        Span<byte> utf8 = stackalloc byte[LongestAddress];
        if (text.Length > LongestAddress || Ascii.FromUtf16(text, utf8, out int length) != System.Buffers.OperationStatus.Done
            || !HostText.IsIPv6(utf8[..length]) || !IPAddress.TryParse(text, out IPAddress? address))
        {
            return false;
        }

        host = $"[{address}]";
        return true;
    }
}
