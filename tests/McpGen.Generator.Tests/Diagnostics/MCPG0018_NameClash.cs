namespace McpGen.Generator.Tests.Diagnostics;

public sealed class MCPG0018_NameClash
{
    private const string Id = "MCPG0018";

    private static readonly string s_broken = ToolSource.Taking("Filter [|filter|]", "public sealed record Filter(int X, [property: JsonPropertyName(\"x\")] int Y);");

    [Theory]
    [InlineData("public sealed record Filter(int X, [property: JsonPropertyName(\"x\")] int Y);", "X", "Y", "x")]
    [InlineData("public sealed class Filter { [JsonPropertyName(\"a\")] public int X { get; set; } [JsonPropertyName(\"a\")] public int Y { get; set; } }", "X", "Y", "a")]
    [InlineData("public sealed class Filter { public int Url { get; set; } public int URL { get; set; } }", "Url", "URL", "url")]
    [InlineData("public sealed class Filter(int x) { public int A => x; [JsonInclude, JsonPropertyName(\"x\")] public int Y; }", "x", "Y", "x")]
    [InlineData("public class Base { public int X { get; set; } } public sealed class Filter : Base { [JsonPropertyName(\"x\")] public int Y { get; set; } }", "X", "Y", "x")]
    public void Two_members_of_one_name_are_reported(string types, string first, string second, string name) => DiagnosticAssert.Reports(
        Id, ToolSource.Taking("Filter [|filter|]", types), $"'{first}' and '{second}' of 'Filter' have the same name in JSON, '{name}'");

    [Fact]
    public void A_clash_in_a_nested_object_is_reported_at_the_member_that_holds_it() => DiagnosticAssert.Reports(
        Id, ToolSource.Taking("Outer outer", "public sealed record Outer(Filter [|Filter|]); public sealed record Filter(int X, [property: JsonPropertyName(\"x\")] int Y);"),
        "'X' and 'Y' of 'Filter' have the same name in JSON, 'x'");

    [Theory]
    [MemberData(nameof(Silencers.All), MemberType = typeof(Silencers))]
    public void Nothing_silences_it(Silencer silencer) => DiagnosticAssert.StaysInSpiteOf(silencer, Id, s_broken);

    [Theory]
    [InlineData("public sealed record Filter(int X, [property: JsonPropertyName(\"X\")] int Y);")]
    [InlineData("public sealed record Filter(int X, [property: JsonPropertyName(\"y2\")] int Y);")]
    [InlineData("public sealed class Filter { public int Url { get; set; } [JsonIgnore] public int URL { get; set; } }")]
    [InlineData("public class Base { public int X { get; set; } } public sealed class Filter : Base { public new int X { get; set; } }")]
    public void Names_that_differ_are_wrapped(string types) => DiagnosticAssert.IsClean(ToolSource.Taking("Filter filter", types));
}
