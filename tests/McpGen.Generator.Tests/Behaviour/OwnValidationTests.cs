using McpGen.Generator.Tests.Harness;
using ModelContextProtocol.Protocol;

namespace McpGen.Generator.Tests.Behaviour;

/// <summary>The developer's own validation: asked after binding, can only refuse more, and tells the caller constants alone.</summary>
public sealed class OwnValidationTests
{
    private static readonly LoadedTools s_tools = EchoTools.Load(
        """
        public sealed class EvenAttribute : ValidationAttribute
        {
            protected override ValidationResult? IsValid(object? value, ValidationContext context) =>
                value is int number && number % 2 != 0 ? new ValidationResult($"{number} is odd for {context.MemberName}") : ValidationResult.Success;
        }

        public sealed class NotAttribute(string word) : ValidationAttribute
        {
            public override bool IsValid(object? value) => value as string != word;
        }

        public sealed class FewAttribute : ValidationAttribute
        {
            public override bool IsValid(object? value) => value is not System.Collections.ICollection items || items.Count < 3;
        }

        public sealed class OrderedAttribute : ValidationAttribute
        {
            public override bool IsValid(object? value) => value is not Span span || span.From <= span.To;
        }

        public sealed class BrokenAttribute : ValidationAttribute
        {
            public override bool IsValid(object? value) => throw new InvalidOperationException("secret");
        }

        [Ordered(ErrorMessage = "must not end before it begins")]
        public sealed record Span([Even] int From, int To = 100);

        public sealed class Booking : IValidatableObject
        {
            public required string Room { get; init; }

            [JsonPropertyName("how-many"), Even] public int Guests { get; set; } = 2;

            public Span? When { get; set; }

            public Dictionary<string, Span>? More { get; set; }

            public IEnumerable<ValidationResult> Validate(ValidationContext context)
            {
                if (Room == "nowhere") yield return new ValidationResult($"No room {Room}", [nameof(Room)]);
                if (Room == "endless") while (true) yield return new ValidationResult("again");
                if (Room == "taken" && context.GetService(typeof(IServiceProvider)) is not null) yield return new ValidationResult("taken", ["Other"]);
                if (Guests > 50) yield return new ValidationResult("too many", [nameof(Guests)]);
            }
        }

        [JsonPolymorphic(TypeDiscriminatorPropertyName = "kind"), JsonDerivedType(typeof(Line), "line"), JsonDerivedType(typeof(Dot), "dot")]
        public abstract record Mark;

        public sealed record Line([Even] int Length, Line? Next = null) : Mark;

        public sealed record Dot : Mark;
        """,
        ("number", "[Even] int value = 4"),
        ("word", "[Not(\"root\", ErrorMessage = \"must not be root\")] string? value = null"),
        ("template", "[Not(\"root\", ErrorMessage = \"{0} must not be root\")] string value"),
        ("limited", "[Range(1, 10), Even] int value"),
        ("list", "[Few] int[] value"),
        ("span", "Span value"),
        ("spans", "Span?[] value"),
        ("booking", "Booking value"),
        ("marks", "Mark[] value"),
        ("many", "[MaxLength(5000)] List<Span> value"),
        ("sneaky", "[Not(\"root\", ErrorMessage = \"no\\n  /x: forged\\u202e\")] string value"),
        ("broken", "[Broken] int value"));

    [Theory]
    [InlineData("number", "{}", "4")]
    [InlineData("number", "{\"value\":6}", "6")]
    [InlineData("word", "{}", "null")]
    [InlineData("word", "{\"value\":\"user\"}", "\"user\"")]
    [InlineData("list", "{\"value\":[1,2]}", "[1,2]")]
    [InlineData("spans", "{\"value\":[null,{\"from\":2}]}", "[null,{\"From\":2,\"To\":100}]")]
    public async Task What_it_has_nothing_against_is_called(string tool, string arguments, string answer) => Assert.Equal(answer, await s_tools.AcceptAsync(tool, arguments));

