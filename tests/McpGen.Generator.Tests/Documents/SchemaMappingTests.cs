using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using McpGen.Generator.Tests.Diagnostics;
using McpGen.Generator.Tests.Harness;

namespace McpGen.Generator.Tests.Documents;

/// <summary>The tables of docs/schema-mapping.md against the code: every row has a declaration, and the declaration has the row's keywords.</summary>
public sealed partial class SchemaMappingTests
{
    private const string Types = """
        [Flags] public enum Rights { Read = 1, Write = 2 }

        public sealed record Point(int X);

        [JsonPolymorphic(TypeDiscriminatorPropertyName = "kind"), JsonDerivedType(typeof(Circle), "circle")]
        public abstract record Shape;

        public sealed record Circle(int R) : Shape;

        public sealed record Node(int Id, Node? Next = null);
        """;

    private static readonly string s_page = Repository.Read("docs/schema-mapping.md");

    /// <summary>What a row is declared as, by the start of its first cell.</summary>
    private static readonly Dictionary<string, string[]> s_declarations = new()
    {
        ["`bool`"] = ["bool value"],
        ["`sbyte` `byte` `short` `ushort` `int` `uint` `long` `ulong`"] = ["sbyte value", "byte value", "short value", "ushort value", "int value", "uint value", "long value", "ulong value"],
        ["`double`"] = ["double value"],
        ["`float`"] = ["float value"],
        ["`decimal`"] = ["decimal value"],
        ["`string`"] = ["string value"],
        ["`char`"] = ["char value"],
        ["`Guid`"] = ["Guid value"],
        ["`DateTimeOffset`"] = ["DateTimeOffset value"],
        ["`DateTime`"] = ["DateTime value"],
        ["`DateOnly`"] = ["DateOnly value"],
        ["`TimeOnly`"] = ["TimeOnly value"],
        ["`TimeSpan`"] = ["TimeSpan value"],
        ["`Uri`"] = ["Uri value"],
        ["`SandboxedPath`"] = ["[AllowedPaths(\"notes\", \"**\")] SandboxedPath value"],
        ["`GuardedUri`"] = ["[AllowedHosts(\"a.example\")] GuardedUri value"],
        ["`byte[]`, `ReadOnlyMemory<byte>`, `Memory<byte>`"] = ["byte[] value", "ReadOnlyMemory<byte> value", "Memory<byte> value"],
        ["enum"] = ["DayOfWeek value"],
        ["`[Flags]` enum"] = ["Rights value"],
        ["`T[]`"] = ["int[] value", "List<int> value", "IList<int> value", "ICollection<int> value", "IEnumerable<int> value", "IReadOnlyList<int> value", "IReadOnlyCollection<int> value"],
        ["`ImmutableArray<T>`"] = ["System.Collections.Immutable.ImmutableArray<int> value", "System.Collections.Immutable.ImmutableList<int> value", "System.Collections.Immutable.IImmutableList<int> value"],
        ["`HashSet<T>`"] = ["HashSet<int> value", "ISet<int> value", "IReadOnlySet<int> value", "SortedSet<int> value", "System.Collections.Immutable.ImmutableHashSet<int> value", "System.Collections.Immutable.IImmutableSet<int> value", "System.Collections.Immutable.ImmutableSortedSet<int> value", "System.Collections.Frozen.FrozenSet<int> value"],
        ["`Dictionary<string, T>`"] = ["Dictionary<string, int> value", "IDictionary<string, int> value", "IReadOnlyDictionary<string, int> value", "SortedDictionary<string, int> value", "System.Collections.Immutable.ImmutableDictionary<string, int> value", "System.Collections.Immutable.IImmutableDictionary<string, int> value", "System.Collections.Immutable.ImmutableSortedDictionary<string, int> value", "System.Collections.Frozen.FrozenDictionary<string, int> value"],
        ["record, class, struct"] = ["Point value"],
        ["`[JsonPolymorphic]`"] = ["Shape value"],
        ["a type that contains itself"] = ["Node value"],
        ["`T?` as an optional"] = ["int? value"],
        ["`T?` as an item"] = ["int?[] value", "DayOfWeek?[] value"],
        ["`JsonElement` with `[AnyJson]`"] = ["[AnyJson] JsonElement value"],
        ["`JsonNode` with `[AnyJson]`"] = ["[AnyJson] JsonNode value"],
        ["`[Range(min, max)]`"] = ["[Range(1.5, 2.5)] double value", "[Range(1.5, 2.5, MinimumIsExclusive = true, MaximumIsExclusive = true)] double value"],
        ["`[MultipleOf(n)]`"] = ["[MultipleOf(5)] int value"],
        ["`[StringLength]`"] = ["[StringLength(9, MinimumLength = 1)] string value", "[Length(1, 9)] Uri value"],
        ["`[MinLength]`, `[MaxLength]`, `[Length]` on collections"] = ["[Length(1, 9)] int[] value"],
        ["`[MinLength]`, `[MaxLength]`, `[Length]` on dictionaries"] = ["[MinLength(1), MaxLength(9)] Dictionary<string, int> value"],
        ["`[MinLength]`, `[MaxLength]`, `[Length]` on binary data"] = ["[Length(2, 4)] byte[] value"],
        ["`[RegularExpression(p)]`"] = ["[RegularExpression(\"[a-z]\")] string value"],
        ["`[Pattern(p)]`"] = ["[Pattern(\"[a-z]\")] string value"],
        ["`[Format(StringFormat.DateTime)]`"] = ["[Format(StringFormat.DateTime)] string value"],
        ["`[Format(StringFormat.Date)]`"] = ["[Format(StringFormat.Date)] string value"],
        ["`[Format(StringFormat.Time)]`"] = ["[Format(StringFormat.Time)] string value"],
        ["`[Format(StringFormat.Duration)]`"] = ["[Format(StringFormat.Duration)] string value"],
        ["`[Format(StringFormat.Uuid)]`"] = ["[Format(StringFormat.Uuid)] string value"],
        ["`[Format(StringFormat.Uri)]`"] = ["[Format(StringFormat.Uri)] string value"],
        ["`[Format(StringFormat.Email)]`"] = ["[Format(StringFormat.Email)] string value", "[EmailAddress] string value"],
        ["`[Format(StringFormat.Hostname)]`"] = ["[Format(StringFormat.Hostname)] string value"],
        ["`[Format(StringFormat.IPv4)]`"] = ["[Format(StringFormat.IPv4)] string value"],
        ["`[Format(StringFormat.IPv6)]`"] = ["[Format(StringFormat.IPv6)] string value"],
        ["`[Format(StringFormat.Base64)]`"] = ["[Format(StringFormat.Base64)] string value", "[Base64String] string value"],
        ["`[Url]`"] = ["[Url] string value"],
        ["`[AllowedPaths(root, patterns)]`"] = ["[AllowedPaths(\"notes\", \"**/*.md\", Access = PathAccess.ReadWrite)] SandboxedPath value", "[AllowedPaths(\"notes\", \"**\")] string value"],
        ["`[AllowedHosts(hosts)]`"] = ["[AllowedHosts(\"a.example\")] GuardedUri value", "[AllowedHosts(\"a.example\")] string value", "[AllowedHosts(\"a.example\")] Uri value"],
        ["`[CommandArgument]`"] = ["[CommandArgument] string value"],
        ["`[Identifier]`"] = ["[Identifier] string value"],
        ["`[PlainText]`"] = ["[PlainText] string value", "[PlainText(Multiline = true)] string value"],
        ["`[AllowedValues(...)]`"] = ["[AllowedValues(1)] int value", "[AllowedValues(\"a\")] string value", "[AllowedValues('a')] char value", "[AllowedValues(DayOfWeek.Monday)] DayOfWeek value"],
        ["`[DeniedValues(...)]` |"] = ["[DeniedValues(1)] int value", "[DeniedValues(\"a\")] string value", "[DeniedValues('a')] char value"],
        ["`[DeniedValues(...)]` on enums"] = ["[DeniedValues(DayOfWeek.Monday)] DayOfWeek value"],
        ["`[Required]` on strings"] = ["[Required] string value"],
        ["`[Required]` on everything else"] = ["[Required] int? value"],
        ["`[UniqueItems]`"] = ["[UniqueItems] int[] value"],
        ["`[Items(...)]`"] = ["[Items(Minimum = 1)] int[] value"],
        ["`[Values(...)]`"] = ["[Values(Minimum = 1)] Dictionary<string, int> value"],
        ["`[Keys(...)]`"] = ["[Keys(MaxLength = 1)] Dictionary<string, int> value"],
        ["`[ToolDefaults]`"] = ["string value", "int[] value", "Dictionary<string, int> value"],
    };

