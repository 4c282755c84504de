namespace McpGen.Validation;

/// <summary>Durations: the <c>duration</c> of RFC 3339, appendix A, and those of ISO 8601 that a <see cref="TimeSpan"/> holds.</summary>
internal static class DurationText
{
    // More significant digits are more than a TimeSpan holds, whatever the unit; so many, times any unit, fit in 128 bits.
    private const int MostDigits = 18;

    public static bool IsDuration(ReadOnlySpan<byte> utf8)
    {
        var cursor = new TextCursor(utf8);
        if (!cursor.TryTakeLetter('P'))
        {
            return false;
        }

        TextCursor weeks = cursor;
        if (!weeks.TakeDigits().IsEmpty && weeks.TryTakeLetter('W'))
        {
            return weeks.IsAtEnd;
        }

        if (!cursor.TryTakeLetter('T'))
        {
            if (!TakeUnits(ref cursor, "YMD"))
            {
                return false;
            }

            if (cursor.IsAtEnd)
            {
                return true;
            }

            if (!cursor.TryTakeLetter('T'))
            {
                return false;
            }
        }

        return TakeUnits(ref cursor, "HMS") && cursor.IsAtEnd;
    }

    /// <summary>
    /// Reads weeks alone, or days, hours, minutes and seconds, with a sign and up to 7 fraction digits of the seconds. Years and months
    /// have no length, so a <see cref="TimeSpan"/> cannot hold them. Refused: what overflows.
    /// </summary>
    public static bool TryReadTimeSpan(ReadOnlySpan<byte> utf8, out TimeSpan value)
    {
        value = default;
        var cursor = new TextCursor(utf8);
        bool isNegative = cursor.TryTake('-');
        if (!cursor.TryTake('P') || !TryTakeTicks(ref cursor, out UInt128 ticks) || !cursor.IsAtEnd)
        {
            return false;
        }

        UInt128 most = isNegative ? 1UL << 63 : long.MaxValue;
        if (ticks > most)
        {
            return false;
        }

        // The least value has no positive counterpart: negated in wrap-around arithmetic it is itself.
        long magnitude = unchecked((long)(ulong)ticks);
        value = new TimeSpan(isNegative ? unchecked(-magnitude) : magnitude);
        return true;
    }

    // Units in their order, the first one anywhere, none left out after it.
    private static bool TakeUnits(ref TextCursor cursor, string units)
    {
        int next = -1;
        while (!cursor.TakeDigits().IsEmpty)
        {
            int unit = 0;
            while (unit < units.Length && !cursor.TryTakeLetter(units[unit]))
            {
                unit++;
            }

            if (unit == units.Length || (next >= 0 && unit != next))
            {
                return false;
            }

            next = unit + 1;
        }

        return next >= 0;
    }

    private static bool TryTakeTicks(ref TextCursor cursor, out UInt128 ticks)
    {
        ticks = 0;
        ReadOnlySpan<byte> number = cursor.TakeDigits();
        if (!number.IsEmpty)
        {
            if (cursor.TryTake('W'))
            {
                return TryAdd(ref ticks, number, 7 * TimeSpan.TicksPerDay);
            }

            if (!cursor.TryTake('D') || !TryAdd(ref ticks, number, TimeSpan.TicksPerDay))
            {
                return false;
            }

            if (cursor.IsAtEnd)
            {
                return true;
            }
        }

        return cursor.TryTake('T') && TryTakeClockTicks(ref cursor, ref ticks);
    }

    private static bool TryTakeClockTicks(ref TextCursor cursor, ref UInt128 ticks)
    {
        ReadOnlySpan<byte> number = cursor.TakeDigits();
        if (number.IsEmpty)
        {
            return false;
        }

        if (cursor.TryTake('H'))
        {
            if (!TryAdd(ref ticks, number, TimeSpan.TicksPerHour))
            {
                return false;
            }

            number = cursor.TakeDigits();
        }

        if (!number.IsEmpty && cursor.TryTake('M'))
        {
            if (!TryAdd(ref ticks, number, TimeSpan.TicksPerMinute))
            {
                return false;
            }

            number = cursor.TakeDigits();
        }

        return number.IsEmpty || TryTakeSeconds(ref cursor, number, ref ticks);
    }

    private static bool TryTakeSeconds(ref TextCursor cursor, ReadOnlySpan<byte> number, ref UInt128 ticks)
    {
        if (cursor.TryTake('.'))
        {
            ReadOnlySpan<byte> fraction = cursor.TakeDigits();
            if (fraction.Length is 0 or > DateTimeParts.TickDigits)
            {
                return false;
            }

            ticks += (UInt128)DateTimeParts.TicksOf(fraction);
        }

        return cursor.TryTake('S') && TryAdd(ref ticks, number, TimeSpan.TicksPerSecond);
    }

    private static bool TryAdd(ref UInt128 ticks, ReadOnlySpan<byte> digits, long unit)
    {
        digits = digits.TrimStart((byte)'0');
        if (digits.Length > MostDigits)
        {
            return false;
        }

        ulong number = 0;
        foreach (byte digit in digits)
        {
            number = (number * 10) + (ulong)(digit - '0');
        }

        ticks += (UInt128)number * (ulong)unit;
        return true;
    }
}
