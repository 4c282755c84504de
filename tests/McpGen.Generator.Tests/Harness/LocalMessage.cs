using System.Threading.Channels;
using McpGen.Hosting;
using ModelContextProtocol.Protocol;

namespace McpGen.Generator.Tests.Harness;

/// <summary>Passes a message through a local transport, which is the only thing that can mark it.</summary>
internal static class LocalMessage
{
    public static T From<T>(T message) where T : JsonRpcMessage
    {
        Channel<JsonRpcMessage> channel = Channel.CreateUnbounded<JsonRpcMessage>();
        Assert.True(channel.Writer.TryWrite(message));
        Assert.True(new LocalTransport(new SilentTransport(channel.Reader)).MessageReader.TryRead(out JsonRpcMessage? read));
        return (T)read;
    }
}
