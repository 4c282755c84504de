using System.Security.Claims;
using McpGen.Authorization;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace McpGen.AspNetCore;

/// <summary>Stops a server whose keys cannot be what was meant. No message holds a hash: someone may have written the key there.</summary>
internal sealed class ApiKeyValidation(IHostEnvironment environment) : IValidateOptions<ApiKeyOptions>
{
    private const int MostKeys = 2;

    private static readonly HashSet<string> s_ownClaims = new(StringComparer.OrdinalIgnoreCase)
    {
        "sub", "client_id", "azp", "scope", "scp", "iss", "role", "roles", ClaimTypes.Role, ClaimTypes.NameIdentifier, "http://schemas.microsoft.com/identity/claims/scope",
    };

    public ValidateOptionsResult Validate(string? name, ApiKeyOptions options)
    {
        string[] failures = [.. OfOptions(options), .. options.Callers.SelectMany(OfCaller), .. Repeated(options)];
        return failures.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private IEnumerable<string> OfOptions(ApiKeyOptions options)
    {
        if (options.HeaderName is not { Length: > 0 } header || header.Any(letter => !char.IsAsciiLetterOrDigit(letter) && letter is not ('-' or '_')) || header.Equals("Authorization", StringComparison.OrdinalIgnoreCase))
        {
            yield return "ApiKeyOptions.HeaderName is not the name of a header for keys: letters, digits, '-' and '_', and not Authorization.";
        }

        if (options.MinimumKeyLength is < 8 or > ApiKeyOptions.LongestKey)
        {
            yield return $"ApiKeyOptions.MinimumKeyLength is {options.MinimumKeyLength}. It is from 8 to {ApiKeyOptions.LongestKey}.";
        }
        else if (options.MinimumKeyLength < ApiKeyOptions.ShortestKeyInProduction && !environment.IsDevelopment())
        {
            yield return $"ApiKeyOptions.MinimumKeyLength is {options.MinimumKeyLength}. Less than {ApiKeyOptions.ShortestKeyInProduction} is for Development alone.";
        }
    }

    private static IEnumerable<string> OfCaller(ApiKeyCaller caller, int index)
    {
        string path = $"ApiKeyOptions.Callers[{index}]";
        if (string.IsNullOrWhiteSpace(caller.User) && string.IsNullOrWhiteSpace(caller.Client))
        {
            yield return $"{path} has neither User nor Client. Name who holds the key.";
        }
        else if (caller is { User: "" } or { Client: "" })
        {
            yield return $"{path}: User or Client is empty. Leave it out instead.";
        }

        if (caller.Scopes.Any(scope => scope is null || !Scope.IsToken(scope)))
        {
            yield return $"{path}.Scopes: a scope is printable ASCII without space, quotation mark and backslash (RFC 6749 section 3.3), one to an entry.";
        }

        if (caller.Roles.Any(string.IsNullOrWhiteSpace))
        {
            yield return $"{path}.Roles has an empty role.";
        }

        foreach (string type in caller.Claims.Keys.Where(type => type.Length == 0 || s_ownClaims.Contains(type)))
        {
            yield return $"{path}.Claims has the claim '{type}', which User, Client, Scopes, Roles or the scheme itself set.";
        }

        if (caller.Keys.Count > MostKeys)
        {
            yield return $"{path}.Keys has {caller.Keys.Count} keys. A caller has at most {MostKeys}: the one in use and the one that replaces it.";
        }

        for (int i = 0; i < caller.Keys.Count; i++)
        {
            if (ApiKeyTable.HashOf(caller.Keys[i]) is null)
            {
                yield return $"{path}.Keys[{i}].Sha256 is no SHA-256: 64 hexadecimal digits or 44 characters of base64. It is the hash of the key, never the key.";
            }
        }
    }

    private static IEnumerable<string> Repeated(ApiKeyOptions options)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach ((ApiKeyCaller caller, int index) in options.Callers.Select((caller, index) => (caller, index)))
        {
            foreach (ApiKey key in caller.Keys)
            {
                if (ApiKeyTable.HashOf(key) is { } hash && !seen.Add(Convert.ToHexString(hash)))
                {
                    yield return $"ApiKeyOptions.Callers[{index}].Keys repeats a key. A key stands once and belongs to one caller.";
                }
            }
        }
    }
}
