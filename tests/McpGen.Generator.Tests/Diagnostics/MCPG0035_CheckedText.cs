namespace McpGen.Generator.Tests.Diagnostics;

public sealed class MCPG0035_CheckedText
{
    private const string Id = "MCPG0035";

    private const string Path = "a link can change what the path leads to; take a SandboxedPath";
    private const string Text = "whatever opens the text resolves its host again and may follow redirects; take a GuardedUri";
    private const string Link = "whatever opens the Uri resolves its host again and may follow redirects; take a GuardedUri";

    private static readonly string s_broken = ToolSource.Taking("[[|AllowedPaths(\"notes\", \"**\")|]] string value");

    [Theory]
    [InlineData("[[|AllowedPaths(\"notes\", \"**\")|]] string value", Path)]
    [InlineData("[[|AllowedPaths(\"notes\", \"**\", Access = PathAccess.Write)|]] string? value = null", Path)]
    [InlineData("[[|AllowedHosts(\"a.example\")|]] string value", Text)]
    [InlineData("[[|AllowedHosts(\"a.example\")|], MaxLength(3)] string[] value", Text)]
    [InlineData("[[|AllowedHosts(\"a.example\")|], MaxLength(3)] Dictionary<string, string?> value", Text)]
    [InlineData("[[|AllowedHosts(\"a.example\")|]] Uri value", Link)]
    [InlineData("[[|AllowedHosts(\"a.example\")|]] Uri? value = null", Link)]
    [InlineData("[[|AllowedHosts(\"a.example\")|], MaxLength(3)] List<Uri> value", Link)]
    public void A_guard_on_a_plain_type_is_reported_and_held(string parameter, string why) =>
        DiagnosticAssert.Reports(Id, ToolSource.Taking(parameter), $"'value' is checked when it is bound and not when it is used: {why}");

    [Theory]
    [InlineData("public sealed record Request([[|AllowedHosts(\"a.example\")|]] string Page);", "text")]
    [InlineData("public sealed record Request([property: [|AllowedHosts(\"a.example\")|]] Uri Page);", "Uri")]
    [InlineData("public sealed class Request { [[|AllowedHosts(\"a.example\")|]] public required Uri Page { get; set; } }", "Uri")]
    public void A_guard_on_a_plain_member_is_reported_where_it_stands(string types, string what) => DiagnosticAssert.Reports(
        Id, ToolSource.Taking("Request request", types), $"'Page' is checked when it is bound and not when it is used: whatever opens the {what} resolves its host again and may follow redirects; take a GuardedUri");

    [Theory]
    [MemberData(nameof(Silencers.All), MemberType = typeof(Silencers))]
    public void It_can_be_silenced(Silencer silencer) => DiagnosticAssert.IsSilencedBy(silencer, Id, s_broken);

    [Theory]
    [InlineData("[AllowedPaths(\"notes\", \"**\")] SandboxedPath value")]
    [InlineData("[AllowedHosts(\"a.example\")] GuardedUri value")]
    [InlineData("[CommandArgument] string value")]
    [InlineData("[Identifier] string value")]
    [InlineData("[PlainText] string value")]
    public void A_guard_that_is_whole_when_it_is_used_is_clean(string parameter) => DiagnosticAssert.IsClean(ToolSource.Taking(parameter));
}
