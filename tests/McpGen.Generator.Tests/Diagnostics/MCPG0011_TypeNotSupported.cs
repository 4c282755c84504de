namespace McpGen.Generator.Tests.Diagnostics;

public sealed class MCPG0011_TypeNotSupported
{
    private const string Id = "MCPG0011";

    private const string UseList = "a collection of this kind is not supported; use an array, List<T> or IReadOnlyList<T>";
    private const string OnStack = "it cannot leave the stack; use an array or a string";
    private const string UseShape = "use a record with the members you need, or mark a service parameter [Service]";
    private const string UseAnyJson = "nothing in it would be checked; use a record, or mark it [AnyJson] if any JSON is meant";

    private static readonly string s_broken = ToolSource.Taking("Version [|value|]");

    private static string Message(string type, string advice, string subject = "value") => $"'{subject}' of type '{type}' cannot be bound strictly; {advice}";

    [Theory]
    [InlineData("System.ReadOnlyMemory<char>", "use an array")]
    [InlineData("System.Half", "use double")]
    [InlineData("System.Int128", "use long or decimal")]
    [InlineData("System.UInt128", "use ulong or decimal")]
    [InlineData("System.Numerics.BigInteger", "use long or decimal")]
    [InlineData("nint", "its size depends on the machine; use int or long")]
    [InlineData("nuint", "its size depends on the machine; use int or long")]
    [InlineData("System.Version", "use a string with [RegularExpression]")]
    [InlineData("System.Type", "a caller must not choose a type; use an enum")]
    [InlineData("System.Index", "use int")]
    [InlineData("System.Range", "use two int parameters")]
    [InlineData("object", "nothing in it could be checked; use a record, or JsonElement with [AnyJson]")]
    [InlineData("dynamic", "nothing in it could be checked; use a record, or JsonElement with [AnyJson]")]
    [InlineData("(int Number, string Text)", "a tuple's names are not part of its type; use a record")]
    [InlineData("System.Action", "JSON has no functions")]
    [InlineData("System.Func<int>", "JSON has no functions")]
    [InlineData("System.Threading.Tasks.Task<int>", "JSON has no tasks; use the value itself")]
    [InlineData("System.Threading.Tasks.ValueTask<int>", "JSON has no tasks; use the value itself")]
    [InlineData("System.IO.Stream", "use a string")]
    [InlineData("System.IO.MemoryStream", "use a string")]
    [InlineData("System.IO.TextReader", "use a string")]
    [InlineData("System.Span<int>", OnStack)]
    [InlineData("System.ReadOnlySpan<char>", OnStack)]
    [InlineData("System.Text.Json.JsonElement", UseAnyJson)]
    [InlineData("System.Text.Json.Nodes.JsonNode", UseAnyJson)]
    [InlineData("System.Text.Json.JsonDocument", "use JsonElement with [AnyJson]")]
    [InlineData("System.Text.Json.Nodes.JsonObject", "use JsonNode with [AnyJson], or a record")]
    [InlineData("System.Text.Json.Nodes.JsonArray", "use JsonNode with [AnyJson], or an array")]
    [InlineData("System.Text.Json.Nodes.JsonValue", "use JsonNode with [AnyJson], or a scalar")]
    [InlineData("System.Collections.Generic.Dictionary<int, string>", "names in JSON are strings; use string as the key")]
    [InlineData("System.Collections.Generic.SortedSet<System.Uri>", "URIs have no order; use HashSet<Uri>")]
    [InlineData("System.Collections.Generic.Queue<int>", UseList)]
    [InlineData("System.Collections.ArrayList", UseList)]
    [InlineData("System.Collections.IEnumerable", "say what it holds: use IReadOnlyList<T>")]
    public void A_type_that_cannot_be_bound_is_reported_with_what_to_use(string type, string advice) =>
        DiagnosticAssert.Reports(Id, ToolSource.Taking($"{type} [|value|]"), Message(type, advice));

    [Fact]
    public void Types_that_nest_without_end_are_reported() =>
        DiagnosticAssert.Reports(Id, ToolSource.Taking("Box<int> value", "public sealed record Box<T>(T Value, Box<Box<T>>? [|Inner|]);"));

    [Fact]
    public void An_array_of_several_dimensions_is_reported() => DiagnosticAssert.Reports(Id, ToolSource.Taking("int[,] [|value|]"), Message("int[*,*]", UseList));

