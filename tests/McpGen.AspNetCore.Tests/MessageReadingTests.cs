using System.IO.Compression;
using System.Text;
using McpGen.AspNetCore.Tests.Harness;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace McpGen.AspNetCore.Tests;

/// <summary>What the challenges are decided on, and that the endpoint reads the same bytes.</summary>
public sealed class MessageReadingTests
{
    private const string Caller = "sub=bob; scope=orders:read";

    [Theory]
    [InlineData("tools/list", "ship_order")]
    [InlineData("tools/call", "read_orders")]
    [InlineData("TOOLS/CALL", "ship_order")]
    [InlineData("tools/call", "Ship_order")]
    [InlineData("tools/call", "=?base64?cmVhZF9vcmRlcnM=?=")]
    [InlineData("tools/call", "=?base64?!?=")]
    public async Task A_header_that_contradicts_the_body_is_400(string method, string name)
    {
        await using HttpServer server = await HttpServer.StartChallengingAsync();

        Answer answer = await Answer.SendAsync(server, Request.Call("ship_order", Caller).With("Mcp-Method", method).With("Mcp-Name", name));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal(-32020, (int?)answer.Message["error"]?["code"]);
        Assert.Empty(answer.Challenges);
        Assert.Empty(server.Tools.Calls);
    }

