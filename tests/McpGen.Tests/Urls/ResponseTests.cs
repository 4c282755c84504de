using System.IO.Compression;
using System.Net;
using McpGen.Urls;
using Microsoft.AspNetCore.Http;
using static McpGen.Tests.Urls.UrlInternals;

namespace McpGen.Tests.Urls;

/// <summary>What a guarded client takes of an answer, and for how long it waits.</summary>
public sealed class ResponseTests
{
    private const string Address = "203.0.114.1";

    private static readonly GuardedUri s_uri = new UrlGuard("a.example") { Schemes = ["http"] }.Bind("http://a.example/");

    [Theory]
    [InlineData(1000, false)]
    [InlineData(1001, true)]
    public async Task An_answer_has_a_largest_size(int size, bool isRefused)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(new string('a', size));
        using GuardedHttpClient client = Client(Network(server), static options => options.MaxResponseBytes = 1000);

        await AssertAsync(client, isRefused ? "The server's answer is larger than 1000 bytes." : null, size);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    [InlineData("br")]
    public async Task The_size_counts_after_decompression(string encoding)
    {
        const int Size = 50_000_000;
        await using LoopbackServer server = await LoopbackServer.StartAsync(async http =>
        {
            http.Response.Headers.ContentEncoding = encoding;
            await using Stream stream = encoding switch
            {
                "gzip" => new GZipStream(http.Response.Body, CompressionLevel.Fastest),
                "deflate" => new ZLibStream(http.Response.Body, CompressionLevel.Fastest),
                _ => new BrotliStream(http.Response.Body, CompressionLevel.Fastest),
            };
            byte[] zeros = new byte[100_000];
            for (int written = 0; written < Size && !http.RequestAborted.IsCancellationRequested; written += zeros.Length)
            {
                await stream.WriteAsync(zeros);
            }
        });
        using GuardedHttpClient client = Client(Network(server));

        await AssertAsync(client, "The server's answer is larger than 10485760 bytes.");
    }

    [Fact]
    public async Task A_compressed_answer_is_decompressed()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(async http =>
        {
            http.Response.Headers.ContentEncoding = "gzip";
            await using var stream = new GZipStream(http.Response.Body, CompressionLevel.Fastest);
            await stream.WriteAsync("hello"u8.ToArray());
        });
        using GuardedHttpClient client = Client(Network(server));

