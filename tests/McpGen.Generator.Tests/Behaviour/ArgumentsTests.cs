using System.Security.Claims;
using System.Text;
using System.Text.Json;
using McpGen.Generator.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;

namespace McpGen.Generator.Tests.Behaviour;

/// <summary>What is an argument and what is not, and when an argument may be absent.</summary>
public sealed class ArgumentsTests
{
    private const string Types = """
        namespace Microsoft.AspNetCore.Http.Metadata { public interface IFromServiceMetadata; }

        public sealed class FromServicesAttribute : Attribute, Microsoft.AspNetCore.Http.Metadata.IFromServiceMetadata;

        public interface IStore { string Name { get; } }

        public sealed class Store(string name) : IStore { public string Name => name; }

        public abstract class Clock { public abstract string Now { get; } }

        public sealed class FixedClock : Clock { public override string Now => "noon"; }

        public sealed class Connection : IDisposable { public string Text => "connected"; public void Dispose() { } }

        public sealed class Manager(IStore store) { public string Text => "manages " + store.Name; }

        public sealed class Settings { public string Name { get; set; } = "configured"; }

        [Argument] public sealed class Draft : IDisposable { public string Name { get; set; } = "empty"; public void Dispose() { } }

        public static class OwnServices
        {
            public static void Add(IServiceCollection services) => services
                .AddSingleton<IStore>(new Store("first"))
                .AddKeyedSingleton<IStore>("second", new Store("second"))
                .AddKeyedSingleton<IStore>(2, new Store("number two"))
                .AddSingleton<Clock>(new FixedClock())
                .AddSingleton<Connection>()
                .AddSingleton<Manager>()
                .AddSingleton<Settings>();
        }
        """;

    private const string Tools = """
        [McpServerToolType, PublicTool]
        public static partial class ServiceTools
        {
            [McpServerTool, Description("By interface.")] public static string Contract(IStore store) => store.Name;
            [McpServerTool, Description("By abstract class.")] public static string AbstractClass(Clock clock) => clock.Now;
            [McpServerTool, Description("Of another assembly.")] public static string OtherAssembly(System.Text.StringBuilder text) => text.ToString();
            [McpServerTool, Description("Owns something.")] public static string Disposable(Connection connection) => connection.Text;
            [McpServerTool, Description("Needs a service.")] public static string NeedsService(Manager manager) => manager.Text;
            [McpServerTool, Description("By key.")] public static string Keyed([FromKeyedServices("second")] IStore store) => store.Name;
            [McpServerTool, Description("By number.")] public static string KeyedByNumber([FromKeyedServices(2)] IStore store) => store.Name;
            [McpServerTool, Description("Marked.")] public static string Marked([Service] Settings settings) => settings.Name;
            [McpServerTool, Description("Marked by ASP.NET Core.")] public static string FromServices([FromServices] Settings settings) => settings.Name;
            [McpServerTool, Description("Missing.")] public static string Optional([Service] Uri? uri = null, IFormatProvider? format = null, [FromKeyedServices("no")] IStore? store = null) => $"{uri is null} {format is null} {store is null}";
            [McpServerTool, Description("Not there.")] public static string Unregistered(IFormatProvider format) => "never";
            [McpServerTool, Description("An argument.")] public static string MarkedArgument([Argument] Settings settings, Draft draft) => settings.Name + " " + draft.Name;
            [McpServerTool, Description("Mixed.")] public static string Mixed(string before, IStore store, int after = 1) => $"{before} {store.Name} {after}";
        }

        [McpServerToolType, PublicTool]
        public static partial class SuppliedTools
        {
            [McpServerTool, Description("All of them.")]
            public static string Supplied(
                CancellationToken cancellation, McpServer server, RequestContext<CallToolRequestParams> request, IProgress<ModelContextProtocol.ProgressNotificationValue> progress,
                System.Security.Claims.ClaimsPrincipal user, IServiceProvider services, System.Security.Claims.ClaimsPrincipal? maybe = null)
            {
                progress.Report(new() { Progress = 1 });
                return $"{cancellation.CanBeCanceled} {ReferenceEquals(server, request.Server)} {request.Params!.Name} {user.Identity!.Name} {services.GetRequiredService<IStore>().Name} {maybe is null}";
            }
        }

        [McpServerToolType, PublicTool]
        public static partial class OptionalTools
        {
            [McpServerTool, Description("Optional ones.")]
            public static string Optional2(
                string needed, int count = 10, [DefaultValue(2.5)] double ratio = 0.5, [DefaultValue(3)] int attribute = 0, [DefaultValue("x")] string text = "", string? maybe = null,
                int? number = 4, bool flag = true, decimal price = 1.50m, long big = long.MinValue, float part = 0.1f, string quote = "\"\u2028é\"") =>
                JsonSerializer.Serialize(new object?[] { needed, count, ratio, attribute, text, maybe, number, flag, price, big, part, quote });

            [McpServerTool, Description("By attribute alone.")]
            public static string ByAttribute([DefaultValue(5)] int count, [DefaultValue("d")] string text, string? nullable) => $"{count} {text} {nullable ?? "null"}";

            [McpServerTool, Description("Oblivious.")]
        #nullable disable
            public static string Oblivious(string text) => text;
        #nullable restore

            [McpServerTool, Description("Names.")]
            public static string Names(int @class, int call, int reader, int tool, int result, int Call2, int json, int _x, int camelCase, int PascalCase) => $"{@class}{call}{reader}{tool}{result}{Call2}{json}{_x}{camelCase}{PascalCase}";
        }
        """;

