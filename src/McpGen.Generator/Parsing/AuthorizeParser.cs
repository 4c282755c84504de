using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using McpGen.Generator.Diagnostics;
using McpGen.Generator.Model;
using Microsoft.CodeAnalysis;

namespace McpGen.Generator.Parsing;

/// <summary>ASP.NET Core's own attributes: roles and policies are enforced by the wrapper, everything else about them is a build error.</summary>
public static class AuthorizeParser
{
    /// <summary>Whether every authorization attribute that may speak of a tool is one that the wrapper enforces.</summary>
    public static bool CheckAll(ImmutableArray<AttributeData> attributes, IMethodSymbol method, ParseContext context)
    {
        bool isEnforced = true;
        foreach (AttributeData attribute in attributes)
        {
            if (AttributeCode.NamesAuthorization(attribute.AttributeClass) && WhyNotEnforced(attribute, context) is { } reason)
            {
                context.Report(Descriptors.AccessNotSupported, attribute.Location() ?? method.Place(), attribute.ShortName(), AccessParser.NameOf(method), reason);
                isEnforced = false;
            }
        }

        return isEnforced;
    }

    /// <summary>Adds the rules of an [Authorize], as the framework combines them: its default policy holds where neither roles nor a policy are named.</summary>
    public static bool Read(AttributeData attribute, string subject, List<RoleRuleModel> roles, List<PolicyModel> policies, ParseContext context)
    {
        string? policy = PolicyOf(attribute);
        var names = attribute.Named("Roles") as string;
        if (names is not null)
        {
            string[] any = [.. names.Split(',').Select(static role => role.Trim()).Where(static role => role.Length > 0)];
            if (!AccessRules.Check(any.Length == 0 ? "names an empty role" : null, attribute, subject, context))
            {
                return false;
            }

            roles.Add(new RoleRuleModel([.. any], AnyOf: true));
        }

        if (policy is not null || names is null)
        {
            policies.Add(new PolicyModel(policy));
        }

        return true;
    }

    private static string? WhyNotEnforced(AttributeData attribute, ParseContext context) =>
        attribute.AttributeClass.Is(KnownNames.AllowAnonymous) ? null
        : !attribute.AttributeClass.Is(KnownNames.Authorize)
            ? "what it demands is decided where it is made; write [Authorize(Roles = ...)], [Authorize(Policy = ...)], or McpGen's own [RequireScopes], [RequireRoles], [PrivateTool]"
        : !string.IsNullOrWhiteSpace(attribute.Named("AuthenticationSchemes") as string)
            ? "it names authentication schemes, and a wrapper runs after authentication; name them where the endpoint is mapped"
        : (PolicyOf(attribute) is not null || attribute.Named("Roles") is null) && !context.Compilation.ReferencedAssemblyNames.Any(static reference => reference.Name == KnownNames.AspNetCorePackage)
            ? "a policy is asked through McpGen.AspNetCore, which this project does not reference"
        : null;

    private static string? PolicyOf(AttributeData attribute) =>
        (attribute.Named("Policy") ?? attribute.Argument(0)) is string policy && !string.IsNullOrWhiteSpace(policy) ? policy : null;
}
