using McpGen.Generator.Emission;
using McpGen.Generator.Tests.Harness;

namespace McpGen.Generator.Tests.Diagnostics;

public sealed class MCPG0034_GuardNotValid
{
    private const string Id = "MCPG0034";

    private const string NoHost = "is no host as it is compared: lower-case letters, digits and hyphens in labels, other letters as \"xn--\", without scheme, port and trailing dot";
    private const string NoAddress = "ends in a number and is not an IPv4 address in its usual form";
    private const string NoIPv6 = "is no IPv6 address as URLs have it, in the form of RFC 5952 and in brackets";
    private const string NoNetwork = "is no network in CIDR notation, such as 10.1.0.0/16";
    private const string NoClass = "there are no character classes and no escapes, write the names out in {a,b}";
    private const string NoName = "matches no name: an absolute path, '.', '..', an empty component, a ':' or a control character, a dot or a space at the end of a component and a Windows device are never names";

    private static readonly string s_broken = ToolSource.Taking("[[|AllowedHosts(\"*\")|]] GuardedUri value");

    private static string Message(string attribute, string what, string subject = "value") => $"[{attribute}] on '{subject}' {what}";

    private static string Literal(string text) => CSharp.Literal(text);

    [Theory]
    [InlineData("\"notes\"", "lists no pattern, so it allows nothing")]
    [InlineData("\"notes\", null!", "lists no pattern, so it allows nothing")]
    [InlineData("\"notes\", new string[0]", "lists no pattern, so it allows nothing")]
    [InlineData("\"notes\", \"a\", null!", "lists null")]
    [InlineData("null!, \"**\"", "has no name of a root: at most 64 ASCII letters, digits, '-' and '_'")]
    [InlineData("\"\", \"**\"", "has no name of a root: at most 64 ASCII letters, digits, '-' and '_'")]
    [InlineData("\"/srv/notes\", \"**\"", "has no name of a root: at most 64 ASCII letters, digits, '-' and '_'")]
    [InlineData("\"n\u00f6tes\", \"**\"", "has no name of a root: at most 64 ASCII letters, digits, '-' and '_'")]
    [InlineData("\"a234567890123456789012345678901234567890123456789012345678901234x\", \"**\"", "has no name of a root: at most 64 ASCII letters, digits, '-' and '_'")]
    [InlineData("\"notes\", \"**\", Access = PathAccess.None", "has an Access that is neither Read, Write nor ReadWrite")]
    [InlineData("\"notes\", \"**\", Access = (PathAccess)4", "has an Access that is neither Read, Write nor ReadWrite")]
    [InlineData("\"notes\", \"**\", Access = PathAccess.Read | (PathAccess)8", "has an Access that is neither Read, Write nor ReadWrite")]
    [InlineData("\"notes\", \"**\", Access = (PathAccess)(-1)", "has an Access that is neither Read, Write nor ReadWrite")]
    public void Paths_that_allow_nothing_or_have_no_root_are_reported(string arguments, string what) =>
        DiagnosticAssert.Reports(Id, ToolSource.Taking($"[[|AllowedPaths({arguments})|]] SandboxedPath value"), Message("AllowedPaths", what));

    [Theory]
    [InlineData("", "is empty; name the files that are allowed, as **/*.md does")]
    [InlineData("[a-z]*", "has '['; " + NoClass)]
    [InlineData("a]", "has ']'; " + NoClass)]
    [InlineData("a\\*", "has '\\'; " + NoClass)]
    [InlineData("{a,b", "has a '{' without its '}'")]
    [InlineData("a}", "has a '}' without its '{'")]
    [InlineData("a**", "has a '**' beside other characters; it stands alone between slashes")]
    [InlineData("**.md", "has a '**' beside other characters; it stands alone between slashes")]
    [InlineData("/etc/*", NoName)]
    [InlineData("../*", NoName)]
    [InlineData("a/./b", NoName)]
    [InlineData(".", NoName)]
    [InlineData("a//b", NoName)]
    [InlineData("a/", NoName)]
    [InlineData("c:/*", NoName)]
    [InlineData("a.", NoName)]
    [InlineData("nul.txt", NoName)]
    [InlineData("{a,../b}", NoName)]
    [InlineData("a\nb", NoName)]
    [InlineData("{a,b}{c,d}{e,f}{g,h}{i,j}{k,l}{m,n}", "comes to more than 64 alternatives when its braces are written out")]
    public void A_pattern_that_is_none_is_reported(string pattern, string objection) => DiagnosticAssert.Reports(
        Id, ToolSource.Taking($"[[|AllowedPaths(\"notes\", \"fine\", {Literal(pattern)})|]] SandboxedPath value"), Message("AllowedPaths", $"lists {Literal(pattern)}, which {objection}"));

