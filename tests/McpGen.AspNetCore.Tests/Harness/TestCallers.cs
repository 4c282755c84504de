using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace McpGen.AspNetCore.Tests.Harness;

/// <summary>A scheme that believes what a header says: <c>X-Caller: sub=alice; scope=orders:read orders:ship; role=clerk</c>.</summary>
public sealed class TestCallers(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory loggers, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    public const string Header = "X-Caller";

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Request.Headers[Header].FirstOrDefault() is not { } text)
        {
            return Task.FromResult(AuthenticateResult.NoResult());
        }

        IEnumerable<Claim> claims = text.Split("; ").Select(claim => claim.Split('=', 2)).Select(claim => new Claim(claim[0], claim[1]));
        var identity = new ClaimsIdentity(claims, Scheme.Name, nameType: "sub", roleType: "role");
        return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Scheme.Name)));
    }
}
