using McpGen.Authorization;
using McpGen.Invocation;

namespace McpGen.Hosting;

/// <summary>What the server says about callers that cannot be meant.</summary>
internal static class AccessObjections
{
    public static IEnumerable<string> Of(ToolRegistry registry)
    {
        HardeningOptions options = registry.Options;
        foreach (string scope in options.LocalCaller.Scopes.Where(static scope => !Scope.IsToken(scope)))
        {
            yield return $"HardeningOptions.LocalCaller has the scope '{scope}', which is none: a scope is printable ASCII without space, quotation mark and backslash (RFC 6749 section 3.3).";
        }

        foreach (string issuer in options.Issuers.Where(static issuer => issuer.Length == 0 || issuer.Contains('|')))
        {
            yield return $"HardeningOptions.Issuers has '{issuer}': an issuer is not empty and has no '|', which separates it from the name.";
        }

        if (options.Issuers.Count <= 1)
        {
            yield break;
        }

        foreach (HardenedTool tool in registry.Tools.Values)
        {
            foreach (string name in tool.Definition.Access.Names.Where(name => !options.Issuers.Any(issuer => name.StartsWith(issuer + "|", StringComparison.Ordinal))))
            {
                yield return $"Tool '{tool.Name}' of {tool.Definition.ToolClass}: [PrivateTool] names '{name}', but HardeningOptions.Issuers has more than one, so who says so must be said: write 'issuer|name'.";
            }
        }
    }
}
