using System.Text;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace McpGen.Benchmarks.Calls;

/// <summary>One call, from the SDK's request to its result.</summary>
[MemoryDiagnoser]
public class CallBenchmarks
{
    private readonly SchemaCheck _schema = new();
    private RequestContext<CallToolRequestParams> _request = null!;
    private byte[] _text = [];

    /// <summary>The names of the inputs.</summary>
    public static IEnumerable<string> Inputs => CallInput.All.Keys;

    /// <summary>Which arguments.</summary>
    [ParamsSource(nameof(Inputs))]
    public string Input { get; set; } = "";

    /// <summary>Makes the request.</summary>
    [GlobalSetup]
    public void SetUp()
    {
        SelfCheck.Run();
        _text = Encoding.UTF8.GetBytes(CallInput.All[Input]);
        _request = CallRequest.Local(_text);
    }

    /// <summary>The generated wrapper.</summary>
    [Benchmark(Baseline = true)]
    public CallToolResult McpGen() => Call.Complete(Contestants.Hardened, _request);

    /// <summary>The wrapper by hand.</summary>
    [Benchmark]
    public CallToolResult ByHand() => Call.Complete(Contestants.ByHand, _request);

    /// <summary>The SDK's call, which checks nothing.</summary>
    [Benchmark]
    public CallToolResult? Sdk() => Call.CompleteOrRefuse(Contestants.Sdk, _request);

    /// <summary>NJsonSchema, without a call.</summary>
    [Benchmark]
    public int NJsonSchema() => _schema.Validate(_request.Params!.Arguments!);

    /// <summary>Binding and data annotations, without a call.</summary>
    [Benchmark]
    public int Annotations()
    {
        try
        {
            return AnnotationCheck.Validate(_request.Params!.Arguments!);
        }
        catch (JsonException)
        {
            return 1;
        }
    }

    /// <summary>A pass over the tokens.</summary>
    [Benchmark]
    public int Utf8JsonReader() => ReaderPass.CountTokens(_text);
}
