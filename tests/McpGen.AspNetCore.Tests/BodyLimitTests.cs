using McpGen.AspNetCore.Tests.Harness;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;

namespace McpGen.AspNetCore.Tests;

public sealed class BodyLimitTests
{
    // Kestrel counts the frames of chunks with what is in them.
    private const int Framing = 20;

    [Fact]
    public async Task A_body_within_the_limit_is_read_and_one_beyond_is_413()
    {
        await using HttpServer server = await StartAsync(options => options.MaxRequestBodyBytes = 100);

        foreach (bool isChunked in new[] { false, true })
        {
            int fits = isChunked ? 100 - Framing : 100;
            Assert.Equal($"{fits}", (await SendAsync(server, isChunked, fits)).Body);
            Answer answer = await SendAsync(server, isChunked, 101);
            Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.Status);
            Assert.Equal("The body of the request is longer than this server takes.", (string?)answer.Message["error"]?["message"]);
        }
    }

    [Fact]
    public async Task The_limit_is_1_MiB_where_nothing_is_said()
    {
        await using HttpServer server = await StartAsync(_ => { });

        HttpRequestMessage tooLong = Request.Post(new string('x', (1024 * 1024) + 1), path: "/");

        // The answer comes before the body is sent; a connection that is closed amid a body may lose it.
        tooLong.Headers.ExpectContinue = true;

        Assert.Equal("1048576", (await SendAsync(server, isChunked: false, 1024 * 1024)).Body);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await Answer.SendAsync(server, tooLong)).Status);
    }

    [Fact]
    public async Task An_endpoint_may_lower_the_limit_and_not_raise_it()
    {
        await using HttpServer server = await StartAsync(
            options => options.MaxRequestBodyBytes = 100,
            app =>
            {
                app.MapPost("/small", CountAsync).WithMetadata(new RequestSizeLimitAttribute(50));
                app.MapPost("/large", CountAsync).WithMetadata(new RequestSizeLimitAttribute(1000));
                app.MapPost("/endless", CountAsync).WithMetadata(new DisableRequestSizeLimitAttribute());
            });

        Assert.Equal("30", (await SendAsync(server, isChunked: true, 30, "/small")).Body);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await SendAsync(server, isChunked: true, 51, "/small")).Status);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await SendAsync(server, isChunked: true, 101, "/large")).Status);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await SendAsync(server, isChunked: true, 101, "/endless")).Status);
    }

    [Fact]
    public async Task A_body_that_is_too_long_for_the_challenges_is_413_too()
    {
        await using HttpServer server = await HttpServer.StartAsync(
            builder =>
            {
                builder.Services.AddProtectedResource(resource => resource.Resource = new Uri("https://orders.example/mcp"));
                builder.Services.AddHardenedMcpHttp(options => options.MaxRequestBodyBytes = 100);
            },
            app =>
            {
                app.UseHardenedMcpHttp();
                app.MapPost("/mcp", McpEndpoint.PostAsync);
            });

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await SendAsync(server, isChunked: true, 101, "/mcp")).Status);
    }

    [Fact]
    public async Task Where_nobody_would_count_a_body_it_says_how_long_it_is()
    {
        await using HttpServer server = await StartAsync(
            options => options.MaxRequestBodyBytes = 100,
            before: app => app.Use((http, next) =>
            {
                http.Features.Set<IHttpMaxRequestBodySizeFeature>(null);
                return next(http);
            }));

        Assert.Equal(HttpStatusCode.LengthRequired, (await SendAsync(server, isChunked: true, 10)).Status);
        Assert.Equal("100", (await SendAsync(server, isChunked: false, 100)).Body);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await SendAsync(server, isChunked: false, 101)).Status);
        Assert.Equal(HttpStatusCode.OK, (await Answer.SendAsync(server, new HttpRequestMessage(HttpMethod.Get, "/"))).Status);
    }

    private static async Task<Answer> SendAsync(HttpServer server, bool isChunked, int length, string path = "/")
    {
        HttpRequestMessage request = Request.Post(new string('x', length), path: path);
        request.Headers.TransferEncodingChunked = isChunked;
        return await Answer.SendAsync(server, request);
    }

    private static async Task CountAsync(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body);
        await http.Response.WriteAsync($"{body.Length}");
    }

    private static Task<HttpServer> StartAsync(Action<HardenedHttpOptions> configure, Action<WebApplication>? endpoints = null, Action<WebApplication>? before = null) =>
        HttpServer.StartAsync(
            builder => builder.Services.AddHardenedMcpHttp(configure),
            app =>
            {
                before?.Invoke(app);
                app.UseHardenedMcpHttp();
                app.MapGet("/", () => "");
                app.MapPost("/", CountAsync);
                endpoints?.Invoke(app);
            });
}
