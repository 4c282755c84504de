using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace McpGen.Benchmarks.Calls.ByHand;

/// <summary>
/// The best wrapper that can be written for this one tool and does the same job: nothing in it is general, nothing is left out. What
/// McpGen answers, it answers; see <see cref="SelfCheck"/>.
/// </summary>
internal sealed class SearchByHand : McpServerTool
{
    private const int MaxResultBytes = 1 << 20;

    /// <inheritdoc/>
    public override Tool ProtocolTool { get; } = new() { Name = "search", Description = "Searches the shop." };

    /// <inheritdoc/>
    public override IReadOnlyList<object> Metadata => [];

    /// <inheritdoc/>
    public override ValueTask<CallToolResult> InvokeAsync(RequestContext<CallToolRequestParams> request, CancellationToken cancellationToken = default)
    {
        // Not async: the tool is not, and a state machine is what that would cost.
        try
        {
            return new(Call(request));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (InputRequiredException)
        {
            throw;
        }
        catch (McpProtocolException exception)
        {
            exception.Data.Clear();
            throw;
        }
        catch (McpException exception)
        {
            return new(Error(Clean(exception.Message)));
        }
        catch (Exception exception)
        {
            return new(Failed(request, exception));
        }
    }

    private static CallToolResult Call(RequestContext<CallToolRequestParams> request)
    {
        if (!LocalMark.IsOn(request.JsonRpcRequest) && request.User?.Identity is not { IsAuthenticated: true })
        {
            return Error("Access to search is denied: the caller is not authenticated.");
        }

        var arguments = new SearchArguments();
        if (arguments.Read(request) is { } refusals)
        {
            return Error(refusals.ToString());
        }

        string text = Shop.Search(arguments.Query, arguments.Limit, arguments.Sort, arguments.Tags, arguments.Filter);
        return text.Length <= MaxResultBytes / 3 || Encoding.UTF8.GetByteCount(text) <= MaxResultBytes
            ? new() { Content = [new TextContentBlock { Text = text }] }
            : Failed(request, new InvalidOperationException($"The result is larger than {MaxResultBytes} bytes."));
    }

    private static CallToolResult Error(string text) => new() { IsError = true, Content = [new TextContentBlock { Text = text }] };

    private static CallToolResult Failed(RequestContext<CallToolRequestParams> request, Exception exception)
    {
        string id = Guid.NewGuid().ToString("N");
        request.Services?.GetService<ILoggerFactory>()?.CreateLogger("Shop").LogError(exception, "search failed: {Id}", id);
        return Error($"search failed. The server's log has the details under {id}.");
    }

    private static string Clean(string message)
    {
        var text = new StringBuilder();
        foreach (Rune rune in message.EnumerateRunes())
        {
            if (text.Length < 1000 && (rune.Value == '\n' || Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)))
            {
                text.Append(rune);
            }
        }

        return text.ToString();
    }
}
