using McpGen.Generator.Tests.Harness;

namespace McpGen.Generator.Tests.Diagnostics;

public sealed class MCPG0036_Unguarded
{
    private const string Id = "MCPG0036";

    private const string Path = "path, and nothing says which ones are meant; take a SandboxedPath with [AllowedPaths], or list the values with [AllowedValues]";
    private const string Url = "URL, and nothing says which ones are meant; take a GuardedUri with [AllowedHosts], or list the values with [AllowedValues]";

    private static readonly string s_broken = ToolSource.Taking("[MaxLength(9)] string [|path|]");

    [Theory]
    [InlineData("path", Path)]
    [InlineData("filePath", Path)]
    [InlineData("source_file", Path)]
    [InlineData("fileName", Path)]
    [InlineData("filename", Path)]
    [InlineData("outputDirectory", Path)]
    [InlineData("url", Url)]
    [InlineData("imageURL", Url)]
    [InlineData("callbackUri", Url)]
    public void A_text_that_reads_like_one_is_reported_and_wrapped(string name, string what) =>
        DiagnosticAssert.Reports(Id, ToolSource.Taking($"[MaxLength(9)] string [|{name}|]"), $"'{name}' reads like a {what}");

    [Theory]
    [InlineData("[MaxLength(3)] string[] [|paths|]", "paths", Path)]
    [InlineData("[MaxLength(3)] Dictionary<string, string> [|files|]", "files", Path)]
    [InlineData("Uri [|page|]", "page", Url)]
    [InlineData("Uri? [|page|] = null", "page", Url)]
    [InlineData("[RegularExpression(\"https:.*\")] Uri [|page|]", "page", Url)]
    [InlineData("[Url] string [|page|]", "page", Url)]
    [InlineData("[Format(StringFormat.Uri)] string [|page|]", "page", Url)]
    public void Whatever_holds_it_and_says_it_by_its_type_is_reported(string parameter, string name, string what) =>
        DiagnosticAssert.Reports(Id, ToolSource.Taking(parameter), $"'{name}' reads like a {what}");

    [Fact]
    public void A_member_is_reported_where_it_stands() =>
        DiagnosticAssert.Reports(Id, ToolSource.Taking("Request request", "public sealed record Request([MaxLength(9)] string [|TargetFolder|]);"), $"'TargetFolder' reads like a {Path}");

    [Theory]
    [InlineData("[MaxLength(9)] string name")]
    [InlineData("[MaxLength(9)] string profile")]
    [InlineData("[MaxLength(9)] string pathology")]
    [InlineData("[MaxLength(9)] string fileContent")]
    [InlineData("int file")]
    [InlineData("[AllowedValues(\"a\", \"b\")] string path")]
    [InlineData("[AllowedValues(\"https://a.example/\")] Uri page")]
    [InlineData("[RegularExpression(\"[a-z]{1,9}\")] string file")]
    [InlineData("[Format(StringFormat.Uuid)] string file")]
    [InlineData("[AllowedPaths(\"notes\", \"**\")] SandboxedPath path")]
    [InlineData("[AllowedHosts(\"a.example\")] GuardedUri url")]
    [InlineData("[AllowedHosts(\"a.example\")] Uri url")]
    [InlineData("[AllowedPaths(\"notes\", \"**\")] string path")]
    public void What_is_none_or_is_narrowed_is_not(string parameter) =>
        Assert.DoesNotContain(GeneratorRun.On(TestCompilation.Of(ToolSource.Taking(parameter))).Diagnostics, static diagnostic => diagnostic.Id == Id);

    [Fact]
    public void A_result_is_not() => Assert.DoesNotContain(
        DiagnosticAssert.IsClean(ToolSource.Taking("int id", "public sealed record Answer(Uri Page, string Path);").Replace("static string Run(int id) => \"\"", "static Answer Run(int id) => new(null!, \"\")", StringComparison.Ordinal)).Diagnostics,
        static diagnostic => diagnostic.Id == Id);

    [Theory]
    [MemberData(nameof(Silencers.All), MemberType = typeof(Silencers))]
    public void It_can_be_silenced(Silencer silencer) => DiagnosticAssert.IsSilencedBy(silencer, Id, s_broken);
}