        Assert.Equal("hello"u8.ToArray(), await client.GetBytesAsync(s_uri));
    }

    [Fact]
    public async Task An_answer_without_end_is_not_taken()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(async http =>
        {
            while (!http.RequestAborted.IsCancellationRequested)
            {
                await http.Response.Body.WriteAsync(new byte[4096]);
            }
        });
        using GuardedHttpClient client = Client(Network(server), static options => options.MaxResponseBytes = 100_000);

        await AssertAsync(client, "The server's answer is larger than 100000 bytes.");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(1024)]
    public async Task Headers_have_a_largest_size(int kilobytes)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(http =>
        {
            http.Response.Headers["X-Long"] = new string('a', 20_000);
            return http.Response.WriteAsync("hello");
        });
        using GuardedHttpClient client = Client(Network(server), options => options.MaxResponseHeaderKilobytes = kilobytes);

        await AssertAsync(client, kilobytes == 1 ? "The headers of the server's answer are larger than 1 KB." : null, 5);
    }

    [Theory]
    [InlineData("no answer")]
    [InlineData("half an answer")]
    [InlineData("redirects")]
    public async Task The_whole_of_a_request_has_a_longest_time(string slow)
    {
        var time = new ManualTime();
        var isWaiting = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using LoopbackServer server = await LoopbackServer.StartAsync(async http =>
        {
            if (slow == "redirects" && http.Request.Path == "/")
            {
                http.Response.Redirect("/two");
                return;
            }

            if (slow == "half an answer")
            {
                await http.Response.WriteAsync("half");
                await http.Response.Body.FlushAsync();
            }

            isWaiting.SetResult();
            await Task.Delay(Timeout.Infinite, http.RequestAborted).ContinueWith(static _ => { }, TaskScheduler.Default);
        });
        using GuardedHttpClient client = Client(Network(server), static options => options.Timeout = TimeSpan.FromSeconds(7), time);

        Task<GuardedHttpResponse> response = client.GetAsync(s_uri);
        await await Task.WhenAny(isWaiting.Task, response);
        time.Advance(TimeSpan.FromSeconds(6));
        Assert.False(response.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(7));

        Assert.Equal("The server did not answer within 7 seconds.", (await Assert.ThrowsAsync<UrlRefusedException>(() => response)).Message);
    }

    [Fact]
    public async Task The_time_holds_for_resolving_too()
    {
        var time = new ManualTime();
        using GuardedHttpClient client = Client(new FakeNetwork { Hangs = true }, null, time);

        Task<GuardedHttpResponse> response = client.GetAsync(s_uri);
        time.Advance(TimeSpan.FromSeconds(30));

        await Assert.ThrowsAsync<UrlRefusedException>(() => response);
    }

    [Fact]
    public async Task What_the_caller_cancels_is_cancelled()
    {
        using var cancelled = new CancellationTokenSource();
        using GuardedHttpClient client = Client(new FakeNetwork { Hangs = true });

        Task<GuardedHttpResponse> response = client.GetAsync(s_uri, cancelled.Token);
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => response);
    }

    [Fact]
    public async Task An_answer_is_read_to_its_end()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(http =>
        {
            http.Response.StatusCode = 404;
            http.Response.ContentType = "text/plain; charset=iso-8859-1";
            http.Response.Headers["X-Note"] = new(["one", "two"]);
            return http.Response.Body.WriteAsync(new byte[] { 0x66, 0xfc, 0x72 }).AsTask();
        });
        using GuardedHttpClient client = Client(Network(server));

        GuardedHttpResponse response = await client.GetAsync(s_uri);

        Assert.Equal((HttpStatusCode.NotFound, false, "text/plain", "one, two", null), (response.StatusCode, response.IsSuccess, response.MediaType, response.Header("x-note"), response.Header("Location")));
        Assert.Equal("text/plain; charset=iso-8859-1", response.Header("content-type"));
        Assert.Equal("f\u00fcr", response.ReadText());
        Assert.Equal("http a.example 80", response.Uri.ToString());
        Assert.Equal(HttpStatusCode.NotFound, (await Assert.ThrowsAsync<HttpRequestException>(() => client.GetStringAsync(s_uri))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Assert.ThrowsAsync<HttpRequestException>(() => client.GetBytesAsync(s_uri))).StatusCode);
    }

    [Theory]
    [InlineData("text/plain; charset=\"utf-8\"")]
    [InlineData("text/plain; charset=unheard-of")]
    [InlineData("no media type")]
    [InlineData(null)]
    public async Task Text_is_UTF8_where_nothing_else_is_known(string? type)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(http =>
        {
            http.Response.ContentType = type;
            return http.Response.Body.WriteAsync("\u00fc"u8.ToArray()).AsTask();
        });
        using GuardedHttpClient client = Client(Network(server));

        Assert.Equal("\u00fc", await client.GetStringAsync(s_uri));
    }

    private static FakeNetwork Network(LoopbackServer server) => new FakeNetwork().Name("a.example", Address).Server(Address, server);

    private static async Task AssertAsync(GuardedHttpClient client, string? refusal, int size = 0)
    {
        if (refusal is null)
        {
            Assert.Equal(size, (await client.GetAsync(s_uri)).Content.Length);
        }
        else
        {
            Assert.Equal(refusal, (await Assert.ThrowsAsync<UrlRefusedException>(() => client.GetAsync(s_uri))).Message);
        }
    }
}