    [Theory]
    [InlineData("number", "5", "", "is refused by the tool's own validation")]
    [InlineData("word", "\"root\"", "", "must not be root")]
    [InlineData("template", "\"root\"", "", "is refused by the tool's own validation")]
    [InlineData("list", "[1,2,3]", "", "is refused by the tool's own validation")]
    [InlineData("span", "{\"from\":3}", "/from", "is refused by the tool's own validation")]
    [InlineData("span", "{\"from\":4,\"to\":3}", "", "must not end before it begins")]
    [InlineData("spans", "[{\"from\":2},null,{\"from\":4,\"to\":3}]", "/2", "must not end before it begins")]
    [InlineData("booking", "{\"room\":\"nowhere\"}", "/room", "is refused by the tool's own validation")]
    [InlineData("booking", "{\"room\":\"taken\"}", "", "is refused by the tool's own validation")]
    [InlineData("booking", "{\"room\":\"x\",\"how-many\":52}", "/how-many", "is refused by the tool's own validation")]
    [InlineData("booking", "{\"room\":\"x\",\"how-many\":3}", "/how-many", "is refused by the tool's own validation")]
    [InlineData("booking", "{\"room\":\"x\",\"when\":{\"from\":4,\"to\":3}}", "/when", "must not end before it begins")]
    [InlineData("booking", "{\"room\":\"x\",\"more\":{\"a/b\":{\"from\":1}}}", "/more/a~1b/from", "is refused by the tool's own validation")]
    [InlineData("marks", "[{\"kind\":\"dot\"},{\"kind\":\"line\",\"length\":2,\"next\":{\"length\":3}}]", "/1/next/length", "is refused by the tool's own validation")]
    public async Task What_it_refuses_is_refused_where_it_is(string tool, string json, string under, string expected) => await s_tools.RefusesAsync(tool, json, expected, under);

    [Fact]
    public async Task What_it_computes_goes_to_the_log_alone()
    {
        s_tools.Log.Clear();
        await s_tools.RefusesAsync("span", "{\"from\":77}", "is refused by the tool's own validation", "/from");

        Assert.Contains(s_tools.Log.Entries, static entry => entry.Message.Contains("refused /value/from: 77 is odd for From", StringComparison.Ordinal));
    }

    [Fact]
    public async Task It_is_not_asked_about_what_binding_refuses()
    {
        LoadedTools own = EchoTools.Load(
            """
            public sealed class CountedAttribute : ValidationAttribute
            {
                public static int Asked;
                public override bool IsValid(object? value) { Asked++; return true; }
            }

            public sealed record Pair([Counted] int X, int Y);
            """,
            ("pair", "[Counted] Pair value"));

        await own.RefuseAsync("pair", """{"value":{"x":1,"y":"1"}}""");
        await own.RefuseAsync("pair", """{"value":{"x":1,"y":1},"other":1}""");
        Assert.Equal(0, own.Assembly.GetType("CountedAttribute")!.GetField("Asked")!.GetValue(null));

        await own.AcceptAsync("pair", """{"value":{"x":1,"y":1}}""");
        Assert.Equal(2, own.Assembly.GetType("CountedAttribute")!.GetField("Asked")!.GetValue(null));
    }

    [Fact]
    public async Task Findings_without_end_end()
    {
        string answer = await s_tools.RefuseAsync("booking", """{"value":{"room":"endless"}}""");

        Assert.StartsWith("Invalid arguments for booking: 1000 violations\n", answer, StringComparison.Ordinal);
        Assert.True(answer.Length <= 4096);
    }

    [Fact]
    public async Task A_caller_cannot_write_the_log_at_length()
    {
        s_tools.Log.Clear();

        string answer = await s_tools.RefuseAsync("many", $$"""{"value":[{{string.Join(',', Enumerable.Repeat("{\"from\":1}", 5000))}}]}""");

        Assert.StartsWith("Invalid arguments for many: 1000 violations\n", answer, StringComparison.Ordinal);
        Assert.InRange(s_tools.Log.Entries.Count, 1, 16);
    }

    [Fact]
    public async Task A_message_cannot_imitate_a_violation() => await s_tools.RefusesAsync("sneaky", "\"root\"", "no   /x: forged ");

    [Fact]
    public async Task Its_exceptions_end_in_the_fixed_error()
    {
        CallToolResult result = await s_tools.CallAsync("broken", """{"value":1}""");

        Assert.True(result.IsError);
        Assert.StartsWith("broken failed. ", ((TextContentBlock)result.Content.Single()).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", ((TextContentBlock)result.Content.Single()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_schema_knows_nothing_of_it() => SchemaAssert.IsArgument(s_tools, "limited", """{"type":"integer","minimum":1,"maximum":10}""");
}
