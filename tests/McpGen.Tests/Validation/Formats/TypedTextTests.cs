using static McpGen.Tests.Validation.Formats.FormatInternals;

namespace McpGen.Tests.Validation.Formats;

public sealed class TypedTextTests
{
    [Theory]
    [InlineData("0001-01-01T00:00:00Z", 0L, 0)]
    [InlineData("0001-01-01T00:00:00-00:00", 0L, 0)]
    [InlineData("0001-01-01T14:00:00+14:00", 0L, 840)]
    [InlineData("9999-12-31T23:59:59.9999999Z", 3155378975999999999L, 0)]
    [InlineData("9999-12-31T23:59:59.99999990000000Z", 3155378975999999999L, 0)]
    [InlineData("9999-12-31T09:59:59.9999999-14:00", 3155378975999999999L, -840)]
    [InlineData("0001-01-01T00:00:00.0000001z", 1L, 0)]
    [InlineData("1970-01-01t00:00:00Z", 621355968000000000L, 0)]
    [InlineData("2000-02-29T00:00:00.1+00:01", 630873791401000000L, 1)]
    public void A_date_time_is_read_exactly(string text, long utcTicks, int offset)
    {
        Assert.True(ToDateTimeOffset(Utf8(text), out DateTimeOffset moment));
        Assert.Equal((utcTicks, TimeSpan.FromMinutes(offset)), (moment.UtcTicks, moment.Offset));
        Assert.True(ToDateTime(Utf8(text), out DateTime instant));
        Assert.Equal((utcTicks, DateTimeKind.Utc), (instant.Ticks, instant.Kind));
    }

    [Theory]
    [InlineData("1990-12-31T23:59:60Z")]
    [InlineData("2026-01-31T12:00:00.00000001Z")]
    [InlineData("2026-01-31T12:00:00.000000000000000000000000000001Z")]
    [InlineData("0000-01-01T00:00:00Z")]
    [InlineData("0000-12-31T23:59:59.9999999Z")]
    [InlineData("0001-01-01T00:00:00+00:01")]
    [InlineData("0001-01-01T13:59:59.9999999+14:00")]
    [InlineData("9999-12-31T23:59:59.9999999-00:01")]
    [InlineData("9999-12-31T10:00:00-14:00")]
    public void An_instant_beyond_the_types_is_refused(string text)
    {
        Assert.True(Matches(StringFormat.DateTime, text));
        Assert.False(ToDateTimeOffset(Utf8(text), out DateTimeOffset moment));
        Assert.False(ToDateTime(Utf8(text), out DateTime instant));
        Assert.Equal((default, default), (moment, instant));
    }

    // The offset is no part of a DateTime, so only the instant counts.
    [Theory]
    [InlineData("2026-01-31T12:00:00+14:01", "2026-01-30T21:59:00")]
    [InlineData("2026-01-31T12:00:00-23:59", "2026-02-01T11:59:00")]
    [InlineData("0000-12-31T23:59:00-00:01", "0001-01-01T00:00:00")]
    [InlineData("0000-12-31T00:01:00-23:59", "0001-01-01T00:00:00")]
    public void An_offset_beyond_the_type_is_refused_where_it_is_kept(string text, string utc)
    {
        Assert.False(ToDateTimeOffset(Utf8(text), out _));
        Assert.True(ToDateTime(Utf8(text), out DateTime instant));
        Assert.Equal(DateTime.ParseExact(utc, "s", System.Globalization.CultureInfo.InvariantCulture), instant);
    }

