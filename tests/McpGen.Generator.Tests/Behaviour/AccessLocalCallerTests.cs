using System.Security.Claims;
using McpGen.Generator.Tests.Harness;
using static McpGen.Generator.Tests.Behaviour.AccessRuleTests;

namespace McpGen.Generator.Tests.Behaviour;

/// <summary>What a method learns of the local process.</summary>
public sealed class AccessLocalCallerTests
{
    private const string Source = """
        [McpServerToolType, PublicTool(AllowAnonymous = true)]
        public static partial class Tools
        {
            [McpServerTool, Description("d")]
            public static string Who(System.Security.Claims.ClaimsPrincipal? caller = null) =>
                caller is null ? "nobody" : $"{caller.Identity!.Name} {caller.Identity.IsAuthenticated} {caller.IsInRole("clerk")} {caller.FindFirst("scope")?.Value} {caller.FindFirst("tid")?.Value}";
        }
        """;

    [Fact]
    public async Task A_parameter_gets_the_local_caller_that_is_configured_and_only_on_a_local_transport()
    {
        var options = new HardeningOptions();
        options.LocalCaller.Name = "ada";
        options.LocalCaller.Scopes.Add("a");
        options.LocalCaller.Roles.Add("clerk");
        options.LocalCaller.Claims.Add(new Claim("tid", "t1"));
        LoadedTools tools = LoadedTools.From(GeneratorRun.Of(Source).AssertClean(), options);

        Assert.Equal("ada True True a t1", Text(await tools.CallAsync(tools.Request("who", "{}"))));
        Assert.Equal("nobody", Text(await tools.CallAsync(tools.Request("who", "{}", isLocal: false))));
        Assert.Equal("ada True True a t1", Text(await tools.CallAsync(tools.Request("who", "{}", isLocal: true, new ClaimsPrincipal(new ClaimsIdentity([new Claim("tid", "t2")]))))));
        Assert.Equal("bob True False  t2", Text(await tools.CallAsync(tools.Request("who", "{}", isLocal: true, User("name=bob;tid=t2")))));
    }

    [Fact]
    public async Task A_parameter_gets_nobody_while_nothing_is_said()
    {
        LoadedTools tools = LoadedTools.From(GeneratorRun.Of(Source).AssertClean());

        Assert.Equal("nobody", Text(await tools.CallAsync(tools.Request("who", "{}"))));
    }
}
