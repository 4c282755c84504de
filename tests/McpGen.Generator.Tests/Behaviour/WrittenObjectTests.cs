using System.Text.Json.Nodes;
using McpGen.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace McpGen.Generator.Tests.Behaviour;

/// <summary>Records, classes, structs and contracts as results: which members there are, in which order, and when they are left out.</summary>
public sealed class WrittenObjectTests
{
    private const string Types = """
        public enum Color { Red, Green }

        public sealed record Issue(int Number, string Title, Color? Color = null)
        {
            [JsonPropertyName("by")] public string Author { get; init; } = "ann";
            public string Label => $"#{Number}";
            [JsonIgnore] public string Secret => "secret words";
            [JsonIgnore(Condition = JsonIgnoreCondition.WhenWriting)] public string ReadOnlyInput { get; set; } = "secret words";
            [JsonIgnore(Condition = JsonIgnoreCondition.WhenReading)] public int Written => 1;
            public static string Shared => "secret words";
            public string this[int index] => "secret words";
            public string Field = "secret words";
            [JsonInclude] public int Included = 2;
            internal string Internal => "secret words";
            [JsonInclude] internal int IncludedInternal => 3;
            [JsonInclude] private int IncludedPrivate => 4;
            [JsonInclude] private int includedField = 5;
            public string Unreadable { set { } }
            public string HalfReadable { private get; set; } = "secret words";
            public int Use() => includedField + IncludedPrivate;
        }

        public class Conditions
        {
            public string? Plain { get; set; }
            public int? PlainNumber { get; set; }
            public required string? Required { get; set; }
            [JsonRequired] public int? Marked { get; set; }
            [JsonIgnore(Condition = JsonIgnoreCondition.Never)] public Color? Never { get; set; }
            [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string Omitted { get; set; } = null!;
            [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public int? OmittedNumber { get; set; }
            [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] public int Zero { get; set; }
            [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] public string Nothing { get; set; } = null!;
            [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] public Color First { get; set; }
            [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] public int? Default { get; set; }
            [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] public Point Origin { get; set; }
        }

        public record struct Point(int X, int Y);

        public class Ordered
        {
            public int B { get; set; } = 1;
            [JsonPropertyOrder(1)] public int A { get; set; } = 2;
            [JsonPropertyOrder(-1)] public int Last { get; set; } = 3;
            public int C { get; set; } = 4;
        }

        public class Base
        {
            public int Id { get; set; } = 1;
            public virtual string Name { get; set; } = "base";
            [JsonIgnore] public virtual string Password { get; set; } = "secret words";
            public object Hidden { get; } = "secret words";
        }

        public class Derived : Base
        {
            public override string Name { set { } }
            public override string Password { get; set; } = "secret words";
            public new int Hidden { get; } = 2;
            public int Own { get; } = 3;
        }

        public interface INamed { string Name { get; } }

        public interface IAnimal : INamed, IDisposable { int Legs { get; } }

        public sealed class Dog : IAnimal { public string Name => "Rex"; public int Legs => 4; public string Secret => "secret words"; public void Dispose() { } }

        public abstract class Contract { public abstract int Value { get; } }

        public sealed class Contracted : Contract { public override int Value => 1; public string Secret => "secret words"; }

        public readonly struct Span { public int Start { get; init; } [JsonInclude] private int Length => 7; public int Use() => Length; }

        public sealed record Page<T>(T[] Items, T? Next, int Total) where T : class;

        [JsonPolymorphic(TypeDiscriminatorPropertyName = "kind"), JsonDerivedType(typeof(Circle), "circle"), JsonDerivedType(typeof(Square), "square"), JsonDerivedType(typeof(Ring), "ring")]
        public abstract record Shape { public string? Note { get; init; } }

        public record Circle(double Radius) : Shape;

        public sealed record Ring(double Inner) : Circle(2 * Inner);

        public sealed record Square(int Side) : Shape;

        public sealed record Tree(string Name, Tree? Left = null, IReadOnlyList<Tree>? Rest = null);

        public sealed record Loose(JsonElement Any, JsonNode Node, JsonElement? Maybe = null, JsonObject? Object = null, JsonArray? Array = null);

        public sealed record Empty;

        public sealed class @class { public int @int { get; } = 1; public int value { get; } = 2; public int? writer { get; } = 3; [JsonIgnore] public int? Value { get; } = 4; }
        """;

