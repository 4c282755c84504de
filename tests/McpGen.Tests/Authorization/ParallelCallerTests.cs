using System.Text.Json.Nodes;
using McpGen.Tests.Hosting;

namespace McpGen.Tests.Authorization;

/// <summary>Callers that share a server, and call at the same time, never meet each other's list or decision.</summary>
public sealed class ParallelCallerTests
{
    private const int Rounds = 250;

    private static readonly string[] s_callers = ["reader", "clerk_auditor", "app_ada", "nobody"];
    private static readonly string[] s_calls = ["list", "scope", "roles_all", "client_and_user", "policy_and_scope", "tenant"];

    public static TheoryData<string, bool> Sessions => new(from protocol in (string[])[TestServer.Initialize, TestServer.Stateless] from isLocal in (bool[])[false, true] select (protocol, isLocal));

    [Theory]
    [MemberData(nameof(Sessions))]
    public async Task In_one_session_each_gets_its_own(string protocol, bool isLocal)
    {
        await using StreamConnection connection = await StreamConnection.OpenAsync(protocol, isLocal);
        Dictionary<string, string> alone = await AloneAsync(connection);
        string[] ids = [.. Ids()];

        Task written = Task.Run(async () =>
        {
            foreach (string id in ids)
            {
                await connection.WriteAsync(Request(connection, id));
            }
        });
        List<string> answered = [];
        for (int i = 0; i < ids.Length; i++)
        {
            answered.Add(AssertSame(alone, await connection.ReadAsync()));
        }

        await written;
        Assert.Equal(ids.Order(StringComparer.Ordinal), answered.Order(StringComparer.Ordinal));
        AssertEntries(connection, ids);
    }

    [Fact]
    public async Task Over_http_each_gets_its_own()
    {
        await using var connection = new HttpConnection(TestServer.Stateless);
        Dictionary<string, string> alone = await AloneAsync(connection);
        string[] ids = [.. Ids()];

        await Parallel.ForEachAsync(ids, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (id, _) => AssertSame(alone, await connection.AskAsync(Request(connection, id))));
        AssertEntries(connection, ids);
    }

    /// <summary>Every caller's every request, the callers by turns.</summary>
    private static IEnumerable<string> Ids() => from round in Enumerable.Range(0, Rounds) from call in s_calls from caller in s_callers select $"{caller}/{call}/{round}";

    private static JsonObject Request(Connection connection, string id)
    {
        string call = id.Split('/')[1];
        return call == "list" ? connection.Request(id, "tools/list", []) : connection.Request(id, "tools/call", new JsonObject { ["name"] = call });
    }

    /// <summary>What each caller is answered while nobody else calls; that it is right is the matrix's to say.</summary>
    private static async Task<Dictionary<string, string>> AloneAsync(Connection connection)
    {
        Dictionary<string, string> answers = [];
        foreach (string caller in s_callers)
        {
            foreach (string call in s_calls)
            {
                (string id, string answer) = Read(await connection.AskAsync(Request(connection, $"{caller}/{call}/alone")));
                answers.Add(id[..id.LastIndexOf('/')], answer);
            }
        }

        // Otherwise nothing would be mixed up.
        Assert.Equal(s_callers.Length, answers.Where(static pair => pair.Key.EndsWith("/list", StringComparison.Ordinal)).Select(static pair => pair.Value).Distinct().Count());
        return answers;
    }

    private static string AssertSame(Dictionary<string, string> alone, string message)
    {
        (string id, string answer) = Read(message);
        Assert.Equal(alone[id[..id.LastIndexOf('/')]], answer);
        return id;
    }

    private static (string Id, string Answer) Read(string message)
    {
        JsonObject answer = JsonNode.Parse(message)!.AsObject();
        string id = (string)answer["id"]!;
        answer.Remove("id");
        return (id, answer.ToJsonString());
    }

    private static void AssertEntries(Connection connection, string[] ids) => Assert.All(ids, id =>
    {
        string[] parts = id.Split('/');
        bool isAdmitted = parts[1] != "list" && MatrixRule.All.Single(rule => rule.Name == parts[1]).Expected(parts[0], connection.IsLocal).Contains("entered once", StringComparison.Ordinal);
        Assert.Equal(isAdmitted ? 1 : 0, connection.Tools.EntriesOf(id));
    });
}
