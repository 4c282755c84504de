using McpGen.Generator.Tests.Harness;

namespace McpGen.Generator.Tests.Behaviour;

/// <summary>Records, classes and structs: which members there are, which must be there, and how they are filled.</summary>
public sealed class ObjectTests
{
    private const string Types = """
        public sealed record Point(int X, int Y = 7);

        public readonly record struct Size(int Width, [Range(1, 9)] int Height);

        public struct Cell { public int Row { get; set; } public int? Column { get; set; } }

        public sealed class Settable { public string Name { get; set; } = "initial"; public int Count { get; set; } public int? Maybe { get; set; } }

        public sealed class WithInit { public required string Name { get; init; } public string Kept { get; init; } = "kept"; public int? Maybe { get; init; } }

        public sealed class Ordinary { public Ordinary(string name, int count = 3) { Name = name; Count = count; } public string Name { get; } public int Count { get; } public string Extra { get; set; } = "none"; }

        public sealed class Primary(string name) { public string Name { get; } = name; public bool Flag { get; set; } = true; }

        public sealed class Chosen
        {
            public Chosen() { }
            [JsonConstructor] public Chosen(int number) => Number = number * 10;
            public int Number { get; }
        }

        public sealed class Included { [JsonInclude] public int Field = 4; [JsonInclude] public string Hidden { get; private set; } = "h"; [JsonInclude] internal int Inner { get; set; } = 5; }

        public class Base { public required int Id { get; init; } public string Note { get; set; } = "base"; }

        public sealed class Derived : Base { public int Own { get; set; } = 1; }

        public abstract record Shape(string Label);

        public sealed record Circle(string Label, [property: Range(0.5, 2)] double Radius) : Shape(Label);

        public sealed record Named([property: JsonPropertyName("the-name")] string Name, [property: JsonIgnore] int Secret = 42)
        {
            [JsonIgnore] public string Ignored { get; set; } = "untouched";
            [JsonRequired] public int? Must { get; set; }
        }

        public sealed record Limits([Range(1, 5)] int OnParameter, [property: MaxLength(2)] string OnProperty, [MinLength(1)][property: MaxLength(2)] string OnBoth);

        public sealed record Keywords(int @class, int @new, string @default = "d") { public int @event { get; set; } = 1; public int value { get; init; } = 2; public int members { get; set; } = 3; public int reader { get; set; } = 4; }

        public sealed record Nested(Point At, Point? Maybe = null, Point[]? Many = null);

        public sealed class Defaulted { [DefaultValue(5)] public int Count { get; set; } = 9; [DefaultValue("x")] public string Text { get; init; } = "y"; }

        public struct Initial { public Initial() { } public int Number { get; init; } = 6; }
        """;

    private static readonly LoadedTools s_tools = EchoTools.Load(
        Types,
        ("record", "Point value"),
        ("record_struct", "Size value"),
        ("struct", "Cell value"),
        ("settable", "Settable value"),
        ("init", "WithInit value"),
        ("ordinary", "Ordinary value"),
        ("primary", "Primary value"),
        ("chosen", "Chosen value"),
        ("included", "Included value"),
        ("derived", "Derived value"),
        ("circle", "Circle value"),
        ("named", "Named value"),
        ("limits", "Limits value"),
        ("keywords", "Keywords value"),
        ("nested", "Nested value"),
        ("defaulted", "Defaulted value"),
        ("initial", "Initial value"),
        ("nullable_struct", "Size? value = null"),
        ("list", "List<Point> value"));

