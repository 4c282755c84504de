using McpGen.Authorization;

namespace McpGen.Tests.Authorization;

/// <summary>A tool's access, and the decision on each of <see cref="Callers"/>, written once: whoever is not named is refused.</summary>
/// <param name="Name">The tool.</param>
/// <param name="Access">Its rules.</param>
/// <param name="Admits">The callers that are admitted.</param>
public sealed record MatrixRule(string Name, Access Access, string Admits)
{
    private const string Whole = "everything one_of_two ";
    private const string Halves = Whole + "halves half_unauthenticated ";
    private const string ReadAndWrite = "scope_list scope_repeated scope_spaces scope_and_scp scope_after_longer scope_100kB_last scp_list scp_array scp_repeated mapped_list mapped_array ";

    private static readonly string s_authenticated = string.Join(' ', Callers.All.Keys.Where(Callers.IsAuthenticated));

    private static readonly Scope s_read = new("files:read");
    private static readonly Scope s_write = new("files:write");

    public static IReadOnlyList<MatrixRule> All { get; } =
    [
        new("anyone", Access.Anyone, string.Join(' ', Callers.All.Keys)),
        new("public", Access.Authenticated, s_authenticated),
        new("scope", Access.Requiring(new ScopeRule(s_read)), Halves + ReadAndWrite + "reader"),
        new("scopes_all", Access.Requiring(new ScopeRule(s_read, s_write)), Whole + ReadAndWrite),
        new("scopes_two_rules", Access.Requiring(new ScopeRule(s_read), new ScopeRule(s_write)), Whole + ReadAndWrite),
        new("scopes_any", Access.Requiring(new ScopeRule(s_read, s_write) { AnyOf = true }), Halves + ReadAndWrite + "reader writer"),
        new("scope_implied", Access.Requiring(new ScopeRule(new Scope("files:read", "files:write", "files:admin"))), Halves + ReadAndWrite + "reader writer admin"),
        new("roles_all", Access.Requiring(new RoleRule("clerk", "auditor")), Whole + "clerk_auditor role_own_type"),
        new("roles_any", Access.Requiring(new RoleRule("clerk", "auditor") { AnyOf = true }), Halves + "clerk clerk_auditor role_own_type"),
        new("scope_and_role", Access.Requiring(new RoleRule("auditor"), new ScopeRule(s_read)), Whole),
        new("client", Access.Requiring(new PrivateRule(["https://a|web2", "https://a|app"], null)), Halves + "app azp client_and_azp app_ada"),
        new("user", Access.Requiring(new PrivateRule(null, ["https://a|ada"])), Whole + "halves ada ada_mapped ada_of_claim_issuer app_ada"),
        new("client_and_user", Access.Requiring(new PrivateRule(["https://a|app"], ["https://a|ada"])), Whole + "app_ada"),
        new("private_scope", Access.Requiring(new ScopeRule(s_read), new PrivateRule(["https://a|app"], null)), Halves) { Knows = "app azp client_and_azp app_ada" },
        new("policy", Access.Requiring(new LevelPolicy()), Whole + "halves level_3"),
        new("policy_and_scope", Access.Requiring(new LevelPolicy(), new ScopeRule(s_read)), Whole),
        new("tenant", Access.Authenticated, Halves + "tenant") { ByValue = new ClaimRule("tid"), Lists = s_authenticated },
    ];

    /// <summary>Of a private tool: the callers that are refused, and may know that there is something to be refused.</summary>
    public string Knows { get; init; } = "";

    /// <summary>What the tool's argument, always <c>t1</c>, must equal.</summary>
    public ClaimRule? ByValue { get; init; }

    /// <summary>Who sees the tool, where it is not who may call it.</summary>
    public string? Lists { get; init; }

    /// <summary>The decision on a caller. On a local transport somebody without an authenticated identity is the local process, of whom nothing is known.</summary>
    public string Expected(string caller, bool isLocal)
    {
        string decidedAs = isLocal && !Callers.IsAuthenticated(caller) ? "nothing" : caller;
        string call = Has(Admits, decidedAs) ? "entered once" : Name is "client" or "user" or "client_and_user" or "private_scope" && !Has(Knows, decidedAs) ? "unknown tool" : "denied";
        return $"{caller}: {call}, {(Has(Lists ?? Admits, decidedAs) ? "listed" : "not listed")}";
    }

    private static bool Has(string names, string caller) => names.Split(' ').Contains(caller);
}
