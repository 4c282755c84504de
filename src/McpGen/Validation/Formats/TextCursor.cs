using System.Buffers;

namespace McpGen.Validation;

/// <summary>Walks over UTF-8 text from the left. Text that is not what was asked for is left where it is.</summary>
/// <param name="text">The text; any bytes.</param>
internal ref struct TextCursor(ReadOnlySpan<byte> text)
{
    public ReadOnlySpan<byte> Rest { get; private set; } = text;

    public readonly bool IsAtEnd => Rest.IsEmpty;

    public bool TryTake(char unit) => TakeOneIf(!Rest.IsEmpty && Rest[0] == unit);

    /// <summary>Takes a letter in either case: so ABNF means a letter in quotes (RFC 5234, section 2.3).</summary>
    /// <param name="upper">The letter in upper case.</param>
    public bool TryTakeLetter(char upper) => TakeOneIf(!Rest.IsEmpty && (Rest[0] & ~0x20) == upper);

    public bool TryTakeHexadecimal() => TakeOneIf(!Rest.IsEmpty && char.IsAsciiHexDigit((char)Rest[0]));

    public bool TryTakeInRange(char first, char last) => TakeOneIf(!Rest.IsEmpty && Rest[0] >= first && Rest[0] <= last);

    /// <summary>Takes a number of exactly so many digits, leading zeros included.</summary>
    public bool TryTakeNumber(int digits, int max, out int number)
    {
        number = 0;
        if (Rest.Length < digits)
        {
            return false;
        }

        foreach (byte digit in Rest[..digits])
        {
            if (!char.IsAsciiDigit((char)digit))
            {
                return false;
            }

            number = (number * 10) + digit - '0';
        }

        Rest = Rest[digits..];
        return number <= max;
    }

    /// <summary>Takes all digits that follow, maybe none.</summary>
    public ReadOnlySpan<byte> TakeDigits() => TakeFirst(Rest.IndexOfAnyExceptInRange((byte)'0', (byte)'9'));

    /// <summary>Takes all bytes of a set that follow, maybe none.</summary>
    public ReadOnlySpan<byte> TakeAll(SearchValues<byte> set) => TakeFirst(Rest.IndexOfAnyExcept(set));

    /// <summary>Takes everything before the first of these, or all that is left.</summary>
    public ReadOnlySpan<byte> TakeUntilAny(scoped ReadOnlySpan<byte> stops) => TakeFirst(Rest.IndexOfAny(stops));

    private bool TakeOneIf(bool isIt)
    {
        if (isIt)
        {
            Rest = Rest[1..];
        }

        return isIt;
    }

    /// <param name="length">How many bytes; negative for all of them.</param>
    private ReadOnlySpan<byte> TakeFirst(int length)
    {
        ReadOnlySpan<byte> first = length < 0 ? Rest : Rest[..length];
        Rest = Rest[first.Length..];
        return first;
    }
}
