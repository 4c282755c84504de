using McpGen.Generator.Tests.Harness;

namespace McpGen.Generator.Tests.Behaviour;

/// <summary>What the generator hands to the start-up check: every guard of a tool, by the way through its arguments that a caller takes.</summary>
public sealed class GuardStartTests : IDisposable
{
    private static readonly GeneratorRun s_run = GeneratorRun.Of("""
        using Microsoft.Extensions.Options;

        public sealed record Request([property: AllowedPaths("notes", "**/*.md"), JsonPropertyName("the-file")] SandboxedPath File, [property: AllowedHosts("10.0.0.1")] GuardedUri? Page = null);
        public sealed record Outer([property: MaxLength(3)] Request[] Requests, [property: MaxLength(3)] Dictionary<string, Request>? ByName = null);
        public sealed record Chain([AllowedPaths("notes", "*.md")] SandboxedPath File, Chain? Next = null);

        [JsonPolymorphic(TypeDiscriminatorPropertyName = "kind"), JsonDerivedType(typeof(FileTarget), "file"), JsonDerivedType(typeof(PageTarget), "page")]
        public abstract record Target;
        public sealed record FileTarget([property: AllowedPaths("notes", "**")] SandboxedPath File) : Target;
        public sealed record PageTarget([property: AllowedHosts("a.example")] GuardedUri Page) : Target;

        public sealed record Titled([property: PlainText] string Title);

        [McpServerToolType, PublicTool(AllowAnonymous = true)]
        public static partial class Tools
        {
            [McpServerTool, Description("d")] public static string None(int number, [MaxLength(9)] string text) => "";
            [McpServerTool, Description("d")] public static string Plain([AllowedPaths("notes", "**", Access = PathAccess.ReadWrite)] SandboxedPath? file = null, [AllowedHosts("a.example"), MaxLength(3)] GuardedUri[]? pages = null) => "";
            [McpServerTool, Description("d")] public static string Member(Request request) => "";
            [McpServerTool, Description("d")] public static string Nested(Outer outer) => "";
            [McpServerTool, Description("d")] public static string Recursive(Chain chain) => "";
            [McpServerTool, Description("d")] public static string Polymorphic(Target target) => "";
            [McpServerTool, Description("d")] public static Titled Result() => new("");
            [McpServerTool, Description("d")] public static string Text([PlainText, MaxLength(9)] string text, [Identifier] string name, [PlainText(Multiline = true), MaxLength(3), Items(MaxLength = 9)] string[]? lines = null) => "";
        }

        public static class Start
        {
            public static string Failure(Action<HardeningOptions> configure)
            {
                var services = new ServiceCollection();
                services.AddLogging();
                services.AddMcpServer().WithHardenedTools(configure);
                using var provider = services.BuildServiceProvider();
                try { _ = provider.GetRequiredService<IOptions<McpServerOptions>>().Value; return ""; }
                catch (OptionsValidationException exception) { return string.Join('\n', exception.Failures); }
            }
        }
        """).AssertClean();

    private readonly TemporaryRoot _root = new();
    private readonly LoadedTools _tools;

    public GuardStartTests() => _tools = LoadedTools.From(s_run, _root.Options);

    public void Dispose() => _root.Dispose();

    [Theory]
    [InlineData("none")]
    [InlineData("plain", "file PathGuard", "pages UrlGuard")]
    [InlineData("member", "request.the-file PathGuard", "request.page UrlGuard")]
    [InlineData("nested", "outer.requests.the-file PathGuard", "outer.requests.page UrlGuard", "outer.byName.the-file PathGuard", "outer.byName.page UrlGuard")]
    [InlineData("recursive", "chain.file PathGuard")]
    [InlineData("polymorphic", "target.file PathGuard", "target.page UrlGuard")]
    [InlineData("text", "text Pattern", "lines Pattern")]
    [InlineData("result", "the result Pattern")]
    public void Every_guard_is_listed_with_the_way_to_it(string tool, params string[] guards) =>
        Assert.Equal(guards, _tools[tool].Definition.Guards.Select(static use => $"{use.Argument ?? "the result"} {use.Guard.GetType().Name}"));

    [Fact]
    public void A_root_that_is_missing_stops_the_server_with_the_tools_and_arguments_that_want_it()
    {
        const string Unknown = "the root 'notes' is not in HardeningOptions.Roots. Add it there with its directory.";

        Assert.Equal(
            [
                $"Tool 'member' of Tools: argument 'request.the-file': {Unknown}",
                $"Tool 'nested' of Tools: argument 'outer.byName.the-file': {Unknown}",
                $"Tool 'nested' of Tools: argument 'outer.requests.the-file': {Unknown}",
                $"Tool 'plain' of Tools: argument 'file': {Unknown}",
                $"Tool 'polymorphic' of Tools: argument 'target.file': {Unknown}",
                $"Tool 'recursive' of Tools: argument 'chain.file': {Unknown}",
            ],
            Failures(static _ => { }).Where(static failure => failure.Contains("root", StringComparison.Ordinal)));
    }

    [Fact]
    public void What_else_a_guard_lacks_stops_the_server()
    {
        const string Address = "lists the address 10.0.0.1, which is neither public nor in one of its networks.";

        Assert.Equal(
            [
                $"Tool 'member' of Tools: argument 'request.page': {Address}",
                $"Tool 'nested' of Tools: argument 'outer.byName.page': {Address}",
                $"Tool 'nested' of Tools: argument 'outer.requests.page': {Address}",
                "Tool 'plain' of Tools: argument 'file': it has the access ReadWrite, and the root 'notes' grants Read. Ask for less, or grant more in HardeningOptions.Roots.",
            ],
            Failures(options => options.Roots.Add("notes", _root.Path, PathAccess.Read)));
    }

    private string[] Failures(Action<HardeningOptions> configure) =>
        [.. ((string)_tools.Assembly.GetType("Start")!.GetMethod("Failure")!.Invoke(null, [configure])!).Split('\n').Order(StringComparer.Ordinal)];
}
