using System.Globalization;

namespace McpGen.Benchmarks.Calls.ByHand;

/// <summary>JSON numbers, decided on their digits.</summary>
internal static class Numbers
{
    private static readonly double[] s_powers = [1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];

    /// <summary>Reads an integer from 1 to 100, however it is written: 5.0 and 1e1 are integers.</summary>
    public static bool TryReadUpTo100(ReadOnlySpan<byte> raw, out int value)
    {
        value = 0;
        if (raw.Length <= 3)
        {
            foreach (byte unit in raw)
            {
                uint digit = (uint)unit - '0';
                if (digit > 9)
                {
                    return TryReadExactly(raw, out value);
                }

                value = (value * 10) + (int)digit;
            }

            return value is >= 1 and <= 100;
        }

        return TryReadExactly(raw, out value);
    }

    /// <summary>Reads the nearest double; false when that is infinite.</summary>
    public static bool TryReadDouble(ReadOnlySpan<byte> raw, out double value)
    {
        // Fifteen digits and a power of ten up to 10^15 are exact, so the one division rounds correctly.
        if (raw.Length <= 16)
        {
            int start = raw[0] == '-' ? 1 : 0;
            long digits = 0;
            int point = -1;
            int index = start;
            for (; index < raw.Length; index++)
            {
                uint digit = (uint)raw[index] - '0';
                if (digit <= 9)
                {
                    digits = (digits * 10) + digit;
                }
                else if (raw[index] == '.')
                {
                    point = index;
                }
                else
                {
                    break;
                }
            }

            if (index == raw.Length && digits <= 1L << 53)
            {
                value = point < 0 ? digits : digits / s_powers[raw.Length - point - 1];
                value = start == 0 ? value : -value;
                return true;
            }
        }

        value = double.Parse(raw, NumberStyles.Float, CultureInfo.InvariantCulture);
        return double.IsFinite(value);
    }

    // The value is 0.DIGITS * 10^point, without zeros at either end: an integer from 1 to 100 has at most three digits, and none behind the point.
    private static bool TryReadExactly(ReadOnlySpan<byte> raw, out int value)
    {
        value = 0;
        int digits = 0;
        int zeros = 0;
        long point = 0;
        bool isFraction = false;
        int index = 0;
        for (; index < raw.Length && (raw[index] | 0x20) != 'e'; index++)
        {
            byte unit = raw[index];
            if (unit == '-')
            {
                // The least is 1.
                return false;
            }

            if (unit == '.')
            {
                isFraction = true;
                continue;
            }

            if (digits == 0 && unit == '0')
            {
                point -= isFraction ? 1 : 0;
                continue;
            }

            point += isFraction ? 0 : 1;
            if (unit == '0')
            {
                zeros++;
                continue;
            }

            if (digits + zeros >= 3)
            {
                return false;
            }

            for (; zeros > 0; zeros--, digits++)
            {
                value *= 10;
            }

            value = (value * 10) + unit - '0';
            digits++;
        }

        point += index < raw.Length ? ReadExponent(raw[(index + 1)..]) : 0;
        if (digits == 0 || point > 3 || point < digits)
        {
            return false;
        }

        for (; digits < point; digits++)
        {
            value *= 10;
        }

        return value <= 100;
    }

    private static long ReadExponent(ReadOnlySpan<byte> raw)
    {
        long exponent = 0;
        bool isNegative = false;
        foreach (byte unit in raw)
        {
            isNegative |= unit == '-';

            // Far out, and far from overflowing: what outweighs it has more digits than a message has bytes.
            exponent = unit is (byte)'-' or (byte)'+' || exponent > 1L << 50 ? exponent : (exponent * 10) + unit - '0';
        }

        return isNegative ? -exponent : exponent;
    }
}
