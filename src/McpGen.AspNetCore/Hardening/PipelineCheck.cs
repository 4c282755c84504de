using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace McpGen.AspNetCore;

/// <summary>Stops a server that was told what to let in and never asks, or asks on a branch alone: before it listens, whatever kind of host it is.</summary>
internal sealed class PipelineCheck : IStartupFilter
{
    // A branch has a copy of the properties: what it marks does not reach the root.
    private const string Key = "McpGen.HardenedHttp";

    public static void Mark(IApplicationBuilder app) => app.Properties[Key] = true;

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        next(app);
        if (!app.Properties.ContainsKey(Key))
        {
            throw new InvalidOperationException("AddHardenedMcpHttp was called, but nothing enforces it. Call UseHardenedMcpHttp on the application itself, not on a branch, before anything that answers requests.");
        }
    };
}