    [Theory]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"Name":"ship_order"}}""")]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"ship_order","Name":"read_orders"}}""")]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{}}""")]
    [InlineData("""[{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"ship_order"}}]""")]
    [InlineData("\uFEFF{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"ship_order\"}}")]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"ship_order"}}""", 100_000)]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"read_orders"}}""", 2_000_000)]
    public async Task A_body_that_cannot_be_compared_with_its_headers_is_400(string body, int padding = 0)
    {
        await using HttpServer server = await HttpServer.StartChallengingAsync();

        Answer answer = await Answer.SendAsync(server, Request.Post(body + new string(' ', padding), Caller).With("Mcp-Method", "tools/call").With("Mcp-Name", "read_orders"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Empty(server.Tools.Calls);
    }

    [Fact]
    public async Task A_long_body_that_agrees_with_its_headers_is_called()
    {
        await using HttpServer server = await HttpServer.StartChallengingAsync();

        Answer answer = await Answer.SendAsync(server, Request.Post(
            """{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"read_orders"}}""" + new string(' ', 100_000), Caller).With("Mcp-Method", "tools/call").With("Mcp-Name", "read_orders"));

        Assert.Equal(OrderTools.Entered, answer.Text);
    }

    [Fact]
    public async Task A_method_header_contradicts_any_message()
    {
        await using HttpServer server = await HttpServer.StartChallengingAsync();

        Answer answer = await Answer.SendAsync(server, Request.Post("""{"jsonrpc":"2.0","id":1,"method":"tools/list"}""", Caller).With("Mcp-Method", "tools/call"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
    }

    [Fact]
    public async Task A_header_sent_twice_contradicts()
    {
        await using HttpServer server = await HttpServer.StartChallengingAsync();

        const string Body = """{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"read_orders"}}""";
        string answer = await RawRequest.SendAsync(server, $"POST /mcp HTTP/1.1\r\nHost: localhost\r\nMcp-Name: read_orders\r\nMcp-Name: read_orders\r\nContent-Length: {Body.Length}", Body);

        Assert.StartsWith("HTTP/1.1 400 ", answer);
        Assert.Contains("-32020", answer);
    }

    [Theory]
    [InlineData("read_orders")]
    [InlineData("=?base64?cmVhZF9vcmRlcnM=?=")]
    public async Task A_header_that_agrees_is_read_in_either_form(string name)
    {
        await using HttpServer server = await HttpServer.StartChallengingAsync();

        Answer answer = await Answer.SendAsync(server, Request.Call("read_orders", Caller).With("Mcp-Method", "tools/call").With("Mcp-Name", name));

        Assert.Equal(OrderTools.Entered, answer.Text);
    }

    [Fact]
    public async Task A_name_that_no_header_can_hold_is_encoded()
    {
        await using HttpServer server = await HttpServer.StartChallengingAsync();

        Assert.Equal(HttpStatusCode.Forbidden, (await Answer.SendAsync(server, Request.Call("bestellung_löschen", "sub=bob", Request.Stateless))).Status);
        Assert.Equal(OrderTools.Entered, (await Answer.SendAsync(server, Request.Call("bestellung_löschen", "sub=bob; scope=orders:delete", Request.Stateless))).Text);
    }

    [Fact]
    public async Task Escapes_in_the_body_are_read_as_the_SDK_reads_them()
    {
        await using HttpServer server = await HttpServer.StartChallengingAsync();

        Answer answer = await Answer.SendAsync(server, Request.Post("""{"jsonrpc":"2.0","id":1,"m\u0065thod":"tools\/call","params":{"n\u0061me":"ship\u005forder"}}""", "sub=bob"));

        Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
    }

    [Theory]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"ship_order","name":"read_orders"}}""")]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"ship_order","Name":"read_orders"}}""")]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"ship_order"},"params":{"name":"read_orders"}}""")]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"tools/call","method":"tools/list","params":{"name":"ship_order"}}""")]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"ship_order\ud800"}}""")]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":7}}""")]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"tools/call","params":["ship_order"]}""")]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"tools/call"}""")]
    [InlineData("""[{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"ship_order"}}]""")]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"ship_order"}""")]
    [InlineData("ship_order")]
    [InlineData("")]
    public async Task In_doubt_the_body_is_passed_on_as_it_came(string body)
    {
        string? read = null;
        await using HttpServer server = await HttpServer.StartAsync(
            builder => builder.Services.AddProtectedResource(resource => resource.Resource = new Uri("https://orders.example/mcp")),
            app =>
            {
                app.UseAuthentication();
                app.UseToolScopeChallenges();
                app.MapPost("/mcp", async http => read = await new StreamReader(http.Request.Body).ReadToEndAsync());
            });

        Answer answer = await Answer.SendAsync(server, Request.Post(body, "sub=bob"));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(body, read);
    }

    [Theory]
    [InlineData(64 * 1024, HttpStatusCode.Forbidden)]
    [InlineData((64 * 1024) + 1, HttpStatusCode.OK)]
    [InlineData(700_000, HttpStatusCode.OK)]
    public async Task A_body_longer_than_64_KiB_is_passed_on_whole(int length, HttpStatusCode status)
    {
        await using HttpServer server = await HttpServer.StartChallengingAsync();
        foreach (bool isChunked in new[] { false, true })
        {
            foreach (string path in new[] { "/mcp", "/mcp/piped" })
            {
                Assert.Equal(status, (await SendAsync("ship_order")).Status);
                Assert.Equal(OrderTools.Entered, (await SendAsync("read_orders")).Text);

                Task<Answer> SendAsync(string tool)
                {
                    HttpRequestMessage request = Request.Post(Long(tool, length), Caller, path);
                    request.Headers.TransferEncodingChunked = isChunked;
                    return Answer.SendAsync(server, request);
                }
            }
        }

        Assert.DoesNotContain("ship_order", server.Tools.Calls);
    }

    [Fact]
    public async Task A_body_that_is_no_longer_the_servers_own_is_read_whole()
    {
        await using HttpServer server = await HttpServer.StartAsync(
            builder =>
            {
                builder.Services.AddRequestDecompression();
                builder.Services.AddProtectedResource(resource => resource.Resource = new Uri("https://orders.example/mcp"));
            },
            app =>
            {
                app.UseRequestDecompression();
                app.UseAuthentication();
                app.UseToolScopeChallenges();
                app.MapPost("/mcp", McpEndpoint.PostAsync);
                app.MapPost("/mcp/piped", McpEndpoint.PostPipedAsync);
            });

        foreach (string path in new[] { "/mcp", "/mcp/piped" })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await SendAsync("ship_order", 200)).Status);
            Assert.Equal(OrderTools.Entered, (await SendAsync("read_orders", 200)).Text);
            Assert.Equal(OrderTools.Entered, (await SendAsync("read_orders", 200_000)).Text);

            Task<Answer> SendAsync(string tool, int length)
            {
                var compressed = new MemoryStream();
                using (var gzip = new GZipStream(compressed, CompressionLevel.Fastest, leaveOpen: true))
                {
                    gzip.Write(Encoding.UTF8.GetBytes(Long(tool, length)));
                }

                HttpRequestMessage request = Request.Post("", Caller, path);
                request.Content = new ByteArrayContent(compressed.ToArray()) { Headers = { ContentEncoding = { "gzip" } } };
                return Answer.SendAsync(server, request);
            }
        }
    }

    [Fact]
    public async Task A_body_that_arrives_in_pieces_is_read_whole()
    {
        await using HttpServer server = await HttpServer.StartChallengingAsync();
        HttpRequestMessage request = Request.Call("ship_order", Caller);
        request.Content = new PiecewiseContent(await request.Content!.ReadAsByteArrayAsync());

        Assert.Equal(HttpStatusCode.Forbidden, (await Answer.SendAsync(server, request)).Status);
    }

    private static string Long(string tool, int length)
    {
        string start = $$"""{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"{{tool}}" } }""";
        return start + new string(' ', length - start.Length);
    }

    private sealed class PiecewiseContent(byte[] bytes) : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            foreach (byte[] piece in bytes.Chunk(7))
            {
                await stream.WriteAsync(piece);
                await stream.FlushAsync();
            }
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
