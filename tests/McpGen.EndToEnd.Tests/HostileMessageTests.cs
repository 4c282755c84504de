using McpGen.EndToEnd.Tests.Harness;

namespace McpGen.EndToEnd.Tests;

/// <summary>
/// Messages that no client library writes, to a server process. Each gets an answer that holds nothing of the caller's value, enters no
/// tool, and leaves the server at work.
/// </summary>
public sealed class HostileMessageTests(WorkspaceServers servers) : IClassFixture<WorkspaceServers>
{
    private const string Canary = "canary-7f3e91";

    // The SDK's own refusals, before any tool.
    private const string ParseError = "-32700";
    private const string InternalError = "-32603";

    private static readonly Dictionary<string, (string Parameters, string Expected)> s_messages = new()
    {
        ["an argument twice"] = (Search($$"""{"query":"{{Canary}}","query":"{{Canary}}"}"""), Refusal("/query: must not be repeated")),
        ["an argument twice, once escaped"] = (Search($$"""{"query":"{{Canary}}","\u0071uery":"{{Canary}}"}"""), Refusal("/query: must not be repeated")),
        ["an unknown argument twice"] = (Search($$"""{"query":"a","zz":"{{Canary}}","zz":"{{Canary}}"}"""), Refusal("/zz: must not be repeated")),
        ["a nested member twice"] = (Search($$$"""{"query":"a","filter":{"tag":"{{{Canary}}}","tag":"{{{Canary}}}"}}"""), Refusal("/filter/tag: must not be repeated")),
        ["a nested member twice, once escaped"] = (Search($$$"""{"query":"a","filter":{"tag":"{{{Canary}}}","t\u0061g":"{{{Canary}}}"}}"""), Refusal("/filter/tag: must not be repeated")),
        ["a number beyond every type"] = (Search("""{"query":"a","limit":1e400,"filter":{"minWords":-1e400}}"""),
            Refusal("/limit: must be an integer from 1 to 50", "/filter/minWords: must be an integer from 0 to 1000000")),
        ["a number with an exponent beyond every type"] = (Search("""{"query":"a","limit":1e99999999999999999999}"""), Refusal("/limit: must be an integer from 1 to 50")),
        ["an object 100 deep"] = (Search($$"""{"query":"a","filter":{{Nested(100, $"\"{Canary}\"")}}}"""), ParseError),
        ["an object 40 deep"] = (Search($$"""{"query":"a","filter":{{Nested(40, $"\"{Canary}\"")}}}"""), Refusal("/filter/a: unknown argument")),
        ["a string of 10 MB"] = (Search($$"""{"query":"{{Repeated(Canary, 10_000_000)}}"}"""), Refusal("arguments: must be at most 1048576 bytes of JSON")),
        ["a string of 1 MB"] = (Search($$"""{"query":"{{Repeated(Canary, 1_000_000)}}"}"""), Refusal("/query: must be a string of 1 to 200 characters")),
        ["a string of 5000 characters where nobody set a limit"] = ($$$"""{"name":"append_to_note","arguments":{"note":"a.md","text":"{{{Repeated(Canary, 5000)}}}"}}""",
            "Invalid arguments for append_to_note: 1 violation\n  /text: must be a string of at most 4096 characters"),
        ["half a surrogate pair in a value"] = (Search($$"""{"query":"{{Canary}}\ud800"}"""), InternalError),
        ["half a surrogate pair in a nested value"] = (Search($$$"""{"query":"a","filter":{"tag":"\udfff{{{Canary}}}"}}"""), InternalError),
        ["half a surrogate pair in a name"] = (Search($$"""{"query":"a","{{Canary}}\udc00":1}"""), InternalError),
        ["half a surrogate pair in a nested name"] = (Search($$$"""{"query":"a","filter":{"\ud8ff{{{Canary}}}":1}}"""), InternalError),
        ["NUL"] = (Search($$"""{"query":"a","sort":"name\u0000{{Canary}}"}"""), Refusal("""/sort: must be one of "relevance", "newest-first", "longest-first", "name" """.TrimEnd())),
        ["an escape that does not exist"] = (Search($$"""{"query":"{{Canary}}\x41"}"""), ParseError),
        ["half an escape"] = (Search($$"""{"query":"{{Canary}}\u00"}"""), ParseError),
        ["a control character as it is"] = (Search($"{{\"query\":\"{Canary}\u0001\"}}"), ParseError),
        ["a number of 400 digits"] = (Search($$"""{"query":"a","limit":{{new string('7', 400)}}}"""), Refusal("/limit: must be an integer from 1 to 50")),
        ["a number that is almost zero"] = (Search("""{"query":"a","limit":1e-400}"""), Refusal("/limit: must be an integer from 1 to 50")),
        ["__proto__"] = (Search($$$"""{"query":"a","__proto__":{"isAdmin":"{{{Canary}}}"},"filter":{"__proto__":"{{{Canary}}}"}}"""),
            Refusal("/__proto__: unknown argument", "/filter/__proto__: unknown argument")),
        ["a name with NUL"] = (Search($$"""{"query":"a","query\u0000":"{{Canary}}"}"""), Refusal("""/query\u0000: unknown argument; did you mean "query"?""")),
        ["a name in another case"] = (Search($$"""{"Query":"{{Canary}}"}"""), Refusal("""/Query: unknown argument; did you mean "query"?""", "/query: is required")),
        ["arguments that are an array"] = (Search($"[\"{Canary}\"]"), InternalError),
        ["arguments that are a string"] = (Search($"\"{Canary}\""), InternalError),
        ["arguments that are a number"] = (Search("5"), InternalError),
        ["arguments that are true"] = (Search("true"), InternalError),
        ["arguments that are null"] = (Search("null"), Refusal("/query: is required")),
        ["no arguments"] = ("""{"name":"search_notes"}""", Refusal("/query: is required")),
        ["Arguments in another case"] = ($$$"""{"name":"search_notes","Arguments":{"query":"a","limit":"{{{Canary}}}"}}""", Refusal("/limit: must be an integer from 1 to 50")),
        ["Arguments in another case and a repeated one"] = ($$$"""{"name":"search_notes","ARGUMENTS":{"query":"a","query":"{{{Canary}}}"}}""", Refusal("/query: must not be repeated")),
        ["arguments beside Arguments"] = ($$$"""{"name":"search_notes","arguments":{"query":"a"},"Arguments":{"query":"{{{Canary}}}"}}""", InternalError),
        ["arguments twice"] = ($$$"""{"name":"search_notes","arguments":{"query":"a"},"arguments":{"query":"{{{Canary}}}"}}""", InternalError),
        ["a path for a name"] = ($$$"""{"name":"delete_note","arguments":{"note":"../{{{Canary}}}"}}""",
            """
            Invalid arguments for delete_note: 1 violation
              /note: must be a relative path under notes that matches *.md
            """),
    };

