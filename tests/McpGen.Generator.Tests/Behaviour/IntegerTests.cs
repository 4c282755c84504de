using McpGen.Generator.Tests.Harness;

namespace McpGen.Generator.Tests.Behaviour;

/// <summary>Integers are decided on their digits: every form of a whole number is one, and nothing else is.</summary>
public sealed class IntegerTests
{
    private static readonly LoadedTools s_tools = EchoTools.Load(
        "",
        ("sbyte", "sbyte value"),
        ("byte", "byte value"),
        ("short", "short value"),
        ("ushort", "ushort value"),
        ("int", "int value"),
        ("uint", "uint value"),
        ("long", "long value"),
        ("ulong", "ulong value"),
        ("range", "[Range(1, 100)] int value"),
        ("exclusive", "[Range(0, 10, MinimumIsExclusive = true, MaximumIsExclusive = true)] int value"),
        ("fractions", "[Range(0.5, 9.5)] int value"),
        ("text_range", "[Range(typeof(long), \"-9000000000\", \"9000000000\")] long value"),
        ("wide", "[Range(double.NegativeInfinity, 1e300)] int value"),
        ("half_open", "[Range(1, double.PositiveInfinity)] ulong value"),
        ("multiple", "[MultipleOf(5)] int value"),
        ("allowed", "[AllowedValues(1, 2, 3)] int value"),
        ("denied", "[DeniedValues(13)] byte value"),
        ("nullable", "[Range(1, 3)] int? value = null"));

    [Theory]
    [InlineData("sbyte", "-128", "-128")]
    [InlineData("sbyte", "127", "127")]
    [InlineData("byte", "0", "0")]
    [InlineData("byte", "255", "255")]
    [InlineData("short", "-32768", "-32768")]
    [InlineData("short", "32767", "32767")]
    [InlineData("ushort", "65535", "65535")]
    [InlineData("int", "-2147483648", "-2147483648")]
    [InlineData("int", "2147483647", "2147483647")]
    [InlineData("uint", "4294967295", "4294967295")]
    [InlineData("long", "-9223372036854775808", "-9223372036854775808")]
    [InlineData("long", "9223372036854775807", "9223372036854775807")]
    [InlineData("ulong", "18446744073709551615", "18446744073709551615")]
    [InlineData("ulong", "0", "0")]
    public async Task A_type_holds_its_own_bounds(string tool, string json, string bound) => await s_tools.BindsAsync(tool, json, bound);

    [Theory]
    [InlineData("sbyte", "-129", "from -128 to 127")]
    [InlineData("sbyte", "128", "from -128 to 127")]
    [InlineData("byte", "-1", "from 0 to 255")]
    [InlineData("byte", "256", "from 0 to 255")]
    [InlineData("short", "32768", "from -32768 to 32767")]
    [InlineData("ushort", "65536", "from 0 to 65535")]
    [InlineData("int", "2147483648", "from -2147483648 to 2147483647")]
    [InlineData("int", "-2147483649", "from -2147483648 to 2147483647")]
    [InlineData("uint", "4294967296", "from 0 to 4294967295")]
    [InlineData("uint", "-1", "from 0 to 4294967295")]
    [InlineData("long", "9223372036854775808", "from -9223372036854775808 to 9223372036854775807")]
    [InlineData("long", "-9223372036854775809", "from -9223372036854775808 to 9223372036854775807")]
    [InlineData("ulong", "18446744073709551616", "from 0 to 18446744073709551615")]
    [InlineData("ulong", "-1", "from 0 to 18446744073709551615")]
    public async Task One_beyond_a_bound_is_refused_without_wrapping_around(string tool, string json, string bounds) =>
        await s_tools.RefusesAsync(tool, json, "must be an integer " + bounds);

    [Theory]
    [InlineData("int", "5.0", "5")]
    [InlineData("int", "5.000", "5")]
    [InlineData("int", "1e1", "10")]
    [InlineData("int", "1E+1", "10")]
    [InlineData("int", "100e-1", "10")]
    [InlineData("int", "1.5e1", "15")]
    [InlineData("int", "-0", "0")]
    [InlineData("int", "-0.0", "0")]
    [InlineData("int", "0e400", "0")]
    [InlineData("int", "0.000e-99999999999999999999", "0")]
    [InlineData("long", "9223372036854775807.0", "9223372036854775807")]
    [InlineData("ulong", "1e19", "10000000000000000000")]
    [InlineData("ulong", "1844674407370955161.5e1", "18446744073709551615")]
    [InlineData("byte", "25500000000000000000000000000000000e-32", "255")]
    public async Task Every_form_of_a_whole_number_is_an_integer(string tool, string json, string bound) => await s_tools.BindsAsync(tool, json, bound);

    [Theory]
    [InlineData("5.5")]
    [InlineData("1e-1")]
    [InlineData("1e400")]
    [InlineData("-1e400")]
    [InlineData("1e-400")]
    [InlineData("1e99999999999999999999")]
    [InlineData("2147483647.0000000000000000000000000000001")]
    [InlineData("\"5\"")]
    [InlineData("\"\"")]
    [InlineData("true")]
    [InlineData("null")]
    [InlineData("[5]")]
    [InlineData("{}")]
    [InlineData("{\"value\":5}")]
    public async Task What_is_no_whole_number_is_not_coerced(string json) =>
        await s_tools.RefusesAsync("int", json, "must be an integer from -2147483648 to 2147483647");

    [Theory]
    [InlineData("range", "1", "1")]
    [InlineData("range", "100", "100")]
    [InlineData("exclusive", "1", "1")]
    [InlineData("exclusive", "9", "9")]
    [InlineData("fractions", "1", "1")]
    [InlineData("fractions", "9", "9")]
    [InlineData("text_range", "-9000000000", "-9000000000")]
    [InlineData("wide", "2147483647", "2147483647")]
    [InlineData("half_open", "18446744073709551615", "18446744073709551615")]
    [InlineData("multiple", "-10", "-10")]
    [InlineData("multiple", "0", "0")]
    [InlineData("multiple", "1e1", "10")]
    [InlineData("allowed", "2", "2")]
    [InlineData("allowed", "3.0", "3")]
    [InlineData("denied", "12", "12")]
    [InlineData("nullable", "3", "3")]
    [InlineData("nullable", "null", "null")]
    public async Task Values_within_the_declared_limits_are_accepted(string tool, string json, string bound) => await s_tools.BindsAsync(tool, json, bound);

    [Theory]
    [InlineData("range", "0", "must be an integer from 1 to 100")]
    [InlineData("range", "101", "must be an integer from 1 to 100")]
    [InlineData("exclusive", "0", "must be an integer from 1 to 9")]
    [InlineData("exclusive", "10", "must be an integer from 1 to 9")]
    [InlineData("fractions", "0", "must be an integer from 1 to 9")]
    [InlineData("fractions", "10", "must be an integer from 1 to 9")]
    [InlineData("text_range", "9000000001", "must be an integer from -9000000000 to 9000000000")]
    [InlineData("half_open", "0", "must be an integer from 1 to 18446744073709551615")]
    [InlineData("multiple", "12", "must be a multiple of 5")]
    [InlineData("allowed", "4", "must be one of 1, 2, 3")]
    [InlineData("denied", "13", "must not be 13")]
    [InlineData("denied", "1.3e1", "must not be 13")]
    [InlineData("nullable", "4", "must be an integer from 1 to 3")]
    public async Task Values_outside_the_declared_limits_are_refused(string tool, string json, string expected) => await s_tools.RefusesAsync(tool, json, expected);
}
