using McpGen.Generator.Tests.Harness;

namespace McpGen.Generator.Tests.Behaviour;

/// <summary>Sets, immutable and frozen collections, and [Flags] enums: what they become, and that sets hold each item once.</summary>
public sealed class CollectionKindTests
{
    private static readonly LoadedTools s_tools = EchoTools.Load(
        """
        [Flags]
        public enum Rights { None = 0, Read = 1, Write = 2, [JsonStringEnumMemberName("read-write")] All = 3, Share = 4, Send = 4 }

        [Flags]
        public enum Overlap { Front = 6, Back = 5 }

        [Flags]
        public enum Big : ulong { Low = 1, High = 1UL << 63 }
        """,
        ("hash", "HashSet<string> value"),
        ("set", "ISet<int> value"),
        ("read_only", "IReadOnlySet<DayOfWeek> value"),
        ("sorted", "SortedSet<string> value"),
        ("immutable_set", "System.Collections.Immutable.ImmutableHashSet<decimal> value"),
        ("immutable_sorted", "System.Collections.Immutable.ImmutableSortedSet<long> value"),
        ("frozen", "System.Collections.Frozen.FrozenSet<double> value"),
        ("immutable_array", "System.Collections.Immutable.ImmutableArray<int> value"),
        ("immutable_list", "System.Collections.Immutable.IImmutableList<string> value"),
        ("many", "[MaxLength(20000)] HashSet<long> value"),
        ("rights", "Rights value"),
        ("some", "[AllowedValues(Rights.Read, Rights.Write)] Rights value = Rights.Read | Rights.Write"),
        ("overlap", "Overlap value = Overlap.Front | Overlap.Back"),
        ("none", "Rights value = Rights.None"),
        ("big", "Big? value = null"));

    [Theory]
    [InlineData("hash", "[\"b\",\"a\"]", "[\"b\",\"a\"]")]
    [InlineData("set", "[3,1]", "[3,1]")]
    [InlineData("read_only", "[\"Monday\"]", "[1]")]
    [InlineData("sorted", "[\"b\",\"B\",\"a\"]", "[\"B\",\"a\",\"b\"]")]
    [InlineData("immutable_set", "[1.5]", "[1.5]")]
    [InlineData("immutable_sorted", "[3,-1,2]", "[-1,2,3]")]
    [InlineData("frozen", "[0.5]", "[0.5]")]
    [InlineData("immutable_array", "[1,1]", "[1,1]")]
    [InlineData("immutable_list", "[\"x\"]", "[\"x\"]")]
    [InlineData("rights", "[]", "0")]
    [InlineData("rights", "[\"Read\",\"Share\"]", "5")]
    [InlineData("rights", "[\"read-write\"]", "3")]
    [InlineData("rights", "[\"read-write\",\"Read\"]", "3")]
    [InlineData("big", "[\"High\",\"Low\"]", "9223372036854775809")]
    [InlineData("big", "null", "null")]
    public async Task Items_become_the_declared_collection(string tool, string json, string bound) => await s_tools.BindsAsync(tool, json, bound);

    [Theory]
    [InlineData("hash", "[\"a\",\"\\u0061\"]", "must not hold an item twice")]
    [InlineData("set", "[1,1.0]", "must not hold an item twice")]
    [InlineData("immutable_set", "[1,1.00]", "must not hold an item twice")]
    [InlineData("frozen", "[0,-0.0]", "must not hold an item twice")]
    [InlineData("rights", "[\"Read\",\"Read\"]", "must not hold an item twice")]
    [InlineData("rights", "\"Read\"", "must be an array of at most 4 items")]
    [InlineData("rights", "3", "must be an array of at most 4 items")]
    public async Task A_set_holds_each_item_once(string tool, string json, string expected) => await s_tools.RefusesAsync(tool, json, expected);

    [Theory]
    [InlineData("rights", "[\"None\"]", "must be one of \"read-write\", \"Read\", \"Write\", \"Share\"")]
    [InlineData("rights", "[\"Send\"]", "must be one of \"read-write\", \"Read\", \"Write\", \"Share\"")]
    [InlineData("some", "[\"read-write\"]", "must be one of \"Read\", \"Write\"")]
    public async Task Only_listed_names_stand_in_a_set_of_flags(string tool, string json, string expected) => await s_tools.RefusesAsync(tool, json, expected, under: "/0");

    [Fact]
    public async Task Flags_have_defaults()
    {
        Assert.Equal("3", await s_tools.AcceptAsync("some", "{}"));
        Assert.Equal("0", await s_tools.AcceptAsync("none", "{}"));
        Assert.Equal("7", await s_tools.AcceptAsync("overlap", "{}"));
        SchemaAssert.IsArgument(s_tools, "some", """{"type":"array","items":{"type":"string","enum":["Read","Write"]},"maxItems":2,"uniqueItems":true,"default":["Read","Write"]}""");
        SchemaAssert.IsArgument(s_tools, "none", """{"type":"array","items":{"type":"string","enum":["read-write","Read","Write","Share"]},"maxItems":4,"uniqueItems":true,"default":[]}""");
    }

    [Fact]
    public void A_set_says_so_in_its_schema() => SchemaAssert.IsArgument(s_tools, "hash", """{"type":"array","items":{"type":"string","maxLength":4096},"maxItems":256,"uniqueItems":true}""");

    [Fact]
    public async Task Numbers_that_would_collide_are_no_slower_than_others()
    {
        // long hashes to its halves combined, so these all have the hash 0: 10^8 comparisons with the type's own hash.
        string items = string.Join(',', Enumerable.Range(0, 20000).Select(static half => ((long)half << 32) | (uint)half));

        string answer = await s_tools.AcceptAsync("many", $$"""{"value":[{{items}}]}""");

        Assert.Equal(20000, answer.Count(static character => character == ',') + 1);
        object set = typeof(Validation.Collections).GetMethod("ToHashSet")!.MakeGenericMethod(typeof(long)).Invoke(null, [new long[] { 0, (1L << 32) | 1 }])!;
        IEqualityComparer<long> comparer = ((HashSet<long>)set).Comparer;
        Assert.NotEqual(comparer.GetHashCode(0), comparer.GetHashCode((1L << 32) | 1));
    }
}
