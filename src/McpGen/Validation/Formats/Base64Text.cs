using System.Buffers;
using System.Buffers.Text;

namespace McpGen.Validation;

/// <summary>Base64 of RFC 4648, section 4: padded, without line breaks, the unused bits zero, so that bytes have one text only.</summary>
internal static class Base64Text
{
    private static readonly SearchValues<byte> Alphabet = CharacterSets.Of(CharacterSets.LettersAndDigits + "+/");

    // The digits whose last four bits, or last two, are zero.
    private static ReadOnlySpan<byte> LastOfOneByte => "AQgw"u8;

    private static ReadOnlySpan<byte> LastOfTwoBytes => "AEIMQUYcgkosw048"u8;

    public static bool IsBase64(ReadOnlySpan<byte> utf8) => TryMeasure(utf8, out _);

    /// <summary>Checks a text and tells how many bytes it stands for.</summary>
    public static bool TryMeasure(ReadOnlySpan<byte> utf8, out int length)
    {
        length = 0;
        if (utf8.Length % 4 != 0)
        {
            return false;
        }

        int padding = utf8.EndsWith("=="u8) ? 2 : utf8.EndsWith("="u8) ? 1 : 0;
        ReadOnlySpan<byte> digits = utf8[..^padding];
        if (digits.ContainsAnyExcept(Alphabet) || (padding > 0 && !(padding == 2 ? LastOfOneByte : LastOfTwoBytes).Contains(digits[^1])))
        {
            return false;
        }

        length = (utf8.Length / 4 * 3) - padding;
        return true;
    }

    /// <summary>Decodes a text; the bytes are all that is allocated.</summary>
    public static bool TryDecode(ReadOnlySpan<byte> utf8, out byte[] value)
    {
        value = [];
        if (!TryMeasure(utf8, out int length))
        {
            return false;
        }

        if (length > 0)
        {
            value = GC.AllocateUninitializedArray<byte>(length);
        }

        return Base64.DecodeFromUtf8(utf8, value, out _, out int written) == OperationStatus.Done && written == length;
    }
}
