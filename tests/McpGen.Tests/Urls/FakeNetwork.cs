using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace McpGen.Tests.Urls;

/// <summary>Names and addresses of a network in which servers on loopback stand at any address. Remembers who was asked and connected to.</summary>
internal sealed class FakeNetwork
{
    private readonly ConcurrentDictionary<string, Func<string[]>> _names = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> _ports = new(StringComparer.Ordinal);

    /// <summary>What a name resolves to that is not listed; null where it has no address.</summary>
    public string? AnyOther { get; init; }

    /// <summary>Whether no name is ever answered.</summary>
    public bool Hangs { get; init; }

    /// <summary>Whether no address ever answers.</summary>
    public bool HangsConnecting { get; init; }

    public ConcurrentQueue<string> Resolved { get; } = new();

    /// <summary>The addresses and ports that were connected to, each as <c>address port</c>.</summary>
    public ConcurrentQueue<string> Connected { get; } = new();

    public FakeNetwork Name(string name, params string[] addresses)
    {
        _names[name] = () => addresses;
        return this;
    }

    /// <summary>A name that resolves otherwise each time; to the last for ever.</summary>
    public FakeNetwork Rebinding(string name, params string[] addresses)
    {
        int asked = 0;
        _names[name] = () => [addresses[Math.Min(asked++, addresses.Length - 1)]];
        return this;
    }

    public FakeNetwork Server(string address, LoopbackServer server) => Server(address, server.Port);

    /// <summary>A server at an address, whatever port is asked for.</summary>
    public FakeNetwork Server(string address, int port)
    {
        _ports[address] = port;
        return this;
    }

    public async Task<IPAddress[]> ResolveAsync(string host, CancellationToken cancellationToken)
    {
        Resolved.Enqueue(host);
        if (Hangs)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }

        string[] addresses = _names.TryGetValue(host, out Func<string[]>? answer) ? answer()
            : AnyOther is not null ? [AnyOther]
            : throw new SocketException((int)SocketError.HostNotFound);
        return Array.ConvertAll(addresses, IPAddress.Parse);
    }

    public async Task<Stream> ConnectAsync(IPAddress address, int port, CancellationToken cancellationToken)
    {
        Connected.Enqueue($"{address} {port}");
        if (HangsConnecting)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }

        if (!_ports.TryGetValue(address.ToString(), out int listening))
        {
            throw new SocketException((int)SocketError.ConnectionRefused);
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(IPAddress.Loopback, listening, cancellationToken);
        return new NetworkStream(socket, ownsSocket: true);
    }
}
