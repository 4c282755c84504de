using System.Globalization;
using System.Text.Json;
using McpGen.Generator.Tests.Harness;

namespace McpGen.Generator.Tests.Behaviour;

/// <summary>What a refused caller reads: where, what is expected, and nothing that it sent but names.</summary>
public sealed class ViolationTextTests
{
    private static readonly LoadedTools s_tools = LoadedTools.Of("""
        public sealed record Item(int Id, string[] Tags, Item2? More = null);

        public sealed record Item2(bool Flag);

        public enum Kind { First, Second }

        [McpServerToolType, PublicTool]
        public static partial class OrderTools
        {
            [McpServerTool, Description("Orders.")]
            public static string Order(Item[] items, int limit = 1, double ratio = 0, string text = "", Kind kind = Kind.First, bool flag = false) => "reached";
        }
        """);

    [Theory]
    [InlineData("a/b", "a~1b")]
    [InlineData("a~b", "a~0b")]
    [InlineData("~1", "~01")]
    [InlineData("", "")]
    [InlineData("a b", "a b")]
    [InlineData("caf\u00e9", "caf\\u00E9")]
    [InlineData("\u202egnp", "\\u202Egnp")]
    [InlineData("\U0001F600", "\\uD83D\\uDE00")]
    [InlineData("a\"b", "a\\u0022b")]
    [InlineData("a\\b", "a\\u005Cb")]
    [InlineData("a\nb", "a\\u000Ab")]
    [InlineData("\0", "\\u0000")]
    public async Task A_name_is_a_JSON_Pointer_in_plain_ASCII(string name, string pointer)
    {
        string quoted = JsonSerializer.Serialize(name);

        Assert.Contains($"\n  /{pointer}: unknown argument", await s_tools.RefuseAsync("order", $$"""{"items":[],{{quoted}}:1}"""), StringComparison.Ordinal);
        Assert.Contains($"\n  /items/0/{pointer}: unknown argument", await s_tools.RefuseAsync("order", $$"""{"items":[{"id":1,"tags":[],{{quoted}}:1}]}"""), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_is_cut_to_64_characters()
    {
        string shown = new('n', 64);

        Assert.Contains($"\n  /{shown}: unknown argument", await s_tools.RefuseAsync("order", $$"""{"items":[],"{{shown}}":1}"""), StringComparison.Ordinal);
        Assert.Contains($"\n  /{shown}...: unknown argument", await s_tools.RefuseAsync("order", $$"""{"items":[],"{{shown}}n":1}"""), StringComparison.Ordinal);
        Assert.Contains($"\n  /items/0/{shown}...: unknown argument", await s_tools.RefuseAsync("order", $$"""{"items":[{"id":1,"tags":[],"{{new string('n', 100_000)}}":1}]}"""), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Paths_lead_to_the_value_itself()
    {
        string answer = await s_tools.RefuseAsync("order", """{"items":[{"id":1,"tags":[]},{"id":"1","tags":["a",2],"more":{"flag":0}},{"tags":[],"more":{}}]}""");

        Assert.Equal("""
            Invalid arguments for order: 5 violations
              /items/1/id: must be an integer from -2147483648 to 2147483647
              /items/1/tags/1: must be a string of at most 4096 characters
              /items/1/more/flag: must be true or false
              /items/2/more/flag: is required
              /items/2/id: is required
            """, answer);
    }

    [Theory]
    [InlineData("limti", "limit")]
    [InlineData("Limit", "limit")]
    [InlineData("LIMIT", "limit")]
    [InlineData("item", "items")]
    [InlineData("rati", "ratio")]
    [InlineData("tetx", "text")]
    public async Task The_closest_declared_name_is_offered(string given, string meant) =>
        Assert.Contains($"/{given}: unknown argument; did you mean \"{meant}\"?", await s_tools.RefuseAsync("order", $$"""{"items":[],"{{given}}":1}"""), StringComparison.Ordinal);

    [Theory]
    [InlineData("zzzzz")]
    [InlineData("completely_different")]
    public async Task A_name_that_is_like_none_is_offered_none(string given) =>
        Assert.EndsWith($"/{given}: unknown argument", await s_tools.RefuseAsync("order", $$"""{"items":[],"{{given}}":1}"""), StringComparison.Ordinal);

    /// <summary>Random values of every kind at every place: none of them, and no part of one, is in the answer.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public async Task No_value_of_the_caller_is_ever_echoed(int seed)
    {
        var random = new Random(seed);
        for (int round = 0; round < 50; round++)
        {
            string secret = Secret(random);
            string text = JsonSerializer.Serialize(secret);
            string number = random.NextInt64(100_000_000_000, 999_999_999_999).ToString(CultureInfo.InvariantCulture);
            string[] shapes =
            [
                """{"items":TEXT,"limit":NUMBER,"ratio":TEXT,"text":NUMBER,"kind":TEXT,"flag":NUMBER}""",
                """{"items":[TEXT,NUMBER,{"id":NUMBER,"tags":[NUMBER,{"z":TEXT}],"more":TEXT}],"unknown":TEXT,"other":NUMBER}""",
                """{"items":[{"id":TEXT,"id":NUMBER,"tags":NUMBER,"x":TEXT,"more":{"flag":TEXT,"y":NUMBER}}],"kind":NUMBER}""",
                """{"items":[],"items":[TEXT],"limit":NUMBER.5,"text":{"z":NUMBER}}""",
                """{"items":[],"limit":NUMBER,"ratio":NUMBERe400,"kind":TEXT}""",
            ];
            string arguments = shapes[random.Next(shapes.Length)].Replace("TEXT", text, StringComparison.Ordinal).Replace("NUMBER", number, StringComparison.Ordinal);

            string answer = await s_tools.RefuseAsync("order", arguments);

            Assert.DoesNotContain(secret, answer, StringComparison.Ordinal);
            Assert.DoesNotContain(secret[2..9], answer, StringComparison.Ordinal);
            Assert.DoesNotContain(number, answer, StringComparison.Ordinal);
            Assert.DoesNotContain(number[2..9], answer, StringComparison.Ordinal);
        }
    }

    private static string Secret(Random random) => string.Create(16, random, static (text, source) =>
    {
        for (int index = 0; index < text.Length; index++)
        {
            text[index] = (char)('A' + source.Next(26));
        }
    });
}