    private static readonly (string Name, string Type, string Code, string Json)[] s_cases =
    [
        ("issue", "Issue", "new Issue(1, \"t\")", """{"number":1,"title":"t","by":"ann","label":"#1","written":1,"included":2,"includedInternal":3,"includedPrivate":4,"includedField":5}"""),
        ("full_issue", "ValueTask<Issue>", "new(new Issue(1, \"t\", Color.Green))", """{"number":1,"title":"t","color":"Green","by":"ann","label":"#1","written":1,"included":2,"includedInternal":3,"includedPrivate":4,"includedField":5}"""),
        ("conditions", "Conditions", "new Conditions { Required = null }", """{"required":null,"marked":null,"never":null}"""),
        (
            "all_conditions", "Conditions",
            "new Conditions { Plain = \"\", PlainNumber = 0, Required = \"\", Marked = 0, Never = Color.Red, Omitted = \"\", OmittedNumber = 0, Zero = 1, Nothing = \"\", First = Color.Green, Default = 0, Origin = new(0, 1) }",
            """{"plain":"","plainNumber":0,"required":"","marked":0,"never":"Red","omitted":"","omittedNumber":0,"zero":1,"nothing":"","first":"Green","default":0,"origin":{"x":0,"y":1}}"""),
        ("ordered", "Ordered", "new Ordered()", """{"last":3,"b":1,"c":4,"a":2}"""),
        ("derived", "Derived", "new Derived()", """{"id":1,"name":"base","hidden":2,"own":3}"""),
        ("declared", "INamed", "new Dog()", """{"name":"Rex"}"""),
        ("contract", "IAnimal", "new Dog()", """{"name":"Rex","legs":4}"""),
        ("abstract", "Contract", "new Contracted()", """{"value":1}"""),
        ("struct", "Span", "new Span { Start = 6 }", """{"start":6,"length":7}"""),
        ("generic", "Page<Empty>", "new Page<Empty>(new[] { new Empty() }, null, 9)", """{"items":[{}],"total":9}"""),
        ("tree", "Tree", "new Tree(\"a\", new Tree(\"b\"), new[] { new Tree(\"c\", Rest: Array.Empty<Tree>()) })", """{"name":"a","left":{"name":"b"},"rest":[{"name":"c","rest":[]}]}"""),
        (
            "loose", "Loose", "new Loose(JsonDocument.Parse(\"[1,{\\\"a\\\":null}]\").RootElement, JsonValue.Create(\"\\u00e9\")!, Object: new JsonObject { [\"a\"] = 1, [\"b\"] = null }, Array: new JsonArray(1.5m, new JsonArray()))",
            """{"any":[1,{"a":null}],"node":"\u00E9","object":{"a":1,"b":null},"array":[1.5,[]]}"""),
        ("null_element", "Loose", "new Loose(JsonDocument.Parse(\"null\").RootElement, 1, JsonDocument.Parse(\"null\").RootElement)", """{"any":null,"node":1,"maybe":null}"""),
        ("keyword", "@class", "new @class()", """{"int":1,"value":2,"writer":3}"""),
        ("list", "List<Point>", "new List<Point> { new(1, 2) }", """[{"x":1,"y":2}]"""),
        ("circle", "Shape", "new Circle(1.5)", """{"kind":"circle","radius":1.5}"""),
        ("ring", "Shape", "new Ring(1)", """{"kind":"ring","radius":2,"inner":1}"""),
        ("shapes", "Shape[]", "new Shape[] { new Square(2) { Note = \"n\" }, new Circle(1) }", """[{"kind":"square","note":"n","side":2},{"kind":"circle","radius":1}]"""),
        ("nullable", "Empty?", "new Empty()", "{}"),
        ("nullable_struct", "Point?", "new Point(1, 2)", """{"x":1,"y":2}"""),
    ];

    private static readonly LoadedTools s_tools = ResultTools.Load(Types, [.. s_cases.Select(static one => (one.Name, one.Type, one.Code))]);

    public static TheoryData<string> Cases => [.. s_cases.Select(static one => one.Name)];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task An_object_is_written_with_the_members_it_declares(string name)
    {
        (_, string type, _, string json) = s_cases.Single(one => one.Name == name);
        bool isHeld = type is "Shape" or "Empty?" or "Point?" || json.StartsWith('[');

        await s_tools.ReturnsAsync(name, json, isObject: !isHeld);
    }

    [Fact]
    public void The_schema_of_a_record_lists_what_is_always_there_as_required() => AssertSchema("conditions", """
        {
            "type": "object",
            "properties": {
                "plain": { "type": "string" },
                "plainNumber": { "type": "integer", "minimum": -2147483648, "maximum": 2147483647 },
                "required": { "type": ["string", "null"] },
                "marked": { "type": ["integer", "null"], "minimum": -2147483648, "maximum": 2147483647 },
                "never": { "type": ["string", "null"], "enum": ["Red", "Green", null] },
                "omitted": { "type": "string" },
                "omittedNumber": { "type": "integer", "minimum": -2147483648, "maximum": 2147483647 },
                "zero": { "type": "integer", "minimum": -2147483648, "maximum": 2147483647 },
                "nothing": { "type": "string" },
                "first": { "type": "string", "enum": ["Red", "Green"] },
                "default": { "type": "integer", "minimum": -2147483648, "maximum": 2147483647 },
                "origin": {
                    "type": "object",
                    "properties": { "x": { "type": "integer", "minimum": -2147483648, "maximum": 2147483647 }, "y": { "type": "integer", "minimum": -2147483648, "maximum": 2147483647 } },
                    "required": ["x", "y"],
                    "additionalProperties": false
                }
            },
            "required": ["required", "marked", "never"],
            "additionalProperties": false
        }
        """);

