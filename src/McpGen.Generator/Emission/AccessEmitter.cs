using System.Collections.Generic;
using System.Linq;
using McpGen.Generator.Model;
using static McpGen.Generator.KnownNames;

namespace McpGen.Generator.Emission;

/// <summary>The rules of who may call which tool, and the questions a wrapper asks of them.</summary>
public static class AccessEmitter
{
    /// <summary>Apart from everything else that is static: a server that starts makes the rules, and no table that only a call needs.</summary>
    public static void WriteRules(SourceWriter writer, ToolSetModel set)
    {
        writer.Line("/// <summary>Who may call which tool: asked by its wrapper, and by tools/list.</summary>");
        using (writer.Block("private static class Access"))
        {
            foreach (ToolModel tool in set.Tools)
            {
                WriteAccess(writer, tool);
                foreach (ValueRuleModel rule in tool.Access.ByValue)
                {
                    writer.Line(rule switch
                    {
                        ScopeWhenModel scopes => $"internal static readonly {Runtime.ScopeRule} {rule.Field} = new({Scopes(scopes.Rule)};",
                        ClaimEqualsModel claim => $"internal static readonly {Runtime.ClaimRule} {rule.Field} = new({CSharp.Literal(claim.ClaimType)});",
                        _ => throw new System.InvalidOperationException(rule.GetType().Name),
                    });
                }
            }
        }

        writer.Line();
    }

    /// <summary>The first statement of a wrapper. What policies leave open goes on in a local function, because they are asked asynchronously.</summary>
    public static SourceWriter.Closing? WriteGate(SourceWriter writer, ToolModel tool, string result)
    {
        writer.Line("// Access");
        writer.Line($"if (!call.Admits(Access.{tool.Id})) return call.Denied();");
        if (tool.Access.Policies.IsEmpty)
        {
            writer.Line();
            return null;
        }

        writer.Line("return call.WhenPoliciesAdmit(Admitted);");
        writer.Line();
        return writer.Block($"static {result} Admitted({Runtime.ToolCall} call, {Runtime.Identities} identities)");
    }

    /// <summary>The step of a wrapper after binding; only for what has any.</summary>
    public static void WriteStep(SourceWriter writer, ToolModel tool, Locals locals)
    {
        if (tool.Access.ByValue.IsEmpty)
        {
            return;
        }

        writer.Line("// Access by value");
        writer.Line($"var access = call.AccessByValue({(tool.Access.Policies.IsEmpty ? "" : "identities")});");
        foreach (ValueRuleModel rule in tool.Access.ByValue)
        {
            string argument = locals.Of(rule.Argument);
            writer.Line(rule switch
            {
                ScopeWhenModel { IsFlags: true } scopes => $"if (({argument}{(scopes.IsNullable ? ".GetValueOrDefault()" : "")} & {scopes.Value}) != 0) access.Require(Access.{rule.Field});",
                ScopeWhenModel scopes => $"if ({argument} == {scopes.Value}) access.Require(Access.{rule.Field});",
                ClaimEqualsModel { Cast.Length: > 0 } claim => $"access.Require(Access.{rule.Field}, ({claim.Cast}){argument});",
                _ => $"access.Require(Access.{rule.Field}, {argument});",
            });
        }

        writer.Line("if (access.IsRefused) return access.Refusal();");
        writer.Line();
    }

    private static void WriteAccess(SourceWriter writer, ToolModel tool)
    {
        AccessModel access = tool.Access;
        string[] rules =
        [
            .. access.Private is { } names ? [$"new {Runtime.PrivateRule}(clients: {Names(names.Clients)}, users: {Names(names.Users)})"] : (string[])[],
            .. access.Scopes.Select(static rule => $"new {Runtime.ScopeRule}({Scopes(rule)}"),
            .. access.Roles.Select(static rule => $"new {Runtime.RoleRule}({Literals(rule.Roles)}){AnyOf(rule.AnyOf)}"),
            .. access.Policies.Select(static policy => $"new {Runtime.PolicyRule}({CSharp.Literal(policy.Name)})"),
        ];
        string declaration = $"internal static readonly {Runtime.Access} {tool.Id} = {Runtime.Access}.";
        if (rules.Length == 0)
        {
            writer.Line($"{declaration}{(access.AllowAnonymous ? "Anyone" : "Authenticated")};");
            return;
        }

        writer.Line($"{declaration}Requiring(\n    {string.Join(",\n    ", rules)});");
    }

    /// <summary>The rest of a rule's creation, from its arguments on.</summary>
    private static string Scopes(ScopeRuleModel rule) =>
        $"[{string.Join(", ", rule.Scopes.Select(static scope => $"new({CSharp.Literal(scope.Name)}{(scope.ImpliedBy.IsEmpty ? "" : $", impliedBy: [{Literals(scope.ImpliedBy)}]")})"))}]){AnyOf(rule.AnyOf)}";

    private static string AnyOf(bool isAnyOf) => isAnyOf ? " { AnyOf = true }" : "";

    private static string Names(EquatableArray<string>? names) => names is { } given ? $"[{Literals(given)}]" : "null";

    private static string Literals(IEnumerable<string> texts) => string.Join(", ", texts.Select(CSharp.Literal));
}
