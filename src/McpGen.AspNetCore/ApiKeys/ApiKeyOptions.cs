using Microsoft.AspNetCore.Authentication;

namespace McpGen.AspNetCore;

/// <summary>
/// The API keys that are accepted. Validated when the server starts and whenever its configuration changes; a change that does not
/// validate ends every request that is asked for a key, with 500, until it is mended.
/// </summary>
public sealed class ApiKeyOptions : AuthenticationSchemeOptions
{
    internal const int LongestKey = 512;
    internal const int ShortestKeyInProduction = 16;

    private ApiKeyTable? _table;

    /// <summary>The request header that carries the key. <c>X-Api-Key</c> by default.</summary>
    public string HeaderName { get; set; } = ApiKeyDefaults.HeaderName;

    /// <summary>
    /// The fewest characters a key has, from 8 to 512; 16 by default, and less only in Development. A key has at most 512 characters of
    /// visible ASCII; what is shorter, longer or another is refused without being hashed.
    /// </summary>
    public int MinimumKeyLength { get; set; } = ShortestKeyInProduction;

    /// <summary>The callers. Empty by default: no key is accepted.</summary>
    public IList<ApiKeyCaller> Callers { get; } = [];

    /// <summary>Made at the first request, when the options have been validated and no longer change.</summary>
    internal ApiKeyTable Table => _table ??= new ApiKeyTable(Callers);
}
