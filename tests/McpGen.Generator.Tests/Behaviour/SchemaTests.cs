using System.Reflection;
using System.Text.Json;
using McpGen.Generator.Tests.Harness;
using McpGen.Invocation;

namespace McpGen.Generator.Tests.Behaviour;

/// <summary>The schema of a tool: exact text, the shape rules every schema keeps, and that it says what the check does.</summary>
public sealed class SchemaTests
{
    private static readonly LoadedTools s_tools = LoadedTools.Of("""
        public enum Sort { [JsonStringEnumMemberName("by-name")] ByName, Newest }

        public sealed record Filter(
            [Range(0.0, 1e6, MaximumIsExclusive = true)] double? MinPrice = null,
            [property: Description("At \"least\" one.")] Sort[]? Sorts = null);

        [McpServerToolType, PublicTool]
        public static partial class RichTools
        {
            /// <summary>Everything at once.</summary>
            /// <param name="query">Words to look for.</param>
            [McpServerTool]
            public static string Rich(
                [StringLength(200, MinimumLength = 1), RegularExpression("[a-z ]+"), DeniedValues("no")] string query,
                [Required] string name,
                [Range(1, 100), MultipleOf(5)] int limit = 10,
                [AllowedValues("a", "b")] string letter = "a",
                [MaxLength(10), UniqueItems, Items(MaxLength = 32)] string[]? tags = null,
                [Length(1, 2)] int?[]? numbers = null,
                Filter? filter = null,
                [AnyJson] JsonElement? extra = null,
                [Range(typeof(decimal), "0.10", "9.90")] decimal price = 1.50m,
                [Range(1, 5, MinimumIsExclusive = true)] float ratio = 2,
                bool flag = true,
                CancellationToken cancellation = default) => "";
        }
        """);

    [Fact]
    public void The_schema_of_a_rich_tool_reads_like_this() => Assert.Equal(
        """
        {
            "type": "object",
            "properties": {
                "query": { "type": "string", "minLength": 1, "maxLength": 200, "pattern": "^[a-z ]+$", "not": { "type": "string", "enum": ["no"] }, "description": "Words to look for." },
                "name": { "type": "string", "maxLength": 4096, "pattern": "\\S" },
                "limit": { "type": "integer", "minimum": 1, "maximum": 100, "multipleOf": 5, "default": 10 },
                "letter": { "type": "string", "enum": ["a", "b"], "default": "a" },
                "tags": { "type": "array", "items": { "type": "string", "maxLength": 32 }, "maxItems": 10, "uniqueItems": true },
                "numbers": { "type": "array", "items": { "type": ["integer", "null"], "minimum": -2147483648, "maximum": 2147483647 }, "minItems": 1, "maxItems": 2 },
                "filter": {
                    "type": "object",
                    "properties": {
                        "minPrice": { "type": "number", "minimum": 0, "exclusiveMaximum": 1000000 },
                        "sorts": { "type": "array", "items": { "type": "string", "enum": ["by-name", "Newest"] }, "maxItems": 256, "description": "At \"least\" one." }
                    },
                    "additionalProperties": false
                },
                "extra": { "type": ["object", "array", "string", "number", "boolean", "null"] },
                "price": { "type": "number", "minimum": 0.10, "maximum": 9.90, "default": 1.50 },
                "ratio": { "type": "number", "exclusiveMinimum": 1, "maximum": 5, "default": 2 },
                "flag": { "type": "boolean", "default": true }
            },
            "required": ["query", "name"],
            "additionalProperties": false
        }
        """,
        s_tools["rich"].ProtocolTool.InputSchema.GetRawText());

    public static TheoryData<string> Classes => [.. Fields().Select(static loaded => loaded.DeclaringType!.Name)];

    [Theory]
    [MemberData(nameof(Classes))]
    public void Every_schema_of_every_test_keeps_the_shape_rules(string testClass)
    {
        foreach (HardenedTool tool in Load(testClass).All)
        {
            JsonElement schema = tool.ProtocolTool.InputSchema;
            Assert.Equal("object", schema.GetProperty("type").GetString());
            Assert.False(schema.TryGetProperty("oneOf", out _));
            AssertShape(schema, tool.Name);
        }
    }

    private static void AssertShape(JsonElement schema, string at)
    {
        string[] keys = [.. schema.EnumerateObject().Select(static member => member.Name)];
        Assert.True(keys.Contains("type"), $"{at} has no type.");
        Assert.Equal(keys.Distinct(), keys);
        Assert.Equal(keys, keys.OrderBy(static key => Array.IndexOf(s_order, key)));
        Assert.All(keys, key => Assert.Contains(key, s_order));
        if (schema.GetProperty("type").ValueKind == JsonValueKind.String && schema.GetProperty("type").GetString() == "object")
        {
            // Its members are declared, or its names are data, or it stands elsewhere.
            Assert.Single(keys, static key => key is "properties" or "propertyNames" or "oneOf" or "$ref");
            Assert.Equal(keys.Contains("properties"), keys.Contains("additionalProperties") && schema.GetProperty("additionalProperties").ValueKind == JsonValueKind.False);
        }

        foreach (JsonProperty inner in schema.EnumerateObject().Where(static member => s_schemas.Contains(member.Name) && member.Value.ValueKind != JsonValueKind.False))
        {
            AssertShape(inner.Value, $"{at}.{inner.Name}");
        }

        foreach (JsonProperty named in schema.EnumerateObject().Where(static member => member.Name is "properties" or "$defs").SelectMany(static member => member.Value.EnumerateObject()))
        {
            Assert.Matches("^[A-Za-z0-9_.-]{1,64}$", named.Name);
            AssertShape(named.Value, $"{at}.{named.Name}");
        }

        foreach (JsonElement inner in schema.EnumerateObject().Where(static member => member.Name is "oneOf" or "anyOf" or "allOf").SelectMany(static member => member.Value.EnumerateArray()))
        {
            AssertShape(inner, at);
        }
    }

    private static readonly string[] s_schemas = ["items", "not", "additionalProperties", "propertyNames"];

    /// <summary>The one order of keys, and all the keys there are: no $schema.</summary>
    private static readonly string[] s_order =
    [
        "type", "const", "$ref", "properties", "items", "oneOf", "anyOf", "minimum", "exclusiveMinimum", "maximum", "exclusiveMaximum", "multipleOf",
        "minLength", "maxLength", "format", "contentEncoding", "pattern", "enum", "allOf", "not",
        "minItems", "maxItems", "uniqueItems", "required", "additionalProperties", "propertyNames", "minProperties", "maxProperties", "default", "description", "$defs",
    ];

    /// <summary>The tools that the other test classes have loaded: a new class is covered the day it is written.</summary>
    private static IEnumerable<FieldInfo> Fields() => typeof(SchemaTests).Assembly.GetTypes()
        .Where(static type => type.Namespace == typeof(SchemaTests).Namespace)
        .Select(static type => type.GetField("s_tools", BindingFlags.NonPublic | BindingFlags.Static))
        .OfType<FieldInfo>();

    internal static LoadedTools Load(string testClass) => (LoadedTools)Fields().Single(field => field.DeclaringType!.Name == testClass).GetValue(null)!;
}
