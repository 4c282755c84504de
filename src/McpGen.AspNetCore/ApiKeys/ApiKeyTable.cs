using System.Security.Cryptography;
using System.Text;

namespace McpGen.AspNetCore;

/// <summary>Finds a key among the known ones by its hash.</summary>
internal sealed class ApiKeyTable(IEnumerable<ApiKeyCaller> callers)
{
    private readonly (byte[] Hash, ApiKey Key, ApiKeyCaller Caller)[] _entries =
        [.. callers.SelectMany(caller => caller.Keys, (caller, key) => (HashOf(key) ?? throw new FormatException("An API key has no hash."), key, caller))];

    /// <summary>The bytes of a key's hash; null when the text is none.</summary>
    public static byte[]? HashOf(ApiKey? key)
    {
        // Configuration can say null where code cannot.
        byte[] hash = new byte[SHA256.HashSizeInBytes];
        return key?.Sha256?.Length switch
        {
            64 when Convert.FromHexString(key!.Sha256, hash, out _, out int written) == System.Buffers.OperationStatus.Done && written == hash.Length => hash,
            44 when Convert.TryFromBase64String(key!.Sha256, hash, out int written) && written == hash.Length => hash,
            _ => null,
        };
    }

    /// <summary>Compares with every entry, whatever was found: how long it takes says nothing about which one it was.</summary>
    public (ApiKey Key, ApiKeyCaller Caller)? Find(string key)
    {
        Span<byte> text = stackalloc byte[ApiKeyOptions.LongestKey];
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(text[..Encoding.ASCII.GetBytes(key, text)], hash);
        int found = -1;
        for (int i = 0; i < _entries.Length; i++)
        {
            found = CryptographicOperations.FixedTimeEquals(hash, _entries[i].Hash) ? i : found;
        }

        return found < 0 ? null : (_entries[found].Key, _entries[found].Caller);
    }
}
