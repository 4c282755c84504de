using McpGen.Invocation;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;

namespace McpGen.Authorization;

/// <summary>What a caller that is not admitted is answered: nothing of its arguments, and nothing at all about a private tool.</summary>
internal static class AccessRefusal
{
    /// <summary>The SDK's own answer for a name without a tool.</summary>
    public static McpProtocolException Unknown(string? name) => new($"Unknown tool: '{name}'", McpErrorCode.InvalidParams);

    /// <summary>The answer to a caller that knows the tool.</summary>
    public static CallToolResult Of(HardenedTool tool, AccessOutcome outcome) => ToolResult.Error($"Access to {tool.Name} is denied{outcome switch
    {
        AccessOutcome.NotAuthenticated => ": the caller is not authenticated" + Needs(tool.Definition.Access.ScopeRules, "; the call needs"),
        AccessOutcome.ScopeMissing => Needs(tool.Definition.Access.ScopeRules, ": the call needs"),
        _ => " to this caller",
    }}.");

    /// <summary>The answer where the values of arguments decided.</summary>
    public static CallToolResult ByValue(HardenedTool tool, IEnumerable<ScopeRule> scopes) =>
        ToolResult.Error($"Access to {tool.Name} is denied for these arguments{Needs(scopes, ": the call needs")}.");

    private static string Needs(IEnumerable<ScopeRule> rules, string introduction)
    {
        string[] all = [.. rules.Where(static rule => !rule.AnyOf).SelectMany(static rule => rule.Scopes).Select(static scope => scope.Name).Distinct()];
        string[] needs =
        [
            .. all.Length == 0 ? [] : (string[])[$"the scope{(all.Length == 1 ? "" : "s")} {Join(all)}"],
            .. rules.Where(static rule => rule.AnyOf).Select(static rule => $"one of the scopes {Join(rule.Scopes.Select(static scope => scope.Name))}"),
        ];
        return needs.Length == 0 ? "" : $"{introduction} {string.Join(", and ", needs)}";
    }

    private static string Join(IEnumerable<string> names) => string.Join(", ", names.Select(static name => $"\"{name}\""));
}
