using McpGen.Validation;

namespace McpGen.Tests.Validation;

public sealed partial class JsonNumberTests
{
    [Theory]
    [InlineData("0.1", 0.1)]
    [InlineData("-19.99", -19.99)]
    [InlineData("3.141592653589793", Math.PI)]
    [InlineData("9007199254740993", 9007199254740992.0)]
    [InlineData("9007199254740993.0000000000000000000000000000000001", 9007199254740994.0)]
    [InlineData("1.7976931348623157e308", double.MaxValue)]
    [InlineData("1.797693134862315807e308", double.MaxValue)]
    [InlineData("5e-324", double.Epsilon)]
    [InlineData("2e-324", 0.0)]
    [InlineData("1e-400", 0.0)]
    [InlineData("1e-999999999999999999999", 0.0)]
    [InlineData("0e999999999999999999999", 0.0)]
    [InlineData("1e23", 1e23)]
    public void A_double_is_the_nearest_one(string text, double expected)
    {
        Assert.True(JsonNumber.TryReadDouble(Utf8(text), out double value));
        Assert.Equal(BitConverter.DoubleToInt64Bits(expected), BitConverter.DoubleToInt64Bits(value));
    }

    [Theory]
    [InlineData("1e400")]
    [InlineData("-1e309")]
    [InlineData("1.7976931348623159e308")]
    [InlineData("1e999999999999999999")]
    public void A_number_beyond_the_finite_doubles_is_refused(string text)
    {
        Assert.False(JsonNumber.TryReadDouble(Utf8(text), out double value));
        Assert.Equal(0, value);
        Assert.False(JsonNumber.TryReadSingle(Utf8(text), out _));
    }

    [Theory]
    [InlineData("-0")]
    [InlineData("-0.0e5")]
    [InlineData("-1e-5000")]
    [InlineData("-0e99999")]
    public void A_negative_zero_keeps_its_sign_in_binary_types(string text)
    {
        Assert.True(JsonNumber.TryReadDouble(Utf8(text), out double value));
        Assert.True(JsonNumber.TryReadSingle(Utf8(text), out float single));
        Assert.True(double.IsNegative(value) && value == 0);
        Assert.True(float.IsNegative(single) && single == 0);
    }

    [Fact]
    public void A_tie_with_a_thousand_zeros_is_still_a_tie()
    {
        // The digits the parser keeps end in the zeros; what it dropped decides.
        string zeros = new('0', 1000);
        Assert.True(JsonNumber.TryReadDouble(Utf8($"9007199254740993.{zeros}"), out double tie));
        Assert.True(JsonNumber.TryReadDouble(Utf8($"9007199254740993.{zeros}1"), out double above));
        Assert.Equal((9007199254740992.0, 9007199254740994.0), (tie, above));
    }

    [Theory]
    [InlineData("0.1", 0.1f)]
    [InlineData("16777217", 16777216f)]
    [InlineData("1.000000059604644775390625", 1f)]
    [InlineData("1.000000059604644775390625000000000001", 1.0000001192f)] // through double: 1
    [InlineData("3.4028235e38", float.MaxValue)]
    [InlineData("1e-46", 0f)]
    [InlineData("19.99", 19.99f)]
    public void A_single_is_rounded_once(string text, float expected)
    {
        Assert.True(JsonNumber.TryReadSingle(Utf8(text), out float value));
        Assert.Equal(BitConverter.SingleToInt32Bits(expected), BitConverter.SingleToInt32Bits(value));
    }

    [Theory]
    [InlineData("1e39")]
    [InlineData("-3.4028236e38")]
    [InlineData("3.40282356779733661637539395458142568448e38")]
    public void A_number_beyond_the_finite_singles_is_refused(string text)
    {
        Assert.False(JsonNumber.TryReadSingle(Utf8(text), out float value));
        Assert.Equal(0, value);
        Assert.True(JsonNumber.TryReadDouble(Utf8(text), out _));
    }
}
