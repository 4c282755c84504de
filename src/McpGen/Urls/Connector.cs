using System.Net;
using System.Net.Http;
using System.Net.Sockets;

namespace McpGen.Urls;

/// <summary>Opens the connections of a handler: resolves, checks, and connects to the very address it checked.</summary>
internal sealed class Connector(Network network, Reach reach)
{
    private const string NotReachable = "The URL's host has an address that is neither public nor in a network that the tool allows.";

    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        DnsEndPoint target = context.DnsEndPoint;
        IPAddress[] addresses = IPAddress.TryParse(target.Host, out IPAddress? literal)
            ? [literal]
            : await network.ResolveAsync(target.Host, cancellationToken).ConfigureAwait(false);

        // One address that is refused refuses them all: who mixes them chooses which one is tried.
        return Array.TrueForAll(addresses, reach.Includes)
            ? await ConnectToFirstAsync(network, addresses, target.Port, cancellationToken).ConfigureAwait(false)
            : throw new UrlRefusedException(NotReachable);
    }

    /// <summary>Connects to a proxy, which the application names: to whatever address it has.</summary>
    public static async ValueTask<Stream> ConnectToProxyAsync(Network network, DnsEndPoint proxy, CancellationToken cancellationToken) =>
        await ConnectToFirstAsync(network, await network.ResolveAsync(proxy.Host, cancellationToken).ConfigureAwait(false), proxy.Port, cancellationToken).ConfigureAwait(false);

    private static async ValueTask<Stream> ConnectToFirstAsync(Network network, IPAddress[] addresses, int port, CancellationToken cancellationToken)
    {
        for (int index = 0; index < addresses.Length; index++)
        {
            try
            {
                return await network.ConnectAsync(addresses[index], port, cancellationToken).ConfigureAwait(false);
            }
            catch (SocketException) when (index < addresses.Length - 1)
            {
                // The next address may answer; the last one's error is the call's.
            }
        }

        throw new SocketException((int)SocketError.HostNotFound);
    }
}
