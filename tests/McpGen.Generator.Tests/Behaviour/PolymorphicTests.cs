using McpGen.Generator.Tests.Harness;

namespace McpGen.Generator.Tests.Behaviour;

/// <summary>Polymorphic and recursive types.</summary>
public sealed class PolymorphicTests
{
    private static readonly LoadedTools s_tools = EchoTools.Load(
        """
        [assembly: ToolDefaults(MaxDepth = 6)]

        [JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
        [JsonDerivedType(typeof(Circle), "circle")]
        [JsonDerivedType(typeof(Square), "a square")]
        [JsonDerivedType(typeof(Group), "group")]
        public interface IShape;

        public sealed record Circle([Range(1, 9)] int Radius) : IShape;

        public sealed class Square : IShape { public required int Side { get; init; } public bool Filled { get; init; } = true; }

        public sealed record Group([property: MaxLength(3)] IShape[] Members, Group? Twin = null) : IShape;

        [JsonPolymorphic(TypeDiscriminatorPropertyName = "type"), JsonDerivedType(typeof(Animal), "animal"), JsonDerivedType(typeof(Dog), "dog")]
        public record Animal(string Name);

        public sealed record Dog(string Name, int Age) : Animal(Name);

        public sealed record Node(int Id, Node? Next = null, [property: MaxLength(2)] Dictionary<string, Node>? More = null);

        public sealed record Page<T>(T Item, [property: MaxLength(2)] IReadOnlyList<T> Rest);
        """,
        ("shape", "IShape value"),
        ("shapes", "[MaxLength(2)] IShape?[] value"),
        ("optional", "IShape? value = null"),
        ("animal", "Animal value"),
        ("node", "Node value"),
        ("nodes", "[MaxLength(2)] Node?[] value"),
        ("page", "Page<Node> value"),
        ("pages", "Page<int> value"));

    [Theory]
    [InlineData("shape", "{\"kind\":\"circle\",\"radius\":2}", "{\"kind\":\"circle\",\"Radius\":2}")]
    [InlineData("shape", "{\"radius\":2,\"kind\":\"circle\"}", "{\"kind\":\"circle\",\"Radius\":2}")]
    [InlineData("shape", "{\"side\":3,\"\\u006bind\":\"\\u0061 square\"}", "{\"kind\":\"a square\",\"Side\":3,\"Filled\":true}")]
    [InlineData("shape", "{\"kind\":\"group\",\"members\":[{\"kind\":\"circle\",\"radius\":1}]}", "{\"kind\":\"group\",\"Members\":[{\"kind\":\"circle\",\"Radius\":1}],\"Twin\":null}")]
    [InlineData("shape", "{\"kind\":\"group\",\"members\":[],\"twin\":{\"members\":[]}}", "{\"kind\":\"group\",\"Members\":[],\"Twin\":{\"Members\":[],\"Twin\":null}}")]
    [InlineData("shapes", "[null,{\"kind\":\"circle\",\"radius\":1}]", "[null,{\"kind\":\"circle\",\"Radius\":1}]")]
    [InlineData("optional", "null", "null")]
    [InlineData("animal", "{\"type\":\"animal\",\"name\":\"Rex\"}", "{\"type\":\"animal\",\"Name\":\"Rex\"}")]
    [InlineData("animal", "{\"type\":\"dog\",\"name\":\"Rex\",\"age\":3}", "{\"type\":\"dog\",\"Age\":3,\"Name\":\"Rex\"}")]
    [InlineData("node", "{\"id\":1,\"next\":{\"id\":2}}", "{\"Id\":1,\"Next\":{\"Id\":2,\"Next\":null,\"More\":null},\"More\":null}")]
    [InlineData("node", "{\"id\":1,\"more\":{\"a\":{\"id\":2}}}", "{\"Id\":1,\"Next\":null,\"More\":{\"a\":{\"Id\":2,\"Next\":null,\"More\":null}}}")]
    [InlineData("nodes", "[null]", "[null]")]
    [InlineData("pages", "{\"item\":1,\"rest\":[2]}", "{\"Item\":1,\"Rest\":[2]}")]
    public async Task A_case_is_bound_to_its_type(string tool, string json, string bound) => await s_tools.BindsAsync(tool, json, bound);

