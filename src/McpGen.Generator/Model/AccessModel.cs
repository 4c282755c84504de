namespace McpGen.Generator.Model;

/// <summary>Who may call a tool: every rule that its method, its class and what they override or derive from state.</summary>
public sealed record AccessModel
{
    /// <summary>Whether a caller without an authenticated identity is admitted.</summary>
    public bool AllowAnonymous { get; init; }

    /// <summary>For whom the tool exists; null where it does for all.</summary>
    public PrivateModel? Private { get; init; }

    public EquatableArray<ScopeRuleModel> Scopes { get; init; }

    public EquatableArray<RoleRuleModel> Roles { get; init; }

    public EquatableArray<PolicyModel> Policies { get; init; }

    /// <summary>What is decided once the arguments are bound.</summary>
    public EquatableArray<ValueRuleModel> ByValue { get; init; }
}

/// <summary>Clients and users; null where any will do.</summary>
public sealed record PrivateModel(EquatableArray<string>? Clients, EquatableArray<string>? Users);

public sealed record ScopeRuleModel(EquatableArray<ScopeModel> Scopes, bool AnyOf);

/// <summary>A scope, and every other that stands for it.</summary>
public sealed record ScopeModel(string Name, EquatableArray<string> ImpliedBy);

public sealed record RoleRuleModel(EquatableArray<string> Roles, bool AnyOf);

/// <summary>A policy of the application; its default one where there is no name.</summary>
public sealed record PolicyModel(string? Name);

/// <summary>A rule about the value of an argument.</summary>
/// <param name="Field">The field that holds the rule.</param>
/// <param name="Argument">The parameter.</param>
public abstract record ValueRuleModel(string Field, string Argument);

/// <summary>Scopes that some values need.</summary>
/// <param name="Value">The value, as code.</param>
/// <param name="IsFlags">Whether any bit of the value is enough.</param>
/// <param name="IsNullable">Whether the argument may be null.</param>
public sealed record ScopeWhenModel(string Field, string Argument, ScopeRuleModel Rule, string Value, bool IsFlags, bool IsNullable) : ValueRuleModel(Field, Argument);

/// <summary>A claim that the argument must equal.</summary>
/// <param name="Cast">The type the argument is widened to, or empty.</param>
public sealed record ClaimEqualsModel(string Field, string Argument, string ClaimType, string Cast) : ValueRuleModel(Field, Argument);