    public static TheoryData<string, string> Messages => [.. Protocol.All.SelectMany(static version => s_messages.Keys.Select(message => (version, message)))];

    public static TheoryData<string> Versions => [.. Protocol.All];

    [Theory(Timeout = Limits.Milliseconds)]
    [MemberData(nameof(Messages))]
    public async Task A_hostile_message_is_answered_without_its_values_and_the_server_goes_on(string version, string message)
    {
        Wire wire = (await servers.SpeakingAsync(version)).Wire;
        (string parameters, string expected) = s_messages[message];

        Answer answer = await wire.CallAsync(parameters);

        Assert.Equal(expected, answer.Text);
        Assert.DoesNotContain(Canary, answer.Raw);
        Assert.Equal(expected is not (ParseError or InternalError), answer.Message.TryGetProperty("result", out _) && answer.IsRefused);
        await AssertAtWorkAsync(wire);
    }

    [Theory(Timeout = Limits.Milliseconds)]
    [MemberData(nameof(Versions))]
    public async Task A_hundred_thousand_unknown_names_are_counted_and_not_repeated(string version)
    {
        Wire wire = (await servers.SpeakingAsync(version)).Wire;

        Answer answer = await wire.CallAsync("list_notes", $"{{{string.Join(',', Enumerable.Range(0, 100_000).Select(static name => $"\"{name}\":7"))}}}");

        Assert.StartsWith("Invalid arguments for list_notes: 100000 violations\n  /0: unknown argument\n", answer.Refused());
        Assert.EndsWith("\n  and 99984 more", answer.Text);
        Assert.True(answer.Text.Length <= 4096, answer.Text);
        await AssertAtWorkAsync(wire);
    }

    [Theory(Timeout = Limits.Milliseconds)]
    [MemberData(nameof(Versions))]
    public async Task A_server_ends_when_its_input_ends(string version)
    {
        using WorkspaceServer server = await WorkspaceServer.StartAsync(version);
        await AssertAtWorkAsync(server.Wire);

        Assert.Equal(0, await server.StopAsync());
    }

    private static async Task AssertAtWorkAsync(Wire wire) => Assert.Equal("No note matches.", (await wire.CallAsync("list_notes", """{"limit":5}""")).Accepted());

    private static string Search(string arguments) => $$"""{"name":"search_notes","arguments":{{arguments}}}""";

    private static string Refusal(params string[] violations) =>
        $"Invalid arguments for search_notes: {violations.Length} {(violations.Length == 1 ? "violation" : "violations")}\n  {string.Join("\n  ", violations)}";

    private static string Nested(int depth, string innermost) =>
        string.Concat(Enumerable.Repeat("""{"a":""", depth)) + innermost + new string('}', depth);

    private static string Repeated(string text, int length) => string.Concat(Enumerable.Repeat(text, length / text.Length + 1))[..length];
}
