using McpGen.Authorization;
using McpGen.Hosting;
using Microsoft.Extensions.DependencyInjection;
using ModelContextProtocol.Server;

namespace McpGen.Tests.Hosting;

public sealed class RegistrationTests
{
    [Fact]
    public void A_class_is_registered_once_however_often_it_is_asked_for()
    {
        IMcpServerBuilder builder = TestServer.Builder();
        HardenedToolRegistration.Add(builder, configure: null, [Tools.Issues], Tools.None);
        HardenedToolRegistration.Add(builder, configure: null, [typeof(IssueTools), typeof(IssueTools)], [Tools.Issues], Tools.None);
        HardenedToolRegistration.Add(builder, configure: null, [Tools.Issues], Tools.None);

        Assert.Equal(3, builder.Services.Count(service => service.ServiceType == typeof(McpServerTool)));
    }

    [Fact]
    public void Only_the_classes_that_are_named_are_registered()
    {
        IMcpServerBuilder builder = TestServer.Builder();
        HardenedToolRegistration.Add(builder, configure: null, [typeof(PlainTools)], [Tools.Issues, Plain("plain")], Tools.None);
        using ServiceProvider services = builder.Services.BuildServiceProvider();

        Assert.Equal("plain", Assert.Single(services.GetServices<McpServerTool>()).ProtocolTool.Name);
    }

    [Fact]
    public void Every_registration_sets_the_same_options()
    {
        var seen = new List<HardeningOptions>();
        IMcpServerBuilder builder = TestServer.Builder();
        HardenedToolRegistration.Add(builder, options => seen.Add(options), [Tools.Issues], Tools.None);
        HardenedToolRegistration.Add(builder, options => seen.Add(options), [Plain("plain")], Tools.None);
        HardenedToolRegistration.Add(builder, options => seen.Add(options), [typeof(PlainTools)], [Plain("plain")], Tools.None);
        HardenedToolRegistration.Add(TestServer.Builder(), options => seen.Add(options), [], Tools.None);

        Assert.Equal((4, 2), (seen.Count, seen.Distinct().Count()));
    }

    [Fact]
    public void Two_tools_of_one_name_are_refused_naming_both_classes()
    {
        IMcpServerBuilder builder = TestServer.Builder();

        InvalidOperationException exception = Assert.Throws<InvalidOperationException>(() =>
            HardenedToolRegistration.Add(builder, configure: null, [Tools.Issues, Plain("search")], Tools.None));

        Assert.Contains("'search'", exception.Message);
        Assert.Contains(nameof(IssueTools), exception.Message);
        Assert.Contains(nameof(PlainTools), exception.Message);
    }

    [Fact]
    public void Two_assemblies_with_a_tool_of_one_name_are_refused()
    {
        IMcpServerBuilder builder = HardenedToolRegistration.Add(TestServer.Builder(), configure: null, [Tools.Issues], Tools.None);

        Assert.Throws<InvalidOperationException>(() => HardenedToolRegistration.Add(builder, configure: null, [Plain("search")], Tools.None));
    }

    [Fact]
    public void A_type_that_is_not_hardened_is_refused()
    {
        InvalidOperationException exception = Assert.Throws<InvalidOperationException>(() =>
            HardenedToolRegistration.Add(TestServer.Builder(), configure: null, [typeof(PlainTools)], [Tools.Issues], Tools.None));

        Assert.Contains("McpGen.Tests.Hosting.PlainTools", exception.Message);
        Assert.Contains("partial", exception.Message);
    }

    [Fact]
    public void A_type_that_derives_from_a_hardened_class_is_refused() =>
        Assert.Throws<InvalidOperationException>(() =>
            HardenedToolRegistration.Add(
                TestServer.Builder(),
                configure: null,
                [typeof(IssueTools)],
                [Tools.Class(typeof(SearchBase), options => Tools.Tool("search", typeof(SearchBase), Access.Authenticated, options))],
                Tools.None));

    [Fact]
    public void A_type_that_is_left_out_is_refused_with_that_reason()
    {
        InvalidOperationException exception = Assert.Throws<InvalidOperationException>(() =>
            HardenedToolRegistration.Add(TestServer.Builder(), configure: null, [typeof(LegacyTools)], [Tools.Issues], [new(typeof(LegacyTools), "later")]));

        Assert.Contains("[NotHardened]", exception.Message);
    }

    [Fact]
    public void Nothing_may_be_null()
    {
        IMcpServerBuilder builder = TestServer.Builder();
        Action<HardeningOptions>? configure = null;

        Assert.Throws<ArgumentNullException>("builder", () => HardenedToolRegistration.Add(null!, configure, [], Tools.None));
        Assert.Throws<ArgumentNullException>("assemblyClasses", () => HardenedToolRegistration.Add(builder, configure, null!, Tools.None));
        Assert.Throws<ArgumentNullException>("notHardened", () => HardenedToolRegistration.Add(builder, configure, [], null!));
        Assert.Throws<ArgumentNullException>("types", () => HardenedToolRegistration.Add(builder, configure, null!, [], Tools.None));
        Assert.Throws<ArgumentNullException>("types", () => HardenedToolRegistration.Add(builder, configure: null, [null!], [], Tools.None));
        Assert.Throws<ArgumentNullException>("type", () => new ToolClass(null!, _ => []));
        Assert.Throws<ArgumentNullException>("createTools", () => new ToolClass(typeof(IssueTools), null!));
        Assert.Throws<ArgumentNullException>("inner", () => new LocalTransport(null!));
    }

    [Fact]
    public void A_server_without_hardened_tools_is_guarded_too()
    {
        string failure = TestServer.FailureOf(builder => HardenedToolRegistration.Add(builder.WithTools([typeof(PlainTools)]), configure: null, [], Tools.None));

        Assert.Contains("'plain'", failure);
    }

    private static ToolClass Plain(string name) => Tools.Class(typeof(PlainTools), options => Tools.Tool(name, typeof(PlainTools), Access.Anyone, options));
}
