using System.Buffers;
using System.Text;

namespace McpGen.Validation;

/// <summary>A <see cref="char"/>: one code point of the Basic Multilingual Plane, U+0000 to U+FFFF, never half of another.</summary>
internal static class CharText
{
    public static bool TryRead(ReadOnlySpan<byte> utf8, out char value)
    {
        value = default;
        if (Rune.DecodeFromUtf8(utf8, out Rune rune, out int consumed) != OperationStatus.Done || consumed != utf8.Length || !rune.IsBmp)
        {
            return false;
        }

        value = (char)rune.Value;
        return true;
    }
}
