using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace McpGen.AspNetCore;

/// <summary>Authenticates by an API key. Everything that is not exactly one known key fails.</summary>
internal sealed class ApiKeyHandler(IOptionsMonitor<ApiKeyOptions> options, ILoggerFactory loggerFactory, UrlEncoder encoder, ApiKeyFailures failures)
    : AuthenticationHandler<ApiKeyOptions>(options, loggerFactory, encoder)
{
    protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(Authenticate());

    // RFC 9110 section 11.6.1: a 401 says how to authenticate.
    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        Response.Headers.Append("WWW-Authenticate", $"ApiKey header=\"{Options.HeaderName}\"");
        return Task.CompletedTask;
    }

    private AuthenticateResult Authenticate()
    {
        StringValues header = Request.Headers[Options.HeaderName];
        if (header.Count == 0)
        {
            return AuthenticateResult.NoResult();
        }

        if (header.Count > 1)
        {
            return Refuse("the header was sent more than once");
        }

        if (header[0] is not { } text || text.Length < Options.MinimumKeyLength || text.Length > ApiKeyOptions.LongestKey || text.AsSpan().ContainsAnyExceptInRange('!', '~'))
        {
            return Refuse("no key looks like that");
        }

        return Options.Table.Find(text) switch
        {
            null => Refuse("the key is not known"),
            ({ NotAfter: { } end }, _) when end <= TimeProvider.GetUtcNow() => Refuse("the key has expired"),
            (_, var caller) => AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(IdentityOf(caller)), Scheme.Name)),
        };
    }

    // One answer for all of them: a caller need not know how close it came.
    private AuthenticateResult Refuse(string reason)
    {
        failures.Report(Context.Connection.RemoteIpAddress, reason);
        return AuthenticateResult.Fail("The API key was refused.");
    }

    private ClaimsIdentity IdentityOf(ApiKeyCaller caller)
    {
        var identity = new ClaimsIdentity(Scheme.Name, nameType: caller.User is null ? "client_id" : "sub", roleType: ClaimTypes.Role);
        Add("sub", caller.User);
        Add("client_id", caller.Client);
        foreach (string scope in caller.Scopes)
        {
            Add("scope", scope);
        }

        foreach (string role in caller.Roles)
        {
            Add(ClaimTypes.Role, role);
        }

        foreach ((string type, string value) in caller.Claims)
        {
            Add(type, value);
        }

        return identity;

        void Add(string type, string? value)
        {
            if (value is not null)
            {
                identity.AddClaim(new Claim(type, value, ClaimValueTypes.String, ClaimsIssuer));
            }
        }
    }
}
