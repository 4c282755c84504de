using System.Globalization;
using McpGen.Validation;

namespace McpGen.Tests.Validation;

public sealed partial class JsonNumberTests
{
    [Theory]
    [InlineData("0.10", "0.10")]
    [InlineData("-19.99", "-19.99")]
    [InlineData("-0", "0")]
    [InlineData("0.00", "0.00")]
    [InlineData("1e2", "100")]
    [InlineData("1.50e1", "15.0")]
    [InlineData("15e-1", "1.5")]
    [InlineData("79228162514264337593543950335", "79228162514264337593543950335")]
    [InlineData("-79228162514264337593543950335", "-79228162514264337593543950335")]
    [InlineData("7.9228162514264337593543950335", "7.9228162514264337593543950335")]
    [InlineData("79228162514264337593543950335.000", "79228162514264337593543950335")]
    [InlineData("7922816251426433759354395033e1", "79228162514264337593543950330")]
    [InlineData("1.0000000000000000000000000000000000", "1.0000000000000000000000000000")]
    [InlineData("0.0000000000000000000000000001", "0.0000000000000000000000000001")]
    [InlineData("1e28", "10000000000000000000000000000")]
    [InlineData("0e-99999999999", "0.0000000000000000000000000000")]
    [InlineData("79228162514264337593543950336", null)]
    [InlineData("-79228162514264337593543950336", null)]
    [InlineData("7.9228162514264337593543950336", null)]
    [InlineData("7922816251426433759354395034e1", null)]
    [InlineData("0.00000000000000000000000000001", null)]
    [InlineData("0.12345678901234567890123456789", null)]
    [InlineData("1.00000000000000000000000000001", null)]
    [InlineData("1e29", null)]
    [InlineData("8e28", null)]
    [InlineData("1e-400", null)]
    [InlineData("1e400", null)]
    [InlineData("1e-99999999999999999999", null)]
    public void A_decimal_is_exact_or_refused(string text, string? expected)
    {
        Assert.Equal(expected is not null, JsonNumber.TryReadDecimal(Utf8(text), out decimal value));
        Assert.Equal(expected ?? "0", value.ToString(CultureInfo.InvariantCulture));
        Assert.False(decimal.IsNegative(value) && value == 0);
    }

    [Theory]
    [InlineData("19.99", 1, 2, true)]
    [InlineData("19.995", 1, 2, false)]
    [InlineData("19.990", 1, 2, true)]
    [InlineData("-19.99", 1, 2, true)]
    [InlineData("0", 7, 0, true)]
    [InlineData("-0.000", 7, 0, true)]
    [InlineData("0e99999999", 7, 3, true)]
    [InlineData("7.5", 25, 1, true)]
    [InlineData("7.6", 25, 1, false)]
    [InlineData("1e300", 3, 0, false)]
    [InlineData("3e300", 3, 0, true)]
    [InlineData("1e300", 1024, 0, true)]
    [InlineData("1e63", 1UL << 63, 0, true)]
    [InlineData("1e62", 1UL << 63, 0, false)]
    [InlineData("1e27", 7450580596923828125, 0, true)] // 5^27
    [InlineData("1e26", 7450580596923828125, 0, false)]
    [InlineData("1e9999999999999999999999", 1UL << 63, 0, true)]
    [InlineData("7e9999999999999999999999", 7, 5, true)]
    [InlineData("7e9999999999999999999999", 11, 5, false)]
    [InlineData("1e-28", 1, 28, true)]
    [InlineData("1e-29", 1, 28, false)]
    [InlineData("1e-99999999999999999999", 1, 28, false)]
    [InlineData("18446744073709551615", ulong.MaxValue, 0, true)]
    [InlineData("340282366920938463426481119284349108225", ulong.MaxValue, 0, true)] // the square
    [InlineData("340282366920938463426481119284349108226", ulong.MaxValue, 0, false)]
    [InlineData("34028236692093846342648111928434.9108225", ulong.MaxValue, 7, true)]
    public void A_multiple_is_decided_on_the_digits(string text, ulong divisor, int scale, bool expected) =>
        Assert.Equal(expected, JsonNumber.IsMultipleOf(Utf8(text), divisor, scale));

    [Fact]
    public void A_divisor_out_of_range_is_a_programming_error()
    {
        Assert.Throws<ArgumentOutOfRangeException>(static () => JsonNumber.IsMultipleOf("1"u8, 0, 0));
        Assert.Throws<ArgumentOutOfRangeException>(static () => JsonNumber.IsMultipleOf("1"u8, 1, -1));
        Assert.Throws<ArgumentOutOfRangeException>(static () => JsonNumber.IsMultipleOf("1"u8, 1, 29));
    }
}