    public static TheoryData<string> Rows => [.. Section("Types").Concat(Section("Annotations"))];

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_row_says_what_the_schema_of_its_declaration_says(string row)
    {
        string[] keys = [.. s_declarations.Keys.Where(key => row.StartsWith("| " + key, StringComparison.Ordinal)).OrderByDescending(static key => key.Length)];
        Assert.True(keys.Length > 0, "No declaration for the row " + row);

        string[] schemas = [.. s_declarations[keys[0]].Select(SchemaOf)];
        string keywords = row.Split(" | ")[row.StartsWith("| `[", StringComparison.Ordinal) && !Section("Types").Contains(row) ? 2 : 1].Split(" without ")[0];
        foreach (string keyword in Quoted().Matches(keywords).Select(static match => match.Groups[1].Value).Where(s_keywords.Contains))
        {
            Assert.True(schemas.Any(schema => schema.Contains($"\"{keyword}\"", StringComparison.Ordinal)), $"{keyword} is in no schema of {row}\n{string.Join('\n', schemas)}");
        }
    }

    [Fact]
    public void Every_declaration_is_a_row() =>
        Assert.All(s_declarations.Keys, static key => Assert.Contains(Section("Types").Concat(Section("Annotations")), row => row.StartsWith("| " + key, StringComparison.Ordinal)));

