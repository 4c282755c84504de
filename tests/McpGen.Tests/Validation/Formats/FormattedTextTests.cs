using System.Globalization;
using System.Text;
using McpGen.Validation;
using static McpGen.Tests.Validation.Formats.FormatInternals;

namespace McpGen.Tests.Validation.Formats;

public sealed class FormattedTextTests
{
    private const int Rounds = 5_000;

    // With digits, calendars, signs and letter cases of their own.
    public static TheoryData<string> Cultures => ["", "ar-SA", "tr-TR", "fa-IR", "th-TH", "sv-SE", "fi-FI", "he-IL"];

    private delegate bool Writer<T>(T value, Span<byte> destination, out int written);

    [Theory]
    [MemberData(nameof(Cultures))]
    public void A_value_is_written_and_read_alike_in_every_culture(string culture)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new CultureInfo(culture);
        try
        {
            AssertWritten("2026-01-31T12:00:00.5+05:30", new DateTimeOffset(2026, 1, 31, 12, 0, 0, 500, TimeSpan.FromMinutes(330)), FormattedText.TryFormat, ToDateTimeOffset);
            AssertWritten("2026-01-31T12:00:00-08:00", new DateTimeOffset(2026, 1, 31, 12, 0, 0, TimeSpan.FromHours(-8)), FormattedText.TryFormat, ToDateTimeOffset);
            AssertWritten("2026-01-31T12:00:00.1234567+00:00", new DateTimeOffset(2026, 1, 31, 12, 0, 0, TimeSpan.Zero).AddTicks(1234567), FormattedText.TryFormat, ToDateTimeOffset);
            AssertWritten("2026-01-31T00:00:00.01Z", new DateTime(2026, 1, 31, 0, 0, 0, 10, DateTimeKind.Utc), FormattedText.TryFormat, ToDateTime);
            AssertWritten("2026-01-31", new DateOnly(2026, 1, 31), FormattedText.TryFormat, ToDateOnly);
            AssertWritten("23:05:00.0000001", new TimeOnly(23, 5).Add(new TimeSpan(1)), FormattedText.TryFormat, ToTimeOnly);
            AssertWritten("-P10675199DT2H48M5.4775808S", TimeSpan.MinValue, FormattedText.TryFormat, ToTimeSpan);
            AssertWritten("f81d4fae-7dec-11d0-a765-00a0c91e6bf6", new Guid("F81D4FAE-7DEC-11D0-A765-00A0C91E6BF6"), FormattedText.TryFormat, ToGuid);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void The_ends_of_a_type_are_written()
    {
        AssertWritten("0001-01-01T00:00:00+00:00", DateTimeOffset.MinValue, FormattedText.TryFormat, ToDateTimeOffset);
        AssertWritten("9999-12-31T23:59:59.9999999+00:00", DateTimeOffset.MaxValue, FormattedText.TryFormat, ToDateTimeOffset);
        AssertWritten("0001-01-01T14:00:00+14:00", DateTimeOffset.MinValue.ToOffset(TimeSpan.FromHours(14)), FormattedText.TryFormat, ToDateTimeOffset);
        AssertWritten("9999-12-31T09:59:59.9999999-14:00", DateTimeOffset.MaxValue.ToOffset(TimeSpan.FromHours(-14)), FormattedText.TryFormat, ToDateTimeOffset);
        AssertWritten("0001-01-01T00:00:00Z", DateTime.SpecifyKind(DateTime.MinValue, DateTimeKind.Utc), FormattedText.TryFormat, ToDateTime);
        AssertWritten("9999-12-31T23:59:59.9999999Z", DateTime.SpecifyKind(DateTime.MaxValue, DateTimeKind.Utc), FormattedText.TryFormat, ToDateTime);
        AssertWritten("0001-01-01", DateOnly.MinValue, FormattedText.TryFormat, ToDateOnly);
        AssertWritten("9999-12-31", DateOnly.MaxValue, FormattedText.TryFormat, ToDateOnly);
        AssertWritten("00:00:00", TimeOnly.MinValue, FormattedText.TryFormat, ToTimeOnly);
        AssertWritten("23:59:59.9999999", TimeOnly.MaxValue, FormattedText.TryFormat, ToTimeOnly);
        AssertWritten("P10675199DT2H48M5.4775807S", TimeSpan.MaxValue, FormattedText.TryFormat, ToTimeSpan);
        AssertWritten("00000000-0000-0000-0000-000000000000", Guid.Empty, FormattedText.TryFormat, ToGuid);
        AssertWritten("ffffffff-ffff-ffff-ffff-ffffffffffff", Guid.AllBitsSet, FormattedText.TryFormat, ToGuid);
    }

    [Theory]
    [InlineData(0L, "PT0S")]
    [InlineData(-5_000_000L, "-PT0.5S")]
    [InlineData(1L, "PT0.0000001S")]
    [InlineData(54_000_000_000L, "PT1H30M")]
    [InlineData(936_000_000_000L, "P1DT2H")]
    [InlineData(864_000_000_000L, "P1D")]
    [InlineData(-864_000_000_000L, "-P1D")]
    [InlineData(864_010_000_000L, "P1DT1S")]
    [InlineData(36_010_000_000L, "PT1H1S")]
    [InlineData(600_000_000L, "PT1M")]
    [InlineData(610_100_000L, "PT1M1.01S")]
    [InlineData(100_000_000L, "PT10S")]
    [InlineData(6_048_000_000_000L, "P7D")]
    public void A_duration_is_written_in_its_shortest_form(long ticks, string expected) =>
        AssertWritten(expected, new TimeSpan(ticks), FormattedText.TryFormat, ToTimeSpan);

    [Fact]
    public void Random_values_come_back()
    {
        Random random = new(1);
        for (int round = 0; round < Rounds; round++)
        {
            long utc = random.NextInt64(TimeSpan.TicksPerDay, DateTime.MaxValue.Ticks - TimeSpan.TicksPerDay);
            long ticks = round % 3 == 0 ? utc - (utc % TimeSpan.TicksPerSecond) : utc;
            AssertWritten(null, new DateTimeOffset(ticks, TimeSpan.Zero).ToOffset(TimeSpan.FromMinutes(random.Next(-840, 841))), FormattedText.TryFormat, ToDateTimeOffset, static (one, other) => one.EqualsExact(other));
            AssertWritten(null, new DateTime(ticks, DateTimeKind.Utc), FormattedText.TryFormat, ToDateTime, static (one, other) => one == other && other.Kind == DateTimeKind.Utc);
            AssertWritten(null, DateOnly.FromDayNumber(random.Next(DateOnly.MaxValue.DayNumber + 1)), FormattedText.TryFormat, ToDateOnly);
            AssertWritten(null, new TimeOnly(ticks % TimeSpan.TicksPerDay), FormattedText.TryFormat, ToTimeOnly);
            TimeSpan span = new(random.NextInt64(long.MinValue, long.MaxValue) >> random.Next(64));
            AssertWritten(System.Xml.XmlConvert.ToString(span), span, FormattedText.TryFormat, ToTimeSpan);
            byte[] bytes = new byte[16];
            random.NextBytes(bytes);
            AssertWritten(null, new Guid(bytes), FormattedText.TryFormat, ToGuid);
        }
    }

    [Fact]
    public void A_local_time_is_written_as_its_instant_and_an_unspecified_one_not_at_all()
    {
        DateTime instant = new(2026, 1, 31, 12, 0, 0, DateTimeKind.Utc);
        byte[] text = new byte[FormattedText.MaxLength];
        Assert.True(FormattedText.TryFormat(instant.ToLocalTime(), text, out int written));
        Assert.Equal("2026-01-31T12:00:00Z", Encoding.ASCII.GetString(text, 0, written));
        Assert.Throws<ArgumentException>(() => FormattedText.TryFormat(DateTime.SpecifyKind(instant, DateTimeKind.Unspecified), text, out _));
    }

    [Fact]
    public void Writing_and_reading_allocate_nothing()
    {
        Span<byte> text = stackalloc byte[FormattedText.MaxLength];
        long allocated = 0;
        for (int round = 0; round < 2; round++)
        {
            // The first round may: it is the platform's first use of a format.
            long before = GC.GetAllocatedBytesForCurrentThread();
            bool isRead = FormattedText.TryFormat(DateTimeOffset.MaxValue, text, out int written) && ToDateTimeOffset(text[..written], out _)
                && FormattedText.TryFormat(DateTime.UnixEpoch, text, out written) && ToDateTime(text[..written], out _)
                && FormattedText.TryFormat(DateOnly.MaxValue, text, out written) && ToDateOnly(text[..written], out _)
                && FormattedText.TryFormat(TimeOnly.MaxValue, text, out written) && ToTimeOnly(text[..written], out _)
                && FormattedText.TryFormat(TimeSpan.MinValue, text, out written) && ToTimeSpan(text[..written], out _)
                && FormattedText.TryFormat(Guid.AllBitsSet, text, out written) && ToGuid(text[..written], out _);
            Assert.True(isRead);
            allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        }

        Assert.Equal(0, allocated);
    }

    private static void AssertWritten<T>(string? expected, T value, Writer<T> write, Conversion<T> read, Func<T, T, bool>? isSame = null)
    {
        Span<byte> text = stackalloc byte[FormattedText.MaxLength];
        Assert.True(write(value, text, out int written));
        string label = Encoding.ASCII.GetString(text[..written]);
        Assert.Equal(expected ?? label, label);
        Assert.True(read(text[..written], out T back), label);
        Assert.True(isSame?.Invoke(value, back) ?? value!.Equals(back), label);

        Span<byte> exact = stackalloc byte[written];
        Assert.True(write(value, exact, out int again));
        Assert.Equal(written, again);
        Assert.False(write(value, exact[1..], out again));
        Assert.Equal(0, again);
    }
}
