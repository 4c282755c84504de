using System.Security.Claims;
using McpGen.AspNetCore;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Authorization;

namespace Protected;

/// <summary>Gives an opaque token for an API key, so that a bearer token can be tried without an authorization server.</summary>
internal static class TokenEndpoint
{
    public static void MapToken(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost("/token", static (ClaimsPrincipal user, HttpResponse response) =>
            {
                response.Headers.CacheControl = "no-store";
                return TypedResults.SignIn(user, authenticationScheme: BearerTokenDefaults.AuthenticationScheme);
            })
            // By a key alone: a token that buys the next one would never expire.
            .RequireAuthorization(new AuthorizeAttribute { AuthenticationSchemes = ApiKeyDefaults.AuthenticationScheme });
}
