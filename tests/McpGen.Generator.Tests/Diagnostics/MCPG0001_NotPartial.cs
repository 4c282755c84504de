namespace McpGen.Generator.Tests.Diagnostics;

public sealed class MCPG0001_NotPartial
{
    private const string Id = "MCPG0001";

    private const string Broken = """
        [McpServerToolType, PublicTool]
        public static class [|Tools|]
        {
            /// <summary>Runs.</summary>
            [McpServerTool]
            public static string Run() => "";
        }
        """;

    private const string Member = """
        [McpServerToolType, PublicTool] public static partial class Tools { [McpServerTool, Description("Runs.")] public static string Run() => ""; }
        """;

    private static string Message(string type) => $"'{type}' must be declared partial, so that its hardened wrappers can be generated next to it";

    [Fact]
    public void A_class_that_is_not_partial_is_reported() => DiagnosticAssert.Reports(Id, Broken, Message("Tools"));

    [Fact]
    public void A_record_that_is_not_partial_is_reported() => DiagnosticAssert.Reports(Id, """
        namespace Shop;

        [McpServerToolType, PublicTool]
        public record [|Tools|](IServiceProvider Services)
        {
            /// <summary>Runs.</summary>
            [McpServerTool]
            public string Run() => "";
        }
        """, Message("Shop.Tools"));

    [Theory]
    [InlineData("class")]
    [InlineData("static class")]
    [InlineData("record")]
    [InlineData("struct")]
    [InlineData("record struct")]
    [InlineData("interface")]
    public void A_type_around_the_class_that_is_not_partial_is_reported(string kind) =>
        DiagnosticAssert.Reports(Id, $"public {kind} [|Outer|] {{ {Member} }}", Message("Outer"));

    [Fact]
    public void Every_type_that_is_not_partial_is_reported() => DiagnosticAssert.Reports(
        Id, $"public class [|Outer|] {{ public class [|Inner|] {{ {Member.Replace("partial class Tools", "class [|Tools|]", StringComparison.Ordinal)} }} }}",
        Message("Outer"), Message("Outer.Inner"), Message("Outer.Inner.Tools"));

    [Theory]
    [MemberData(nameof(Silencers.All), MemberType = typeof(Silencers))]
    public void Nothing_silences_it(Silencer silencer) => DiagnosticAssert.StaysInSpiteOf(silencer, Id, Broken);

    [Fact]
    public void The_fixed_class_is_wrapped() => DiagnosticAssert.IsClean(Broken.Replace("static class", "static partial class", StringComparison.Ordinal));

    [Theory]
    [InlineData("class")]
    [InlineData("static class")]
    [InlineData("record")]
    [InlineData("struct")]
    [InlineData("record struct")]
    [InlineData("interface")]
    public void A_class_in_a_partial_type_is_wrapped(string kind)
    {
        string modifiers = kind == "static class" ? "static partial class" : "partial " + kind;
        DiagnosticAssert.IsClean($"public {modifiers} Outer {{ {Member} }}");
    }

    [Fact]
    public void A_class_whose_attribute_stands_on_another_part_is_wrapped() => DiagnosticAssert.IsClean("""
        [McpServerToolType, PublicTool]
        public static partial class Tools;
        // next file
        public static partial class Tools
        {
            /// <summary>Runs.</summary>
            [McpServerTool]
            public static string Run() => "";
        }
        """);
}
