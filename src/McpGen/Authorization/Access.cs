using System.Security.Claims;
using ModelContextProtocol.Protocol;

namespace McpGen.Authorization;

/// <summary>Who may call a tool. Decided by the generated wrapper before anything else, by the filter before it, and by <c>tools/list</c>.</summary>
public sealed class Access
{
    private readonly PrivateRule[] _private;
    private readonly AccessRule[] _rules;

    private Access(bool allowsAnonymous, AccessRule[] rules)
    {
        AllowsAnonymous = allowsAnonymous;
        IsPublic = rules.Length == 0;
        _private = [.. rules.OfType<PrivateRule>()];
        Policies = [.. rules.OfType<PolicyRule>()];
        _rules = [.. rules.Except(_private).Except(Policies)];
        Scopes = [.. rules.OfType<ScopeRule>().SelectMany(static rule => rule.ToAskFor).Distinct()];
    }

    /// <summary>Every authenticated caller, and the process that started the server over a local transport.</summary>
    public static Access Authenticated { get; } = new(allowsAnonymous: false, []);

    /// <summary>Anyone, authenticated or not.</summary>
    public static Access Anyone { get; } = new(allowsAnonymous: true, []);

    /// <summary>Whether a caller without an authenticated identity is admitted.</summary>
    internal bool AllowsAnonymous { get; }

    /// <summary>Whether every authenticated caller is admitted.</summary>
    internal bool IsPublic { get; }

    /// <summary>Whether the tool does not exist for those it is not for.</summary>
    internal bool IsPrivate => _private.Length > 0;

    /// <summary>The clients and users that the tool is private to.</summary>
    internal IEnumerable<string> Names => _private.SelectMany(static rule => rule.Names);

    /// <summary>The scopes a client must ask for, in the order of their declaration.</summary>
    internal IReadOnlyList<string> Scopes { get; }

    internal IEnumerable<ScopeRule> ScopeRules => _rules.OfType<ScopeRule>();

    internal PolicyRule[] Policies { get; }

    /// <summary>Authenticated callers on one identity of whom every rule holds.</summary>
    /// <param name="rules">The rules. Whatever their order, a private tool's are decided first and policies last.</param>
    public static Access Requiring(params AccessRule[] rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        return new(allowsAnonymous: false, rules);
    }

    /// <summary>Decides what needs no claim; where rules are to be asked, <see cref="AccessGate"/> does.</summary>
    internal bool AdmitsWithoutRules(ClaimsPrincipal? user, JsonRpcMessage? message) => AllowsAnonymous || Caller.IsAuthenticated(user, message);

    /// <summary>Whether every rule that claims decide holds on one identity: what is asked of nearly every call.</summary>
    internal bool HoldsOn(ClaimsIdentity identity, HardeningOptions options) => Hold(_private, identity, options) && Hold(_rules, identity, options);

    private static bool Hold(AccessRule[] rules, ClaimsIdentity identity, HardeningOptions options)
    {
        foreach (AccessRule rule in rules)
        {
            if (!rule.Holds(identity, options))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Decides by claims alone.</summary>
    /// <param name="caller">The caller.</param>
    /// <param name="admitted">The identities on which all rules hold; where anonymous callers are admitted, those that are authenticated.</param>
    internal AccessOutcome Decide(scoped in Caller caller, out Identities admitted)
    {
        admitted = Where(caller, _private, caller.Authenticated);
        if (admitted.IsEmpty)
        {
            return AllowsAnonymous ? AccessOutcome.Admitted : IsPrivate ? AccessOutcome.Hidden : AccessOutcome.NotAuthenticated;
        }

        admitted = Where(caller, _rules, admitted);
        return !admitted.IsEmpty ? AccessOutcome.Admitted
            : WhereOnlyScopesLack(caller).IsEmpty ? AccessOutcome.Refused
            : AccessOutcome.ScopeMissing;
    }

    /// <summary>The identities that would be admitted if they had the scopes.</summary>
    internal Identities WhereOnlyScopesLack(scoped in Caller caller) =>
        Where(caller, [.. _private, .. _rules.Where(static rule => rule is not ScopeRule)], caller.Authenticated);

    private static Identities Where(scoped in Caller caller, AccessRule[] rules, Identities candidates)
    {
        foreach (AccessRule rule in rules)
        {
            candidates = caller.Where(rule, candidates);
        }

        return candidates;
    }
}
