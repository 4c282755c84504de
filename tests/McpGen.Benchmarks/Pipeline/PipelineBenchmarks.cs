using BenchmarkDotNet.Attributes;
using McpGen.Benchmarks.Calls;

namespace McpGen.Benchmarks.Pipeline;

/// <summary>Calls from the official client to the tool and back, over streams in memory; the figures are for one call.</summary>
[MemoryDiagnoser]
public class PipelineBenchmarks
{
    private PipelineServer _hardened = null!;
    private PipelineServer _sdk = null!;
    private IReadOnlyDictionary<string, object?> _arguments = null!;

    /// <summary>Whether the arguments are refused, by both.</summary>
    [Params(false, true)]
    public bool IsRefused { get; set; }

    /// <summary>Starts the servers.</summary>
    [GlobalSetup]
    public void SetUp()
    {
        _hardened = new PipelineServer(isHardened: true);
        _sdk = new PipelineServer(isHardened: false);
        _arguments = PipelineServer.Arguments(IsRefused ? CallInput.WrongType : CallInput.Valid);
    }

    /// <summary>Stops them.</summary>
    [GlobalCleanup]
    public async Task CleanUp()
    {
        await _hardened.DisposeAsync().ConfigureAwait(false);
        await _sdk.DisposeAsync().ConfigureAwait(false);
    }

    /// <summary>McpGen, one call after the other.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = PipelineServer.InFlight)]
    public Task McpGenInTurn() => _hardened.CallInTurnAsync(_arguments, IsRefused);

    /// <summary>The SDK, one call after the other.</summary>
    [Benchmark(OperationsPerInvoke = PipelineServer.InFlight)]
    public Task SdkInTurn() => _sdk.CallInTurnAsync(_arguments, IsRefused);

    /// <summary>McpGen, 32 calls at the same time.</summary>
    [Benchmark(OperationsPerInvoke = PipelineServer.InFlight)]
    public Task McpGenAtOnce() => _hardened.CallAtOnceAsync(_arguments, IsRefused);

    /// <summary>The SDK, 32 calls at the same time.</summary>
    [Benchmark(OperationsPerInvoke = PipelineServer.InFlight)]
    public Task SdkAtOnce() => _sdk.CallAtOnceAsync(_arguments, IsRefused);
}
