using System.ComponentModel;
using System.Text.Json;
using McpGen.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace McpGen.Generator.Tests.Behaviour;

/// <summary>What a tool says of itself: everything its attributes and its documentation say.</summary>
public sealed class MetadataTests
{
    private const string Source = """"
        [AttributeUsage(AttributeTargets.All, AllowMultiple = true)]
        public sealed class TagAttribute(string name, params object[] more) : Attribute
        {
            public string Name => name;
            public object[] More => more;
            public Type? Kind { get; set; }
            public DayOfWeek Day { get; set; }
            public int[] Numbers { get; set; } = [];
            public char Letter { get; set; }
            public double Ratio { get; set; }
        }

        [AttributeUsage(AttributeTargets.Method, Inherited = false)]
        public sealed class NotInheritedAttribute : Attribute;

        public interface IDocumented
        {
            /// <summary>Said by the contract.</summary>
            /// <param name="id">Which one, by contract.</param>
            string Contract(int id);
        }

        public abstract class DocumentedBase
        {
            /// <summary>Said by the base.</summary>
            [McpServerTool, Tag("base"), NotInherited]
            public virtual string FromBase() => "";
        }

        [McpServerToolType, PublicTool, Tag("class", 1, "two", DayOfWeek.Friday, typeof(List<>), Kind = typeof(int[]), Day = DayOfWeek.Monday, Numbers = new[] { 1, 2 }, Letter = '\u2028', Ratio = double.NaN)]
        public partial class Described : DocumentedBase, IDocumented
        {
            [McpServerTool(Name = "everything", Title = "A \"title\"", IconSource = "https://example.org/i.png", ReadOnly = true, Destructive = false, Idempotent = true, OpenWorld = false)]
            [Description("By attribute."), Tag("method"), Tag("twice")]
            [McpMeta("text", "a \"b\""), McpMeta("flag", true), McpMeta("number", 1.5), McpMeta("json", JsonValue = "{\"a\":[1,null]}"), McpMeta("text", "second")]
            [return: Description("what it found")]
            public string Everything() => "";

            [McpServerTool(Title = "Only a title"), Description("d")] public string Titled() => "";

            [McpServerTool(Destructive = true), Description("d")] public string Destroys() => "";

            [McpServerTool, Description("d")] public string Silent() => "";

            /// <summary>
            /// Searches the <c>shop</c>, see <see cref="Silent"/>,
            /// on two lines &amp; more.
            /// </summary>
            /// <param name="query">Words to <paramref name="query"/> for.</param>
            /// <param name="other">Not shown.</param>
            /// <returns>What was found.</returns>
            [McpServerTool] public string Documented(string query, [Description("By attribute.")] string other, string silent) => "";

            /** <summary>In stars.</summary>
             *  <param name="id">The id.</param> */
            [McpServerTool] public string Starred(int id) => "";

            /// <summary>Documented.</summary>
            [McpServerTool, Description("The attribute wins.")] public string Both() => "";

            /// <inheritdoc/>
            [McpServerTool] public string Contract(int id) => "";

            /// <inheritdoc/>
            public override string FromBase() => "";

            /// <inheritdoc cref="Starred"/>
            [McpServerTool] public string ByCref(int id) => "";

            /// <summary>Filters.</summary>
            [McpServerTool] public string Members(Filter filter) => "";
        }

        /// <summary>A filter.</summary>
        /// <param name="Least">The least of it.</param>
        public sealed record Filter(int Least)
        {
            /// <summary>The most of it.</summary>
            public int? Most { get; set; }

            [Description("By attribute.")] public int? Other { get; init; }
        }
        """";

    private static readonly LoadedTools s_tools = LoadedTools.Of(Source);

    [Fact]
    public void Every_property_of_the_attribute_arrives()
    {
        Tool tool = s_tools["everything"].ProtocolTool;

        Assert.Equal("A \"title\"", tool.Title);
        Assert.Equal("By attribute.\nReturns: what it found", tool.Description);
        Assert.Equal("https://example.org/i.png", Assert.Single(tool.Icons!).Source);
        Assert.Equal(("A \"title\"", true, false, true, false), (tool.Annotations!.Title, tool.Annotations.ReadOnlyHint, tool.Annotations.DestructiveHint, tool.Annotations.IdempotentHint, tool.Annotations.OpenWorldHint));
        Assert.Equal("""{"text":"a \u0022b\u0022","flag":true,"number":1.5,"json":{"a":[1,null]}}""", tool.Meta!.ToJsonString());
    }

    [Fact]
    public void What_is_not_said_is_not_advertised()
    {
        Assert.Null(s_tools["silent"].ProtocolTool.Annotations);
        Assert.Null(s_tools["silent"].ProtocolTool.Title);
        Assert.Null(s_tools["silent"].ProtocolTool.Meta);
        Assert.Null(s_tools["silent"].ProtocolTool.Icons);
        Assert.Null(s_tools["silent"].ProtocolTool.OutputSchema);
        Assert.Equal((null, null, true, null, null), Hints("destroys"));
        Assert.Equal(("Only a title", null, null, null, null), Hints("titled"));
    }

