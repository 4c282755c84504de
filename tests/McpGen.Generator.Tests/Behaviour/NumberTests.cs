using McpGen.Generator.Tests.Harness;

namespace McpGen.Generator.Tests.Behaviour;

/// <summary>Numbers with a fraction: finite, bounded on the nearest double, a decimal on its digits.</summary>
public sealed class NumberTests
{
    private static readonly LoadedTools s_tools = EchoTools.Load(
        "",
        ("double", "double value"),
        ("float", "float value"),
        ("decimal", "decimal value"),
        ("range", "[Range(-1.5, 1.5)] double value"),
        ("exclusive", "[Range(0.0, 1.0, MinimumIsExclusive = true, MaximumIsExclusive = true)] double value"),
        ("float_range", "[Range(0.0, 0.1)] float value"),
        ("price", "[Range(typeof(decimal), \"0.01\", \"99.99\")] decimal value"),
        ("exclusive_price", "[Range(typeof(decimal), \"0\", \"100\", MinimumIsExclusive = true, MaximumIsExclusive = true)] decimal value"),
        ("cents", "[MultipleOf(0.01)] double value"),
        ("decimal_cents", "[MultipleOf(0.01)] decimal value"),
        ("quarters", "[MultipleOf(0.25)] float value"),
        ("allowed", "[AllowedValues(0.5, 1.5)] double value"),
        ("denied", "[DeniedValues(0.0)] double value"),
        ("at_least", "[Range(0, double.PositiveInfinity)] double value"));

    private static readonly string s_digits = "1" + new string('0', 400);

    [Theory]
    [InlineData("double", "0.1", "0.1")]
    [InlineData("double", "-0.0", "-0")]
    [InlineData("double", "5", "5")]
    [InlineData("double", "1e308", "1E+308")]
    [InlineData("double", "1.7976931348623157e308", "1.7976931348623157E+308")]
    [InlineData("double", "1e-400", "0")]
    [InlineData("float", "0.5", "0.5")]
    [InlineData("float", "3.4028234e38", "3.4028235E+38")]
    [InlineData("decimal", "19.99", "19.99")]
    [InlineData("decimal", "79228162514264337593543950335", "79228162514264337593543950335")]
    [InlineData("decimal", "-79228162514264337593543950335", "-79228162514264337593543950335")]
    [InlineData("decimal", "0.0000000000000000000000000001", "0.0000000000000000000000000001")]
    [InlineData("decimal", "1e2", "100")]
    [InlineData("decimal", "0.10", "0.10")]
    public async Task Finite_numbers_are_bound(string tool, string json, string bound) => await s_tools.BindsAsync(tool, json, bound);

    [Theory]
    [InlineData("double", "1e400", "a finite number")]
    [InlineData("double", "-1e400", "a finite number")]
    [InlineData("double", "\"NaN\"", "a number")]
    [InlineData("double", "\"Infinity\"", "a number")]
    [InlineData("double", "\"0.1\"", "a number")]
    [InlineData("double", "false", "a number")]
    [InlineData("double", "null", "a number")]
    [InlineData("float", "1e39", "a finite number")]
    [InlineData("float", "3.5e38", "a finite number")]
    [InlineData("decimal", "79228162514264337593543950336", "a decimal number")]
    [InlineData("decimal", "1e400", "a decimal number")]
    [InlineData("decimal", "1e-400", "a decimal number")]
    [InlineData("decimal", "0.00000000000000000000000000001", "a decimal number")]
    [InlineData("decimal", "\"19.99\"", "a decimal number")]
    public async Task What_the_type_cannot_hold_is_refused(string tool, string json, string expected) => await s_tools.RefusesAsync(tool, json, "must be " + expected);

    [Fact]
    public async Task Four_hundred_digits_are_decided_like_any_other()
    {
        await s_tools.RefusesAsync("double", s_digits, "must be a finite number");
        await s_tools.RefusesAsync("float", s_digits, "must be a finite number");
        await s_tools.RefusesAsync("decimal", s_digits, "must be a decimal number");
        await s_tools.BindsAsync("double", "0." + s_digits, "0.1");
        await s_tools.BindsAsync("decimal", "0." + s_digits, "0.1" + new string('0', 27));
        await s_tools.AcceptAsync("decimal", """{"value":0e-400}""");
        await s_tools.BindsAsync("double", s_digits[..301], "1E+300");
        await s_tools.BindsAsync("cents", "0." + s_digits, "0.1");
        await s_tools.RefusesAsync("cents", "0." + s_digits + "1", "must be a multiple of 0.01");
    }

