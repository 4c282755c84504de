using McpGen.Differential.Oracles;
using McpGen.Differential.Values;

namespace McpGen.Differential.Tests;

/// <summary>The evaluator is an oracle: what it says of numbers is held to the standard by hand.</summary>
public sealed class ExactNumberTests
{
    [Theory]
    [InlineData("5", "5.0", 0)]
    [InlineData("-0", "0e999999999999", 0)]
    [InlineData("1e400", "1e399", 1)]
    [InlineData("1e-400", "0", 1)]
    [InlineData("-1e999999999999", "1e-999999999999", -1)]
    [InlineData("0.1", "0.1000000000000000055511151231257827", -1)]
    [InlineData("9007199254740993", "9007199254740992", 1)]
    public void Numbers_are_ordered_exactly(string left, string right, int order) =>
        Assert.Equal(order, Math.Sign(ExactNumber.Parse(left).CompareTo(ExactNumber.Parse(right))));

    [Theory]
    [InlineData("19.99", "0.01", true)]
    [InlineData("0.3", "0.1", true)]
    [InlineData("1e400", "3", false)]
    [InlineData("3e400", "3", true)]
    [InlineData("1e-400", "0.1", false)]
    [InlineData("5", "10", false)]
    [InlineData("20", "2.5", true)]
    [InlineData("0", "7", true)]
    public void Multiples_are_exact(string number, string divisor, bool isMultiple) =>
        Assert.Equal(isMultiple, ExactNumber.Parse(number).IsMultipleOf(ExactNumber.Parse(divisor)));

    [Theory]
    [InlineData("79228162514264337593543950335", true)]
    [InlineData("79228162514264337593543950336", false)]
    [InlineData("1e-28", true)]
    [InlineData("1e-29", false)]
    [InlineData("1.0e28", true)]
    [InlineData("12345678901234567890123456789.5", false)]
    public void A_decimal_is_exact_or_nothing(string number, bool fits) => Assert.Equal(fits, ExactNumber.Parse(number).FitsDecimal);

    [Theory]
    [InlineData("""{"type":"integer","maximum":9223372036854775807}""", "9223372036854775807", true)]
    [InlineData("""{"type":"integer","maximum":9223372036854775807}""", "9223372036854775808", false)]
    [InlineData("""{"type":"integer"}""", "1e400", true)]
    [InlineData("""{"type":"integer"}""", "1.5", false)]
    [InlineData("""{"type":"string","maxLength":1}""", "\"\\ud83d\\ude00\"", true)]
    [InlineData("""{"type":"array","items":{"type":"number"},"uniqueItems":true}""", "[1,1.0]", false)]
    [InlineData("""{"type":"object","properties":{"a":{"type":"null"}},"required":["a"],"additionalProperties":false}""", """{"a":null}""", true)]
    [InlineData("""{"type":"object","properties":{},"additionalProperties":false}""", """{"__proto__":null}""", false)]
    [InlineData("""{"type":"number","not":{"type":"number","enum":[1]}}""", "1.0", false)]
    public void The_evaluator_keeps_the_standard(string schema, string value, bool isValid)
    {
        var oracle = new ExactOracle();

        Assert.Equal(isValid ? Verdict.Valid : Verdict.Invalid, oracle.Judge(Schema.Parse(schema), Json.Parse(value)));
    }
}
