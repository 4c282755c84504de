using System.Globalization;
using McpGen.Validation;

namespace McpGen.Tests.Validation;

public sealed partial class JsonNumberTests
{
    private static readonly string Zeros400 = new('0', 400);

    [Theory]
    [InlineData("0", "0")]
    [InlineData("-0", "0")]
    [InlineData("-0.0", "0")]
    [InlineData("5", "5")]
    [InlineData("-7", "-7")]
    [InlineData("5.0", "5")]
    [InlineData("-5.000", "-5")]
    [InlineData("1e1", "10")]
    [InlineData("1E+2", "100")]
    [InlineData("50e-1", "5")]
    [InlineData("1000e-3", "1")]
    [InlineData("1.5e1", "15")]
    [InlineData("0.001e3", "1")]
    [InlineData("1e0000000000000000000000000000000005", "100000")]
    [InlineData("0e99999999999", "0")]
    [InlineData("0e-99999999999999999999999999", "0")]
    [InlineData("0.000e9999", "0")]
    [InlineData("12345678", "12345678")]
    [InlineData("1234567890123456", "1234567890123456")]
    [InlineData("123456789012345678", "123456789012345678")]
    [InlineData("-1234567890123456789", "-1234567890123456789")]
    [InlineData("9999999999999999999", "9999999999999999999")]
    [InlineData("99999999999999999.90e1", "999999999999999999")]
    [InlineData("1e38", null)]
    [InlineData("170141183460469231731687303715884105727", null)]
    [InlineData("-170141183460469231731687303715884105728", null)]
    [InlineData("1701411834604692317316873037158841057.27e2", null)]
    [InlineData("170141183460469231731687303715884105728", null)]
    [InlineData("-170141183460469231731687303715884105729", null)]
    [InlineData("1701411834604692317316873037158841057.28e2", null)]
    [InlineData("999999999999999999999999999999999999999", null)]
    [InlineData("1e39", null)]
    [InlineData("2e38", null)]
    [InlineData("1e999999999999999999", null)]
    [InlineData("-1e99999999999999999999999999999999999999999999", null)]
    public void An_integer_is_read_however_it_is_written(string text, string? expected)
    {
        Int128? whole = expected is null ? null : Int128.Parse(expected, CultureInfo.InvariantCulture);
        bool isSigned = whole >= long.MinValue && whole <= long.MaxValue;
        bool isUnsigned = whole >= 0 && whole <= ulong.MaxValue;

        Assert.Equal(isSigned, JsonNumber.TryReadInt64(Utf8(text), out long signed));
        Assert.Equal(isSigned ? whole : 0, signed);
        Assert.Equal(isUnsigned, JsonNumber.TryReadUInt64(Utf8(text), out ulong unsigned));
        Assert.Equal(isUnsigned ? whole : 0, unsigned);
        Assert.True(JsonNumber.IsMultipleOf(Utf8(text), 1, 0));
    }

    [Theory]
    [InlineData("0.5")]
    [InlineData("-1.5")]
    [InlineData("5.00000001")]
    [InlineData("1e-1")]
    [InlineData("5e-2")]
    [InlineData("1e-400")]
    [InlineData("1000e-4")]
    [InlineData("1.25e1")]
    [InlineData("123456789012345678901234567890.5")]
    [InlineData("1e-999999999999999999999999")]
    public void A_fraction_is_no_integer(string text)
    {
        AssertNoInteger(Utf8(text));
        Assert.False(JsonNumber.IsMultipleOf(Utf8(text), 1, 0));
    }

    [Theory]
    [InlineData("9223372036854775807", true, long.MaxValue)]
    [InlineData("9223372036854775808", false, 0)]
    [InlineData("-9223372036854775808", true, long.MinValue)]
    [InlineData("-9223372036854775809", false, 0)]
    [InlineData("-9223372036854775808.000", true, long.MinValue)]
    [InlineData("9.223372036854775807e18", true, long.MaxValue)]
    [InlineData("9.223372036854775808e18", false, 0)]
    [InlineData("5.0", true, 5)]
    [InlineData("1e1", true, 10)]
    [InlineData("-0", true, 0)]
    [InlineData("1e19", false, 0)]
    public void A_signed_integer_stops_at_64_bits(string text, bool isRead, long expected)
    {
        Assert.Equal(isRead, JsonNumber.TryReadInt64(Utf8(text), out long value));
        Assert.Equal(expected, value);
    }

    [Theory]
    [InlineData("18446744073709551615", true, ulong.MaxValue)]
    [InlineData("18446744073709551616", false, 0)]
    [InlineData("1844674407370955161500e-2", true, ulong.MaxValue)]
    [InlineData("10000000000000000000", true, 10000000000000000000)]
    [InlineData("5.0", true, 5)]
    [InlineData("1e1", true, 10)]
    [InlineData("-0", true, 0)]
    [InlineData("-0.0", true, 0)]
    [InlineData("-1", false, 0)]
    [InlineData("-1e1", false, 0)]
    [InlineData("1e20", false, 0)]
    public void An_unsigned_integer_starts_at_zero_and_stops_at_64_bits(string text, bool isRead, ulong expected)
    {
        Assert.Equal(isRead, JsonNumber.TryReadUInt64(Utf8(text), out ulong value));
        Assert.Equal(expected, value);
    }

    [Fact]
    public void Hundreds_of_zeros_change_nothing()
    {
        Assert.True(JsonNumber.TryReadInt64(Utf8($"5.{Zeros400}"), out long five));
        Assert.True(JsonNumber.TryReadInt64(Utf8($"12{Zeros400}e-400"), out long twelve));
        Assert.True(JsonNumber.TryReadUInt64(Utf8($"0.{Zeros400}7e401"), out ulong seven));
        Assert.True(JsonNumber.TryReadDecimal(Utf8($"0.{Zeros400}7e400"), out decimal tenths));
        Assert.True(JsonNumber.TryReadDouble(Utf8($"12{Zeros400}e-400"), out double dozen));
        Assert.Equal((5, 12, 7ul, 0.7m, 12.0), (five, twelve, seven, tenths, dozen));
        AssertNoInteger(Utf8($"1{Zeros400}"));
        AssertNoInteger(Utf8($"5.{Zeros400}1"));
        Assert.True(JsonNumber.IsMultipleOf(Utf8($"1{Zeros400}"), 1, 0));
        Assert.False(JsonNumber.IsMultipleOf(Utf8($"5.{Zeros400}1"), 1, 0));
    }

    private static void AssertNoInteger(byte[] raw)
    {
        Assert.False(JsonNumber.TryReadInt64(raw, out _));
        Assert.False(JsonNumber.TryReadUInt64(raw, out _));
    }
}
