using System.Security.Claims;
using McpGen.Benchmarks.Calls;
using McpGen.Invocation;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace McpGen.Benchmarks.Ratios;

/// <summary>What a rule adds to an accepted call of a caller with the claims of an ordinary access token.</summary>
internal static class AccessRatios
{
    public static readonly string[] Names = ["access.public.bytes", "access.scope.nanoseconds", "access.scope.bytes", "access.role.nanoseconds", "access.private.nanoseconds", "access.private.bytes"];

    public static IEnumerable<(string Name, double Value)> Measure()
    {
        Dictionary<string, HardenedTool> tools = Contestants.HardenedOf(typeof(AccessTools)).ToDictionary(static tool => tool.Name);
        RequestContext<CallToolRequestParams> request = CallRequest.Anonymous("{}"u8.ToArray());
        request.User = new ClaimsPrincipal(new ClaimsIdentity(
            [
                new Claim("iss", "https://login.example.com/"), new Claim("sub", "ada"), new Claim("aud", "https://orders.example.com/mcp"), new Claim("client_id", "desk"),
                new Claim("jti", "c7d1b3"), new Claim("exp", "1795000000"), new Claim("iat", "1794996400"), new Claim("scope", "openid profile offline_access orders:write"), new Claim("role", "clerk"),
            ],
            "Bearer", "sub", "role"));

        void Make(string tool)
        {
            if (Call.Complete(tools[tool], request).IsError is true)
            {
                throw new InvalidOperationException($"{tool} was refused: there is nothing to measure.");
            }
        }

        Race race = Race.Run(
            RaceLength.Short,
            ("anyone", () => Make("anyone")),
            ("authenticated", () => Make("authenticated")),
            ("scoped", () => Make("scoped")),
            ("scoped and role-bound", () => Make("scoped_and_role_bound")),
            ("private", () => Make("private")));
        double anyone = Race.Bytes(() => Make("anyone"));
        yield return (Names[0], Race.Bytes(() => Make("authenticated")) - anyone);
        yield return (Names[1], race.Difference("scoped", "authenticated"));
        yield return (Names[2], Race.Bytes(() => Make("scoped")) - anyone);
        yield return (Names[3], race.Difference("scoped and role-bound", "scoped"));
        yield return (Names[4], race.Difference("private", "authenticated"));
        yield return (Names[5], Race.Bytes(() => Make("private")) - anyone);
    }
}
