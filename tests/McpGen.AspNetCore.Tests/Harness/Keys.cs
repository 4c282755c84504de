using System.Security.Cryptography;
using System.Text;

namespace McpGen.AspNetCore.Tests.Harness;

/// <summary>Keys and their hashes.</summary>
public static class Keys
{
    public const string Reader = "reader-6f1b2a7d0c9e4f53";
    public const string Clerk = "clerk-0a9d8c7b6e5f4132";

    public static string Hex(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    public static string Base64(string key) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}
