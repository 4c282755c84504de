namespace McpGen.Validation;

/// <summary>Reads .NET's dates and times. What a type does not hold exactly is refused; nothing is rounded.</summary>
internal static class DateTimeText
{
    private const int FurthestOffset = 14 * 60;

    // The calendar repeats after these.
    private const int CycleYears = 400;
    private const long CycleTicks = 146_097 * TimeSpan.TicksPerDay;

    /// <summary>Reads a <c>date-time</c>. Refused: year 0000, offsets beyond 14:00, second 60, an instant or a fraction beyond the type.</summary>
    public static bool TryReadDateTimeOffset(ReadOnlySpan<byte> utf8, out DateTimeOffset value)
    {
        value = default;
        if (!DateTimeParts.TryReadDateTime(utf8, out DateTimeParts parts) || !TryGetTicks(parts, out long local) || local < 0
            || parts.OffsetMinutes is < -FurthestOffset or > FurthestOffset || !IsInstant(ToUtc(parts, local)))
        {
            return false;
        }

        value = new DateTimeOffset(local, TimeSpan.FromMinutes(parts.OffsetMinutes));
        return true;
    }

    /// <summary>Reads a <c>date-time</c> as its instant in UTC. Refused: second 60, an instant or a fraction beyond the type.</summary>
    public static bool TryReadDateTime(ReadOnlySpan<byte> utf8, out DateTime value)
    {
        value = default;
        if (!DateTimeParts.TryReadDateTime(utf8, out DateTimeParts parts) || !TryGetTicks(parts, out long local) || !IsInstant(ToUtc(parts, local)))
        {
            return false;
        }

        value = new DateTime(ToUtc(parts, local), DateTimeKind.Utc);
        return true;
    }

    /// <summary>Reads a <c>full-date</c>. Refused: year 0000.</summary>
    public static bool TryReadDateOnly(ReadOnlySpan<byte> utf8, out DateOnly value)
    {
        value = default;
        if (!DateTimeParts.TryReadDate(utf8, out DateTimeParts parts) || parts.Year == 0)
        {
            return false;
        }

        value = new DateOnly(parts.Year, parts.Month, parts.Day);
        return true;
    }

    /// <summary>Reads a time of day without an offset, with at most 7 fraction digits.</summary>
    public static bool TryReadTimeOnly(ReadOnlySpan<byte> utf8, out TimeOnly value)
    {
        value = default;
        if (!DateTimeParts.TryReadClock(utf8, out DateTimeParts parts) || parts.FractionLength > DateTimeParts.TickDigits)
        {
            return false;
        }

        value = new TimeOnly(ClockTicks(parts));
        return true;
    }

    // The ticks of the local clock; negative in year 0.
    private static bool TryGetTicks(in DateTimeParts parts, out long ticks)
    {
        ticks = 0;
        if (parts.Second == 60 || parts.IsFinerThanTicks)
        {
            return false;
        }

        long date = parts.Year == 0
            ? new DateTime(CycleYears, parts.Month, parts.Day).Ticks - CycleTicks
            : new DateTime(parts.Year, parts.Month, parts.Day).Ticks;
        ticks = date + ClockTicks(parts);
        return true;
    }

    private static long ClockTicks(in DateTimeParts parts) =>
        (((((parts.Hour * 60L) + parts.Minute) * 60) + parts.Second) * TimeSpan.TicksPerSecond) + parts.FractionTicks;

    private static long ToUtc(in DateTimeParts parts, long local) => local - (parts.OffsetMinutes * TimeSpan.TicksPerMinute);

    private static bool IsInstant(long ticks) => ticks >= 0 && ticks <= DateTime.MaxValue.Ticks;
}