    [Theory]
    [InlineData("documented", "Searches the shop, see Silent, on two lines & more.\nReturns: What was found.")]
    [InlineData("starred", "In stars.")]
    [InlineData("both", "The attribute wins.")]
    [InlineData("contract", "Said by the contract.")]
    [InlineData("from_base", "Said by the base.")]
    [InlineData("by_cref", "In stars.")]
    public void Descriptions_come_from_the_attribute_or_the_documentation(string tool, string expected) => Assert.Equal(expected, s_tools[tool].ProtocolTool.Description);

    [Theory]
    [InlineData("documented", "query", "Words to query for.")]
    [InlineData("documented", "other", "By attribute.")]
    [InlineData("documented", "silent", null)]
    [InlineData("starred", "id", "The id.")]
    [InlineData("contract", "id", "Which one, by contract.")]
    [InlineData("by_cref", "id", "The id.")]
    public void Arguments_are_described_too(string tool, string argument, string? expected) => Assert.Equal(expected, DescriptionOf(Property(s_tools[tool].ProtocolTool.InputSchema, argument)));

    [Fact]
    public void Members_of_an_object_are_described_too()
    {
        JsonElement filter = Property(s_tools["members"].ProtocolTool.InputSchema, "filter");

        Assert.Equal("The least of it.", DescriptionOf(Property(filter, "least")));
        Assert.Equal("The most of it.", DescriptionOf(Property(filter, "most")));
        Assert.Equal("By attribute.", DescriptionOf(Property(filter, "other")));
    }

    [Fact]
    public void Attributes_of_class_and_method_are_metadata_with_their_values()
    {
        IReadOnlyList<object> metadata = s_tools["everything"].Metadata;
        dynamic ofClass = metadata.First(static attribute => attribute.GetType().Name == "TagAttribute");

        Assert.Equal(["class", "method", "twice"], metadata.Where(static attribute => attribute.GetType().Name == "TagAttribute").Select(static attribute => (string)((dynamic)attribute).Name));
        Assert.Equal([1, "two", DayOfWeek.Friday, typeof(List<>)], (object?[])ofClass.More);
        Assert.Equal((typeof(int[]), DayOfWeek.Monday, '\u2028', double.NaN), ((Type)ofClass.Kind, (DayOfWeek)ofClass.Day, (char)ofClass.Letter, (double)ofClass.Ratio));
        Assert.Equal([1, 2], (int[])ofClass.Numbers);
        Assert.Equal("By attribute.", Assert.Single(metadata.OfType<DescriptionAttribute>()).Description);
        Assert.Equal("everything", Assert.Single(metadata.OfType<McpServerToolAttribute>()).Name);
        Assert.Single(metadata.OfType<PublicToolAttribute>());
    }

    [Fact]
    public void An_attribute_may_be_given_null()
    {
        LoadedTools tools = LoadedTools.Of("""
            public sealed class NoteAttribute(string text, params object[] more) : Attribute { public string Text => text; public object[] More => more; public string Other { get; set; } = ""; }

            [McpServerToolType, PublicTool]
            public static partial class Noted { [McpServerTool, Description("d"), Note(null!, 1, null!, Other = null!)] public static string Tool() => ""; }
            """);

        dynamic note = tools["tool"].Metadata.Single(static attribute => attribute.GetType().Name == "NoteAttribute");
        Assert.Equal((null, null), ((string?)note.Text, (string?)note.Other));
        Assert.Equal([1, null], (object?[])note.More);
    }

    [Fact]
    public void Attributes_are_inherited_as_their_usage_says()
    {
        string[] names = [.. s_tools["from_base"].Metadata.Select(static attribute => attribute.GetType().Name)];

        Assert.Equal(2, names.Count(static name => name == "TagAttribute"));
        Assert.DoesNotContain("NotInheritedAttribute", names);
    }

    [Theory]
    [InlineData(DocumentationMode.None)]
    [InlineData(DocumentationMode.Parse)]
    [InlineData(DocumentationMode.Diagnose)]
    public void Documentation_is_read_whatever_the_compiler_makes_of_it(DocumentationMode mode)
    {
        string written = GeneratorRun.On(TestCompilation.With(TestCompilation.ParseOptions(mode), Source)).Wrappers;

        Assert.Equal(GeneratorRun.Of(Source).Wrappers, written);
    }

    private static (string?, bool?, bool?, bool?, bool?) Hints(string tool)
    {
        ToolAnnotations annotations = s_tools[tool].ProtocolTool.Annotations!;
        return (annotations.Title, annotations.ReadOnlyHint, annotations.DestructiveHint, annotations.IdempotentHint, annotations.OpenWorldHint);
    }

    private static JsonElement Property(JsonElement schema, string name) => schema.GetProperty("properties").GetProperty(name);

    private static string? DescriptionOf(JsonElement schema) => schema.TryGetProperty("description", out JsonElement description) ? description.GetString() : null;
}