    [Fact]
    public void A_pattern_with_half_a_surrogate_pair_is_reported() =>
        DiagnosticAssert.Reports(Id, ToolSource.Taking("[[|AllowedPaths(\"notes\", \"a\\ud800\")|]] SandboxedPath value"), Message("AllowedPaths", $"lists \"a\\ud800\", which {NoName}"));

    [Theory]
    [InlineData("", "lists no host, so it allows nothing")]
    [InlineData("null!", "lists no host, so it allows nothing")]
    [InlineData("new string[0]", "lists no host, so it allows nothing")]
    [InlineData("\"a.example\", null!", "lists null")]
    [InlineData("\"a.example\", Schemes = new string[0]", "lists no scheme, so it allows nothing; leave Schemes out for https alone")]
    [InlineData("\"a.example\", Schemes = null!", "lists no scheme, so it allows nothing; leave Schemes out for https alone")]
    [InlineData("\"a.example\", Schemes = new string[] { null! }", "lists null")]
    [InlineData("\"a.example\", Ports = new int[0]", "lists no port, so it allows nothing; leave Ports out for the scheme's own")]
    [InlineData("\"a.example\", Ports = null!", "lists no port, so it allows nothing; leave Ports out for the scheme's own")]
    [InlineData("\"a.example\", Ports = [0]", "lists the port 0, which is no port: they are from 1 to 65535")]
    [InlineData("\"a.example\", Ports = [443, 65536]", "lists the port 65536, which is no port: they are from 1 to 65535")]
    [InlineData("\"a.example\", Ports = [-1]", "lists the port -1, which is no port: they are from 1 to 65535")]
    [InlineData("\"a.example\", Networks = new string[] { null! }", "lists null")]
    public void Hosts_that_allow_nothing_are_reported(string arguments, string what) =>
        DiagnosticAssert.Reports(Id, ToolSource.Taking($"[[|AllowedHosts({arguments})|]] GuardedUri value"), Message("AllowedHosts", what));

    [Theory]
    [InlineData("*", "allows every host")]
    [InlineData("*.com", "allows every name below a whole top-level domain")]
    [InlineData("*.*.example.com", "has a wildcard that is not the whole of its first label")]
    [InlineData("api-*.example.com", "has a wildcard that is not the whole of its first label")]
    [InlineData("a.*", "has a wildcard that is not the whole of its first label")]
    [InlineData("*.", "has a wildcard that is not the whole of its first label")]
    [InlineData("", NoHost)]
    [InlineData("API.example.com", NoHost)]
    [InlineData("api.example.com.", NoHost)]
    [InlineData(".example.com", NoHost)]
    [InlineData("api..example.com", NoHost)]
    [InlineData("https://api.example.com", NoHost)]
    [InlineData("api.example.com:443", NoHost)]
    [InlineData("api.example.com/", NoHost)]
    [InlineData("user@api.example.com", NoHost)]
    [InlineData("api_1.example.com", NoHost)]
    [InlineData("-a.example", NoHost)]
    [InlineData(" api.example.com", NoHost)]
    [InlineData("\u00e4.example", NoHost)]
    [InlineData("127.0.0.\uff11", NoHost)]
    [InlineData("127.1", NoAddress)]
    [InlineData("0x7f.0.0.1", NoAddress)]
    [InlineData("127.0.0.0x1", NoAddress)]
    [InlineData("0177.0.0.1", NoAddress)]
    [InlineData("2130706433", NoAddress)]
    [InlineData("256.0.0.1", NoAddress)]
    [InlineData("*.0.0.1", NoAddress)]
    [InlineData("a.example.1", NoAddress)]
    [InlineData("::1", NoHost)]
    [InlineData("[::1", NoIPv6)]
    [InlineData("[0:0:0:0:0:0:0:1]", NoIPv6)]
    [InlineData("[2001:DB8::1]", NoIPv6)]
    [InlineData("[fe80::1%1]", NoIPv6)]
    [InlineData("[127.0.0.1]", NoIPv6)]
    [InlineData("*.[::1]", NoIPv6)]
    public void A_host_that_is_none_or_too_many_is_reported(string host, string objection) => DiagnosticAssert.Reports(
        Id, ToolSource.Taking($"[[|AllowedHosts(\"a.example\", {Literal(host)})|]] GuardedUri value"), Message("AllowedHosts", $"lists {Literal(host)}, which {objection}"));

