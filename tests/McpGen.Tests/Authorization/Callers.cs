using System.Security.Claims;

namespace McpGen.Tests.Authorization;

/// <summary>Everybody who might call, by name. A request says in its id which of them sends it.</summary>
public static class Callers
{
    private const string Mapped = "http://schemas.microsoft.com/identity/claims/scope";

    private static readonly string[] s_everything =
        ["scope=files:read files:write files:admin", "role=clerk", "role=auditor", "client_id=app", "sub=ada", "iss=https://a", "level=3", "tid=t1"];

    private static readonly string[] s_firstHalf = ["scope=files:read", "role=clerk", "client_id=app", "iss=https://a", "tid=t1"];
    private static readonly string[] s_secondHalf = ["scope=files:write", "role=auditor", "sub=ada", "iss=https://a", "level=3"];

    private static readonly string s_manyScopes = string.Join(' ', Enumerable.Range(0, 13_000).Select(static number => $"s:{number:00000}"));

    public static IReadOnlyDictionary<string, ClaimsPrincipal?> All { get; } = new Dictionary<string, ClaimsPrincipal?>
    {
        // Nobody whose claims count.
        ["nobody"] = null,
        ["no_identity"] = new ClaimsPrincipal(),
        ["unauthenticated"] = new ClaimsPrincipal(Unauthenticated(s_everything)),

        ["everything"] = With(s_everything),
        ["nothing"] = With(),

        // Several identities.
        ["one_of_two"] = new ClaimsPrincipal([Identity("sub=eve"), Identity(s_everything)]),
        ["halves"] = new ClaimsPrincipal([Identity(s_firstHalf), Identity(s_secondHalf)]),
        ["half_unauthenticated"] = new ClaimsPrincipal([Identity(s_firstHalf), Unauthenticated(s_secondHalf)]),
        ["rest_unauthenticated"] = new ClaimsPrincipal([Unauthenticated(s_everything), Identity()]),

        // Scopes, as tokens have them.
        ["reader"] = With("scope=files:read"),
        ["writer"] = With("scope=files:write"),
        ["admin"] = With("scope=files:admin"),
        ["scope_list"] = With("scope=openid files:read files:write"),
        ["scope_repeated"] = With("scope=files:write", "scope=files:read"),
        ["scope_spaces"] = With("scope=  files:write   files:read "),
        ["scope_and_scp"] = With("scope=files:read", "scp=files:write"),
        ["scope_100kB_last"] = With($"scope={s_manyScopes} files:write files:read"),
        ["scope_after_longer"] = With("scope=files:read2 xfiles:read files:readfiles:read files:read files:write2 xfiles:write files:write"),
        ["scp_list"] = With("scp=files:read openid files:write"),
        ["scp_array"] = With("""scp=["openid","files:read","files:write"]"""),
        ["scp_repeated"] = With("scp=files:read", "scp=files:write"),
        ["mapped_list"] = With($"{Mapped}=files:read files:write"),
        ["mapped_array"] = With($"""{Mapped}=["files:write", "files:read"]"""),

        // Scopes, almost.
        ["scope_case"] = With("scope=Files:Read FILES:WRITE files:Read files:Write"),
        ["scope_type_case"] = With("Scope=files:read files:write", "SCP=files:read files:write"),
        ["scope_other_type"] = With("scopes=files:read files:write", "permissions=files:read files:write"),
        ["scope_part"] = With("scope=files files:rea read ile"),
        ["scope_longer"] = With("scope=files:read2 xfiles:read files:reads files:read.all files:writes"),
        ["scope_wildcard"] = With("scope=files:* * files:"),
        ["scope_tab"] = With("scope=files:read\tfiles:write"),
        ["scope_nbsp"] = With("scope=files:read\u00a0files:write"),
        ["scope_newline"] = With("scope=files:read\nfiles:write"),
        ["scope_comma"] = With("scope=files:read,files:write"),
        ["scope_quoted"] = With("scope=\"files:read\" \"files:write\""),
        ["scope_array"] = With("""scope=["files:read","files:write"]"""),
        ["scp_array_of_list"] = With("""scp=["files:read files:write"]"""),
        ["scp_object"] = With("""scp={"files:read":true,"files:write":true}"""),
        ["scope_100kB"] = With($"scope={s_manyScopes}"),

        // Roles.
        ["clerk"] = With("role=clerk"),
        ["clerk_auditor"] = With("role=auditor", "role=clerk"),
        ["role_own_type"] = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Role, "clerk"), new Claim(ClaimTypes.Role, "auditor")], "test")),
        ["role_other_type"] = With($"{ClaimTypes.Role}=clerk", $"{ClaimTypes.Role}=auditor", "roles=clerk", "Role=clerk"),
        ["role_case"] = With("role=Clerk", "role=AUDITOR"),
        ["role_padded"] = With("role=clerk ", "role= auditor"),
        ["role_list"] = With("role=clerk auditor", "role=clerk,auditor", """role=["clerk","auditor"]"""),

        // Clients.
        ["app"] = With("client_id=app", "iss=https://a"),
        ["azp"] = With("azp=app", "iss=https://a"),
        ["client_and_azp"] = With("client_id=app", "azp=app", "iss=https://a"),
        ["client_not_azp"] = With("client_id=app", "azp=web", "iss=https://a"),
        ["client_twice"] = With("client_id=web", "client_id=app", "iss=https://a"),
        ["client_case"] = With("client_id=App", "iss=https://a"),
        ["client_longer"] = With("client_id=app2", "iss=https://a"),

        ["app_of_b"] = With("client_id=app", "iss=https://b"),
        ["app_of_stranger"] = With("client_id=app", "iss=https://c"),
        ["app_of_none"] = With("client_id=app"),

        // Users of the issuers a and b.
        ["ada"] = With("sub=ada", "iss=https://a"),
        ["ada_mapped"] = With($"{ClaimTypes.NameIdentifier}=ada", "iss=https://a"),
        ["ada_of_claim_issuer"] = new ClaimsPrincipal(new ClaimsIdentity([new Claim("sub", "ada", null, "https://a")], "test")),
        ["ada_of_b"] = With("sub=ada", "iss=https://b"),
        ["ada_of_stranger"] = With("sub=ada", "iss=https://c"),
        ["ada_of_two"] = With("sub=ada", "iss=https://a", "iss=https://b"),
        ["ada_of_none"] = With("sub=ada"),
        ["ada_spelled_out"] = With("sub=https://a|ada", "iss=https://a"),
        ["ada_and_bob"] = With("sub=ada", $"{ClaimTypes.NameIdentifier}=bob", "iss=https://a"),
        ["ada_case"] = With("sub=Ada", "iss=https://a"),
        ["app_ada"] = With("azp=app", "sub=ada", "iss=https://a"),
        ["app_ada_of_b"] = With("azp=app", "sub=ada", "iss=https://b"),

        // What a policy and an argument ask for.
        ["level_3"] = With("level=3"),
        ["level_2"] = With("level=2"),
        ["tenant"] = With("tid=t1"),
        ["other_tenant"] = With("tid=t2"),
        ["tenant_case"] = With("tid=T1"),
        ["two_tenants"] = With("tid=t1", "tid=t2"),
        ["tenant_twice"] = With("tid=t1", "tid=t1"),
    };

    /// <summary>An authenticated caller with these claims, each written <c>type=value</c>; its roles are claims of type <c>role</c>.</summary>
    public static ClaimsPrincipal With(params string[] claims) => new(Identity(claims));

    public static ClaimsIdentity Identity(params string[] claims) => new(Read(claims), "test", "sub", "role");

    public static ClaimsIdentity Unauthenticated(params string[] claims) => new(Read(claims), authenticationType: null, "sub", "role");

    public static bool IsAuthenticated(string caller) => All[caller]?.Identities.Any(static identity => identity.IsAuthenticated) is true;

    private static IEnumerable<Claim> Read(string[] claims) => claims.Select(static claim => new Claim(claim[..claim.IndexOf('=')], claim[(claim.IndexOf('=') + 1)..]));
}
