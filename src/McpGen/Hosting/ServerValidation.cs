using McpGen.Invocation;
using McpGen.Paths;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using ModelContextProtocol.Server;

// The alternate pipeline is experimental; an application that uses it must not get past the guard.
#pragma warning disable MCPEXP002

namespace McpGen.Hosting;

/// <summary>Stops a server that has a way past a wrapper, or a hardened tool that cannot work.</summary>
internal sealed class ServerValidation : IValidateOptions<McpServerOptions>
{
    private readonly ToolRegistry _registry;
    private readonly ToolGuard _guard;
    private readonly IServiceProvider _services;

    // What the service collection decides is decided once, not for every session.
    private readonly Lazy<string[]> _registrations;

    public ServerValidation(ToolRegistry registry, ToolGuard guard, IServiceProvider services)
    {
        _registry = registry;
        _guard = guard;
        _services = services;
        _registrations = new(() => [.. SideDoors(services.GetServices<McpServerTool>()), .. ContradictoryNames(), .. UnusableParameters(), .. UnusableGuards(), .. AccessObjections.Of(registry)]);
    }

    public ValidateOptionsResult Validate(string? name, McpServerOptions options)
    {
        string[] failures =
        [
            .. _registrations.Value
                .Concat(name == Options.DefaultName ? Missing(options) : [])
                .Concat(SideDoors(options.ToolCollection ?? []))
                .Concat(OpenHandler(options))
                .Concat(LostGuard(options))
                .Concat(_guard.TaskObjection(options) is { } tasks ? [tasks] : [])
                .Distinct(),
        ];
        return failures.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private IEnumerable<string> SideDoors(IEnumerable<McpServerTool> tools)
    {
        foreach (McpServerTool tool in tools)
        {
            if (_registry.Objection(tool) is { } objection)
            {
                yield return objection;
            }
        }
    }

    private IEnumerable<string> Missing(McpServerOptions options)
    {
        foreach ((string name, HardenedTool tool) in _registry.Tools)
        {
            if (options.ToolCollection is not { } tools || !tools.TryGetPrimitive(name, out McpServerTool? found))
            {
                yield return $"Tool '{name}': the hardened tool of {tool.Definition.ToolClass} is not in McpServerOptions.ToolCollection. Something replaced or emptied the collection after it was filled; add to it instead.";
            }
            else if (!ReferenceEquals(found, tool))
            {
                yield return _registry.Objection(found)
                    ?? $"Tool '{name}': McpServerOptions.ToolCollection finds another tool under the name of the hardened tool of {tool.Definition.ToolClass}. Use a collection that compares names ordinally.";
            }
        }
    }

    private IEnumerable<string> OpenHandler(McpServerOptions options)
    {
        if (_registry.Options.UnhardenedTools.Count == 0 && (options.Handlers.CallToolHandler is not null || options.Handlers.CallToolWithAlternateHandler is not null))
        {
            yield return "McpServerOptions.Handlers has a handler for tool calls, and no wrapper checks the tools it answers. Name them in HardeningOptions.UnhardenedTools, or remove the handler.";
        }
    }

    private IEnumerable<string> LostGuard(McpServerOptions options)
    {
        if (!_guard.Guards(options))
        {
            yield return "McpServerOptions.Filters lost the filters that keep unhardened tools out. Something replaced or emptied the filters, or set a call handler, after all options were configured; do it in Configure<McpServerOptions>, not in PostConfigure.";
        }
    }

    private IEnumerable<string> ContradictoryNames()
    {
        foreach (string name in _registry.Options.UnhardenedTools)
        {
            if (_registry.Tools.TryGetValue(name, out HardenedTool? tool))
            {
                yield return $"Tool '{name}': named in HardeningOptions.UnhardenedTools, but {tool.Definition.ToolClass} hardens it. Remove the name.";
            }
        }
    }

    private IEnumerable<string> UnusableGuards()
    {
        foreach ((string name, HardenedTool tool) in _registry.Tools)
        {
            foreach (GuardUse use in tool.Definition.Guards)
            {
                if (use.Guard.Objection(_registry.Options) is { } objection)
                {
                    yield return $"Tool '{name}' of {tool.Definition.ToolClass}: {(use.Argument is null ? "result" : $"argument '{use.Argument}'")}: {objection}.";
                }
            }
        }

        // Those that no argument leads into are reached by tools of their own accord.
        HashSet<string> named = [.. _registry.Tools.Values.SelectMany(static tool => tool.Definition.Guards).Select(static use => use.Guard).OfType<PathGuard>().Select(static guard => guard.RootName)];
        foreach (Root root in _registry.Options.Roots.All)
        {
            if (!named.Contains(root.Name) && root.Objection() is { } objection)
            {
                yield return $"HardeningOptions.Roots: {objection}.";
            }
        }
    }

    private IEnumerable<string> UnusableParameters()
    {
        if (_services.GetService<IServiceProviderIsService>() is not { } known)
        {
            yield break;
        }

        foreach ((string name, HardenedTool tool) in _registry.Tools)
        {
            foreach (ServiceUse service in tool.Definition.Services)
            {
                bool isThere = service.Key is null ? known.IsService(service.Type) : known is not IServiceProviderIsKeyedService keyed || keyed.IsKeyedService(service.Type, service.Key);
                if (!isThere)
                {
                    yield return $"Tool '{name}' of {tool.Definition.ToolClass}: parameter '{service.Parameter}' takes the service {service.Type}{(service.Key is null ? "" : $" with key '{service.Key}'")}, which is not registered. Register it{(service.Type.IsAbstract ? "" : ", or mark the parameter of a tool [Argument] if the caller is to fill it")}.";
                }
            }

            foreach (ArgumentClass argument in tool.Definition.ArgumentClasses)
            {
                if (known.IsService(argument.Type))
                {
                    yield return $"Tool '{name}' of {tool.Definition.ToolClass}: argument '{argument.Parameter}' is a {argument.Type}, which is a registered service too, so a caller could fill what was meant to be injected. Mark the parameter [Service] to have it injected, or [Argument] if the caller is to fill it.";
                }
            }
        }
    }
}
