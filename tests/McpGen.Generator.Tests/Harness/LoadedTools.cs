using System.Reflection;
using System.Runtime.Loader;
using System.Security.Claims;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using McpGen.Invocation;
using Microsoft.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace McpGen.Generator.Tests.Harness;

/// <summary>Generated tools, compiled, loaded and ready to be called as a message would call them.</summary>
internal sealed class LoadedTools
{
    private readonly Dictionary<string, HardenedTool> _tools;
    private readonly IServiceProvider _services;
    private readonly McpServer _server;

    private LoadedTools(Assembly assembly, HardeningOptions options, IServiceProvider services, RecordedLog log)
    {
        Log = log;
        Assembly = assembly;
        _services = services;
        _server = McpServer.Create(new SilentTransport(), new McpServerOptions(), null, services);
        _tools = assembly.GetTypes()
            .Select(static type => type.GetNestedType(KnownNames.WrapperClass, BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.DeclaredOnly))
            .Where(static type => type is not null)
            .SelectMany(type => (HardenedTool[])type!.GetMethod("Create", BindingFlags.NonPublic | BindingFlags.Static)!.Invoke(null, [options])!)
            .ToDictionary(static tool => tool.Name);
    }

    public Assembly Assembly { get; }

    public IReadOnlyCollection<HardenedTool> All => _tools.Values;

    public HardenedTool this[string name] => _tools[name];

    public IServiceProvider Services => _services;

    public RecordedLog Log { get; }

    /// <summary>Generates, compiles without a warning, and loads.</summary>
    public static LoadedTools Of(params string[] sources) => From(GeneratorRun.Of(sources).AssertClean());

    /// <summary>Compiles and loads. A source's own services are added by its <c>OwnServices.Add</c>, where it has one.</summary>
    public static LoadedTools From(GeneratorRun run, HardeningOptions? options = null, Action<IServiceCollection>? configure = null)
    {
        using var image = new MemoryStream();
        Microsoft.CodeAnalysis.Emit.EmitResult emitted = run.Output.Emit(image);
        Assert.True(emitted.Success, string.Join("\n", emitted.Diagnostics));
        image.Position = 0;
        Assembly assembly = new AssemblyLoadContext(null, isCollectible: true).LoadFromStream(image);
        var services = new ServiceCollection();
        var log = new RecordedLog();
        services.AddLogging(logging => logging.AddProvider(log));
        configure?.Invoke(services);
        assembly.GetType("OwnServices")?.GetMethod("Add")!.Invoke(null, [services]);
        return new LoadedTools(assembly, options ?? new HardeningOptions(), services.BuildServiceProvider(), log);
    }

    /// <summary>Calls a tool with the text of an arguments object, as the SDK would hand it over after reading the message.</summary>
    public async Task<CallToolResult> CallAsync(string tool, string arguments, CancellationToken cancellation = default) =>
        await CallAsync(Request(tool, arguments), cancellation);

    /// <summary>Makes a call as it stands in a request.</summary>
    public async Task<CallToolResult> CallAsync(RequestContext<CallToolRequestParams> request, CancellationToken cancellation = default) =>
        await _tools[request.Params!.Name].InvokeAsync(request, cancellation);

    /// <summary>The text of a call's result.</summary>
    public async Task<string> TextAsync(string tool, string arguments)
    {
        CallToolResult result = await CallAsync(tool, arguments);
        return string.Concat(result.Content.OfType<TextContentBlock>().Select(static block => block.Text));
    }

    /// <summary>Asserts that a call is accepted, and gives its text.</summary>
    public async Task<string> AcceptAsync(string tool, string arguments)
    {
        CallToolResult result = await CallAsync(tool, arguments);
        string text = string.Concat(result.Content.OfType<TextContentBlock>().Select(static block => block.Text));
        Assert.True(result.IsError is not true, $"{arguments} was refused: {text}\n{(result.IsError is true ? Log.LastException : null)}");
        return text;
    }

    /// <summary>Asserts that a call is refused for its arguments, and gives the text.</summary>
    public async Task<string> RefuseAsync(string tool, string arguments)
    {
        CallToolResult result = await CallAsync(tool, arguments);
        string text = string.Concat(result.Content.OfType<TextContentBlock>().Select(static block => block.Text));
        Assert.True(result.IsError is true, $"{arguments} was accepted: {text}");
        Assert.StartsWith($"Invalid arguments for {tool}: ", text, StringComparison.Ordinal);
        return text;
    }

    /// <summary>A request whose message holds the arguments text verbatim; from the local process unless it says otherwise.</summary>
    public RequestContext<CallToolRequestParams> Request(string tool, string arguments, bool isLocal = true, ClaimsPrincipal? user = null)
    {
        string parameters = $$"""{"name":"{{tool}}","arguments":{{arguments}}}""";
        var options = new JsonDocumentOptions { MaxDepth = 512 };
        var message = new JsonRpcRequest
        {
            Id = new RequestId(1),
            Method = "tools/call",
            Params = JsonNode.Parse(parameters, documentOptions: options),
            Context = new JsonRpcMessageContext { User = user },
        };
        var read = new CallToolRequestParams { Name = tool };
        using JsonDocument document = JsonDocument.Parse(arguments, options);
        if (document.RootElement.ValueKind == JsonValueKind.Object)
        {
            read.Arguments = new Dictionary<string, JsonElement>();
            foreach (JsonProperty argument in document.RootElement.EnumerateObject())
            {
                read.Arguments[argument.Name] = argument.Value.Clone();
            }
        }

        return new RequestContext<CallToolRequestParams>(_server, isLocal ? LocalMessage.From(message) : message, read) { Services = _services };
    }
}