    [Theory]
    [InlineData("range", "-1.5", "-1.5")]
    [InlineData("range", "1.5", "1.5")]
    [InlineData("exclusive", "1e-300", "1E-300")]
    [InlineData("exclusive", "0.9999999999999999", "0.9999999999999999")]
    [InlineData("float_range", "0.1", "0.1")]
    [InlineData("price", "0.01", "0.01")]
    [InlineData("price", "99.99", "99.99")]
    [InlineData("exclusive_price", "0.0000000000000000000000000001", "0.0000000000000000000000000001")]
    [InlineData("exclusive_price", "99.9999999999999999999999999", "99.9999999999999999999999999")]
    [InlineData("cents", "19.99", "19.99")]
    [InlineData("cents", "1999e-2", "19.99")]
    [InlineData("cents", "0.07", "0.07")]
    [InlineData("decimal_cents", "0.29", "0.29")]
    [InlineData("quarters", "-0.75", "-0.75")]
    [InlineData("allowed", "0.50", "0.5")]
    [InlineData("denied", "0.1", "0.1")]
    [InlineData("at_least", "0", "0")]
    public async Task Values_within_the_declared_limits_are_accepted(string tool, string json, string bound) => await s_tools.BindsAsync(tool, json, bound);

    [Theory]
    [InlineData("range", "1.6", "must be a number from -1.5 to 1.5")]
    [InlineData("range", "-1.5000000000000004", "must be a number from -1.5 to 1.5")]
    [InlineData("exclusive", "0", "must be a number, greater than 0 and less than 1")]
    [InlineData("exclusive", "-0.0", "must be a number, greater than 0 and less than 1")]
    [InlineData("exclusive", "1.0", "must be a number, greater than 0 and less than 1")]
    [InlineData("exclusive", "1e-400", "must be a number, greater than 0 and less than 1")]
    [InlineData("float_range", "0.10000000001", "must be a number from 0 to 0.1")]
    [InlineData("price", "0.00", "must be a decimal number from 0.01 to 99.99")]
    [InlineData("price", "99.990000000000000000000000001", "must be a decimal number from 0.01 to 99.99")]
    [InlineData("exclusive_price", "0", "must be a decimal number, greater than 0 and less than 100")]
    [InlineData("exclusive_price", "100.00", "must be a decimal number, greater than 0 and less than 100")]
    [InlineData("cents", "19.999", "must be a multiple of 0.01")]
    [InlineData("cents", "1e-400", "must be a multiple of 0.01")]
    [InlineData("decimal_cents", "0.001", "must be a multiple of 0.01")]
    [InlineData("quarters", "0.3", "must be a multiple of 0.25")]
    [InlineData("allowed", "1", "must be one of 0.5, 1.5")]
    [InlineData("denied", "0", "must not be 0")]
    [InlineData("denied", "-0.0", "must not be 0")]
    [InlineData("at_least", "-1e-300", "must be a number, at least 0")]
    [InlineData("at_least", "1e400", "must be a finite number, at least 0")]
    public async Task Values_outside_the_declared_limits_are_refused(string tool, string json, string expected) => await s_tools.RefusesAsync(tool, json, expected);

    [Fact]
    public async Task Values_of_a_decimal_may_be_listed()
    {
        LoadedTools tools = EchoTools.Load("", ("allowed", "[AllowedValues(1, 2.5)] decimal value"), ("denied", "[DeniedValues(1)] decimal value"));

        await tools.BindsAsync("allowed", "2.50", "2.50");
        await tools.BindsAsync("denied", "1.01", "1.01");
        await tools.RefusesAsync("allowed", "3", "must be one of 1, 2.5");
        await tools.RefusesAsync("denied", "1.00", "must not be 1");
    }
}
