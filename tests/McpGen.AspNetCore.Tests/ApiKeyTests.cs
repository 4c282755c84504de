using System.Security.Claims;
using McpGen.AspNetCore.Tests.Harness;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace McpGen.AspNetCore.Tests;

public sealed class ApiKeyTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_key_is_its_caller(bool isHex)
    {
        await using HttpServer server = await StartAsync(options => options.Callers.Add(new ApiKeyCaller
        {
            User = "bob",
            Client = "till",
            Scopes = { "orders:read", "orders:ship" },
            Roles = { "clerk" },
            Claims = { ["tid"] = "north" },
            Keys = { new ApiKey { Sha256 = isHex ? Keys.Hex(Keys.Clerk) : Keys.Base64(Keys.Clerk) } },
        }));

        Assert.Equal(
            $"ApiKey sub=bob@ApiKey client_id=till@ApiKey scope=orders:read@ApiKey scope=orders:ship@ApiKey {ClaimTypes.Role}=clerk@ApiKey tid=north@ApiKey clerk=True",
            await WhoAsync(server, Keys.Clerk));
    }

    [Fact]
    public async Task Both_keys_of_a_caller_are_accepted_while_one_replaces_the_other()
    {
        await using HttpServer server = await StartAsync(options => options.Callers.Add(Bob(Keys.Clerk, Keys.Reader)));

        Assert.StartsWith("ApiKey sub=bob", await WhoAsync(server, Keys.Clerk));
        Assert.StartsWith("ApiKey sub=bob", await WhoAsync(server, Keys.Reader));
    }

    [Fact]
    public async Task Every_caller_is_found_by_its_own_key()
    {
        await using HttpServer server = await StartAsync(options =>
        {
            for (int i = 0; i < 20; i++)
            {
                options.Callers.Add(new ApiKeyCaller { User = $"user{i}", Keys = { new ApiKey { Sha256 = Keys.Hex($"a-key-long-enough-{i}") } } });
            }
        });

        for (int i = 0; i < 20; i++)
        {
            Assert.StartsWith($"ApiKey sub=user{i}@", await WhoAsync(server, $"a-key-long-enough-{i}"));
        }
    }

    [Theory]
    [InlineData("clerk-0a9d8c7b6e5f4133")]
    [InlineData("CLERK-0A9D8C7B6E5F4132")]
    [InlineData("clerk-0a9d8c7b6e5f413")]
    [InlineData("short")]
    [InlineData("")]
    [InlineData("clerk-0a9d8c7b6e5f4132 ,clerk-0a9d8c7b6e5f4132")]
    public async Task Another_key_is_nobody(string key)
    {
        await using HttpServer server = await StartAsync(options => options.Callers.Add(Bob(Keys.Clerk)));

        Assert.Equal("nobody", await WhoAsync(server, key));
    }

    [Fact]
    public async Task A_key_sent_twice_is_nobody()
    {
        await using HttpServer server = await StartAsync(options => options.Callers.Add(Bob(Keys.Clerk)));

        Assert.EndsWith("\r\n\r\nnobody", await RawRequest.SendAsync(server, $"GET /who HTTP/1.1\r\nHost: localhost\r\nX-Api-Key: {Keys.Clerk}\r\nX-Api-Key: {Keys.Clerk}"));
        Assert.Contains("more than once", Assert.Single(Refusals(server)));
    }

    [Fact]
    public async Task A_key_beyond_ASCII_is_nobody()
    {
        await using HttpServer server = await StartAsync(options => options.Callers.Add(Bob("clerk-0a9d8c7b6e5f413?")));

        Assert.EndsWith("\r\n\r\nnobody", await RawRequest.SendAsync(server, "GET /who HTTP/1.1\r\nHost: localhost\r\nX-Api-Key: clerk-0a9d8c7b6e5f413\u00e4"));
    }

    [Fact]
    public async Task A_key_longer_than_512_characters_is_refused_unhashed()
    {
        string longest = new('k', 512);
        await using HttpServer server = await StartAsync(options => options.Callers.Add(Bob(longest, longest + "k")));

        Assert.StartsWith("ApiKey sub=bob", await WhoAsync(server, longest));
        Assert.Equal("nobody", await WhoAsync(server, longest + "k"));
    }

    [Fact]
    public async Task A_key_shorter_than_16_characters_is_for_Development()
    {
        await using HttpServer server = await StartAsync(options =>
        {
            options.MinimumKeyLength = 8;
            options.Callers.Add(Bob("demo-reader"));
        });
        Assert.StartsWith("ApiKey sub=bob", await WhoAsync(server, "demo-reader"));

        await using HttpServer strict = await StartAsync(options => options.Callers.Add(Bob("demo-reader")));
        Assert.Equal("nobody", await WhoAsync(strict, "demo-reader"));

        var exception = await Assert.ThrowsAsync<OptionsValidationException>(() => StartAsync(options => options.MinimumKeyLength = 8, environment: "Production"));
        Assert.Contains("MinimumKeyLength", exception.Message);
    }

    [Fact]
    public async Task A_key_ends_at_the_instant_it_says()
    {
        var time = new SetTime();
        await using HttpServer server = await StartAsync(
            options => options.Callers.Add(new ApiKeyCaller { User = "bob", Keys = { new ApiKey { Sha256 = Keys.Hex(Keys.Clerk), NotAfter = time.Now.AddSeconds(1) } } }),
            services => services.AddSingleton<TimeProvider>(time));

        Assert.StartsWith("ApiKey sub=bob", await WhoAsync(server, Keys.Clerk));

        time.Now = time.Now.AddSeconds(1);
        Assert.Equal("nobody", await WhoAsync(server, Keys.Clerk));
        Assert.Contains("expired", Assert.Single(Refusals(server)));
    }

    [Fact]
    public async Task The_header_is_chosen_by_the_application()
    {
        await using HttpServer server = await StartAsync(options =>
        {
            options.HeaderName = "X-Orders-Key";
            options.Callers.Add(Bob(Keys.Clerk));
        });

        Assert.Equal("nobody", await WhoAsync(server, Keys.Clerk));
        Assert.StartsWith("ApiKey sub=bob", (await Answer.SendAsync(server, new HttpRequestMessage(HttpMethod.Get, "/who").With("X-Orders-Key", Keys.Clerk))).Body);
    }

    [Fact]
    public async Task A_refused_key_is_logged_by_its_callers_address_and_never_itself()
    {
        await using HttpServer server = await StartAsync(options => options.Callers.Add(Bob(Keys.Clerk)));

        await WhoAsync(server, "a-key-nobody-was-given");

        Assert.Contains("127.0.0.1", Assert.Single(Refusals(server)));
        Assert.DoesNotContain(server.Log.All, line => line.Contains("a-key-nobody-was-given") || line.Contains(Keys.Hex("a-key-nobody-was-given"), StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Guessing_does_not_fill_the_log()
    {
        var time = new SetTime();
        await using HttpServer server = await StartAsync(options => options.Callers.Add(Bob(Keys.Clerk)), services => services.AddSingleton<TimeProvider>(time));

        for (int i = 0; i < 100; i++)
        {
            await WhoAsync(server, "a-key-nobody-was-given");
        }

        Assert.Equal(60, Refusals(server).Length);

        time.Now = time.Now.AddMinutes(1);
        await WhoAsync(server, "a-key-nobody-was-given");
        Assert.Equal(61, Refusals(server).Length);
        Assert.Contains(server.Log.Warnings, line => line.StartsWith("40 further API keys", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_401_says_which_header_is_asked_for()
    {
        await using HttpServer server = await StartAsync(_ => { });

        Answer answer = await Answer.SendAsync(server, new HttpRequestMessage(HttpMethod.Get, "/known"));

        Assert.Equal(HttpStatusCode.Unauthorized, answer.Status);
        Assert.Equal("ApiKey header=\"X-Api-Key\"", Assert.Single(answer.Challenges));
    }

    [Fact]
    public async Task Configuration_is_followed_while_the_server_runs()
    {
        var configuration = new ConfigurationManager();
        Set(Keys.Clerk, Keys.Reader);
        await using HttpServer server = await HttpServer.StartAsync(
            builder => builder.Services.AddAuthentication(ApiKeyDefaults.AuthenticationScheme).AddMcpApiKeys(configuration.GetSection("ApiKeys")),
            MapWho,
            options: options => options.Issuers.Add("ApiKey"));
        Assert.Equal("ApiKey sub=bob@ApiKey scope=orders:read@ApiKey tid=north@ApiKey clerk=False", await WhoAsync(server, Keys.Clerk));
        Assert.StartsWith("ApiKey sub=bob", await WhoAsync(server, Keys.Reader));

        Set(Keys.Reader, null);
        Assert.Equal("nobody", await WhoAsync(server, Keys.Clerk));
        Assert.StartsWith("ApiKey sub=bob", await WhoAsync(server, Keys.Reader));

        // A change that is none: nobody comes in, not even with a key that was good.
        Assert.ThrowsAny<Exception>(() => Set("not a hash", null, hash: key => key));
        Assert.Equal(HttpStatusCode.InternalServerError, (await Answer.SendAsync(server, new HttpRequestMessage(HttpMethod.Get, "/who").With("X-Api-Key", Keys.Reader))).Status);

        void Set(string first, string? second, Func<string, string>? hash = null)
        {
            hash ??= Keys.Hex;
            var settings = new Dictionary<string, string?>
            {
                ["ApiKeys:Callers:0:User"] = "bob",
                ["ApiKeys:Callers:0:Scopes:0"] = "orders:read",
                ["ApiKeys:Callers:0:Claims:tid"] = "north",
                ["ApiKeys:Callers:0:Keys:0:Sha256"] = hash(first),
                ["ApiKeys:Callers:0:Keys:0:NotAfter"] = "2999-01-01T00:00:00Z",
            };
            if (second is not null)
            {
                settings["ApiKeys:Callers:0:Keys:1:Sha256"] = hash(second);
            }

            configuration.Sources.Clear();
            configuration.AddInMemoryCollection(settings);
        }
    }

    [Theory]
    [InlineData("ApiKeys:Callers:0:Keys:0:NotAfetr", "2020-01-01")]
    [InlineData("ApiKeys:Callers:0:Keys:0:NotAfter", "soon")]
    [InlineData("ApiKeys:Callers:0:Scope:0", "orders:read")]
    [InlineData("ApiKeys:MinimumKeyLength", "many")]
    [InlineData("ApiKeys:Callers:0:Claims:urn:tenant", "t1")]
    public async Task A_setting_that_is_not_understood_stops_the_server(string name, string value)
    {
        var configuration = new ConfigurationManager { ["ApiKeys:Callers:0:User"] = "bob", ["ApiKeys:Callers:0:Keys:0:Sha256"] = Keys.Hex(Keys.Clerk), [name] = value };

        await Assert.ThrowsAsync<InvalidOperationException>(() => HttpServer.StartAsync(
            builder => builder.Services.AddAuthentication(ApiKeyDefaults.AuthenticationScheme).AddMcpApiKeys(configuration.GetSection("ApiKeys")),
            MapWho,
            options: options => options.Issuers.Add("ApiKey")));
    }

    private static ApiKeyCaller Bob(params string[] keys)
    {
        var caller = new ApiKeyCaller { User = "bob" };
        foreach (string key in keys)
        {
            caller.Keys.Add(new ApiKey { Sha256 = Keys.Hex(key) });
        }

        return caller;
    }

    private static string[] Refusals(HttpServer server) => [.. server.Log.Warnings.Where(line => line.StartsWith("An API key from", StringComparison.Ordinal))];

    private static async Task<string> WhoAsync(HttpServer server, string key) =>
        (await Answer.SendAsync(server, new HttpRequestMessage(HttpMethod.Get, "/who").With("X-Api-Key", key))).Body;

    private static Task<HttpServer> StartAsync(Action<ApiKeyOptions> configure, Action<IServiceCollection>? services = null, string environment = "Development") =>
        HttpServer.StartAsync(
            builder =>
            {
                services?.Invoke(builder.Services);
                builder.Services.AddAuthentication(ApiKeyDefaults.AuthenticationScheme).AddMcpApiKeys(configure);
            },
            MapWho,
            environment,
            options: options => options.Issuers.Add("ApiKey"));

    private static void MapWho(WebApplication app)
    {
        app.MapGet("/who", (HttpContext http) => http.User.Identity is not ClaimsIdentity { IsAuthenticated: true } identity
            ? "nobody"
            : $"{identity.AuthenticationType} {string.Join(' ', identity.Claims.Select(claim => $"{claim.Type}={claim.Value}@{claim.Issuer}"))} clerk={http.User.IsInRole("clerk")}");
        app.MapGet("/known", () => "").RequireAuthorization();
    }

    private sealed class SetTime : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override DateTimeOffset GetUtcNow() => Now;

        public override long GetTimestamp() => Now.UtcTicks;
    }
}
