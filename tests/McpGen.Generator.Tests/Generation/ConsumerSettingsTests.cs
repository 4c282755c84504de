using McpGen.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace McpGen.Generator.Tests.Generation;

/// <summary>The generated code compiles in every project it can find itself in.</summary>
public sealed class ConsumerSettingsTests
{
    private const string Source = """
        public sealed record Filter(int Least, [MinLength(1)] string[]? Tags = null) { public int Most { get; init; } = 9; }

        public interface IStore;

        [McpServerToolType, PublicTool]
        public sealed partial class StoreTools(IStore? store = null) : IAsyncDisposable
        {
            public ValueTask DisposeAsync() => default;

            [McpServerTool, Description("Finds.")]
            public async Task<string> FindAsync([RegularExpression("[a-z]+")] string query, Filter? filter = null, DayOfWeek day = DayOfWeek.Friday, decimal price = 0.5m, CancellationToken cancellation = default)
            {
                await Task.Yield();
                return $"{query} {filter?.Most} {day} {price} {store is null}";
            }
        }
        """;

    [Theory]
    [InlineData(LanguageVersion.CSharp12)]
    [InlineData(LanguageVersion.CSharp13)]
    [InlineData((LanguageVersion)1400)]
    [InlineData(LanguageVersion.Preview)]
    public async Task Every_language_version_since_12_compiles_it(LanguageVersion language)
    {
        if (language != LanguageVersion.Preview && !Enum.IsDefined(language))
        {
            // The compiler of this test is older than the version; Preview stands for it.
            language = LanguageVersion.Preview;
        }

        LoadedTools tools = LoadedTools.From(GeneratorRun.On(TestCompilation.With(TestCompilation.ParseOptions(language: language), Source)).AssertClean());

        Assert.Equal("abc 9 Friday 0.5 True", await tools.AcceptAsync("find", """{"query":"abc","filter":{"least":1}}"""));
    }

    [Theory]
    [InlineData(NullableContextOptions.Disable)]
    [InlineData(NullableContextOptions.Annotations)]
    [InlineData(NullableContextOptions.Warnings)]
    public async Task A_project_without_nullable_references_compiles_it(NullableContextOptions nullable)
    {
        string source = Source.Replace("string[]?", "string[]", StringComparison.Ordinal).Replace("Filter?", "Filter", StringComparison.Ordinal).Replace("IStore?", "IStore", StringComparison.Ordinal);
        CSharpCompilation compilation = TestCompilation.Of(source);

        LoadedTools tools = LoadedTools.From(GeneratorRun.On(compilation.WithOptions(compilation.Options.WithNullableContextOptions(nullable))).AssertClean());

        Assert.Equal("abc 9 Friday 0.5 True", await tools.AcceptAsync("find", """{"query":"abc","filter":{"least":1}}"""));
        Assert.EndsWith("/query: is required", await tools.RefuseAsync("find", "{}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_service_that_is_not_nullable_may_have_null_as_its_default()
    {
        LoadedTools tools = LoadedTools.Of("""
            public interface IStore;

            [McpServerToolType, PublicTool]
            public sealed partial class Tools(IStore first = null!)
            {
                [McpServerTool, Description("d")] public string Missing(IStore second = null!) => $"{first is null} {second is null}";
            }
            """);

        Assert.Equal("True True", await tools.AcceptAsync("missing", "{}"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Arithmetic_may_be_checked_or_not(bool isChecked)
    {
        CSharpCompilation compilation = TestCompilation.Of(Source);

        LoadedTools tools = LoadedTools.From(GeneratorRun.On(compilation.WithOptions(compilation.Options.WithOverflowChecks(isChecked))).AssertClean());

        await tools.AcceptAsync("find", """{"query":"abc"}""");
    }

    [Fact]
    public async Task Types_of_the_projects_own_that_are_named_like_the_frameworks_are_in_nobodys_way()
    {
        LoadedTools tools = LoadedTools.Of("""
            namespace Shop.System { public sealed class Int32; public static class Text; public static class Threading; }

            namespace Shop.McpGen { public sealed class Validation; public static class Invocation; public static class Authorization; }

            namespace Shop.Microsoft { public static class Extensions; }

            namespace Shop.ModelContextProtocol { public static class Protocol; }

            namespace Shop
            {
                public sealed class Task;
                public sealed class ValueTask;
                public sealed class CallToolResult;
                public sealed class JsonElement;
                public sealed class String;
                public sealed class CancellationToken;
                public sealed record Point(int X) { public int Y { get; init; } = 3; }

                [global::ModelContextProtocol.Server.McpServerToolType, global::McpGen.PublicTool]
                public static partial class Tools
                {
                    public sealed class System;
                    public sealed class McpGen;
                    public sealed class HardenedTool;
                    public sealed class ArgumentReader;

                    [global::ModelContextProtocol.Server.McpServerTool, Description("Adds.")]
                    public static async global::System.Threading.Tasks.Task<int> Add(Point point, int[] more, global::System.Threading.CancellationToken cancellation)
                    {
                        await global::System.Threading.Tasks.Task.Yield();
                        return point.X + point.Y + more.Length;
                    }
                }
            }
            """);

        Assert.Equal("6", await tools.AcceptAsync("add", """{"point":{"x":1},"more":[0,0]}"""));
    }

    [Fact]
    public void Members_of_the_tool_class_that_are_named_like_generated_ones_are_in_nobodys_way() => LoadedTools.Of("""
        [McpServerToolType, PublicTool]
        public static partial class Tools
        {
            [McpServerTool, Description("d")] public static string Create(int call) => "";
            [McpServerTool, Description("d")] public static string CreateAccess(int reader) => "";
            [McpServerTool, Description("d")] public static string CreateMembers(CreateMembers2 value) => "";
            [McpServerTool, Description("d")] public static string ReadPoint(Point point) => "";
            public sealed record Point(int X);
            public sealed record CreateMembers2(int Value, int HasValue, int? Has = null);
        }
        """);

    [Fact]
    public async Task Members_that_are_named_like_generated_locals_are_in_nobodys_way()
    {
        LoadedTools tools = EchoTools.Load(
            "public sealed class Marks { public int? hasOther { get; set; } = 1; public int? Other { get; set; } = 2; public int? other_2 { get; set; } = 4; }",
            ("marks", "Marks value"));

        await tools.BindsAsync("marks", """{"other":5}""", """{"hasOther":1,"Other":5,"other_2":4}""");
    }

    [Fact]
    public void Generated_code_needs_no_using_of_the_project()
    {
        GeneratorRun run = GeneratorRun.Of(Source).AssertClean();

        Assert.DoesNotContain("\nusing ", run.Wrappers + run.File("McpGen.Registration.g.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public void Obsolete_and_experimental_members_are_used_as_they_are() => LoadedTools.Of("""
        #pragma warning disable CS0612, CS0618
        [Obsolete("old")] public enum Old { [Obsolete] One }

        [Obsolete("old")]
        public sealed record OldRecord(Old Kind) { [Obsolete] public int Number { get; set; } = 1; }

        [McpServerToolType, PublicTool, Obsolete("old")]
        public static partial class OldTools
        {
            [McpServerTool, Description("d"), Obsolete("old")] public static Old Tool(OldRecord value, Old kind = Old.One) => kind;
        }
        """);
}
