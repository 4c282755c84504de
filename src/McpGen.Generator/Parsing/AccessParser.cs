using System.Collections.Generic;
using System.Linq;
using McpGen.Generator.Diagnostics;
using McpGen.Generator.Model;
using Microsoft.CodeAnalysis;

namespace McpGen.Generator.Parsing;

/// <summary>Who may call a tool: method, overridden methods and class add up, the assembly counts where they are silent.</summary>
public static class AccessParser
{
    public static AccessModel? Parse(IMethodSymbol method, AccessLevel[] own, ToolAttributes attributes, ToolClassFacts toolClass, ParseContext context)
    {
        if (!AuthorizeParser.CheckAll(attributes.All, method, context))
        {
            return null;
        }

        CheckAdditions(toolClass.AssemblyAccess, method, context);
        AccessLevel[] ofMethod = [.. own.Where(static level => !level.Statements.IsEmpty)];
        AccessLevel[] levels = [.. ofMethod, .. toolClass.AccessLevels.Where(static level => !level.Statements.IsEmpty)];
        if (levels.Length == 0 && !toolClass.AssemblyAccess.Statements.IsEmpty)
        {
            levels = [toolClass.AssemblyAccess];
        }

        // A base of another assembly brings what that assembly states of its tools, held to the same checks.
        if (ofMethod.Length == 0 && toolClass.AccessLevels.All(static level => level.Statements.IsEmpty)
            && !SymbolEqualityComparer.Default.Equals(method.ContainingAssembly, context.Compilation.Assembly))
        {
            AccessLevel declared = AccessLevel.Of(method.ContainingAssembly);
            CheckAdditions(declared, method, context);
            if (!AuthorizeParser.CheckAll(method.ContainingAssembly.GetAttributes(), method, context))
            {
                return null;
            }

            levels = declared.Statements.IsEmpty ? levels : [.. levels, declared];
        }

        if (levels.Length == 0)
        {
            context.Report(Descriptors.NoAccess, method.Place(), NameOf(method));
            return null;
        }

        // Contradictions and loosening first: what the rules say in detail matters only when they can hold together.
        return CheckLevels(levels, ofMethod.Length, method, toolClass, context) ? Combine(levels, method, toolClass, context) : null;
    }

    public static string NameOf(IMethodSymbol method) => method.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat);

    private static void CheckAdditions(AccessLevel assembly, IMethodSymbol method, ParseContext context)
    {
        foreach (AttributeData addition in assembly.Additions)
        {
            context.Report(Descriptors.AccessArgument, addition.Location() ?? method.Place(), addition.ShortName(), assembly.Subject, "stands on an assembly, which has no arguments; put it on the tool or its class");
        }
    }

    private static bool CheckLevels(AccessLevel[] levels, int ofMethod, IMethodSymbol method, ToolClassFacts toolClass, ParseContext context)
    {
        foreach (AccessLevel level in levels)
        {
            AttributeData first = level.Statements[0];
            if (level.Statements.FirstOrDefault(statement => AccessLevel.StrengthOf(statement) != AccessLevel.StrengthOf(first)) is { } other)
            {
                context.Report(Descriptors.AccessContradiction, other.Location() ?? method.Place(), level.Subject, $"{Spell(first)} and {Spell(other)} admit different callers; keep the stricter one");
                return false;
            }
        }

        // Nearest first: whatever opens must not stand before what is stricter.
        for (int near = 0; near < levels.Length; near++)
        {
            int far = System.Array.FindIndex(levels, near, level => Strength(level) > Strength(levels[near]));
            if (far >= 0)
            {
                AttributeData loose = levels[near].Statements[0];
                string loosened = levels[near] == toolClass.AssemblyAccess ? "the assembly of its base class" : far < ofMethod ? "the method it overrides" : near < ofMethod ? "its class" : "its base class";
                context.Report(Descriptors.AccessLoosened, loose.Location() ?? method.Place(), Spell(loose).Trim('[', ']'), NameOf(method), loosened);
                return false;
            }
        }

        return true;
    }

    private static AccessModel? Combine(AccessLevel[] levels, IMethodSymbol method, ToolClassFacts toolClass, ParseContext context)
    {
        PrivateModel? @private = null;
        List<ScopeRuleModel> scopes = [];
        List<RoleRuleModel> roles = [];
        List<PolicyModel> policies = [];
        bool isValid = true;
        foreach (AccessLevel level in levels)
        {
            foreach (AttributeData statement in level.Statements)
            {
                isValid &= statement.AttributeClass!.Name switch
                {
                    "RequireScopesAttribute" => AccessRules.ScopesOf(statement, level.Subject, toolClass.Implications, context) is { } rule && Add(scopes, rule),
                    "RequireRolesAttribute" => AccessRules.RolesOf(statement, level.Subject, context) is { } rule && Add(roles, rule),
                    "PrivateToolAttribute" => AccessRules.PrivateOf(statement, level.Subject, context) is { } rule && Narrow(ref @private, rule, statement, method, context),
                    "AuthorizeAttribute" => AuthorizeParser.Read(statement, level.Subject, roles, policies, context),
                    _ => true,
                };
            }
        }

        return !isValid ? null : new AccessModel
        {
            AllowAnonymous = levels.All(static level => Strength(level) == AccessStrength.Open),
            Private = @private,
            Scopes = [.. scopes],
            Roles = [.. roles],
            Policies = [.. policies],
        };
    }

    /// <summary>Adds a rule; one that is stated twice holds once.</summary>
    private static bool Add<T>(List<T> rules, T rule)
    {
        if (!rules.Contains(rule))
        {
            rules.Add(rule);
        }

        return true;
    }

    /// <summary>Who is in every statement is left; when that is nobody, none of them can be meant.</summary>
    private static bool Narrow(ref PrivateModel? @private, PrivateModel rule, AttributeData statement, IMethodSymbol method, ParseContext context)
    {
        @private = @private is null ? rule : new PrivateModel(Common(@private.Clients, rule.Clients), Common(@private.Users, rule.Users));
        string? nobody = @private.Clients is { IsEmpty: true } ? "client" : @private.Users is { IsEmpty: true } ? "user" : null;
        if (nobody is null)
        {
            return true;
        }

        context.Report(Descriptors.AccessContradiction, statement.Location() ?? method.Place(), NameOf(method), $"no {nobody} is in all of its [PrivateTool] statements");
        return false;
    }

    private static EquatableArray<string>? Common(EquatableArray<string>? one, EquatableArray<string>? other) =>
        one is not { } names ? other : other is not { } allowed ? one : [.. names.Where(allowed.Contains)];

    private static AccessStrength Strength(AccessLevel level) => AccessLevel.StrengthOf(level.Statements[0])!.Value;

    private static string Spell(AttributeData attribute) =>
        $"[{attribute.ShortName()}{(attribute.AttributeClass.Is(KnownNames.PublicTool) && AccessLevel.StrengthOf(attribute) == AccessStrength.Open ? "(AllowAnonymous = true)" : "")}]";
}
