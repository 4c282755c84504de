using McpGen.Generator.Tests.Harness;

namespace McpGen.Generator.Tests.Diagnostics;

public sealed class MCPG0004_MethodNotSupported
{
    private const string Id = "MCPG0004";

    private const string Ordinary = "is no ordinary method; declare one that calls it";

    private const string Own = "asks for structured content but returns CallToolResult, which nothing holds to a schema; return the record itself";

    private const string Blocks = "asks for structured content but returns content blocks, which have none; return a record";

    private static readonly string s_broken = Holding("public static string [|Run|]<T>(int x) => \"\";");

    private static string Holding(string method) => ToolSource.Holding($"[McpServerTool, Description(\"Runs.\")] {method}");

    private static string Message(string method, string reason) => $"'{method}' cannot be wrapped because it {reason}";

    [Theory]
    [InlineData("public static string [|Run|]<T>(int x) => \"\";", "Tools.Run<T>(int)", "is generic; write one method per type")]
    [InlineData("public static string [|Run|](ref int x) => \"\";", "Tools.Run(ref int)", "has a ref, out or in parameter; take the value")]
    [InlineData("public static string [|Run|](in int x) => \"\";", "Tools.Run(in int)", "has a ref, out or in parameter; take the value")]
    [InlineData("public static string [|Run|](ref readonly int x) => \"\";", "Tools.Run(ref readonly int)", "has a ref, out or in parameter; take the value")]
    [InlineData("public static string [|Run|](out int x) { x = 1; return \"\"; }", "Tools.Run(out int)", "has a ref, out or in parameter; take the value")]
    [InlineData("public static ref int [|Run|](int[] x) => ref x[0];", "Tools.Run(int[])", "returns by reference; return the value")]
    [InlineData("public static ref readonly int [|Run|](int[] x) => ref x[0];", "Tools.Run(int[])", "returns by reference; return the value")]
    [InlineData("public static async void [|Run|]() => await Task.Yield();", "Tools.Run()", "is async void, so nobody could wait for it; return Task")]
    [InlineData("public static IAsyncEnumerable<string> [|Run|]() => null!;", "Tools.Run()", "returns IAsyncEnumerable, which cannot be written strictly; return Task of an array")]
    [InlineData("public static Tools operator [|+|](Tools a, Tools b) => a;", "Tools.operator +(Tools, Tools)", Ordinary)]
    [InlineData("~[|Tools|]() { }", "Tools.~Tools()", Ordinary)]
    public void A_method_that_cannot_be_called_strictly_is_reported(string method, string name, string reason) =>
        DiagnosticAssert.Reports(Id, Holding(method), Message(name, reason));

    [Fact]
    public void An_accessor_is_reported() =>
        DiagnosticAssert.Reports(Id, ToolSource.Holding("public string Name { [McpServerTool] [|get|] => \"\"; }"), Message("Tools.Name.get", Ordinary));

    [Fact]
    public void The_accessors_of_a_marked_event_are_reported() =>
        Assert.Equal([Id, Id], GeneratorRun.Of(ToolSource.Holding("[method: McpServerTool] public event Action E = static () => { }; void Raise() => E();")).Diagnostics.Select(static diagnostic => diagnostic.Id));

    [Fact]
    public void An_explicit_implementation_is_reported() => DiagnosticAssert.Reports(Id, """
        public interface ITools { string Run(); }
        [McpServerToolType, PublicTool] public partial class Tools : ITools { [McpServerTool] string ITools.[|Run|]() => ""; }
        """, Message("Tools.ITools.Run()", Ordinary));

    [Fact]
    public void An_inherited_method_out_of_reach_is_reported() => DiagnosticAssert.Reports(Id, """
        public abstract class Base { [McpServerTool] private string [|Run|]() => ""; }
        [McpServerToolType, PublicTool] public partial class Tools : Base;
        """, Message("Base.Run()", "is not accessible from the tool class; make it protected or internal"));

    [Fact]
    public void A_partial_method_without_a_body_is_reported() =>
        DiagnosticAssert.Reports(Id, Holding("partial void [|Run|]();"), Message("Tools.Run()", "is a partial method without a body"));

    [Theory]
    [InlineData("UseStructuredContent = true", "void", "asks for structured content but returns nothing; return a record")]
    [InlineData("UseStructuredContent = true", "Task", "asks for structured content but returns nothing; return a record")]
    [InlineData("OutputSchemaType = typeof(int)", "CallToolResult", Own)]
    [InlineData("UseStructuredContent = true", "Task<CallToolResult?>", Own)]
    [InlineData("UseStructuredContent = true", "ContentBlock", Blocks)]
    [InlineData("UseStructuredContent = true", "List<TextContentBlock>", Blocks)]
    [InlineData("OutputSchemaType = typeof(int)", "string", "declares the output schema of 'int' but returns 'string'; return 'int'")]
    [InlineData("UseStructuredContent = false, OutputSchemaType = typeof(int[])", "List<int>?", "declares the output schema of 'int[]' but returns 'System.Collections.Generic.List<int>'; return 'int[]'")]
    public void Structured_content_that_no_type_declares_is_reported(string properties, string type, string reason) => DiagnosticAssert.Reports(
        Id, ToolSource.Holding($"[McpServerTool({properties}), Description(\"Runs.\")] public static {type} [|Run|]() => throw new NotSupportedException();"),
        Message("Tools.Run()", reason));

    [Theory]
    [InlineData("(UseStructuredContent = true)", "object", "is marked [ReflectedResult] and asks for structured content, which needs a declared type; return a record without [ReflectedResult]")]
    [InlineData("(OutputSchemaType = typeof(int))", "int", "is marked [ReflectedResult] and asks for structured content, which needs a declared type; return a record without [ReflectedResult]")]
    [InlineData("", "void", "is marked [ReflectedResult] but returns nothing; remove it")]
    [InlineData("", "ValueTask", "is marked [ReflectedResult] but returns nothing; remove it")]
    public void A_reflected_result_that_cannot_be_is_reported(string properties, string type, string reason) => DiagnosticAssert.Reports(
        Id, ToolSource.Holding($"[McpServerTool{properties}, ReflectedResult, Description(\"Runs.\")] public static {type} [|Run|]() => throw new NotSupportedException();"),
        Message("Tools.Run()", reason));

    [Theory]
    [MemberData(nameof(Silencers.All), MemberType = typeof(Silencers))]
    public void Nothing_silences_it(Silencer silencer) => DiagnosticAssert.StaysInSpiteOf(silencer, Id, s_broken);

    [Theory]
    [InlineData("public static string Run(int x) => \"\";")]
    [InlineData("private string Run(int x) => \"\";")]
    [InlineData("public static async Task Run() => await Task.Yield();")]
    [InlineData("public static Task<string[]> Run() => Task.FromResult(Array.Empty<string>());")]
    [InlineData("public static partial string Run(int x); public static partial string Run(int x) => \"\";")]
    [InlineData("public static string Run(params bool[] flags) => \"\";")]
    public void A_method_that_can_be_called_is_wrapped(string method) => DiagnosticAssert.IsClean(Holding(method));

    [Fact]
    public void An_inherited_method_in_reach_is_wrapped() => DiagnosticAssert.IsClean("""
        public abstract class Base { [McpServerTool, Description("Runs.")] protected string Run() => ""; }
        [McpServerToolType, PublicTool] public partial class Tools : Base;
        """);
}
