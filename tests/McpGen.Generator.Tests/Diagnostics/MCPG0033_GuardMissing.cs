namespace McpGen.Generator.Tests.Diagnostics;

public sealed class MCPG0033_GuardMissing
{
    private const string Id = "MCPG0033";

    private static readonly string s_broken = ToolSource.Taking("SandboxedPath [|value|]");

    private static string Message(string type, string attribute, string subject = "value") => $"'{subject}' is a {type} and nothing says what it may be; mark it [{attribute}]";

    [Theory]
    [InlineData("SandboxedPath [|value|]")]
    [InlineData("SandboxedPath? [|value|]")]
    [InlineData("SandboxedPath? [|value|] = null")]
    [InlineData("[Required] SandboxedPath? [|value|]")]
    [InlineData("[Argument] SandboxedPath [|value|]")]
    [InlineData("[MaxLength(3)] SandboxedPath[] [|value|]")]
    [InlineData("[MaxLength(3)] List<SandboxedPath?> [|value|]")]
    [InlineData("[MaxLength(3)] IReadOnlyList<SandboxedPath>? [|value|] = null")]
    [InlineData("[MaxLength(3)] Dictionary<string, SandboxedPath> [|value|]")]
    [InlineData("[MaxLength(3), Items(MaxLength = 3)] SandboxedPath[][] [|value|]")]
    public void A_path_without_a_guard_is_reported(string parameter) => DiagnosticAssert.Reports(Id, ToolSource.Taking(parameter), Message("SandboxedPath", "AllowedPaths"));

    [Theory]
    [InlineData("GuardedUri [|value|]")]
    [InlineData("GuardedUri? [|value|] = null")]
    [InlineData("[MaxLength(3)] GuardedUri[] [|value|]")]
    [InlineData("[MaxLength(3)] IDictionary<string, GuardedUri> [|value|]")]
    public void A_url_without_a_guard_is_reported(string parameter) => DiagnosticAssert.Reports(Id, ToolSource.Taking(parameter), Message("GuardedUri", "AllowedHosts"));

    [Theory]
    [InlineData("public sealed record Request(SandboxedPath [|File|]);")]
    [InlineData("public sealed record Request { public SandboxedPath? [|File|] { get; init; } }")]
    [InlineData("public sealed class Request { public required SandboxedPath [|File|] { get; set; } }")]
    [InlineData("public struct Request { public SandboxedPath [|File|] { get; set; } }")]
    [InlineData("public sealed class Request { [JsonInclude] public SandboxedPath? [|File|]; }")]
    [InlineData("public sealed record Inner(SandboxedPath [|File|]); public sealed record Request(Inner Inner);")]
    [InlineData("public sealed record Inner(SandboxedPath [|File|]); public sealed record Request([property: MaxLength(2)] Inner[] Inners);")]
    [InlineData("public sealed record Request<T>(T [|File|]); public sealed record Request2(Request<SandboxedPath> Inner);", "Request2")]
    [InlineData("[JsonPolymorphic(TypeDiscriminatorPropertyName = \"kind\"), JsonDerivedType(typeof(Request2), \"b\")] public abstract record Request; public sealed record Request2(SandboxedPath [|File|]) : Request;")]
    public void A_member_without_a_guard_is_reported_where_it_stands(string types, string type = "Request") =>
        DiagnosticAssert.Reports(Id, ToolSource.Taking(type + " request", types), Message("SandboxedPath", "AllowedPaths", "File"));

    [Fact]
    public void A_guard_on_another_parameter_or_tool_does_not_count() => DiagnosticAssert.Reports(Id, ToolSource.Holding("""
        [McpServerTool, Description("Runs.")] public static string Run([AllowedPaths("notes", "**")] SandboxedPath guarded, SandboxedPath [|value|]) => "";
        [McpServerTool, Description("Walks.")] public static string Walk([AllowedPaths("notes", "**")] SandboxedPath value) => "";
        """), Message("SandboxedPath", "AllowedPaths"));

    /// <summary>A contract or a class of another assembly is a service; these two are never looked for among the services.</summary>
    [Theory]
    [InlineData("IServiceProvider services, SandboxedPath [|value|]", "SandboxedPath", "AllowedPaths")]
    [InlineData("GuardedHttpClient http, GuardedUri [|value|]", "GuardedUri", "AllowedHosts")]
    public void It_is_an_argument_beside_services(string parameters, string type, string attribute) => DiagnosticAssert.Reports(Id, ToolSource.Taking(parameters), Message(type, attribute));

    [Theory]
    [MemberData(nameof(Silencers.All), MemberType = typeof(Silencers))]
    public void Nothing_silences_it(Silencer silencer) => DiagnosticAssert.StaysInSpiteOf(silencer, Id, s_broken);

    [Theory]
    [InlineData("[AllowedPaths(\"notes\", \"**\")] SandboxedPath value")]
    [InlineData("[AllowedPaths(\"notes\", \"**\")] SandboxedPath? value = null")]
    [InlineData("[AllowedPaths(\"notes\", \"**\"), MaxLength(3)] SandboxedPath[] value")]
    [InlineData("[AllowedPaths(\"notes\", \"**\"), MaxLength(3), Items(MaxLength = 2)] SandboxedPath[][] value")]
    [InlineData("[AllowedPaths(\"notes\", \"**\"), MaxLength(3)] Dictionary<string, SandboxedPath> value")]
    [InlineData("[AllowedPaths(\"notes\", \"**\"), MaxLength(3), Values(MaxLength = 2)] Dictionary<string, List<SandboxedPath>> value")]
    [InlineData("[AllowedHosts(\"a.example\")] GuardedUri value")]
    [InlineData("[AllowedHosts(\"a.example\"), MaxLength(3)] ICollection<GuardedUri> value")]
    public void A_guarded_value_is_clean(string parameter) => DiagnosticAssert.IsClean(ToolSource.Taking(parameter));

    [Fact]
    public void A_result_needs_no_guard() => DiagnosticAssert.IsClean(ToolSource.Holding("""
        [McpServerTool, Description("Lists.")] public static IReadOnlyList<SandboxedPath> List([AllowedPaths("notes", "**")] SandboxedPath folder) => folder.Enumerate();
        [McpServerTool(UseStructuredContent = true), Description("Echoes.")] public static Found Find([AllowedPaths("notes", "**")] SandboxedPath file, [AllowedHosts("a.example")] GuardedUri page) => new(file, page);
        """, "public sealed record Found(SandboxedPath File, GuardedUri? Page);"));
}
