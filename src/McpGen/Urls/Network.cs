using System.Net;
using System.Net.Sockets;

namespace McpGen.Urls;

/// <summary>What a guarded client asks of the network.</summary>
/// <param name="ResolveAsync">The addresses of a name.</param>
/// <param name="ConnectAsync">A connection to one address.</param>
internal sealed record Network(
    Func<string, CancellationToken, Task<IPAddress[]>> ResolveAsync, Func<IPAddress, int, CancellationToken, Task<Stream>> ConnectAsync)
{
    public static Network System { get; } = new(Dns.GetHostAddressesAsync, ConnectSocketAsync);

    private static async Task<Stream> ConnectSocketAsync(IPAddress address, int port, CancellationToken cancellationToken)
    {
        var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(new IPEndPoint(address, port), cancellationToken).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
