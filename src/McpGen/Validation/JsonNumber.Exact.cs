namespace McpGen.Validation;

public static partial class JsonNumber
{
    // The greatest power of ten in 64 bits, and how many digits a chunk below it has.
    private const ulong ChunkPower = 10_000_000_000_000_000_000;
    private const int ChunkDigits = 19;

    // A divisor below 2^64 holds at most 63 twos and 27 fives: no more tens can make a difference.
    private const int TensThatMatter = 64;

    private const int MaxDecimalScale = 28;

    private static readonly UInt128 MaxDecimalDigits = (UInt128.One << 96) - 1;
    private static readonly UInt128 MaxDecimalRoom = MaxDecimalDigits / 10;

    /// <summary>Decides exactly whether a number is an integer multiple of <c>divisor * 10^-divisorScale</c> (JSON Schema's <c>multipleOf</c>).</summary>
    /// <param name="raw">The UTF-8 text of the number. Any magnitude; zero is a multiple of everything.</param>
    /// <param name="divisor">The digits of the divisor, at least 1: 1 for 0.01.</param>
    /// <param name="divisorScale">The decimals of the divisor, 0 to 28: 2 for 0.01.</param>
    /// <returns>False also when the text is no JSON number.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The divisor is zero or its scale is outside 0 to 28.</exception>
    public static bool IsMultipleOf(ReadOnlySpan<byte> raw, ulong divisor, int divisorScale)
    {
        ArgumentOutOfRangeException.ThrowIfZero(divisor);
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)divisorScale, (uint)MaxDecimalScale, nameof(divisorScale));

        if (TryReadPlain(raw, out ulong mantissa, out int scale, out _) && scale <= divisorScale && divisorScale - scale < ChunkDigits
            && Math.BigMul(mantissa, PowerOfTen(divisorScale - scale), out ulong scaled) == 0)
        {
            return scaled % divisor == 0;
        }

        if (!Parts.TryParse(raw, out Parts parts)) return false;

        // The last digit of what is not zero is no zero: what stays behind the point after scaling makes the quotient a fraction.
        long tens = parts.LowestExponent + divisorScale;
        if (tens < 0) return false;

        ulong remainder = Remainder(parts.Head, 0, divisor);
        remainder = Remainder(parts.Tail, remainder, divisor);
        for (int left = (int)Math.Min(tens, TensThatMatter); left > 0 && remainder != 0; left -= ChunkDigits)
            remainder = (ulong)((UInt128)remainder * PowerOfTen(Math.Min(left, ChunkDigits)) % divisor);
        return remainder == 0;
    }

    private static ulong Remainder(ReadOnlySpan<byte> digits, ulong remainder, ulong divisor)
    {
        while (!digits.IsEmpty)
        {
            int length = Math.Min(digits.Length, ChunkDigits);
            UInt128 sum = (UInt128)remainder * PowerOfTen(length) + ReadDigits(digits[..length]);
            remainder = (ulong)(sum % divisor);
            digits = digits[length..];
        }

        return remainder;
    }

    private static bool TryReadIntegerExactly(ReadOnlySpan<byte> raw, out Int128 value)
    {
        value = 0;
        if (TryReadPlain(raw, out ulong mantissa, out int scale, out bool negative))
        {
            if (!IsWhole(ref mantissa, scale)) return false;
            value = negative ? -(Int128)mantissa : mantissa;
            return true;
        }

        if (!Parts.TryParse(raw, out Parts parts)) return false;
        if (parts.IsZero) return true;
        if (parts.LowestExponent < 0 || parts.Magnitude > 39) return false;

        UInt128 limit = (UInt128)Int128.MaxValue + (parts.Negative ? 1u : 0u);
        if (!parts.TryReadWide(limit, out UInt128 size)) return false;
        UInt128 room = limit / 10;
        for (long zeros = parts.LowestExponent; zeros > 0; zeros--)
        {
            if (size > room) return false;
            size *= 10;
        }

        value = parts.Negative ? (Int128)(UInt128.Zero - size) : (Int128)size;
        return true;
    }

    private static bool TryReadDecimalExactly(ReadOnlySpan<byte> raw, out decimal value)
    {
        value = 0;
        if (!Parts.TryParse(raw, out Parts parts)) return false;
        if (parts.IsZero)
        {
            value = new decimal(0, 0, 0, false, (byte)Math.Clamp(parts.WrittenScale, 0, MaxDecimalScale));
            return true;
        }

        if (parts.LowestExponent < -MaxDecimalScale || parts.Magnitude > MaxDecimalScale + 1) return false;
        if (!parts.TryReadWide(MaxDecimalDigits, out UInt128 digits)) return false;

        // Zeros that belong to the value come first, then those that were only written, as far as there is room.
        long scale = -parts.LowestExponent;
        long wanted = Math.Clamp(parts.WrittenScale, 0, MaxDecimalScale);
        while (scale < wanted)
        {
            if (digits > MaxDecimalRoom)
            {
                if (scale < 0) return false;
                break;
            }

            digits *= 10;
            scale++;
        }

        ulong low = (ulong)digits;
        value = new decimal((int)low, (int)(low >> 32), (int)(uint)(digits >> 64), parts.Negative, (byte)scale);
        return true;
    }

    private static ulong PowerOfTen(int exponent) => Powers[exponent];

    private static readonly ulong[] Powers =
    [
        1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000, 10_000_000_000,
        100_000_000_000, 1_000_000_000_000, 10_000_000_000_000, 100_000_000_000_000, 1_000_000_000_000_000,
        10_000_000_000_000_000, 100_000_000_000_000_000, 1_000_000_000_000_000_000, ChunkPower,
    ];
}
