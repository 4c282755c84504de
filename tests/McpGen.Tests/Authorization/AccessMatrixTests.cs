namespace McpGen.Tests.Authorization;

/// <summary>Every kind of rule, every kind of caller, every way in: the same decision, in the list as in the call, and nothing is entered that is refused.</summary>
public sealed class AccessMatrixTests(MatrixServers servers) : IClassFixture<MatrixServers>
{
    public static TheoryData<string> Rules => [.. MatrixRule.All.Select(static rule => rule.Name)];

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task A_rule_decides_on_each_caller_alike_wherever_it_comes_from(string name)
    {
        MatrixRule rule = MatrixRule.All.Single(rule => rule.Name == name);
        Assert.Equal(Connection.Protocols.Length * 3, servers.All.Count);
        foreach (Connection connection in servers.All)
        {
            List<string> wrong = [];
            foreach (string caller in Callers.All.Keys)
            {
                string expected = rule.Expected(caller, connection.IsLocal);
                string decision = await connection.DecisionAsync(caller, rule.Name);
                if (decision != expected)
                {
                    wrong.Add($"{decision}; expected {expected}");
                }
            }

            Assert.True(wrong.Count == 0, $"{connection}, {rule.Name}:\n{string.Join('\n', wrong)}");
        }
    }

    [Fact]
    public async Task A_list_keeps_the_order_of_the_tools()
    {
        foreach (Connection connection in servers.All)
        {
            foreach (string caller in Callers.All.Keys)
            {
                Assert.Equal(
                    MatrixRule.All.Where(rule => rule.Expected(caller, connection.IsLocal).EndsWith(", listed", StringComparison.Ordinal)).Select(static rule => rule.Name),
                    await connection.ListAsync(caller));
            }
        }
    }
}
