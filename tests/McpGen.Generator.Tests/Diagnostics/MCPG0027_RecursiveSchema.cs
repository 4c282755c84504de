namespace McpGen.Generator.Tests.Diagnostics;

public sealed class MCPG0027_RecursiveSchema
{
    private const string Id = "MCPG0027";

    private static readonly string s_broken = ToolSource.Taking("Node [|node|]", "public sealed record Node(int X, Node? Next);");

    private static string Message(string subject, string type) =>
        $"'{subject}' holds '{type}', which contains itself, so the schema has a $ref, which some clients cannot read; a flat list whose items name their parent needs none";

    [Theory]
    [InlineData("public sealed record Node(int X, Node? Next);", "Node [|node|]")]
    [InlineData("public sealed record Node(int X, [property: MaxLength(3)] Node[] Inner);", "[MaxLength(3)] Node[] [|node|]")]
    [InlineData("public sealed record Node(int X, [property: MaxLength(3), Keys(MaxLength = 9)] Dictionary<string, Node> Inner);", "Node [|node|]")]
    [InlineData("public sealed record Node(Other? Other); public sealed record Other(Node? Node);", "Node [|node|]")]
    public void A_type_that_contains_itself_is_reported_and_wrapped(string types, string parameter) =>
        DiagnosticAssert.Reports(Id, ToolSource.Taking(parameter, types), Message("node", "Node"));

    [Theory]
    [InlineData("public sealed record Node(int X, Node Next);")]
    [InlineData("public sealed record Node([property: MinLength(1)] Node[] Inner);")]
    [InlineData("public sealed record Node(Other Other); public sealed record Other(Node Node);")]
    public void One_that_can_never_end_has_no_values(string types) => DiagnosticAssert.Reports(
        "MCPG0014", ToolSource.Taking("Node [|node|]", types), "The limits on 'node' exclude every value: every 'Node' needs another inside it");

    [Theory]
    [MemberData(nameof(Silencers.All), MemberType = typeof(Silencers))]
    public void It_can_be_silenced(Silencer silencer) => DiagnosticAssert.IsSilencedBy(silencer, Id, s_broken);

    [Theory]
    [InlineData("public sealed record Node(int X, Leaf A, Leaf B); public sealed record Leaf(int Y);")]
    public void A_type_that_is_used_twice_is_clean(string types) => Assert.Empty(DiagnosticAssert.IsClean(ToolSource.Taking("Node node", types)).Diagnostics);
}