    [Theory]
    [InlineData("HTTPS")]
    [InlineData("ftp")]
    [InlineData("file")]
    [InlineData("https:")]
    [InlineData("")]
    public void A_scheme_that_is_none_is_reported(string scheme) => DiagnosticAssert.Reports(
        Id, ToolSource.Taking($"[[|AllowedHosts(\"a.example\", Schemes = [\"https\", \"{scheme}\"])|]] GuardedUri value"), Message("AllowedHosts", $"lists \"{scheme}\", which is neither \"https\" nor \"http\""));

    [Theory]
    [InlineData("0.0.0.0/0", "is larger than any internal network")]
    [InlineData("10.0.0.0/7", "is larger than any internal network")]
    [InlineData("::/0", "is larger than any internal network")]
    [InlineData("10.1.0.1/16", "has bits set beyond its length")]
    [InlineData("fd00::1/8", "has bits set beyond its length")]
    [InlineData("10.1.0.0", NoNetwork)]
    [InlineData("10.1.0.0/", NoNetwork)]
    [InlineData("10.1.0.0/33", NoNetwork)]
    [InlineData("10.1.0.0/+16", NoNetwork)]
    [InlineData("10.1/16", NoNetwork)]
    [InlineData("010.1.0.0/16", NoNetwork)]
    [InlineData("a.example", NoNetwork)]
    [InlineData("", NoNetwork)]
    public void A_network_that_is_none_or_too_large_is_reported(string network, string objection) => DiagnosticAssert.Reports(
        Id, ToolSource.Taking($"[[|AllowedHosts(\"a.example\", Networks = [\"{network}\"])|]] GuardedUri value"), Message("AllowedHosts", $"lists \"{network}\", which {objection}"));

    [Fact]
    public void Everything_that_is_wrong_is_told_at_once()
    {
        GeneratorRun run = GeneratorRun.On(DiagnosticAssert.Lenient(TestCompilation.Of(ToolSource.Taking("[AllowedHosts(\"*\", \"*.com\", Schemes = [\"ftp\"], Ports = [0], Networks = [\"x\"])] GuardedUri value"))));

        Assert.Equal(Enumerable.Repeat(Id, 5), run.Diagnostics.Select(static diagnostic => diagnostic.Id));
        Assert.Empty(DiagnosticAssert.Wrappers(run));
    }

    [Theory]
    [InlineData("[[|AllowedHosts(\"*\")|], MaxLength(3)] GuardedUri[] value")]
    [InlineData("[[|AllowedHosts(\"*\")|], MaxLength(3)] Dictionary<string, GuardedUri> value")]
    [InlineData("[[|AllowedHosts(\"*\")|]] GuardedUri? value = null")]
    [InlineData("[[|AllowedHosts(\"*\")|]] Uri value")]
    [InlineData("[[|AllowedHosts(\"*\")|]] string value")]
    public void It_is_found_on_whatever_can_be_guarded(string parameter) => DiagnosticAssert.Reports(Id, ToolSource.Taking(parameter), Message("AllowedHosts", "lists \"*\", which allows every host"));

    [Fact]
    public void It_is_found_on_a_member() => DiagnosticAssert.Reports(
        Id, ToolSource.Taking("Request request", "public sealed record Request([property: [|AllowedPaths(\"notes\")|]] SandboxedPath File);"), Message("AllowedPaths", "lists no pattern, so it allows nothing", "File"));