    [Fact]
    public void Every_attribute_of_System_Text_Json_has_a_row()
    {
        string table = string.Join('\n', Section("System.Text.Json attributes"));

        foreach (Type attribute in typeof(JsonAttribute).Assembly.GetExportedTypes().Where(static type => type.IsSubclassOf(typeof(JsonAttribute)) && !type.IsAbstract))
        {
            Assert.Contains($"`[{attribute.Name[..^"Attribute".Length]}]`", table, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Every_attribute_of_McpGen_that_limits_a_value_has_a_row()
    {
        string table = string.Join('\n', Section("Types").Concat(Section("Annotations")));

        foreach (Type attribute in typeof(ItemsAttribute).Assembly.GetExportedTypes().Where(static type => type.IsSubclassOf(typeof(Attribute))
            && type.GetCustomAttribute<AttributeUsageAttribute>()!.ValidOn.HasFlag(AttributeTargets.Property)))
        {
            Assert.Contains("[" + attribute.Name[..^"Attribute".Length], table, StringComparison.Ordinal);
        }
    }

    private static readonly string[] s_keywords =
    [
        "boolean", "integer", "number", "string", "array", "object", "null", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "minLength", "maxLength", "pattern",
        "format", "description", "contentEncoding", "enum", "items", "minItems", "maxItems", "uniqueItems", "properties", "required", "additionalProperties", "propertyNames", "minProperties", "maxProperties",
        "oneOf", "anyOf", "const", "$defs", "$ref", "not", "uuid", "date-time", "date", "time", "duration", "uri", "email", "hostname", "ipv4", "ipv6", "base64",
    ];

    private static IEnumerable<string> Section(string title)
    {
        string section = s_page[s_page.IndexOf($"\n## {title}\n", StringComparison.Ordinal)..];
        int end = section.IndexOf("\n## ", 4, StringComparison.Ordinal);
        return section[..(end < 0 ? section.Length : end)].Split('\n').Where(static line => line.StartsWith("| ", StringComparison.Ordinal)).Skip(1);
    }

    private static string SchemaOf(string parameter)
    {
        // Lenient: a guard on a string is warned of.
        LoadedTools tools = LoadedTools.From(GeneratorRun.On(DiagnosticAssert.Lenient(TestCompilation.Of(EchoTools.Source(Types, ("echo", parameter))))));
        JsonElement schema = tools["echo"].ProtocolTool.InputSchema;
        return schema.GetRawText();
    }

    [GeneratedRegex("`\"?(?:type\": \"?)?([$A-Za-z0-9-]+)\"?[:` ]")]
    private static partial Regex Quoted();
}
