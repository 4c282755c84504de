using McpGen.Generator.Tests.Harness;

namespace McpGen.Generator.Tests.Snapshots;

/// <summary>The whole text of a few generated files, one per shape of output. Each is compiled, loaded and called too.</summary>
public sealed partial class SnapshotTests
{
    [Fact]
    public async Task Three_arguments_and_a_service()
    {
        LoadedTools tools = Match("""
            namespace Tracker;

            public enum IssueState { Open, [JsonStringEnumMemberName("in-progress")] InProgress, Closed }

            public interface IIssueStore { Task<string> SearchAsync(string query, int limit, IssueState? state, CancellationToken cancellation); }

            public sealed class IssueStore : IIssueStore
            {
                public Task<string> SearchAsync(string query, int limit, IssueState? state, CancellationToken cancellation) => Task.FromResult($"{query} {limit} {state}");
            }

            /// <summary>Issue tracker tools.</summary>
            [McpServerToolType, PublicTool]
            public sealed partial class IssueTools([Service] IssueStore store)
            {
                /// <summary>Searches issues by free text.</summary>
                /// <param name="query">Words to look for.</param>
                /// <param name="limit">How many issues to return.</param>
                [McpServerTool(ReadOnly = true)]
                public Task<string> SearchIssues(
                    [StringLength(200, MinimumLength = 1), RegularExpression("[a-z ]+")] string query,
                    [Range(1, 100)] int limit = 10,
                    IssueState? state = null,
                    CancellationToken cancellationToken = default) => store.SearchAsync(query, limit, state, cancellationToken);
            }
            """, "public static class OwnServices { public static void Add(IServiceCollection services) => services.AddSingleton<Tracker.IssueStore>(); }");

        Assert.Equal("crash 5 InProgress", await tools.AcceptAsync("search_issues", """{"query":"crash","limit":5,"state":"in-progress"}"""));
        Assert.Equal("crash 10 ", await tools.AcceptAsync("search_issues", """{"query":"crash"}"""));
        await tools.RefuseAsync("search_issues", """{"query":"","limit":0,"state":"open","x":1}""");
    }

    [Fact]
    public async Task Objects_and_collections()
    {
        LoadedTools tools = Match("""
            public sealed record Line([Length(1, 20)] string Sku, [Range(1, 99)] int Count, [Range(typeof(decimal), "0.01", "999.99"), MultipleOf(0.01)] decimal? Price = null)
            {
                public string Note { get; init; } = "none";
                public bool Gift { get; set; }
            }

            [McpServerToolType, PublicTool(AllowAnonymous = true), ToolDefaults(MaxItems = 10, MaxDepth = 8)]
            public static partial class OrderTools
            {
                [McpServerTool(Name = "order"), Description("Orders."), IgnoreArguments("toolCallId")]
                public static string Order(
                    [MinLength(1)] IReadOnlyList<Line> lines,
                    [UniqueItems, Items(MaxLength = 8)] List<string>? tags = null,
                    double[][]? grid = null,
                    [AnyJson] JsonElement? extra = null) => $"{lines[0].Note} {lines[0].Price} {tags?.Count} {grid?[0][0]} {extra?.ValueKind}";
            }
            """);

        Assert.Equal("none    ", await tools.AcceptAsync("order", """{"lines":[{"sku":"a","count":1,"gift":false}],"toolCallId":"x"}"""));
        Assert.Equal("n 0.01 1 1.5 Object", await tools.AcceptAsync("order", """{"lines":[{"sku":"a","count":1,"gift":true,"price":0.01,"note":"n"}],"tags":["t"],"grid":[[1.5]],"extra":{}}"""));
        await tools.RefuseAsync("order", """{"lines":[]}""");
    }

