using System.Collections.Concurrent;

namespace McpGen.EndToEnd.Tests.Harness;

/// <summary>One Workspace process for each version of the protocol, shared by the tests of a class.</summary>
public sealed class WorkspaceServers : IDisposable
{
    private readonly ConcurrentDictionary<string, Task<WorkspaceServer>> _servers = new();

    internal Task<WorkspaceServer> SpeakingAsync(string version) => _servers.GetOrAdd(version, WorkspaceServer.StartAsync);

    public void Dispose()
    {
        foreach (Task<WorkspaceServer> server in _servers.Values)
        {
            if (server.IsCompletedSuccessfully)
            {
                server.Result.Dispose();
            }
        }
    }
}