    private static readonly LoadedTools s_tools = LoadedTools.From(
        GeneratorRun.Of(Types, Tools).AssertClean(), configure: static services => services.AddSingleton(new StringBuilder("built")));

    [Theory]
    [InlineData("contract", "first")]
    [InlineData("abstract_class", "noon")]
    [InlineData("other_assembly", "built")]
    [InlineData("disposable", "connected")]
    [InlineData("needs_service", "manages first")]
    [InlineData("keyed", "second")]
    [InlineData("keyed_by_number", "number two")]
    [InlineData("marked", "configured")]
    [InlineData("from_services", "configured")]
    [InlineData("optional", "True True True")]
    public async Task Services_come_from_the_request_and_are_no_arguments(string tool, string expected)
    {
        Assert.Equal(expected, await s_tools.AcceptAsync(tool, "{}"));
        Assert.Empty(s_tools[tool].ProtocolTool.InputSchema.GetProperty("properties").EnumerateObject());
        Assert.Contains("/store: unknown argument", await s_tools.RefuseAsync(tool, """{"store":{}}"""), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_service_that_is_missing_ends_in_the_fixed_error() =>
        Assert.StartsWith("unregistered failed. The server's log has the details under ", await s_tools.TextAsync("unregistered", "{}"), StringComparison.Ordinal);

    [Fact]
    public async Task What_is_marked_as_an_argument_is_one()
    {
        Assert.Equal("given empty", await s_tools.AcceptAsync("marked_argument", """{"settings":{"name":"given"},"draft":{}}"""));
        Assert.Equal(["settings", "draft"], Names("marked_argument"));
    }

    [Fact]
    public async Task Services_and_arguments_mix()
    {
        Assert.Equal("a first 2", await s_tools.AcceptAsync("mixed", """{"before":"a","after":2}"""));
        Assert.Equal(["before", "after"], Names("mixed"));
    }

    [Fact]
    public async Task The_call_itself_supplies_what_belongs_to_it()
    {
        using var cancellation = new CancellationTokenSource();
        var user = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Name, "ada")], "test"));

        Assert.Equal("""[{"type":"text","text":"True True supplied ada first False"}]""", Json(await s_tools.CallAsync(s_tools.Request("supplied", "{}", user: user), cancellation.Token)));
        Assert.Equal("""[{"type":"text","text":"False True supplied  first True"}]""", Json(await s_tools.CallAsync("supplied", "{}")));
        Assert.Empty(Names("supplied"));
    }

    [Fact]
    public async Task An_absent_argument_takes_its_default()
    {
        Assert.Equal("""["n",10,0.5,0,"",null,4,true,1.50,-9223372036854775808,0.1,"\u0022\u2028\u00E9\u0022"]""", await s_tools.AcceptAsync("optional2", """{"needed":"n"}"""));
        Assert.Equal(
            """["n",10,0.5,0,"",null,4,true,1.50,-9223372036854775808,0.1,"\u0022\u2028\u00E9\u0022"]""",
            await s_tools.AcceptAsync("optional2", """{"needed":"n","count":null,"ratio":null,"attribute":null,"text":null,"maybe":null,"number":null,"flag":null,"price":null,"big":null,"part":null,"quote":null}"""));
        Assert.Equal("5 d null", await s_tools.AcceptAsync("by_attribute", "{}"));
        Assert.Equal("1 t s", await s_tools.AcceptAsync("by_attribute", """{"count":1,"text":"t","nullable":"s"}"""));
    }

    [Fact]
    public async Task A_required_argument_must_be_there_and_not_null()
    {
        Assert.EndsWith("/needed: is required", await s_tools.RefuseAsync("optional2", "{}"), StringComparison.Ordinal);
        Assert.Contains("/needed: must be a string", await s_tools.RefuseAsync("optional2", """{"needed":null}"""), StringComparison.Ordinal);
        Assert.Contains("/text: must be a string", await s_tools.RefuseAsync("oblivious", """{"text":null}"""), StringComparison.Ordinal);
        Assert.Contains("/text: is required", await s_tools.RefuseAsync("oblivious", "{}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_are_verbatim_and_case_sensitive()
    {
        Assert.Equal("0123456789", await s_tools.AcceptAsync("names", """{"class":0,"call":1,"reader":2,"tool":3,"result":4,"Call2":5,"json":6,"_x":7,"camelCase":8,"PascalCase":9}"""));
        Assert.Contains("/pascalCase: unknown argument; did you mean \"PascalCase\"?", await s_tools.RefuseAsync("names", """{"pascalCase":9}"""), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_arguments_at_all_are_an_empty_object()
    {
        var request = s_tools.Request("by_attribute", "{}");
        request.Params!.Arguments = null;

        Assert.Equal("""[{"type":"text","text":"5 d null"}]""", Json(await s_tools.CallAsync(request)));
    }

    [Theory]
    [InlineData("""{"name":"by_attribute","arguments":{"count":1},"arguments":{"count":1}}""")]
    [InlineData("""{"name":"by_attribute","arguments":[]}""")]
    [InlineData("""{"name":"by_attribute"}""")]
    [InlineData("""{"name":"by_attribute","arguments":{}}""")]
    [InlineData("""{"name":"by_attribute","arguments":{"count":1,"count":1}}""")]
    [InlineData("""{"name":"by_attribute","arguments":{"count":1},"\u0041rguments":{"count":1,"text":"x"}}""")]
    public async Task Arguments_that_are_not_what_the_message_says_are_refused(string parameters)
    {
        var request = s_tools.Request("by_attribute", """{"count":1}""");
        request.JsonRpcRequest.Params = System.Text.Json.Nodes.JsonNode.Parse(parameters);

        var result = await s_tools.CallAsync(request);

        Assert.True(result.IsError);
        Assert.Contains("Invalid arguments for by_attribute: 1 violation", Json(result), StringComparison.Ordinal);
    }

    private static string[] Names(string tool) => [.. s_tools[tool].ProtocolTool.InputSchema.GetProperty("properties").EnumerateObject().Select(static property => property.Name)];

    private static string Json(ModelContextProtocol.Protocol.CallToolResult result) =>
        JsonSerializer.Serialize(result.Content, ModelContextProtocol.McpJsonUtilities.DefaultOptions);
}
