using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace McpGen.AspNetCore;

/// <summary>Stops a server that was told what to let in and never asks: before it listens, whatever kind of host it is.</summary>
internal sealed class PipelineCheck : IStartupFilter
{
    public bool IsUsed { get; set; }

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        next(app);
        if (!IsUsed)
        {
            throw new InvalidOperationException("AddHardenedMcpHttp was called, but nothing enforces it. Call UseHardenedMcpHttp on the application, before anything that answers requests.");
        }
    };
}
