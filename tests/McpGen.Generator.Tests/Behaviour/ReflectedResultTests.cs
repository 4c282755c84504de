using McpGen.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using ModelContextProtocol.Protocol;

namespace McpGen.Generator.Tests.Behaviour;

/// <summary>The declared exception: [ReflectedResult] lets the SDK's serializer write what nobody declared.</summary>
public sealed class ReflectedResultTests
{
    private const string Source = """
        public sealed class Loop { public Loop Self => this; }

        public sealed class Broken { public int Value => throw new InvalidOperationException("secret words"); }

        [McpServerToolType, PublicTool, ToolDefaults(MaxResultBytes = 2000)]
        public static partial class Reflected
        {
            [McpServerTool(Name = "anonymous"), ReflectedResult, Description("d")] public static object Anonymous() => new { Id = 1, Name = "a\u00e9", Day = DayOfWeek.Friday, Nothing = (string?)null, Items = new[] { new { X = 1.5 } } };
            [McpServerTool(Name = "later"), ReflectedResult, Description("d")] public static async Task<object?> Later() { await Task.Yield(); return new { Id = 1 }; }
            [McpServerTool(Name = "tuple"), ReflectedResult, Description("d")] public static List<object> Mixed() => [1, "a", new { X = 1 }];
            [McpServerTool(Name = "nothing"), ReflectedResult, Description("d")] public static object? Nothing() => null;
            [McpServerTool(Name = "text"), ReflectedResult, Description("d")] public static object Text() => "a \"b\"";
            [McpServerTool(Name = "own"), ReflectedResult, Description("d")] public static object Own() => new CallToolResult { IsError = true, Content = [new TextContentBlock { Text = "own" }] };
            [McpServerTool(Name = "block"), ReflectedResult, Description("d")] public static object Block() => new TextContentBlock { Text = "block" };
            [McpServerTool(Name = "blocks"), ReflectedResult, Description("d")] public static object Blocks() => new[] { new TextContentBlock { Text = "1" }, new TextContentBlock { Text = "2" } };
            [McpServerTool(Name = "loop"), ReflectedResult, Description("d")] public static object Loop() => new Loop();
            [McpServerTool(Name = "broken"), ReflectedResult, Description("d")] public static object Broken() => new Broken();
            [McpServerTool(Name = "nan"), ReflectedResult, Description("d")] public static object NaN() => double.NaN;
            [McpServerTool(Name = "type"), ReflectedResult, Description("d")] public static object Type() => typeof(string);
            [McpServerTool(Name = "large"), ReflectedResult, Description("d")] public static object Large(int size) => new { Text = new string('x', size) };
            [McpServerTool(Name = "endless"), ReflectedResult, Description("d")] public static object Endless() { static IEnumerable<int> All() { while (true) yield return 1; } return All(); }
            [McpServerTool(Name = "waits"), ReflectedResult, Description("d")] public static async Task<object> Waits(CancellationToken cancellation) { await Task.Delay(Timeout.Infinite, cancellation); return 1; }
        }
        """;

    private static readonly GeneratorRun s_run = GeneratorRun.Of(Source).AssertClean();

    private static readonly LoadedTools s_tools = LoadedTools.From(s_run);

    [Theory]
    [InlineData("anonymous", """{"id":1,"name":"a\u00E9","day":"Friday","items":[{"x":1.5}]}""")]
    [InlineData("later", """{"id":1}""")]
    [InlineData("tuple", """[1,"a",{"x":1}]""")]
    [InlineData("nothing", "")]
    [InlineData("text", "a \"b\"")]
    [InlineData("block", "block")]
    [InlineData("blocks", "12")]
    public async Task It_is_what_the_SDK_makes_of_it(string tool, string text)
    {
        Assert.Equal(text, await s_tools.AcceptAsync(tool, "{}"));
        Assert.Null((await s_tools.CallAsync(tool, "{}")).StructuredContent);
        Assert.Null(s_tools[tool].ProtocolTool.OutputSchema);
    }

    [Fact]
    public async Task A_result_of_ones_own_passes_unchanged() => Assert.True((await s_tools.CallAsync("own", "{}")).IsError);

    [Theory]
    [InlineData("loop")]
    [InlineData("broken")]
    [InlineData("nan")]
    [InlineData("type")]
    public async Task What_cannot_be_serialized_ends_in_the_fixed_error(string tool)
    {
        CallToolResult result = await s_tools.CallAsync(tool, "{}");

        Assert.True(result.IsError);
        Assert.Matches($"^{tool} failed\\. The server's log has the details under [0-9a-f]{{16}}\\.$", Assert.IsType<TextContentBlock>(Assert.Single(result.Content)).Text);
    }

    [Fact]
    public async Task It_has_the_largest_size_of_any_result()
    {
        await s_tools.AcceptAsync("large", """{"size":1989}""");

        Assert.StartsWith("The result of large is larger than 2000 bytes", await s_tools.TextAsync("large", """{"size":1990}"""), StringComparison.Ordinal);
        Assert.StartsWith("The result of endless is larger than 2000 bytes", await s_tools.TextAsync("endless", "{}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cancelled_call_is_cancelled()
    {
        using var cancellation = new CancellationTokenSource();
        Task<CallToolResult> call = s_tools.CallAsync("waits", "{}", cancellation.Token);
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
    }

    [Theory]
    [InlineData("System.Diagnostics.CodeAnalysis.RequiresUnreferencedCodeAttribute")]
    [InlineData("System.Diagnostics.CodeAnalysis.RequiresDynamicCodeAttribute")]
    public void What_the_wrapper_calls_says_that_trimming_breaks_it_and_nothing_hides_that(string attribute)
    {
        SyntaxTree wrappers = s_run.Output.SyntaxTrees.Single(static tree => tree.FilePath.EndsWith(".McpGen.g.cs", StringComparison.Ordinal));
        SemanticModel model = s_run.Output.GetSemanticModel(wrappers);
        ISymbol[] called = [.. wrappers.GetRoot().DescendantNodes().OfType<Microsoft.CodeAnalysis.CSharp.Syntax.InvocationExpressionSyntax>()
            .Select(call => model.GetSymbolInfo(call).Symbol!).Where(static symbol => symbol.Name == "Reflected")];

        Assert.Equal(15, called.Length);
        Assert.All(called, symbol => Assert.Contains(symbol.OriginalDefinition.GetAttributes(), one => one.AttributeClass!.ToDisplayString() == attribute));
        Assert.DoesNotContain("UnconditionalSuppressMessage", s_run.Wrappers, StringComparison.Ordinal);
    }
}
