using System.Buffers.Text;

namespace McpGen.Validation;

/// <summary>The text form of a UUID, RFC 9562, section 4.</summary>
internal static class UuidText
{
    private const int Length = 36;

    public static bool IsUuid(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length != Length)
        {
            return false;
        }

        for (int index = 0; index < Length; index++)
        {
            bool isPart = index is 8 or 13 or 18 or 23 ? utf8[index] == '-' : char.IsAsciiHexDigit((char)utf8[index]);
            if (!isPart)
            {
                return false;
            }
        }

        return true;
    }

    // The platform's parser is asked second: it is laxer in some of its forms, and must not decide.
    public static bool TryRead(ReadOnlySpan<byte> utf8, out Guid value)
    {
        value = default;
        return IsUuid(utf8) && Utf8Parser.TryParse(utf8, out value, out int consumed, 'D') && consumed == Length;
    }
}
