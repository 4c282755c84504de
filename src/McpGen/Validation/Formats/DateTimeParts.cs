namespace McpGen.Validation;

/// <summary>The fields of an RFC 3339 date, time or both, as they are written (sections 5.6 and 5.7).</summary>
internal struct DateTimeParts
{
    /// <summary>The digits after the point of a second that a tick, 100 ns, is enough for.</summary>
    public const int TickDigits = 7;

    private const int LastMinute = (24 * 60) - 1;

    public int Year;
    public int Month;
    public int Day;
    public int Hour;
    public int Minute;
    public int Second;
    public int OffsetMinutes;

    /// <summary>The first seven digits after the point.</summary>
    public long FractionTicks;

    /// <summary>The number of digits after the point.</summary>
    public int FractionLength;

    /// <summary>Whether a digit after the seventh is not zero.</summary>
    public bool IsFinerThanTicks;

    /// <summary>Reads <c>full-date "T" full-time</c>.</summary>
    public static bool TryReadDateTime(ReadOnlySpan<byte> utf8, out DateTimeParts parts)
    {
        parts = default;
        var cursor = new TextCursor(utf8);
        return parts.TakeDate(ref cursor) && cursor.TryTakeLetter('T') && parts.TakeClock(ref cursor, lastSecond: 60) && parts.TakeOffset(ref cursor)
            && cursor.IsAtEnd && (parts.Second < 60 || (parts.IsLastMinuteUtc(out bool isDayBefore) && parts.IsLastOfMonth(isDayBefore)));
    }

    /// <summary>Reads <c>full-date</c>.</summary>
    public static bool TryReadDate(ReadOnlySpan<byte> utf8, out DateTimeParts parts)
    {
        parts = default;
        var cursor = new TextCursor(utf8);
        return parts.TakeDate(ref cursor) && cursor.IsAtEnd;
    }

    /// <summary>Reads <c>full-time</c>.</summary>
    public static bool TryReadTime(ReadOnlySpan<byte> utf8, out DateTimeParts parts)
    {
        parts = default;
        var cursor = new TextCursor(utf8);
        return parts.TakeClock(ref cursor, lastSecond: 60) && parts.TakeOffset(ref cursor) && cursor.IsAtEnd && (parts.Second < 60 || parts.IsLastMinuteUtc(out _));
    }

    /// <summary>Reads <c>partial-time</c>, without second 60: there is no offset that says where it could be.</summary>
    public static bool TryReadClock(ReadOnlySpan<byte> utf8, out DateTimeParts parts)
    {
        parts = default;
        var cursor = new TextCursor(utf8);
        return parts.TakeClock(ref cursor, lastSecond: 59) && cursor.IsAtEnd;
    }

    /// <summary>The ticks of the digits after the point of a second; those after the seventh are not looked at.</summary>
    public static long TicksOf(ReadOnlySpan<byte> fraction)
    {
        long ticks = 0;
        for (int index = 0; index < TickDigits; index++)
        {
            ticks = (ticks * 10) + (index < fraction.Length ? fraction[index] - '0' : 0);
        }

        return ticks;
    }

    private bool TakeDate(ref TextCursor cursor) =>
        cursor.TryTakeNumber(4, 9999, out Year)
        && cursor.TryTake('-') && cursor.TryTakeNumber(2, 12, out Month) && Month > 0
        && cursor.TryTake('-') && cursor.TryTakeNumber(2, DaysInMonth(Year, Month), out Day) && Day > 0;

    private bool TakeClock(ref TextCursor cursor, int lastSecond)
    {
        if (!cursor.TryTakeNumber(2, 23, out Hour) || !cursor.TryTake(':') || !cursor.TryTakeNumber(2, 59, out Minute)
            || !cursor.TryTake(':') || !cursor.TryTakeNumber(2, lastSecond, out Second))
        {
            return false;
        }

        if (!cursor.TryTake('.'))
        {
            return true;
        }

        ReadOnlySpan<byte> fraction = cursor.TakeDigits();
        FractionTicks = TicksOf(fraction);
        FractionLength = fraction.Length;
        IsFinerThanTicks = fraction.Length > TickDigits && fraction[TickDigits..].ContainsAnyExcept((byte)'0');
        return !fraction.IsEmpty;
    }

    private bool TakeOffset(ref TextCursor cursor)
    {
        if (cursor.TryTakeLetter('Z'))
        {
            return true;
        }

        bool isWest = cursor.TryTake('-');
        if ((!isWest && !cursor.TryTake('+')) || !cursor.TryTakeNumber(2, 23, out int hours) || !cursor.TryTake(':') || !cursor.TryTakeNumber(2, 59, out int minutes))
        {
            return false;
        }

        OffsetMinutes = ((hours * 60) + minutes) * (isWest ? -1 : 1);
        return true;
    }

    /// <summary>Whether it is 23:59 in UTC, of the same day or of the day before; an offset is too small for the day after.</summary>
    private readonly bool IsLastMinuteUtc(out bool isDayBefore)
    {
        int minute = (Hour * 60) + Minute - OffsetMinutes;
        isDayBefore = minute < 0;
        return minute is -1 or LastMinute;
    }

    private readonly bool IsLastOfMonth(bool isDayBefore) => Day == (isDayBefore ? 1 : DaysInMonth(Year, Month));

    // The calendar repeats every 400 years, so year 0 is a leap year as 400 is; .NET begins at year 1.
    private static int DaysInMonth(int year, int month) => DateTime.DaysInMonth(year == 0 ? 400 : year, month);
}
