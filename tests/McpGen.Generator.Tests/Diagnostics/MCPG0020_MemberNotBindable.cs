namespace McpGen.Generator.Tests.Diagnostics;

public sealed class MCPG0020_MemberNotBindable
{
    private const string Id = "MCPG0020";

    private const string NeedsDefault = "it is [JsonIgnore]d, but the constructor needs it; give the parameter a default";
    private const string NotSet = "it is required, but ignored or not settable";

    private static readonly string s_broken = ToolSource.Taking("Filter [|filter|]", "public sealed record Filter([property: JsonIgnore] int X);");

    private static string Message(string member, string type, string why) => $"'{member}' of '{type}' cannot be bound: {why}";

    [Theory]
    [InlineData("public sealed record Filter([property: JsonIgnore] int X);", "X", NeedsDefault)]
    [InlineData("public sealed class Filter(int x) { [JsonIgnore(Condition = JsonIgnoreCondition.Always)] public int X => x; }", "x", NeedsDefault)]
    [InlineData("public sealed class Filter { [JsonIgnore] public required int X { get; set; } }", "X", NotSet)]
    [InlineData("public sealed class Filter { public required int X; }", "X", NotSet)]
    public void A_member_that_must_be_there_but_cannot_is_reported(string type, string member, string why) =>
        DiagnosticAssert.Reports(Id, ToolSource.Taking("Filter [|filter|]", type), Message(member, "Filter", why));

    [Theory]
    [InlineData("public sealed class Filter { public Filter([Even] int value) => Other = value; public int Other; }", "value")]
    [InlineData("public sealed class Filter { [Even] public int X { private get; set; } public int Y => X; }", "X")]
    [InlineData("public sealed class Filter { public Inner X { private get; set; } public Inner Y => X; } public record struct Inner([Even] int Z);", "X")]
    public void A_member_that_its_own_rules_cannot_read_back_is_reported(string type, string member)
    {
        string source = ToolSource.Taking("Filter filter", type + " public sealed class EvenAttribute : ValidationAttribute;").Replace("class Tools", "class [|Tools|]", StringComparison.Ordinal);
        DiagnosticAssert.Reports(Id, source, Message(member, "Filter", "it has validation of its own, but the tool class cannot read it back; give it a getter"));
    }

    [Fact]
    public void A_constructor_that_takes_a_reference_is_reported() => DiagnosticAssert.Reports(
        Id, ToolSource.Taking("Filter [|filter|]", "public sealed class Filter { public Filter(ref int x) => X = x; public int X { get; } }"));

    [Theory]
    [MemberData(nameof(Silencers.All), MemberType = typeof(Silencers))]
    public void Nothing_silences_it(Silencer silencer) => DiagnosticAssert.StaysInSpiteOf(silencer, Id, s_broken);

    [Theory]
    [InlineData("public sealed record Filter(int Y, [property: JsonIgnore] int X = 1);")]
    [InlineData("public sealed class Filter { public required int X { get; set; } [JsonIgnore] public int Y { get; set; } }")]
    [InlineData("public sealed class Filter { [JsonInclude] public required int X; }")]
    [InlineData("public sealed class Filter { public int? X { get; init; } }")]
    [InlineData("public sealed class Filter { public int X { get; set; } public bool IsEmpty => X == 0; }")]
    public void Members_that_can_be_set_are_wrapped(string type) => DiagnosticAssert.IsClean(ToolSource.Taking("Filter filter", type));

    [Fact]
    public void A_generic_type_that_code_can_set_is_wrapped() =>
        DiagnosticAssert.IsClean(ToolSource.Taking("Filter<int> filter", "public sealed class Filter<T>(T z) { public T Z => z; public required T X { get; init; } public T? Y { get; set; } }"));
}