    [Theory]
    [InlineData("public interface IStore;", "[MaxLength(3)] IStore[]", "IStore", UseShape)]
    [InlineData("public abstract class Shape;", "[MaxLength(3)] List<Shape>", "Shape", UseShape)]
    [InlineData("public abstract class Shape;", "[Argument] Shape", "Shape", UseShape)]
    [InlineData("", "Half?", "System.Half", "use double")]
    [InlineData("", "[MaxLength(3)] Version[]", "System.Version", "use a string with [RegularExpression]")]
    public void A_declared_type_that_cannot_be_bound_is_reported(string types, string parameter, string type, string advice) =>
        DiagnosticAssert.Reports(Id, ToolSource.Taking(parameter + " [|value|]", types), Message(type, advice));

    [Theory]
    [InlineData("public sealed record Filter(Version [|Id|]);", "Id", "System.Version", "use a string with [RegularExpression]")]
    [InlineData("public sealed class Filter { public object? [|Extra|] { get; set; } }", "Extra", "object", "nothing in it could be checked; use a record, or JsonElement with [AnyJson]")]
    public void A_member_that_cannot_be_bound_is_reported_where_it_stands(string types, string subject, string type, string advice) =>
        DiagnosticAssert.Reports(Id, ToolSource.Taking("Filter filter", types), Message(type, advice, subject));

    [Fact]
    public void A_type_out_of_reach_is_reported() => DiagnosticAssert.Reports(
        Id, ToolSource.Taking("Filter filter", "public sealed class Filter { private sealed record Inner(int X); [JsonInclude] private Inner? [|Value|] { get; set; } public int Y => Value!.X; }"),
        Message("Filter.Inner", "it is not accessible from the tool class; make it internal or nest it in the tool class", "Value"));

    [Fact]
    public void An_enum_out_of_reach_is_reported() => DiagnosticAssert.Reports(
        Id, ToolSource.Taking("Filter filter", "public sealed class Filter { private enum Inner { A } [JsonInclude] private Inner? [|Value|] { get; set; } public int Y => (int)Value!; }"),
        Message("Filter.Inner", "it is not accessible from the tool class; make it internal or nest it in the tool class", "Value"));

    [Theory]
    [MemberData(nameof(Silencers.All), MemberType = typeof(Silencers))]
    public void Nothing_silences_it(Silencer silencer) => DiagnosticAssert.StaysInSpiteOf(silencer, Id, s_broken);

    [Theory]
    [InlineData("bool value")]
    [InlineData("sbyte a, byte b, short c, ushort d, int e, uint f, long g, ulong h")]
    [InlineData("float a, double b, decimal c")]
    [InlineData("string value")]
    [InlineData("DayOfWeek value")]
    [InlineData("int[] a, List<int> b, IList<int> c, ICollection<int> d, IEnumerable<int> e, IReadOnlyList<int> f, IReadOnlyCollection<int> g, int[][] h")]
    [InlineData("[AnyJson] JsonElement a, [AnyJson] JsonNode b, [AnyJson] JsonElement[] c")]
    [InlineData("char a, Guid b, DateTimeOffset c, DateTime d, DateOnly e, TimeOnly f, TimeSpan g, Uri h, byte[] i, ReadOnlyMemory<byte> j, Memory<byte> k")]
    [InlineData("HashSet<string> a, ISet<int> b, IReadOnlySet<DayOfWeek> c, SortedSet<string> d, System.Collections.Immutable.ImmutableHashSet<Guid> e, System.Collections.Immutable.IImmutableSet<char> f, System.Collections.Immutable.ImmutableSortedSet<long> g, System.Collections.Frozen.FrozenSet<DateOnly> h")]
    [InlineData("System.Collections.Immutable.ImmutableArray<int> a, System.Collections.Immutable.ImmutableList<string> b, System.Collections.Immutable.IImmutableList<bool> c")]
    [InlineData("Dictionary<string, int> a, IDictionary<string, string> b, IReadOnlyDictionary<string, int[]> c, SortedDictionary<string, bool> d, System.Collections.Immutable.ImmutableDictionary<string, int?> e, System.Collections.Immutable.IImmutableDictionary<string, int> f, System.Collections.Immutable.ImmutableSortedDictionary<string, int> g, System.Collections.Frozen.FrozenDictionary<string, DayOfWeek> h")]
    [InlineData("int? a = null, string? b = null, DayOfWeek? c = null, int[]? d = null")]
    public void A_type_that_can_be_bound_is_wrapped(string parameters) => DiagnosticAssert.IsClean(ToolSource.Taking(parameters));

    [Theory]
    [InlineData("public sealed record Filter(int X, Inner Y); public sealed record Inner(string Z);")]
    [InlineData("public readonly record struct Filter(int X);")]
    [InlineData("public sealed class Filter { public required int X { get; init; } }")]
    [InlineData("public struct Filter { public int X { get; set; } }")]
    public void An_object_that_can_be_bound_is_wrapped(string types) => DiagnosticAssert.IsClean(ToolSource.Taking("Filter filter", types));
}
