namespace McpGen.Generator.Tests.Harness;

/// <summary>Tools that take paths in every place a path can stand in, over a few notes. Those that take text are warned of, and wanted so here.</summary>
public sealed class PathTools : IDisposable
{
    private const string Source = """
        public sealed record Request([property: AllowedPaths("notes", "**/*.md")] SandboxedPath File);
        public sealed record Outer(Request Request, [property: AllowedPaths("notes", "data/*"), MaxLength(2)] List<SandboxedPath?>? More = null);
        public sealed record Chain([AllowedPaths("notes", "**/*.md")] SandboxedPath File, Chain? Next = null);
        public readonly record struct Pair([AllowedPaths("notes", "**")] SandboxedPath First, [AllowedPaths("notes", "*.md")] SandboxedPath? Second = null);
        public sealed record Box<T>([property: AllowedPaths("notes", "**/*.md")] T Value);

        public sealed class Members([AllowedPaths("notes", "a.md")] SandboxedPath first)
        {
            public SandboxedPath First => first;
            [AllowedPaths("notes", "docs/*")] public required SandboxedPath Second { get; set; }
            [AllowedPaths("notes", "docs/**")] public SandboxedPath? Third { get; init; }
            [JsonInclude, AllowedPaths("notes", "data/*")] internal SandboxedPath? Fourth { get; private set; }
        }

        [JsonPolymorphic(TypeDiscriminatorPropertyName = "kind"), JsonDerivedType(typeof(FileTarget), "file"), JsonDerivedType(typeof(NumberTarget), "number")]
        public abstract record Target;
        public sealed record FileTarget([property: AllowedPaths("notes", "**/*.md")] SandboxedPath File) : Target;
        public sealed record NumberTarget(int Number) : Target;

        [McpServerToolType, PublicTool]
        public static partial class Tools
        {
            private static async Task<string> Contents(params SandboxedPath?[] files)
            {
                var contents = new List<string>();
                foreach (var file in files) contents.Add(file is null ? "-" : await file.ReadAllTextAsync());
                return string.Join(" ", contents);
            }

            [McpServerTool, Description("d")] public static Task<string> One([AllowedPaths("notes", "**/*.md")] SandboxedPath file) => Contents(file);
            [McpServerTool, Description("d")] public static Task<string> Maybe([AllowedPaths("notes", "**/*.md")] SandboxedPath? file = null) => Contents(file);
            [McpServerTool, Description("d")] public static Task<string> Several([AllowedPaths("notes", "*.md", "{docs,data}/**"), StringLength(12, MinimumLength = 4)] SandboxedPath file) => Contents(file);
            [McpServerTool, Description("d")] public static Task<string> Array([AllowedPaths("notes", "**/*.md"), MaxLength(3)] SandboxedPath[] files) => Contents(files);
            [McpServerTool, Description("d")] public static Task<string> Items([AllowedPaths("notes", "**/*.md"), MaxLength(3)] IReadOnlyList<SandboxedPath?> files) => Contents([.. files]);
            [McpServerTool, Description("d")] public static Task<string> Jagged([AllowedPaths("notes", "**/*.md"), MaxLength(3), Items(MaxLength = 3), Items(Level = 2, MaxLength = 7)] List<List<SandboxedPath>> files) => Contents([.. files[0]]);
            [McpServerTool, Description("d")] public static Task<string> Map([AllowedPaths("notes", "**/*.md"), MaxLength(3), Keys(MaxLength = 9)] Dictionary<string, SandboxedPath> files) => Contents([.. files.Values]);
            [McpServerTool, Description("d")] public static Task<string> Member(Request request) => Contents(request.File);
            [McpServerTool, Description("d")] public static Task<string> Nested(Outer outer) => Contents([outer.Request.File, .. outer.More ?? []]);
            [McpServerTool, Description("d")] public static Task<string> Recursive(Chain chain) => Contents(chain.File, chain.Next?.File, chain.Next?.Next?.File);
            [McpServerTool, Description("d")] public static Task<string> Struct(Pair pair) => Contents(pair.First, pair.Second);
            [McpServerTool, Description("d")] public static Task<string> Generic(Box<SandboxedPath> box) => Contents(box.Value);
            [McpServerTool, Description("d")] public static Task<string> Class(Members members) => Contents(members.First, members.Second, members.Third, members.Fourth);
            [McpServerTool, Description("d")] public static Task<string> Polymorphic(Target target) => Contents((target as FileTarget)?.File);
            [McpServerTool, Description("d")] public static Task<string> Hidden([AllowedPaths("notes", "**", Hidden = true)] SandboxedPath file) => Contents(file);
            [McpServerTool, Description("d")] public static Task<string> Unrevealed([AllowedPaths("notes", "docs/**", Reveal = false), Description("A document.")] SandboxedPath file) => Contents(file);
            [McpServerTool, Description("d")] public static async Task Write([AllowedPaths("notes", "**/*.md")] SandboxedPath file) => await file.WriteAllTextAsync("written");
            [McpServerTool, Description("d")] public static Task<string> ReadWritten([AllowedPaths("notes", "new/*.md", Access = PathAccess.Write)] SandboxedPath file) => Contents(file);
            [McpServerTool, Description("d")] public static async Task<string> Change([AllowedPaths("notes", "new/*.md", Access = PathAccess.ReadWrite)] SandboxedPath file) { await file.WriteAllTextAsync("written"); return await Contents(file); }
            [McpServerTool, Description("d")] public static async Task Denied([AllowedPaths("readable", "**/*.md")] SandboxedPath file) => await file.WriteAllTextAsync("written");

            [McpServerTool, Description("d")] public static string Full([AllowedPaths("notes", "**/*.md")] string file) => file;
            [McpServerTool, Description("d")] public static string MaybeFull([AllowedPaths("notes", "**", Access = PathAccess.Write), MaxLength(9)] string? file = null) => file ?? "none";
            [McpServerTool, Description("d")] public static string ObliviousFull([AllowedPaths("notes", "**/*.md")] string file = null!) => file ?? "none";
            [McpServerTool, Description("d")] public static string UnrevealedFull([AllowedPaths("notes", "**/*.md", Reveal = false)] string file) => file;
            [McpServerTool, Description("d")] public static async Task<string> TwoFull([AllowedPaths("notes", "**/*.md")] string one, [AllowedPaths("notes", "data/*")] string two) { await Task.Yield(); return one + " " + two; }
        }
        """;

    public PathTools()
    {
        Root.Add("a.md", "one").Add("docs/b.md", "two").Add("docs/deep/c.md", "three").Add("data/x.csv", "csv").Add(".hidden.md", "hidden").Add("docs/.git/config.md", "config")
            .Link("inside.md", "docs/b.md").Link("around.md", "data/x.csv").Link("out.md", "../outside/secret.md").Link("out", "../outside").Link("data/link", "../../outside");
        Root.Options.Roots.Add("readable", Root.Path, PathAccess.Read);
        Tools = LoadedTools.From(GeneratorRun.On(Diagnostics.DiagnosticAssert.Lenient(TestCompilation.Of(Source))), Root.Options);
    }

    internal TemporaryRoot Root { get; } = new();

    internal LoadedTools Tools { get; }

    public void Dispose() => Root.Dispose();
}
