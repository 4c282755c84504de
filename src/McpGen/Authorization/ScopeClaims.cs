using System.Security.Claims;
using System.Text.Json;

namespace McpGen.Authorization;

/// <summary>Finds granted scopes in claims: compared ordinally, separated by U+0020 and nothing else.</summary>
internal static class ScopeClaims
{
    private const string Scope = "scope";
    private const string Scp = "scp";

    // What .NET's token handlers turn scp into where inbound claims are mapped.
    private const string Mapped = "http://schemas.microsoft.com/identity/claims/scope";

    public static bool Grant(ReadOnlySpan<Claim> claims, Scope scope)
    {
        foreach (Claim claim in claims)
        {
            if (claim.Type is Scope or Scp or Mapped && Grants(claim, scope))
            {
                return true;
            }
        }

        return false;
    }

    // No scope has a quotation mark, so a list is never mistaken for an array.
    private static bool Grants(Claim claim, Scope scope) =>
        claim.Value is ['[', .., ']'] && claim.Type != Scope ? IsInArray(claim.Value, scope) : IsListed(claim.Value, scope);

    private static bool IsListed(ReadOnlySpan<char> list, Scope scope)
    {
        foreach (string name in scope.GrantedBy)
        {
            if (IsListed(list, name))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Looks for the name and then at what stands beside it: most lists do not hold it at all.</summary>
    private static bool IsListed(ReadOnlySpan<char> list, string name)
    {
        for (int at = list.IndexOf(name); at >= 0; at = list.IndexOf(name))
        {
            int end = at + name.Length;
            if ((at == 0 || list[at - 1] == ' ') && (end == list.Length || list[end] == ' '))
            {
                return true;
            }

            // A name that is part of a longer one: on from its end, where a space may begin the next.
            list = list[end..];
            int space = list.IndexOf(' ');
            list = space < 0 ? default : list[(space + 1)..];
        }

        return false;
    }

    private static bool IsInArray(string json, Scope scope)
    {
        try
        {
            using JsonDocument array = JsonDocument.Parse(json);
            foreach (JsonElement item in array.RootElement.EnumerateArray())
            {
                if (item.ValueKind == JsonValueKind.String && Array.IndexOf(scope.GrantedBy, item.GetString()) >= 0)
                {
                    return true;
                }
            }
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // Brackets are scope characters too: what is no array is a list.
            return IsListed(json, scope);
        }

        return false;
    }
}
