using System.Reflection;
using McpGen.Hosting;
using Microsoft.Extensions.DependencyInjection;
using ModelContextProtocol.Server;

namespace McpGen.Tests.Hosting;

public sealed class SideDoorTests
{
    private static readonly MethodInfo s_search = typeof(IssueTools).GetMethod(nameof(IssueTools.Search))!;

    private static readonly Dictionary<string, Action<IMcpServerBuilder>> s_doors = new()
    {
        ["WithTools<T>()"] = builder => builder.WithTools<IssueTools>(),
        ["WithTools(instance)"] = builder => builder.WithTools(new IssueTools()),
        ["WithTools([typeof(T)])"] = builder => builder.WithTools([typeof(IssueTools)]),
        ["WithToolsFromAssembly()"] = builder => builder.WithToolsFromAssembly(typeof(IssueTools).Assembly),
        ["Create(method)"] = builder => builder.WithTools([McpServerTool.Create(s_search, new IssueTools())]),
        ["Create(method) under another name"] = builder => builder.WithTools([McpServerTool.Create(s_search, new IssueTools(), new() { Name = "other" })]),
        ["Create(method) that is no tool"] = builder => builder.WithTools([McpServerTool.Create(typeof(IssueTools).GetMethod(nameof(ToString))!, new IssueTools(), new() { Name = "other" })]),
        ["Create(delegate)"] = builder => builder.WithTools([McpServerTool.Create(new IssueTools().Search, new() { Name = "other" })]),
        ["Create(inherited method)"] = builder => builder.WithTools([McpServerTool.Create(typeof(SearchBase).GetMethod(nameof(SearchBase.Inherited))!, new IssueTools(), new() { Name = "other" })]),
        ["Create(method inherited by another class)"] = builder => builder.WithTools([McpServerTool.Create(typeof(SearchBaseHeir).GetMethod(nameof(SearchBase.Inherited))!, new SearchBaseHeir(), new() { Name = "other" })]),
        ["Create(interface method)"] = builder => builder.WithTools([McpServerTool.Create(typeof(ISearch).GetMethod(nameof(ISearch.Search))!, new IssueTools(), new() { Name = "other" })]),
        ["a tool of another class"] = builder => builder.WithTools([typeof(RogueTools)]),
        ["the options' collection"] = builder => builder.Services.PostConfigure<McpServerOptions>(options => options.ToolCollection!.Add(McpServerTool.Create(s_search, new IssueTools(), new() { Name = "other" }))),
        ["the options' own collection"] = builder => builder.Services.PostConfigure<McpServerOptions>(options => options.ToolCollection = [Tools.Rogue("search")]),
    };

    public static TheoryData<string> Doors => [.. s_doors.Keys];

    [Theory]
    [MemberData(nameof(Doors))]
    public void A_side_door_before_the_hardened_registration_stops_the_start(string door) =>
        AssertStops(builder =>
        {
            s_doors[door](builder);
            Harden(builder);
        });

    [Theory]
    [MemberData(nameof(Doors))]
    public void A_side_door_after_the_hardened_registration_stops_the_start(string door) =>
        AssertStops(builder =>
        {
            Harden(builder);
            s_doors[door](builder);
        });

    [Theory]
    [MemberData(nameof(Doors))]
    public void Naming_the_tool_does_not_open_the_side_door(string door) =>
        AssertStops(builder =>
        {
            HardenedToolRegistration.Add(builder, options => options.UnhardenedTools.Add("other"), [Tools.Issues], Tools.None);
            s_doors[door](builder);
        });

    [Fact]
    public void Hardened_tools_alone_start() => Assert.Equal("", TestServer.FailureOf(Harden));

    [Fact]
    public void A_hardened_tool_that_is_taken_out_of_the_options_stops_the_start()
    {
        string failure = TestServer.FailureOf(builder =>
        {
            Harden(builder);
            builder.Services.Configure<McpServerOptions>(options => options.ToolCollection = null);
        });

        Assert.Contains("'search'", failure);
        Assert.Contains("not in McpServerOptions.ToolCollection", failure);
    }

    [Fact]
    public void A_collection_that_finds_another_tool_under_a_hardened_name_stops_the_start()
    {
        string failure = TestServer.FailureOf(builder =>
        {
            HardenedToolRegistration.Add(builder, options => options.UnhardenedTools.Add("SEARCH"), [Tools.Issues], Tools.None);
            builder.Services.PostConfigure<McpServerOptions>(options =>
            {
                McpServerTool[] tools = options.ToolCollection!.ToArray();
                options.ToolCollection = new(StringComparer.OrdinalIgnoreCase) { Tools.Rogue("SEARCH") };
                Array.ForEach(tools, tool => options.ToolCollection.TryAdd(tool));
            });
        });

        Assert.Contains("finds another tool under the name of the hardened tool", failure);
    }

    [Fact]
    public void An_unhardened_tool_stops_the_start_and_is_told_the_ways_out()
    {
        string failure = TestServer.FailureOf(builder => Harden(builder.WithTools([typeof(PlainTools)])));

        Assert.Contains("Tool 'plain': no wrapper checks McpGen.Tests.Hosting.PlainTools.Plain", failure);
        Assert.Contains("[NotHardened(\"reason\")]", failure);
        Assert.Contains("HardeningOptions.UnhardenedTools", failure);
    }

    [Fact]
    public void An_unhardened_tool_that_is_named_starts() =>
        Assert.Equal("", TestServer.FailureOf(builder =>
            HardenedToolRegistration.Add(builder.WithTools([typeof(PlainTools)]), options => options.UnhardenedTools.Add("plain"), [Tools.Issues], Tools.None)));

    [Fact]
    public void A_tool_of_a_class_that_is_left_out_on_purpose_starts() =>
        Assert.Equal("", TestServer.FailureOf(builder => Harden(builder.WithTools([typeof(LegacyTools)]))));

    [Fact]
    public void A_name_that_is_hardened_and_unhardened_stops_the_start()
    {
        string failure = TestServer.FailureOf(builder =>
            HardenedToolRegistration.Add(builder, options => options.UnhardenedTools.Add("search"), [Tools.Issues], Tools.None));

        Assert.Contains("Tool 'search': named in HardeningOptions.UnhardenedTools", failure);
    }

    [Fact]
    public void Every_failure_is_told_at_once()
    {
        string failure = TestServer.FailureOf(builder => Harden(builder.WithTools([Tools.Rogue("one"), Tools.Rogue("two")])));

        Assert.Contains("'one'", failure);
        Assert.Contains("'two'", failure);
    }

    [Fact]
    public void Options_that_lose_the_guard_stop_the_start()
    {
        string failure = TestServer.FailureOf(builder =>
        {
            Harden(builder);
            builder.Services.PostConfigure<McpServerOptions>(options => options.Filters = new());
        });

        Assert.Contains("McpServerOptions.Filters", failure);
    }

    private static void Harden(IMcpServerBuilder builder) => HardenedToolRegistration.Add(builder, configure: null, [Tools.Issues], Tools.None);

    private static void AssertStops(Action<IMcpServerBuilder> configure)
    {
        string failure = TestServer.FailureOf(configure);

        Assert.Matches("Tool '(search|other|hello|inherited)': ", failure);
        Assert.Matches("IssueTools|SearchBase|ISearch", failure);
        Assert.Contains("Remove the registration", failure);
    }
}
