using McpGen.Benchmarks.Calls.ByHand;
using McpGen.Invocation;
using Microsoft.Extensions.DependencyInjection;
using ModelContextProtocol.Server;

namespace McpGen.Benchmarks.Calls;

/// <summary>The search tool in its three forms.</summary>
internal static class Contestants
{
    /// <summary>As the generator wraps it; found as a server finds it.</summary>
    public static HardenedTool Hardened { get; } = HardenedOf(typeof(SearchTools)).Single();

    /// <summary>As the SDK calls it.</summary>
    public static McpServerTool Sdk { get; } = McpServerTool.Create(
        typeof(PlainSearchTools).GetMethod(nameof(PlainSearchTools.Search))!, (object?)null, new McpServerToolCreateOptions { Services = CallRequest.Services });

    /// <summary>As it would be written by hand.</summary>
    public static McpServerTool ByHand { get; } = new SearchByHand();

    /// <summary>The tools of a class, as a server finds them.</summary>
    public static HardenedTool[] HardenedOf(Type toolClass)
    {
        var services = new ServiceCollection();
        services.AddMcpServer().WithHardenedTools(toolClass);
        using ServiceProvider provider = services.BuildServiceProvider();
        return [.. provider.GetServices<McpServerTool>().Cast<HardenedTool>()];
    }
}
