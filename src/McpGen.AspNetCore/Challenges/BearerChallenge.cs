using System.Text;
using Microsoft.Extensions.Primitives;

namespace McpGen.AspNetCore;

/// <summary>The value of a <c>WWW-Authenticate</c> header for bearer tokens (RFC 6750 section 3, RFC 9728 section 5.1).</summary>
internal static class BearerChallenge
{
    private const string Scheme = "Bearer";

    public static string Compose(string? error, IReadOnlyList<string> scopes, string metadata) => Extend(Scheme, error, scopes, metadata);

    /// <summary>The challenges of a 401, one of them for bearer tokens that says where the metadata is.</summary>
    public static StringValues Complete(StringValues challenges, string? error, IReadOnlyList<string> scopes, string metadata)
    {
        string?[] all = [.. challenges];
        int bearer = Array.FindIndex(all, IsBearer);
        if (bearer < 0)
        {
            return new([.. all, Compose(error, scopes, metadata)]);
        }

        all[bearer] = Extend(all[bearer]!, error, scopes, metadata);
        return new(all);
    }

    private static bool IsBearer(string? challenge) =>
        challenge is not null
        && challenge.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
        && (challenge.Length == Scheme.Length || challenge[Scheme.Length] == ' ');

    private static string Extend(string said, string? error, IReadOnlyList<string> scopes, string metadata)
    {
        var challenge = new StringBuilder(said);
        Add("error", error);
        Add("scope", scopes.Count == 0 ? null : string.Join(' ', scopes));
        Add("resource_metadata", metadata);
        return challenge.ToString();

        // Neither a scope (RFC 6749 section 3.3) nor a URI can hold a quote or a backslash.
        void Add(string parameter, string? value)
        {
            if (value is not null && !Has(said, parameter))
            {
                challenge.Append(challenge.Length == Scheme.Length ? " " : ", ").Append(parameter).Append("=\"").Append(value).Append('"');
            }
        }
    }

    private static bool Has(string challenge, string parameter) =>
        challenge.Contains($" {parameter}=", StringComparison.OrdinalIgnoreCase) || challenge.Contains($",{parameter}=", StringComparison.OrdinalIgnoreCase);
}
