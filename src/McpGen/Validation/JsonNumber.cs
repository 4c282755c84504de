using System.Buffers.Binary;
using System.ComponentModel;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace McpGen.Validation;

/// <summary>
/// Reads JSON numbers on their digits. Every method takes the UTF-8 text of one number (RFC 8259, section 6)
/// and decides exactly what its value is, in time linear in the length of the text and without allocating. Text that is
/// no JSON number is refused, never an exception.
/// </summary>
/// <remarks>Called by generated code.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class JsonNumber
{
    // What nineteen characters can hold: nineteen digits, or eighteen and a point. No mantissa of that length overflows.
    private const int PlainLength = 19;
    private const int SafeDigits = 18;

    // An exponent this far out is zero or infinity to every binary type, wherever the digits are.
    private const long BinaryReach = 400;

    private const ulong ExactInDouble = 1UL << 53;
    private const ulong ExactInSingle = 1UL << 24;

    /// <summary>Reads a signed 64-bit integer, exactly; <c>5.0</c> and <c>1e1</c> are integers.</summary>
    /// <param name="raw">The UTF-8 text of the number.</param>
    /// <param name="value">The integer, from <see cref="long.MinValue"/> to <see cref="long.MaxValue"/>; zero when refused.</param>
    /// <returns>False when the value has a fraction or is out of that range.</returns>
    public static bool TryReadInt64(ReadOnlySpan<byte> raw, out long value)
    {
        if (TryReadDigits(raw, out value)) return true;
        if (TryReadIntegerExactly(raw, out Int128 wide) && wide >= long.MinValue && wide <= long.MaxValue)
        {
            value = (long)wide;
            return true;
        }

        value = 0;
        return false;
    }

    /// <summary>Reads an unsigned 64-bit integer, exactly; <c>5.0</c>, <c>1e1</c> and <c>-0</c> are such integers.</summary>
    /// <param name="raw">The UTF-8 text of the number.</param>
    /// <param name="value">The integer, from 0 to <see cref="ulong.MaxValue"/>; zero when refused.</param>
    /// <returns>False when the value has a fraction or is out of that range.</returns>
    public static bool TryReadUInt64(ReadOnlySpan<byte> raw, out ulong value)
    {
        if (TryReadDigits(raw, out long digits) && digits >= 0)
        {
            value = (ulong)digits;
            return true;
        }

        if (TryReadIntegerExactly(raw, out Int128 wide) && wide >= 0 && wide <= ulong.MaxValue)
        {
            value = (ulong)wide;
            return true;
        }

        value = 0;
        return false;
    }

    /// <summary>Reads the nearest IEEE 754 double, ties to even; too small a number is zero, <c>-0</c> keeps its sign.</summary>
    /// <param name="raw">The UTF-8 text of the number.</param>
    /// <param name="value">A finite double; zero when refused.</param>
    /// <returns>False when the nearest double is infinite, as for <c>1e400</c>.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryReadDouble(ReadOnlySpan<byte> raw, out double value)
    {
        // Both operands are exact, so the one division rounds correctly.
        if (TryReadPlain(raw, out ulong mantissa, out int scale, out bool negative) && mantissa <= ExactInDouble)
        {
            value = (double)(long)mantissa / DoublePowers[scale];
            if (negative) value = -value;
            return true;
        }

        return TryReadDoubleByParts(raw, out value);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool TryReadDoubleByParts(ReadOnlySpan<byte> raw, out double value)
    {
        if (Parts.TryParse(raw, out Parts parts) && parts.Magnitude <= BinaryReach)
        {
            // Not Utf8Parser: it takes dropped zeros for a tail and rounds ties with over 767 digits upwards.
            if (parts.IsZero || parts.Magnitude < -BinaryReach) value = parts.Negative ? -0.0 : 0.0;
            else value = double.Parse(raw, NumberStyles.Float, CultureInfo.InvariantCulture);
            if (double.IsFinite(value)) return true;
        }

        value = 0;
        return false;
    }

    /// <summary>Reads the nearest IEEE 754 single, rounded once, from the decimal text; ties to even.</summary>
    /// <param name="raw">The UTF-8 text of the number.</param>
    /// <param name="value">A finite single; zero when refused.</param>
    /// <returns>False when the nearest single is infinite, as for <c>1e39</c>.</returns>
    public static bool TryReadSingle(ReadOnlySpan<byte> raw, out float value)
    {
        if (TryReadPlain(raw, out ulong mantissa, out int scale, out bool negative) && mantissa <= ExactInSingle && scale < SinglePowers.Length)
        {
            value = (float)(long)mantissa / SinglePowers[scale];
            if (negative) value = -value;
            return true;
        }

        if (Parts.TryParse(raw, out Parts parts) && parts.Magnitude <= BinaryReach)
        {
            if (parts.IsZero || parts.Magnitude < -BinaryReach) value = parts.Negative ? -0.0f : 0.0f;
            else value = float.Parse(raw, NumberStyles.Float, CultureInfo.InvariantCulture);
            if (float.IsFinite(value)) return true;
        }

        value = 0;
        return false;
    }

    /// <summary>
    /// Reads a decimal, without rounding. The zeros written at the end of the fraction are kept where the type can hold
    /// them (<c>0.10</c> is <c>0.10m</c>); <c>-0</c> is zero.
    /// </summary>
    /// <param name="raw">The UTF-8 text of the number.</param>
    /// <param name="value">The decimal; zero when refused.</param>
    /// <returns>False when <see cref="decimal"/> cannot hold the value exactly: 96 bits of digits, at most 28 of them decimals.</returns>
    public static bool TryReadDecimal(ReadOnlySpan<byte> raw, out decimal value)
    {
        if (TryReadPlain(raw, out ulong mantissa, out int scale, out bool negative))
        {
            value = new decimal((int)mantissa, (int)(mantissa >> 32), 0, negative && mantissa != 0, (byte)scale);
            return true;
        }

        return TryReadDecimalExactly(raw, out value);
    }

    // Reads [-]digits of up to eighteen digits. False says nothing about the text but that it has to be read the long way.
    private static bool TryReadDigits(ReadOnlySpan<byte> raw, out long value)
    {
        value = 0;
        if (raw.IsEmpty) return false;
        int i = raw[0] == '-' ? 1 : 0;
        int start = i;
        if ((uint)(raw.Length - start - 1) >= SafeDigits) return false;

        // "01" is no JSON number.
        if (raw[start] == '0' && raw.Length - start > 1) return false;

        long sum = 0;
        while (raw.Length - i >= 8)
        {
            if (!TryReadEight(raw[i..], out uint eight)) return false;
            sum = sum * 100_000_000 + eight;
            i += 8;
        }

        for (; (uint)i < (uint)raw.Length; i++)
        {
            uint digit = (uint)raw[i] - '0';
            if (digit > 9) return false;
            sum = sum * 10 + digit;
        }

        value = start == 0 ? sum : -sum;
        return true;
    }

    // Reads [-]digits[.digits] of up to nineteen characters after the sign: the value is mantissa * 10^-scale, scale <= 17.
    // False says nothing about the text but that it has to be read the long way.
    private static bool TryReadPlain(ReadOnlySpan<byte> raw, out ulong mantissa, out int scale, out bool negative)
    {
        mantissa = 0;
        scale = 0;
        negative = !raw.IsEmpty && raw[0] == '-';
        int start = negative ? 1 : 0;
        if ((uint)(raw.Length - start - 1) >= PlainLength) return false;

        // "01" is no JSON number, and what may follow a zero but a point (0e5) is rare.
        if (raw[start] == '0' && raw.Length - start > 1 && raw[start + 1] != '.') return false;

        int next = TakeDigits(raw, start, ref mantissa);
        if (next == raw.Length) return true;
        if (raw[next] != '.' || next == start || next + 1 == raw.Length) return false;

        scale = raw.Length - next - 1;
        return TakeDigits(raw, next + 1, ref mantissa) == raw.Length;
    }

    // Appends the digits from a place on to the mantissa, and says where they end.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int TakeDigits(ReadOnlySpan<byte> raw, int i, ref ulong mantissa)
    {
        ulong sum = mantissa;
        while (raw.Length - i >= 8 && TryReadEight(raw[i..], out uint eight))
        {
            sum = sum * 100_000_000 + eight;
            i += 8;
        }

        for (; (uint)i < (uint)raw.Length; i++)
        {
            uint digit = (uint)raw[i] - '0';
            if (digit > 9) break;
            sum = sum * 10 + digit;
        }

        mantissa = sum;
        return i;
    }

    // Makes an integer of mantissa * 10^-scale, if it is one.
    private static bool IsWhole(ref ulong mantissa, int scale)
    {
        if (scale == 0) return true;
        (mantissa, ulong fraction) = Math.DivRem(mantissa, PowerOfTen(scale));
        return fraction == 0;
    }

    // Eight digits at once: neighbours are added up to pairs, pairs to fours, fours to eight.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryReadEight(ReadOnlySpan<byte> text, out uint value)
    {
        ulong chunk = BinaryPrimitives.ReadUInt64LittleEndian(text);
        ulong high = chunk & 0xF0F0F0F0F0F0F0F0;
        ulong carried = (chunk + 0x0606060606060606) & 0xF0F0F0F0F0F0F0F0;
        if ((high | (carried >> 4)) != 0x3333333333333333)
        {
            value = 0;
            return false;
        }

        chunk -= 0x3030303030303030;
        chunk = chunk * 10 + (chunk >> 8);
        value = (uint)(((chunk & 0x000000FF000000FF) * 0x000F424000000064
            + ((chunk >> 16) & 0x000000FF000000FF) * 0x0000271000000001) >> 32);
        return true;
    }

    private static readonly double[] DoublePowers =
        [1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17];

    private static readonly float[] SinglePowers =
        [1e0f, 1e1f, 1e2f, 1e3f, 1e4f, 1e5f, 1e6f, 1e7f, 1e8f, 1e9f, 1e10f];
}
