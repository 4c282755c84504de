using McpGen.Generator.Tests.Harness;

namespace McpGen.Generator.Tests.Behaviour;

/// <summary>Generic types closed over supported ones, however their members are set.</summary>
public sealed class GenericTypeTests
{
    private static readonly LoadedTools s_tools = EchoTools.Load(
        """
        public sealed record Page<T>(T Item, IReadOnlyList<T>? More = null);

        public class Base<T> { public T? Inherited { get; init; } }

        public sealed class Query<T, U> : Base<U> where T : notnull where U : class, IEnumerable<char>
        {
            public required T Key { get; init; }

            public int Size { get; init; } = 10;

            public T[]? Keys { get; init; }

            public U? Text { get; init; }

            [JsonInclude] internal int Secret { get; private set; } = 3;
        }

        public struct Pair<T> where T : struct { public Pair() { } public T First { get; init; } = default; public T Second { get; init; } = default; }

        public static class Outer<T> { public sealed class Inner<U> { public T? A { get; init; } public U? B { get; init; } } }
        """,
        ("page", "Page<Page<int>> value"),
        ("query", "Query<int, string> value"),
        ("other", "Query<string, string> value"),
        ("pair", "Pair<int> value"),
        ("inner", "Outer<string>.Inner<DateOnly?> value"));

    [Theory]
    [InlineData("page", "{\"item\":{\"item\":1},\"more\":[{\"item\":2,\"more\":[3]}]}", "{\"Item\":{\"Item\":1,\"More\":null},\"More\":[{\"Item\":2,\"More\":[3]}]}")]
    [InlineData("query", "{\"key\":1}", "{\"Key\":1,\"Size\":10,\"Keys\":null,\"Text\":null,\"Secret\":3,\"Inherited\":null}")]
    [InlineData("query", "{\"key\":1,\"size\":2,\"keys\":[3],\"text\":\"x\",\"secret\":4,\"inherited\":\"y\"}", "{\"Key\":1,\"Size\":2,\"Keys\":[3],\"Text\":\"x\",\"Secret\":4,\"Inherited\":\"y\"}")]
    [InlineData("other", "{\"key\":\"k\",\"keys\":[\"a\"]}", "{\"Key\":\"k\",\"Size\":10,\"Keys\":[\"a\"],\"Text\":null,\"Secret\":3,\"Inherited\":null}")]
    [InlineData("pair", "{\"first\":1,\"second\":2}", "{\"First\":1,\"Second\":2}")]
    [InlineData("inner", "{\"a\":\"x\",\"b\":\"2024-02-29\"}", "{\"A\":\"x\",\"B\":\"2024-02-29\"}")]
    public async Task Members_are_bound(string tool, string json, string bound) => await s_tools.BindsAsync(tool, json, bound);

    [Theory]
    [InlineData("query", "{\"key\":\"1\"}", "/key", "must be an integer from -2147483648 to 2147483647")]
    [InlineData("other", "{\"key\":1}", "/key", "must be a string of at most 4096 characters")]
    [InlineData("page", "{\"item\":{\"item\":1,\"x\":1}}", "/item/x", "unknown argument")]
    public async Task Members_are_checked(string tool, string json, string under, string expected) => await s_tools.RefusesAsync(tool, json, expected, under);
}
