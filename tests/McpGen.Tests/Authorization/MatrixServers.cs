namespace McpGen.Tests.Authorization;

/// <summary>Every way in: each transport at each protocol version that the SDK speaks.</summary>
public sealed class MatrixServers : IAsyncLifetime
{
    public List<Connection> All { get; } = [];

    public async ValueTask InitializeAsync()
    {
        foreach (string protocol in Connection.Protocols)
        {
            All.Add(new HttpConnection(protocol));
            All.Add(await StreamConnection.OpenAsync(protocol));
            All.Add(await StreamConnection.OpenAsync(protocol, isLocal: true));
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (Connection connection in All)
        {
            await connection.DisposeAsync();
        }
    }
}