    /// <summary>A full path is made once access is decided; inside of something it would have to be made before.</summary>
    [Theory]
    [InlineData("[[|AllowedPaths(\"notes\", \"**\")|], MaxLength(3)] string[] value", "value")]
    [InlineData("[[|AllowedPaths(\"notes\", \"**\")|], MaxLength(3)] List<string?> value", "value")]
    [InlineData("[[|AllowedPaths(\"notes\", \"**\")|], MaxLength(3)] Dictionary<string, string> value", "value")]
    [InlineData("Request request", "File", "public sealed record Request([[|AllowedPaths(\"notes\", \"**\")|]] string File);")]
    [InlineData("Request request", "File", "public sealed class Request { [[|AllowedPaths(\"notes\", \"**\")|]] public string? File { get; set; } }")]
    public void A_path_as_text_inside_of_something_is_reported(string parameter, string subject, string types = "") => DiagnosticAssert.Reports(
        Id, ToolSource.Taking(parameter, types), Message("AllowedPaths", "makes a full path of a string only where that is all of an argument; take a SandboxedPath", subject));

    [Theory]
    [InlineData("[[|Identifier(MaxLength = 0)|]] string value")]
    [InlineData("[[|Identifier(MaxLength = -1)|]] string? value = null")]
    [InlineData("[[|Identifier(MaxLength = 0)|], MaxLength(3)] string[] value")]
    public void An_identifier_without_a_character_is_reported(string parameter) =>
        DiagnosticAssert.Reports(Id, ToolSource.Taking(parameter), Message("Identifier", "has a MaxLength below 1, so it allows nothing"));

    [Theory]
    [MemberData(nameof(Silencers.All), MemberType = typeof(Silencers))]
    public void Nothing_silences_it(Silencer silencer) => DiagnosticAssert.StaysInSpiteOf(silencer, Id, s_broken);

    [Theory]
    [InlineData("AllowedPaths(\"notes\", \"**\")", "SandboxedPath", "new(\"notes\", \"**\");")]
    [InlineData("AllowedPaths(\"notes\", \"a/*.md\", \"{b,c}/**\", Access = PathAccess.Read | PathAccess.Write, Hidden = true, Reveal = false)", "SandboxedPath", "new(\"notes\", \"a/*.md\", \"{b,c}/**\") { Access = global::McpGen.PathAccess.ReadWrite, Hidden = true, Reveal = false };")]
    [InlineData("AllowedPaths(\"notes\", \"a\", Access = PathAccess.Read, Hidden = false, Reveal = true)", "SandboxedPath", "new(\"notes\", \"a\");")]
    [InlineData("AllowedPaths(\"notes\", \"a\", Access = (PathAccess)2)", "SandboxedPath", "new(\"notes\", \"a\") { Access = global::McpGen.PathAccess.Write };")]
    [InlineData("AllowedHosts(\"a.example\")", "GuardedUri", "new(\"a.example\");")]
    [InlineData("AllowedHosts(\"*.a.example\", \"xn--4ca.example\", \"8.8.8.8\", \"[2606:4700:4700::1111]\")", "GuardedUri", "new(\"*.a.example\", \"xn--4ca.example\", \"8.8.8.8\", \"[2606:4700:4700::1111]\");")]
    [InlineData("AllowedHosts(\"a.example\", Schemes = [\"https\", \"http\"], Ports = [1, 65535], Networks = [\"10.0.0.0/8\", \"fc00::/7\"], Reveal = false)", "GuardedUri", "new(\"a.example\") { Schemes = [\"https\", \"http\"], Ports = [1, 65535], Networks = [\"10.0.0.0/8\", \"fc00::/7\"], Reveal = false };")]
    [InlineData("AllowedHosts(\"a.example\", Networks = new string[0])", "GuardedUri", "new(\"a.example\");")]
    public void A_guard_is_made_of_what_was_written(string attribute, string type, string code) =>
        Assert.Contains(code, DiagnosticAssert.IsClean(ToolSource.Taking($"[{attribute}] {type} value")).Wrappers, StringComparison.Ordinal);
}