    [Fact]
    public async Task Results()
    {
        LoadedTools tools = Match("""
            public enum Priority { Low, [JsonStringEnumMemberName("very-high")] High }

            [Flags] public enum Rights { Read = 1, Write = 2, All = Read | Write }

            [JsonPolymorphic(TypeDiscriminatorPropertyName = "kind"), JsonDerivedType(typeof(Comment), "comment"), JsonDerivedType(typeof(Change), "change")]
            public abstract record Event(DateTimeOffset At);

            public sealed record Comment(DateTimeOffset At, [StringLength(100)] string Text) : Event(At);

            public sealed record Change(DateTimeOffset At, Priority From, Priority To) : Event(At);

            /// <param name="Number">The number everybody knows it by.</param>
            public sealed record Issue([Range(1, int.MaxValue)] int Number, string Title, Issue? Parent = null)
            {
                public required Priority? Priority { get; init; }
                public IReadOnlyList<Event> Events { get; init; } = [];
                [MaxLength(8), UniqueItems] public List<string> Labels { get; init; } = [];
                [Keys(MaxLength = 16)] public Dictionary<string, decimal?> Fields { get; init; } = [];
                [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] public int Votes { get; init; }
                [JsonInclude] private Rights Rights => Rights.All;
                [JsonIgnore] public string Secret => "secret words";
                public bool May(Rights rights) => (rights & ~Rights) == 0;
            }

            [McpServerToolType, PublicTool]
            public sealed partial class ResultTools
            {
                [McpServerTool(Name = "find", UseStructuredContent = true), Description("Finds.")]
                public async Task<Issue> Find(int number)
                {
                    await Task.Yield();
                    return new(number, "t", new(1, "p") { Priority = null }) { Priority = Priority.High, Events = [new Comment(default, "c")], Labels = ["a"], Fields = { ["x"] = null }, Votes = 2 };
                }

                [McpServerTool(Name = "list"), Description("Lists.")] public Issue[]? List(bool some) => some ? [] : null;
                [McpServerTool(Name = "count", UseStructuredContent = true), Description("Counts.")] public int? Count() => 3;
                [McpServerTool(Name = "word"), Description("Gives a word.")] [return: Format(StringFormat.Hostname)] public string Word() => "word";
                [McpServerTool(Name = "any"), ReflectedResult, Description("Gives anything.")] public object Any() => new { X = 1 };
            }
            """);

        Assert.Equal(
            """{"number":7,"title":"t","parent":{"number":1,"title":"p","priority":null,"events":[],"labels":[],"fields":{},"rights":["All"]},"priority":"very-high","events":[{"kind":"comment","at":"0001-01-01T00:00:00+00:00","text":"c"}],"labels":["a"],"fields":{"x":null},"votes":2,"rights":["All"]}""",
            await tools.AcceptAsync("find", """{"number":7}"""));
        Assert.Equal("[]", await tools.AcceptAsync("list", """{"some":true}"""));
        Assert.Equal("", await tools.AcceptAsync("list", """{"some":false}"""));
        Assert.Equal("""{"result":3}""", await tools.AcceptAsync("count", "{}"));
        Assert.Equal("word", await tools.AcceptAsync("word", "{}"));
        Assert.Equal("""{"x":1}""", await tools.AcceptAsync("any", "{}"));
    }

    [Fact]
    public async Task Disposal_and_metadata()
    {
        LoadedTools tools = Match("""
            public abstract class BaseTools { [McpServerTool(Name = "inherited"), Description("Inherited.")] public string Inherited() => "inherited"; }

            public partial class Outer
            {
                [McpServerToolType, PublicTool]
                internal sealed partial class FileTools : BaseTools, IAsyncDisposable
                {
                    public ValueTask DisposeAsync() => default;

                    [McpServerTool(Title = "Delete \"it\"", Destructive = true, OpenWorld = false), Description("Deletes."), McpMeta("risk", 0.9)]
                    [return: Description("nothing")]
                    public void Delete(string path, IProgress<ModelContextProtocol.ProgressNotificationValue> progress, IServiceProvider services) => progress.Report(new() { Progress = path.Length });
                }
            }
            """);

        Assert.Equal("inherited", await tools.AcceptAsync("inherited", "{}"));
        Assert.Equal("", await tools.AcceptAsync("delete", """{"path":"a"}"""));
        await tools.RefuseAsync("delete", """{"path":"a","progress":1}""");
    }

    [Fact]
    public void Every_committed_file_belongs_to_a_case() => Assert.All(
        Snapshot.Files(""),
        static file => Assert.NotNull(file.StartsWith(nameof(SnapshotTests) + ".", StringComparison.Ordinal) ? typeof(SnapshotTests).GetMethod(file[(nameof(SnapshotTests).Length + 1)..file.IndexOf('#', StringComparison.Ordinal)]) : null));

    private static LoadedTools Match(string source, string more = "", [System.Runtime.CompilerServices.CallerMemberName] string testCase = "")
    {
        GeneratorRun run = GeneratorRun.Of(more.Length == 0 ? [source] : [source, more]).AssertClean();
        Snapshot.Match(run, nameof(SnapshotTests), testCase);
        return LoadedTools.From(run);
    }
}