    [Theory]
    [InlineData("shape", "[]", "", "must be an object")]
    [InlineData("shape", "null", "", "must be an object")]
    [InlineData("shape", "{\"radius\":2}", "/kind", "is required")]
    [InlineData("shape", "{\"kind\":\"Circle\",\"radius\":2}", "/kind", "must be one of \"circle\", \"a square\", \"group\"")]
    [InlineData("shape", "{\"kind\":1,\"radius\":2}", "/kind", "must be one of \"circle\", \"a square\", \"group\"")]
    [InlineData("shape", "{\"kind\":null}", "/kind", "must be one of \"circle\", \"a square\", \"group\"")]
    [InlineData("shape", "{\"kind\":\"circle\",\"radius\":2,\"kind\":\"circle\"}", "/kind", "must not be repeated")]
    [InlineData("shape", "{\"kind\":\"circle\",\"radius\":2,\"\\u006bind\":\"group\"}", "/kind", "must not be repeated")]
    [InlineData("shape", "{\"kind\":\"circle\",\"radius\":0}", "/radius", "must be an integer from 1 to 9")]
    [InlineData("shape", "{\"kind\":\"circle\",\"radius\":1,\"side\":1}", "/side", "unknown argument")]
    [InlineData("shape", "{\"$type\":\"circle\",\"kind\":\"circle\",\"radius\":1}", "/$type", "unknown argument")]
    [InlineData("shape", "{\"kind\":\"group\",\"members\":[{\"kind\":\"circle\"}]}", "/members/0/radius", "is required")]
    [InlineData("shape", "{\"kind\":\"group\",\"members\":[],\"twin\":{\"kind\":\"group\",\"members\":[]}}", "/twin/kind", "unknown argument")]
    [InlineData("animal", "{\"type\":\"animal\",\"name\":\"Rex\",\"age\":3}", "/age", "unknown argument")]
    [InlineData("node", "{\"id\":1,\"next\":{\"id\":\"x\"}}", "/next/id", "must be an integer from -2147483648 to 2147483647")]
    public async Task Anything_but_a_declared_case_is_refused(string tool, string json, string under, string expected) => await s_tools.RefusesAsync(tool, json, expected, under);

    [Fact]
    public async Task The_depth_of_a_recursive_type_is_bounded()
    {
        static string Nested(int levels) => levels == 0 ? """{"id":0}""" : $$"""{"id":0,"next":{{Nested(levels - 1)}}}""";

        await s_tools.AcceptAsync("node", $$"""{"value":{{Nested(4)}}}""");
        await s_tools.RefusesAsync("node", Nested(5), "must not nest deeper than 6 levels in all", "/next/next/next/next/next");
        await s_tools.RefusesAsync("node", Nested(200), "must not nest deeper than 6 levels in all", "/next/next/next/next/next");
    }

    [Fact]
    public void The_schema_lists_the_cases() => SchemaAssert.IsArgument(s_tools, "animal", """
        {"type":"object","oneOf":[
            {"type":"object","properties":{"type":{"type":"string","const":"animal"},"name":{"type":"string","maxLength":4096}},"required":["type","name"],"additionalProperties":false},
            {"type":"object","properties":{"type":{"type":"string","const":"dog"},"name":{"type":"string","maxLength":4096},"age":{"type":"integer","minimum":-2147483648,"maximum":2147483647}},"required":["type","name","age"],"additionalProperties":false}]}
        """);

    [Fact]
    public void A_recursive_schema_refers_to_its_definition()
    {
        SchemaAssert.IsArgument(s_tools, "nodes", """{"type":"array","items":{"type":["object","null"],"anyOf":[{"type":"object","$ref":"#/$defs/Node"},{"type":"null"}]},"maxItems":2}""");
        string definition = s_tools["node"].ProtocolTool.InputSchema.GetProperty("$defs").GetProperty("Node").GetProperty("properties").GetProperty("next").GetRawText();
        Assert.Contains("#/$defs/Node", definition, StringComparison.Ordinal);
        Assert.Equal(["Group", "IShape"], s_tools["shape"].ProtocolTool.InputSchema.GetProperty("$defs").EnumerateObject().Select(static name => name.Name).Order());
    }
}
