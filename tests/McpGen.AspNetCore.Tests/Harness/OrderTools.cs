using System.Collections.Concurrent;
using McpGen.Authorization;
using McpGen.Hosting;
using McpGen.Invocation;
using Microsoft.Extensions.DependencyInjection;
using ModelContextProtocol.Server;

namespace McpGen.AspNetCore.Tests.Harness;

/// <summary>A tool class as a developer writes it; what the generator writes for it stands below, by hand.</summary>
[McpServerToolType]
public sealed class OrderTools
{
    /// <summary>What every tool answers once it was entered.</summary>
    public const string Entered = "entered";

    private readonly ConcurrentQueue<string> _entered = new();

    /// <summary>The tools whose method ran, in order.</summary>
    public string[] Calls => [.. _entered];

    /// <summary>Registers one tool for every kind of access that claims decide, and more, whose policies are asked.</summary>
    public IMcpServerBuilder AddTo(IMcpServerBuilder builder, Action<HardeningOptions>? configure = null, params (string Name, Access Access)[] more) =>
        HardenedToolRegistration.Add(builder, configure, [new ToolClass(typeof(OrderTools), options => [.. Declared.Select(tool => Tool(tool, options, call => Enter(tool.Name))), .. more.Select(tool => Tool(tool, options, call => call.WhenPoliciesAdmit((_, _) => Enter(tool.Name))))])], []);

    private static (string Name, Access Access)[] Declared =>
    [
        ("hello", Access.Anyone),
        ("status", Access.Authenticated),
        ("read_orders", Access.Requiring(new ScopeRule(new Scope("orders:read", "orders:write")))),
        ("ship_order", Access.Requiring(new ScopeRule(new Scope("orders:write"), new Scope("orders:read", "orders:write")), new ScopeRule(new Scope("orders:ship")))),
        ("export", Access.Requiring(new ScopeRule(new Scope("export:csv"), new Scope("export:json")) { AnyOf = true })),
        ("refund", Access.Requiring(new RoleRule("clerk"), new ScopeRule(new Scope("orders:read")))),
        ("purge", Access.Requiring(new PrivateRule(clients: null, users: ["alice"]), new ScopeRule(new Scope("purge")))),
        ("bestellung_löschen", Access.Requiring(new ScopeRule(new Scope("orders:delete")))),
    ];

    private static HardenedTool Tool((string Name, Access Access) tool, HardeningOptions options, ToolMethod enter) =>
        new(
            new ToolDefinition
            {
                Name = tool.Name,
                ToolClass = typeof(OrderTools),
                DeclaringType = typeof(OrderTools),
                Access = tool.Access,
                Method = call => call.Admits(tool.Access) ? enter(call) : call.Denied(),
                InputSchema = _ => """{"type":"object"}"""u8,
            },
            options);

    private ValueTask<ModelContextProtocol.Protocol.CallToolResult> Enter(string name)
    {
        _entered.Enqueue(name);
        return new(ToolResult.Text(Entered));
    }
}