    [Theory]
    [InlineData("record", """{"x":1,"y":2}""", """{"X":1,"Y":2}""")]
    [InlineData("record", """{"y":2,"x":1}""", """{"X":1,"Y":2}""")]
    [InlineData("record", """{"x":1}""", """{"X":1,"Y":7}""")]
    [InlineData("record", """{"x":1,"y":null}""", """{"X":1,"Y":7}""")]
    [InlineData("record", """{"\u0078":1}""", """{"X":1,"Y":7}""")]
    [InlineData("record_struct", """{"width":1,"height":2}""", """{"Width":1,"Height":2}""")]
    [InlineData("struct", """{"row":1,"column":2}""", """{"Row":1,"Column":2}""")]
    [InlineData("struct", """{"row":1}""", """{"Row":1,"Column":null}""")]
    [InlineData("settable", """{"count":1}""", """{"Name":"initial","Count":1,"Maybe":null}""")]
    [InlineData("settable", """{"count":1,"name":"n","maybe":3}""", """{"Name":"n","Count":1,"Maybe":3}""")]
    [InlineData("init", """{"name":"n"}""", """{"Name":"n","Kept":"kept","Maybe":null}""")]
    [InlineData("init", """{"name":"n","kept":"k","maybe":1}""", """{"Name":"n","Kept":"k","Maybe":1}""")]
    [InlineData("init", """{"name":"n","kept":null}""", """{"Name":"n","Kept":"kept","Maybe":null}""")]
    [InlineData("ordinary", """{"name":"n"}""", """{"Name":"n","Count":3,"Extra":"none"}""")]
    [InlineData("ordinary", """{"name":"n","count":4,"extra":"e"}""", """{"Name":"n","Count":4,"Extra":"e"}""")]
    [InlineData("primary", """{"name":"n"}""", """{"Name":"n","Flag":true}""")]
    [InlineData("primary", """{"name":"n","flag":false}""", """{"Name":"n","Flag":false}""")]
    [InlineData("chosen", """{"number":2}""", """{"Number":20}""")]
    [InlineData("included", "{}", """{"Hidden":"h","Inner":5,"Field":4}""")]
    [InlineData("included", """{"field":1,"hidden":"x","inner":2}""", """{"Hidden":"x","Inner":2,"Field":1}""")]
    [InlineData("derived", """{"id":1}""", """{"Own":1,"Id":1,"Note":"base"}""")]
    [InlineData("derived", """{"own":2,"id":1,"note":"n"}""", """{"Own":2,"Id":1,"Note":"n"}""")]
    [InlineData("circle", """{"label":"l","radius":0.5}""", """{"Radius":0.5,"Label":"l"}""")]
    [InlineData("named", """{"the-name":"n","must":1}""", """{"the-name":"n","Must":1}""")]
    [InlineData("named", """{"the-name":"n","must":null}""", """{"the-name":"n","Must":null}""")]
    [InlineData("keywords", """{"class":1,"new":2}""", """{"class":1,"new":2,"default":"d","event":1,"value":2,"members":3,"reader":4}""")]
    [InlineData("keywords", """{"class":1,"new":2,"default":"x","event":5,"value":6,"members":7,"reader":8}""", """{"class":1,"new":2,"default":"x","event":5,"value":6,"members":7,"reader":8}""")]
    [InlineData("nested", """{"at":{"x":1}}""", """{"At":{"X":1,"Y":7},"Maybe":null,"Many":null}""")]
    [InlineData("nested", """{"at":{"x":1},"maybe":{"x":2},"many":[{"x":3}]}""", """{"At":{"X":1,"Y":7},"Maybe":{"X":2,"Y":7},"Many":[{"X":3,"Y":7}]}""")]
    [InlineData("defaulted", "{}", """{"Count":5,"Text":"x"}""")]
    [InlineData("defaulted", """{"count":1,"text":"t"}""", """{"Count":1,"Text":"t"}""")]
    [InlineData("initial", "{}", """{"Number":6}""")]
    [InlineData("initial", """{"number":1}""", """{"Number":1}""")]
    [InlineData("nullable_struct", "null", "null")]
    [InlineData("nullable_struct", """{"width":1,"height":2}""", """{"Width":1,"Height":2}""")]
    [InlineData("list", """[{"x":1},{"x":2,"y":3}]""", """[{"X":1,"Y":7},{"X":2,"Y":3}]""")]
    public async Task Objects_are_bound(string tool, string json, string bound) => await s_tools.BindsAsync(tool, json, bound);

