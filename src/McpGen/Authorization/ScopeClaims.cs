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
        while (true)
        {
            int space = list.IndexOf(' ');
            if (scope.IsGrantedBy(space < 0 ? list : list[..space]))
            {
                return true;
            }

            if (space < 0)
            {
                return false;
            }

            list = list[(space + 1)..];
        }
    }

    private static bool IsInArray(string json, Scope scope)
    {
        try
        {
            using JsonDocument array = JsonDocument.Parse(json);
            foreach (JsonElement item in array.RootElement.EnumerateArray())
            {
                if (item.ValueKind == JsonValueKind.String && scope.IsGrantedBy(item.GetString()))
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
