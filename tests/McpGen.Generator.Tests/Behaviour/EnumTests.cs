using McpGen.Generator.Tests.Harness;

namespace McpGen.Generator.Tests.Behaviour;

/// <summary>Enums are read by exact name alone.</summary>
public sealed class EnumTests
{
    private static readonly LoadedTools s_tools = EchoTools.Load(
        """
        public enum Color { Red = 3, [JsonStringEnumMemberName("dark green")] Green = -1, @class, Crimson = 3 }

        public enum Big : ulong { Least, Most = ulong.MaxValue }

        public static class Outer { public enum Inner { One } }
        """,
        ("color", "Color value"),
        ("big", "Big value"),
        ("inner", "Outer.Inner value"),
        ("allowed", "[AllowedValues(Color.Red, Color.@class)] Color value"),
        ("denied", "[DeniedValues(Color.Green)] Color value"),
        ("optional", "Color value = Color.Green"),
        ("nullable", "Color? value"),
        ("list", "Color[] value"));

    [Theory]
    [InlineData("color", "\"Red\"", "3")]
    [InlineData("color", "\"Crimson\"", "3")]
    [InlineData("color", "\"dark green\"", "-1")]
    [InlineData("color", "\"class\"", "0")]
    [InlineData("color", "\"\\u0052ed\"", "3")]
    [InlineData("big", "\"Most\"", "18446744073709551615")]
    [InlineData("inner", "\"One\"", "0")]
    [InlineData("allowed", "\"class\"", "0")]
    [InlineData("denied", "\"Red\"", "3")]
    [InlineData("optional", "null", "-1")]
    [InlineData("nullable", "null", "null")]
    [InlineData("nullable", "\"Red\"", "3")]
    [InlineData("list", "[\"Red\",\"dark green\",\"Red\"]", "[3,-1,3]")]
    public async Task A_name_is_bound_to_its_member(string tool, string json, string bound) => await s_tools.BindsAsync(tool, json, bound);

    [Theory]
    [InlineData("3")]
    [InlineData("-1")]
    [InlineData("\"3\"")]
    [InlineData("\"red\"")]
    [InlineData("\"RED\"")]
    [InlineData("\" Red\"")]
    [InlineData("\"Red, class\"")]
    [InlineData("\"Green\"")]
    [InlineData("\"Red\\u0000\"")]
    [InlineData("\"\\ud800\"")]
    [InlineData("\"\"")]
    [InlineData("null")]
    [InlineData("[\"Red\"]")]
    public async Task Nothing_but_an_exact_name_is_accepted(string json) =>
        await s_tools.RefusesAsync("color", json, "must be one of \"Red\", \"dark green\", \"class\", \"Crimson\"");

    [Fact]
    public async Task Listed_members_alone_are_accepted()
    {
        await s_tools.RefusesAsync("allowed", "\"dark green\"", "must be one of \"Red\", \"class\", \"Crimson\"");
        await s_tools.RefusesAsync("denied", "\"dark green\"", "must be one of \"Red\", \"class\", \"Crimson\"");
        await s_tools.RefusesAsync("list", "[\"Red\",\"Blue\"]", "must be one of \"Red\", \"dark green\", \"class\", \"Crimson\"", under: "/1");
    }

    [Fact]
    public async Task A_default_holds_when_the_argument_is_absent() => Assert.Equal("-1", await s_tools.AcceptAsync("optional", "{}"));
}