    [Theory]
    [InlineData("0001-01-01", true)]
    [InlineData("9999-12-31", true)]
    [InlineData("2000-02-29", true)]
    [InlineData("0000-12-31", false)]
    [InlineData("1900-02-29", false)]
    public void A_date_is_of_year_1_or_later(string text, bool isRead)
    {
        Assert.Equal(isRead, ToDateOnly(Utf8(text), out DateOnly date));
        Assert.Equal(isRead ? DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) : default, date);
    }

    [Theory]
    [InlineData("00:00:00", 0L)]
    [InlineData("23:59:59.9999999", 863999999999L)]
    [InlineData("00:00:00.0000001", 1L)]
    [InlineData("00:00:01.5", 15000000L)]
    [InlineData("12:34:56.7000000", 452967000000L)]
    [InlineData("12:30:00.00000000", -1L)]
    [InlineData("24:00:00", -1L)]
    [InlineData("23:59:60", -1L)]
    [InlineData("12:30", -1L)]
    [InlineData("12:30:00Z", -1L)]
    [InlineData("12:30:00+00:00", -1L)]
    [InlineData("12:30:00.", -1L)]
    [InlineData("", -1L)]
    public void A_time_of_day_has_no_offset_and_seven_digits_at_most(string text, long ticks)
    {
        Assert.Equal(ticks >= 0, ToTimeOnly(Utf8(text), out TimeOnly time));
        Assert.Equal(Math.Max(ticks, 0), time.Ticks);
    }

    [Theory]
    [InlineData("P0D", 0L)]
    [InlineData("-P0D", 0L)]
    [InlineData("-PT0.0S", 0L)]
    [InlineData("PT1H1S", 36010000000L)]
    [InlineData("P1DT1S", 864010000000L)]
    [InlineData("P2W", 12096000000000L)]
    [InlineData("-P2W", -12096000000000L)]
    [InlineData("PT36H", 1296000000000L)]
    [InlineData("PT90M", 54000000000L)]
    [InlineData("P00000000000000000000000000000001D", 864000000000L)]
    [InlineData("PT0.0000001S", 1L)]
    [InlineData("-PT0.5S", -5000000L)]
    [InlineData("P10675199DT2H48M5.4775807S", long.MaxValue)]
    [InlineData("-P10675199DT2H48M5.4775808S", long.MinValue)]
    [InlineData("PT922337203685.4775807S", long.MaxValue)]
    [InlineData("-PT922337203685.4775808S", long.MinValue)]
    public void A_time_span_is_read_exactly(string text, long ticks)
    {
        Assert.True(ToTimeSpan(Utf8(text), out TimeSpan span));
        Assert.Equal(ticks, span.Ticks);
    }

    [Theory]
    [InlineData("P10675199DT2H48M5.4775808S")]
    [InlineData("-P10675199DT2H48M5.4775809S")]
    [InlineData("P10675200D")]
    [InlineData("-P10675200D")]
    [InlineData("P1525029W")]
    [InlineData("PT256204779H")]
    [InlineData("P999999999999999999W")]
    [InlineData("P1000000000000000000W")]
    [InlineData("P10675199DT999999999999999999H999999999999999999M999999999999999999S")]
    [InlineData("PT99999999999999999999999999999999999999999999999999999999S")]
    [InlineData("P18446744073709551616D")]
    [InlineData("P340282366920938463463374607431768211456D")]
    [InlineData("P1Y")]
    [InlineData("P1M")]
    [InlineData("P1Y1D")]
    [InlineData("P1W1D")]
    [InlineData("P1WT1H")]
    [InlineData("PT0.00000001S")]
    [InlineData("PT1.5H")]
    [InlineData("PT1.S")]
    [InlineData("PT.5S")]
    [InlineData("P")]
    [InlineData("PT")]
    [InlineData("P1DT")]
    [InlineData("-")]
    [InlineData("--P1D")]
    [InlineData("+P1D")]
    [InlineData("P-1D")]
    [InlineData("p1d")]
    [InlineData("P1d")]
    [InlineData("PT1H1H")]
    [InlineData("PT1S1H")]
    [InlineData("1.02:03:04")]
    [InlineData("02:03:04")]
    [InlineData("")]
    public void A_time_span_that_overflows_or_has_no_length_is_refused(string text)
    {
        Assert.False(ToTimeSpan(Utf8(text), out TimeSpan span));
        Assert.Equal(TimeSpan.Zero, span);
    }
}
