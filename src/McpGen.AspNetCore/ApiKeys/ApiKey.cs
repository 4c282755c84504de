namespace McpGen.AspNetCore;

/// <summary>An API key as the server knows it: by its hash.</summary>
/// <remarks>
/// One round of SHA-256 is enough only because a key is random: make it of at least 128 bits from a cryptographic generator
/// (<c>openssl rand -hex 32</c>), never of words a person chose. A hash like that cannot be turned back by trying.
/// </remarks>
public sealed class ApiKey
{
    /// <summary>The SHA-256 (FIPS 180-4) of the key's UTF-8 bytes: 64 hexadecimal digits in either case, or 44 characters of base64.</summary>
    public string Sha256 { get; set; } = "";

    /// <summary>The instant from which the key is refused; null, the default, for none.</summary>
    public DateTimeOffset? NotAfter { get; set; }
}