    [Theory]
    [InlineData("record", """{"y":1}""", "/x", "is required")]
    [InlineData("record", """{"x":null}""", "/x", "must be an integer from -2147483648 to 2147483647")]
    [InlineData("record", """{"X":1,"x":1}""", "/X", "unknown argument; did you mean \"x\"?")]
    [InlineData("record", """{"x":1,"z":1}""", "/z", "unknown argument; did you mean \"x\"?")]
    [InlineData("record", """{"x":1,"x":1}""", "/x", "must not be repeated")]
    [InlineData("record", """{"x":1,"y":null,"y":1}""", "/y", "must not be repeated")]
    [InlineData("record", "[]", "", "must be an object")]
    [InlineData("record", "\"{}\"", "", "must be an object")]
    [InlineData("record", "null", "", "must be an object")]
    [InlineData("record_struct", """{"width":1,"height":0}""", "/height", "must be an integer from 1 to 9")]
    [InlineData("struct", "{}", "/row", "is required")]
    [InlineData("settable", "{}", "/count", "is required")]
    [InlineData("init", "{}", "/name", "is required")]
    [InlineData("ordinary", "{}", "/name", "is required")]
    [InlineData("derived", """{"own":1}""", "/id", "is required")]
    [InlineData("circle", """{"label":"l","radius":2.5}""", "/radius", "must be a number from 0.5 to 2")]
    [InlineData("named", """{"the-name":"n"}""", "/must", "is required")]
    [InlineData("named", """{"the-name":"n","must":1,"secret":1}""", "/secret", "unknown argument")]
    [InlineData("named", """{"the-name":"n","must":1,"ignored":""}""", "/ignored", "unknown argument")]
    [InlineData("limits", """{"onParameter":6,"onProperty":"","onBoth":"a"}""", "/onParameter", "must be an integer from 1 to 5")]
    [InlineData("limits", """{"onParameter":1,"onProperty":"abc","onBoth":"a"}""", "/onProperty", "must be a string of at most 2 characters")]
    [InlineData("limits", """{"onParameter":1,"onProperty":"","onBoth":""}""", "/onBoth", "must be a string of 1 to 2 characters")]
    [InlineData("limits", """{"onParameter":1,"onProperty":"","onBoth":"abc"}""", "/onBoth", "must be a string of 1 to 2 characters")]
    [InlineData("nested", """{"at":{"x":1},"many":[{"x":1},{}]}""", "/many/1/x", "is required")]
    [InlineData("nested", """{"at":{"x":1,"deep":{}}}""", "/at/deep", "unknown argument")]
    [InlineData("list", """[{"x":1},null]""", "/1", "must be an object")]
    public async Task What_an_object_may_not_be_is_refused_at_its_place(string tool, string json, string under, string expected) =>
        await s_tools.RefusesAsync(tool, json, expected, under);

    [Fact]
    public async Task Seventy_members_are_each_seen_once_and_missed_when_absent()
    {
        string members = string.Join(", ", Enumerable.Range(0, 70).Select(static index => $"int M{index}"));
        LoadedTools tools = EchoTools.Load($"public sealed record Wide({members});", ("wide", "Wide value"));
        string[] given = [.. Enumerable.Range(0, 70).Select(static index => $"\"m{index}\":{index}")];

        Assert.Contains("\"M69\":69", await tools.AcceptAsync("wide", "{\"value\":{" + string.Join(",", given) + "}}"), StringComparison.Ordinal);
        await tools.RefusesAsync("wide", $"{{{string.Join(",", given[..69])}}}", "is required", under: "/m69");
        await tools.RefusesAsync("wide", $"{{{string.Join(",", given[1..])}}}", "is required", under: "/m0");
        await tools.RefusesAsync("wide", $"{{{string.Join(",", given)},\"m65\":1}}", "must not be repeated", under: "/m65");
    }

    [Fact]
    public async Task Private_types_nested_in_the_tool_class_are_bound()
    {
        LoadedTools tools = LoadedTools.Of("""
            [McpServerToolType, PublicTool]
            internal static partial class Hidden
            {
                private sealed record Filter(Kind Kind) { public int Least { get; init; } = 8; }
                private enum Kind { Plain }
                private struct Pair { public int Left { get; init; } public int Right { get; init; } }

                [McpServerTool, Description("Finds.")]
                private static string Find(Filter filter, Pair[] pairs) => $"{filter.Kind} {filter.Least} {pairs[0].Right}";
            }
            """);

        Assert.Equal("Plain 8 2", await tools.AcceptAsync("find", """{"filter":{"kind":"Plain"},"pairs":[{"left":1,"right":2}]}"""));
        Assert.Equal("Plain 1 2", await tools.AcceptAsync("find", """{"filter":{"kind":"Plain","least":1},"pairs":[{"left":1,"right":2}]}"""));
    }

    [Fact]
    public async Task A_default_on_the_property_of_a_positional_parameter_counts()
    {
        LoadedTools tools = EchoTools.Load(
            "public sealed record Paged([property: DefaultValue(20)] int Size, [DefaultValue(1)] int Page);",
            ("paged", "Paged value"));

        await tools.BindsAsync("paged", "{}", """{"Size":20,"Page":1}""");
    }

    [Fact]
    public async Task A_constructor_that_throws_ends_in_the_fixed_error()
    {
        LoadedTools tools = EchoTools.Load(
            "public sealed class Picky { public Picky(int number) => Number = number > 0 ? number : throw new ArgumentException(\"secret words\"); public int Number { get; } }",
            ("picky", "Picky value"));

        await tools.BindsAsync("picky", """{"number":1}""", """{"Number":1}""");
        Assert.Matches("^picky failed\\. The server's log has the details under [0-9a-f]{16}\\.$", await tools.TextAsync("picky", """{"value":{"number":0}}"""));
    }
}
