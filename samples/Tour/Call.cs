using System.Text.Json;
using ModelContextProtocol;
using ModelContextProtocol.Client;

namespace Tour;

/// <summary>A call and what it should be answered with.</summary>
/// <param name="What">What is tried, for the reader of the table.</param>
/// <param name="Tool">The tool that is called.</param>
/// <param name="Arguments">The arguments, as JSON.</param>
/// <param name="Expected">The start of <see cref="Answer.Text"/> that is expected.</param>
internal sealed record Call(string What, string Tool, string Arguments, string Expected)
{
    public async Task<Answer> SendAsync(McpClient client)
    {
        try
        {
            return Answer.From(await client.CallToolAsync(Tool, JsonSerializer.Deserialize<Dictionary<string, object?>>(Arguments)));
        }
        catch (McpProtocolException exception)
        {
            return Answer.FromProtocol(exception.Message);
        }
    }
}