    [Fact]
    public void The_schema_of_a_recursive_type_refers_to_itself() => AssertSchema("tree", """
        {
            "type": "object",
            "properties": {
                "name": { "type": "string" },
                "left": { "type": "object", "$ref": "#/$defs/Tree" },
                "rest": { "type": "array", "items": { "type": "object", "$ref": "#/$defs/Tree" } }
            },
            "required": ["name"],
            "additionalProperties": false,
            "$defs": {
                "Tree": {
                    "type": "object",
                    "properties": {
                        "name": { "type": "string" },
                        "left": { "type": "object", "$ref": "#/$defs/Tree" },
                        "rest": { "type": "array", "items": { "type": "object", "$ref": "#/$defs/Tree" } }
                    },
                    "required": ["name"],
                    "additionalProperties": false
                }
            }
        }
        """);

    [Fact]
    public void The_schema_of_a_polymorphic_type_is_held_by_an_object() => AssertSchema("circle", """
        {
            "type": "object",
            "properties": {
                "result": {
                    "type": "object",
                    "oneOf": [
                        { "type": "object", "properties": { "kind": { "type": "string", "const": "circle" }, "note": { "type": "string" }, "radius": { "type": "number" } }, "required": ["kind", "radius"], "additionalProperties": false },
                        { "type": "object", "properties": { "kind": { "type": "string", "const": "square" }, "note": { "type": "string" }, "side": { "type": "integer", "minimum": -2147483648, "maximum": 2147483647 } }, "required": ["kind", "side"], "additionalProperties": false },
                        { "type": "object", "properties": { "kind": { "type": "string", "const": "ring" }, "note": { "type": "string" }, "radius": { "type": "number" }, "inner": { "type": "number" } }, "required": ["kind", "radius", "inner"], "additionalProperties": false }
                    ]
                }
            },
            "required": ["result"],
            "additionalProperties": false
        }
        """);

    [Fact]
    public void A_result_that_may_be_null_is_a_member_that_may_be_absent() => AssertSchema("nullable", """
        { "type": "object", "properties": { "result": { "type": "object", "properties": {}, "additionalProperties": false } }, "additionalProperties": false }
        """);

    [Fact]
    public void Documentation_describes_the_members()
    {
        LoadedTools tools = LoadedTools.Of("""
            /// <param name="Number">The number.</param>
            public sealed record Issue(int Number, [property: Description("The title.")] string Title)
            {
                /// <summary>The label.</summary>
                public string Label => "";
            }

            [McpServerToolType, PublicTool]
            public static partial class Tools { [McpServerTool(Name = "find", UseStructuredContent = true), Description("d")] public static Issue Find() => new(1, ""); }
            """);

        Assert.Equal(
            ["The number.", "The title.", "The label."],
            tools.OutputSchema("find").GetProperty("properties").EnumerateObject().Select(static member => member.Value.GetProperty("description").GetString()));
    }

    [Theory]
    [InlineData(NullableContextOptions.Disable)]
    [InlineData(NullableContextOptions.Annotations)]
    [InlineData(NullableContextOptions.Warnings)]
    public async Task A_project_without_nullable_references_has_results_too(NullableContextOptions nullable)
    {
        CSharpCompilation compilation = TestCompilation.Of("""
            public sealed record Node(int Number, string Text, Node[] Inner, int? Maybe = null);

            [McpServerToolType, PublicTool]
            public static partial class Tools
            {
                [McpServerTool(UseStructuredContent = true), Description("d")] public static Node Find() => new(1, "a", new[] { new Node(2, "b", new Node[0], 3) });
                [McpServerTool, Description("d")] public static Dictionary<string, List<string>> Words() => new() { ["a"] = new() { "b" } };
                [McpServerTool, Description("d")] public static Node Missing() => null;
            }
            """);
        LoadedTools tools = LoadedTools.From(GeneratorRun.On(compilation.WithOptions(compilation.Options.WithNullableContextOptions(nullable).WithSpecificDiagnosticOptions(
            compilation.Options.SpecificDiagnosticOptions.SetItem("CS8603", ReportDiagnostic.Suppress)))).AssertClean());

        await tools.ReturnsStructuredAsync("find", """{"number":1,"text":"a","inner":[{"number":2,"text":"b","inner":[],"maybe":3}]}""");
        Assert.Equal("""{"a":["b"]}""", await tools.AcceptAsync("words", "{}"));
        await tools.FailsOnceAsync("missing", "The result must not be null.");
    }

    private static void AssertSchema(string name, string schema) =>
        Assert.Equal(JsonNode.Parse(schema)!.ToJsonString(), JsonNode.Parse(s_tools.OutputSchema(name + "_structured").GetRawText())!.ToJsonString());
}
