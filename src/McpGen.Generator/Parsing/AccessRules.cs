using System.Linq;
using McpGen.Generator.Diagnostics;
using McpGen.Generator.Model;
using Microsoft.CodeAnalysis;

namespace McpGen.Generator.Parsing;

/// <summary>McpGen's own statements of access become rules, or the reason why one says nothing that could be enforced.</summary>
public static class AccessRules
{
    public static ScopeRuleModel? ScopesOf(AttributeData attribute, string subject, ScopeImplications implications, ParseContext context)
    {
        string?[] scopes = [.. attribute.Values().Select(static value => value.Value as string).Distinct()];
        string? reason = scopes.Length == 0 ? "names no scope"
            : scopes.FirstOrDefault(static scope => !ScopeImplications.IsScope(scope)) is var wrong && !scopes.All(ScopeImplications.IsScope) ? $"names '{wrong}'; {ScopeImplications.ScopeRule}"
            : null;
        return Check(reason, attribute, subject, context) ? new ScopeRuleModel([.. scopes.Select(scope => implications.ModelOf(scope!))], IsAnyOf(attribute)) : null;
    }

    public static RoleRuleModel? RolesOf(AttributeData attribute, string subject, ParseContext context)
    {
        string?[] roles = [.. attribute.Values().Select(static value => value.Value as string).Distinct()];
        string? reason = roles.Length == 0 ? "names no role" : roles.Any(string.IsNullOrWhiteSpace) ? "names an empty role" : null;
        return Check(reason, attribute, subject, context) ? new RoleRuleModel([.. roles!], IsAnyOf(attribute)) : null;
    }

    public static PrivateModel? PrivateOf(AttributeData attribute, string subject, ParseContext context)
    {
        EquatableArray<string>? clients = Names(attribute, "Clients");
        EquatableArray<string>? users = Names(attribute, "Users");
        string? reason = clients is null && users is null ? "names neither clients nor users; say for whom the tool exists"
            : clients is { IsEmpty: true } || users is { IsEmpty: true } ? "has an empty list, so nobody could call the tool"
            : (clients ?? []).Concat(users ?? []).Any(string.IsNullOrWhiteSpace) ? "has an empty name"
            : null;
        return Check(reason, attribute, subject, context) ? new PrivateModel(clients, users) : null;
    }

    public static bool Check(string? reason, AttributeData attribute, string subject, ParseContext context)
    {
        if (reason is not null)
        {
            context.Report(Descriptors.AccessRuleInvalid, attribute.Location() ?? context.ToolClass.Place(), attribute.ShortName(), subject, reason);
        }

        return reason is null;
    }

    private static bool IsAnyOf(AttributeData attribute) => attribute.Named("AnyOf") is true;

    private static EquatableArray<string>? Names(AttributeData attribute, string name)
    {
        TypedConstant list = attribute.NamedArguments.FirstOrDefault(argument => argument.Key == name).Value;
        return list.Kind != TypedConstantKind.Array || list.IsNull ? null : [.. list.Values.Select(static value => value.Value as string ?? "").Distinct()];
    }
}
