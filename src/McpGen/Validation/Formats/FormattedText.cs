using System.ComponentModel;
using System.Globalization;

namespace McpGen.Validation;

/// <summary>
/// Writes dates, times, durations and identifiers as UTF-8 text: exactly what <see cref="ArgumentReader"/> reads back as the same value,
/// whatever the culture. Every method returns false, and writes nothing that counts, when the destination is too short;
/// <see cref="MaxLength"/> bytes always suffice. Nothing is allocated.
/// </summary>
/// <remarks>Called by generated code.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class FormattedText
{
    /// <summary>The longest text, in bytes. All of it is ASCII, and nothing of it is escaped in JSON.</summary>
    public const int MaxLength = 36;

    private const string Clock = "HH':'mm':'ss.FFFFFFF";
    private const string Date = "yyyy'-'MM'-'dd";

    /// <summary>Writes a date-time of RFC 3339 with a numeric offset: <c>2026-01-31T12:00:00.5+01:00</c>. Up to 7 fraction digits, no zero at their end.</summary>
    /// <param name="value">The value.</param>
    /// <param name="destination">Where to.</param>
    /// <param name="written">The number of bytes written.</param>
    public static bool TryFormat(DateTimeOffset value, Span<byte> destination, out int written) =>
        value.TryFormat(destination, out written, Date + "'T'" + Clock + "zzz", CultureInfo.InvariantCulture);

    /// <summary>Writes a date-time of RFC 3339 in UTC: <c>2026-01-31T12:00:00.5Z</c>. Up to 7 fraction digits, no zero at their end.</summary>
    /// <param name="value">An instant: of kind UTC, or local, which is converted.</param>
    /// <param name="destination">Where to.</param>
    /// <param name="written">The number of bytes written.</param>
    /// <exception cref="ArgumentException">The kind is unspecified: nobody knows which instant is meant.</exception>
    public static bool TryFormat(DateTime value, Span<byte> destination, out int written)
    {
        if (value.Kind == DateTimeKind.Unspecified)
        {
            throw new ArgumentException("A DateTime of unspecified kind is no instant; use DateTimeKind.Utc or a DateTimeOffset.", nameof(value));
        }

        return value.ToUniversalTime().TryFormat(destination, out written, Date + "'T'" + Clock + "'Z'", CultureInfo.InvariantCulture);
    }

    /// <summary>Writes a date of RFC 3339: <c>2026-01-31</c>.</summary>
    /// <inheritdoc cref="TryFormat(DateTimeOffset, Span{byte}, out int)"/>
    public static bool TryFormat(DateOnly value, Span<byte> destination, out int written) =>
        value.TryFormat(destination, out written, Date, CultureInfo.InvariantCulture);

    /// <summary>Writes a time of day: <c>12:00:00.5</c>. Up to 7 fraction digits, no zero at their end.</summary>
    /// <inheritdoc cref="TryFormat(DateTimeOffset, Span{byte}, out int)"/>
    public static bool TryFormat(TimeOnly value, Span<byte> destination, out int written) =>
        value.TryFormat(destination, out written, Clock, CultureInfo.InvariantCulture);

    /// <summary>Writes a UUID in lower case: <c>f81d4fae-7dec-11d0-a765-00a0c91e6bf6</c>.</summary>
    /// <inheritdoc cref="TryFormat(DateTimeOffset, Span{byte}, out int)"/>
    public static bool TryFormat(Guid value, Span<byte> destination, out int written) => value.TryFormat(destination, out written, "D");

    /// <summary>Writes a duration of ISO 8601: <c>P1DT2H</c>, <c>-PT0.5S</c>; zero is <c>PT0S</c>. Units that are zero are left out.</summary>
    /// <inheritdoc cref="TryFormat(DateTimeOffset, Span{byte}, out int)"/>
    public static bool TryFormat(TimeSpan value, Span<byte> destination, out int written)
    {
        Span<byte> text = stackalloc byte[MaxLength];
        int length = 0;
        if (value < TimeSpan.Zero)
        {
            text[length++] = (byte)'-';
        }

        text[length++] = (byte)'P';

        // The least value has no positive counterpart as a TimeSpan, but as an unsigned number.
        ulong ticks = value.Ticks < 0 ? unchecked(0UL - (ulong)value.Ticks) : (ulong)value.Ticks;
        AppendUnit(text, ref length, ref ticks, TimeSpan.TicksPerDay, 'D');
        if (ticks > 0 || value == TimeSpan.Zero)
        {
            text[length++] = (byte)'T';
            AppendUnit(text, ref length, ref ticks, TimeSpan.TicksPerHour, 'H');
            AppendUnit(text, ref length, ref ticks, TimeSpan.TicksPerMinute, 'M');
            if (ticks > 0 || value == TimeSpan.Zero)
            {
                AppendSeconds(text, ref length, ticks);
            }
        }

        bool fits = text[..length].TryCopyTo(destination);
        written = fits ? length : 0;
        return fits;
    }

    private static void AppendUnit(Span<byte> text, ref int length, ref ulong ticks, long ticksPerUnit, char unit)
    {
        ulong count = ticks / (ulong)ticksPerUnit;
        ticks -= count * (ulong)ticksPerUnit;
        if (count > 0)
        {
            Append(text, ref length, count, "D");
            text[length++] = (byte)unit;
        }
    }

    private static void AppendSeconds(Span<byte> text, ref int length, ulong ticks)
    {
        Append(text, ref length, ticks / TimeSpan.TicksPerSecond, "D");
        ulong fraction = ticks % TimeSpan.TicksPerSecond;
        if (fraction > 0)
        {
            text[length++] = (byte)'.';
            Append(text, ref length, fraction, "D7");
            length = text[..length].TrimEnd((byte)'0').Length;
        }

        text[length++] = (byte)'S';
    }

    private static void Append(Span<byte> text, ref int length, ulong number, string format)
    {
        number.TryFormat(text[length..], out int written, format, CultureInfo.InvariantCulture);
        length += written;
    }
}
