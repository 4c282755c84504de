using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net;
using System.Net.Sockets;

namespace McpGen.Urls;

/// <summary>
/// What an allow-list of URLs may say. Compiled into the generator too, so what stops a build and what a <c>UrlGuard</c> refuses to be made
/// of are the same. An objection is the end of a sentence that begins with the text it is about.
/// </summary>
internal static class UrlRules
{
    public const int MaxLength = 2048;
    public const int LongestName = 253;

    /// <summary>What a URL must be, where the guard does not reveal it.</summary>
    public const string Undescribed = "an allowed URL";

    private const int MostHostsShown = 8;
    private const int LongestLabel = 63;

    // The largest internal networks there are: 10.0.0.0/8 and fc00::/7.
    private const int ShortestIPv4Prefix = 8;
    private const int ShortestIPv6Prefix = 7;

    /// <summary>What a URL must be.</summary>
    public static string Describe(IReadOnlyList<string> hosts, IReadOnlyList<string> schemes, IReadOnlyList<int> ports)
    {
        string some = string.Join(", ", hosts.Take(MostHostsShown));
        string more = hosts.Count > MostHostsShown ? FormattableString.Invariant($" and {hosts.Count - MostHostsShown} more") : "";
        string port = ports.Count == 0 ? "" : ", port " + string.Join(" or ", ports);
        return FormattableString.Invariant($"an {string.Join(" or ", schemes)} URL of {some}{more}{port}; at most {MaxLength} characters, without user name and fragment");
    }

    public static string? ObjectionToHost(string host)
    {
        if (host == "*")
        {
            return "allows every host";
        }

        bool isWildcard = host.Length > 2 && host[0] == '*' && host[1] == '.';
        string name = isWildcard ? host.Substring(2) : host;
        if (name.IndexOf('*') >= 0)
        {
            return "has a wildcard that is not the whole of its first label";
        }

        if (name.Length > 0 && name[0] == '[')
        {
            return isWildcard || !IsCanonicalIPv6(name) ? "is no IPv6 address as URLs have it, in the form of RFC 5952 and in brackets" : null;
        }

        if (!IsName(name.AsSpan()))
        {
            return "is no host as it is compared: lower-case letters, digits and hyphens in labels, other letters as \"xn--\", without scheme, port and trailing dot";
        }

        if (EndsInNumber(name.AsSpan()))
        {
            return isWildcard || !IsIPv4(name.AsSpan()) ? "ends in a number and is not an IPv4 address in its usual form" : null;
        }

        return isWildcard && name.IndexOf('.') < 0 ? "allows every name below a whole top-level domain" : null;
    }

    public static string? ObjectionToScheme(string scheme) => scheme is "https" or "http" ? null : "is neither \"https\" nor \"http\"";

    public static string? ObjectionToPort(int port) => port is > 0 and <= ushort.MaxValue ? null : "is no port: they are from 1 to 65535";

    public static string? ObjectionToNetwork(string network)
    {
        // What is written back alike was written in the one usual way.
        string[] parts = network.Split('/');
        if (parts.Length != 2 || parts[0].IndexOf('%') >= 0 || !IPAddress.TryParse(parts[0], out IPAddress? address)
            || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out int length)
            || FormattableString.Invariant($"{address}/{length}") != network || length > address.GetAddressBytes().Length * 8)
        {
            return "is no network in CIDR notation, such as 10.1.0.0/16";
        }

        byte[] bytes = address.GetAddressBytes();
        if (length < (address.AddressFamily == AddressFamily.InterNetwork ? ShortestIPv4Prefix : ShortestIPv6Prefix))
        {
            return "is larger than any internal network";
        }

        for (int bit = length; bit < bytes.Length * 8; bit++)
        {
            if ((bytes[bit / 8] & (0x80 >> (bit % 8))) != 0)
            {
                return "has bits set beyond its length";
            }
        }

        return null;
    }

    /// <summary>Labels of lower-case letters, digits and inner hyphens. An IPv4 address is one as far as its characters go.</summary>
    public static bool IsName(ReadOnlySpan<char> text)
    {
        if (text.Length is 0 or > LongestName)
        {
            return false;
        }

        int start = 0;
        for (int index = 0; index <= text.Length; index++)
        {
            if (index == text.Length || text[index] == '.')
            {
                if (index == start || index - start > LongestLabel || text[start] == '-' || text[index - 1] == '-')
                {
                    return false;
                }

                start = index + 1;
            }
            else if (text[index] is not ((>= 'a' and <= 'z') or (>= '0' and <= '9') or '-'))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>
    /// Whether some reader takes the host for an IPv4 address: its last label is a number, decimal, octal or hexadecimal (the URL Standard's
    /// "ends in a number").
    /// </summary>
    private static bool EndsInNumber(ReadOnlySpan<char> name)
    {
        ReadOnlySpan<char> last = name.Slice(name.LastIndexOf('.') + 1);
        bool isHexadecimal = last.Length >= 2 && last[0] == '0' && last[1] == 'x';
        foreach (char digit in isHexadecimal ? last.Slice(2) : last)
        {
            if (digit is not (>= '0' and <= '9') && !(isHexadecimal && digit is >= 'a' and <= 'f'))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Four decimal numbers up to 255 without leading zeros: the one spelling that every reader agrees on.</summary>
    private static bool IsIPv4(ReadOnlySpan<char> text)
    {
        int number = -1;
        int numbers = 0;
        for (int index = 0; index <= text.Length; index++)
        {
            if (index == text.Length || text[index] == '.')
            {
                if (number is < 0 or > 255)
                {
                    return false;
                }

                numbers++;
                number = -1;
            }
            else if (text[index] is not (>= '0' and <= '9') || number is 0 or > 255)
            {
                return false;
            }
            else
            {
                number = (number < 0 ? 0 : number * 10) + (text[index] - '0');
            }
        }

        return numbers == 4;
    }

    private static bool IsCanonicalIPv6(string host) =>
        host[host.Length - 1] == ']' && host.IndexOf('%') < 0
        && IPAddress.TryParse(host.Substring(1, host.Length - 2), out IPAddress? address)
        && address.AddressFamily == AddressFamily.InterNetworkV6 && "[" + address + "]" == host;
}
