using System.Reflection;
using McpGen.Invocation;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using ModelContextProtocol.Server;

namespace McpGen.Hosting;

/// <summary>
/// What is hardened in one service collection, and the verdict on every tool that is not. Filled while services are registered, only
/// read afterwards.
/// </summary>
internal sealed class ToolRegistry
{
    private readonly Dictionary<string, HardenedTool> _tools = new(StringComparer.Ordinal);
    private readonly HashSet<Type> _classes = [];
    private readonly HashSet<Type> _wrapped = [];
    private readonly Dictionary<Type, NotHardenedClass> _leftOut = [];

    private ToolRegistry(IServiceCollection services) => Services = services;

    public IServiceCollection Services { get; }

    public HardeningOptions Options { get; } = new();

    public IReadOnlyDictionary<string, HardenedTool> Tools => _tools;

    public IEnumerable<NotHardenedClass> LeftOut => _leftOut.Values;

    /// <summary>The one registry of a service collection; the first call installs everything that watches over it.</summary>
    public static ToolRegistry Of(IServiceCollection services)
    {
        if (services.FirstOrDefault(service => service.ServiceType == typeof(ToolRegistry))?.ImplementationInstance is ToolRegistry existing)
        {
            return existing;
        }

        var registry = new ToolRegistry(services);
        services.AddSingleton(registry);
        services.AddSingleton(registry.Options.Roots);
        services.AddSingleton<ToolGuard>();
        services.AddSingleton<IPostConfigureOptions<McpServerOptions>>(provider => provider.GetRequiredService<ToolGuard>());
        services.AddSingleton<IValidateOptions<McpServerOptions>, ServerValidation>();
        services.AddHostedService<StartupCheck>();
        services.Replace(LocalServer.Descriptor);
        return registry;
    }

    public void Add(ToolClass toolClass)
    {
        if (!_classes.Add(toolClass.Type))
        {
            return;
        }

        Wrap(toolClass.Type);
        foreach (HardenedTool tool in toolClass.CreateTools(Options))
        {
            if (!_tools.TryAdd(tool.Name, tool))
            {
                throw new InvalidOperationException(
                    $"Two hardened tools are named '{tool.Name}': {_tools[tool.Name].Definition.ToolClass} and {tool.Definition.ToolClass} declare one each. Give one of them another name.");
            }

            Wrap(tool.Definition.ToolClass);
            Wrap(tool.Definition.DeclaringType);
            Services.AddSingleton<McpServerTool>(tool);
        }
    }

    public void LeaveOut(NotHardenedClass left) => _leftOut.TryAdd(left.Type, left);

    /// <summary>Whether a tool is one of these, the very object.</summary>
    public bool IsHardened(McpServerTool tool) =>
        tool is HardenedTool hardened && _tools.TryGetValue(hardened.Name, out HardenedTool? registered) && ReferenceEquals(registered, hardened);

    /// <summary>Why a tool must not be served and what to do about it; null for a tool that may. Free for a hardened one.</summary>
    public string? Objection(McpServerTool tool)
    {
        if (IsHardened(tool))
        {
            return null;
        }

        // A collection finds a tool by its id, a caller by the name it is listed under; nothing says that they are the same.
        string name = ((IMcpServerPrimitive)tool).Id;
        if (_tools.TryGetValue(name, out HardenedTool? hardened) || _tools.TryGetValue(tool.ProtocolTool.Name, out hardened))
        {
            return $"Tool '{name}': {Origin(tool)} stands under the name of the hardened tool of {hardened.Definition.ToolClass}. Remove the registration that made it (WithTools, WithToolsFromAssembly, McpServerTool.Create), or give it another name.";
        }

        bool isAccepted = Options.UnhardenedTools.Contains(name);
        IReadOnlyList<object> metadata = tool.Metadata;
        for (int i = 0; i < metadata.Count; i++)
        {
            if (metadata[i] is not MethodInfo method)
            {
                isAccepted |= metadata[i] is NotHardenedAttribute;
            }
            else if (LeadsPast(method.DeclaringType) || LeadsPast(method.ReflectedType))
            {
                return $"Tool '{name}': {Origin(tool)} is a method of a hardened class and would be called past its wrapper. Remove the registration that made it (WithTools, WithToolsFromAssembly, McpServerTool.Create); WithHardenedTools registers the class.";
            }
            else
            {
                isAccepted |= IsLeftOut(method.DeclaringType) || IsLeftOut(method.ReflectedType);
            }
        }

        return isAccepted
            ? null
            : $"Tool '{name}': no wrapper checks {Origin(tool)}. Harden its class ([McpServerToolType], partial, WithHardenedTools), mark the class [NotHardened(\"reason\")], or name the tool in HardeningOptions.UnhardenedTools.";
    }

    private static string Origin(McpServerTool tool) =>
        tool.Metadata.OfType<MethodInfo>().FirstOrDefault() is { } method ? $"{method.ReflectedType ?? method.DeclaringType}.{method.Name}" : $"a {tool.GetType()}";

    // With its bases: a method that a hardened class inherits is the same method when it is reached through the base.
    private void Wrap(Type type)
    {
        for (Type? current = type; current is not null && current != typeof(object); current = current.BaseType)
        {
            _wrapped.Add(current);
        }
    }

    private bool LeadsPast(Type? type) =>
        type is not null && (_wrapped.Contains(type) || (type.IsInterface && _wrapped.Any(type.IsAssignableFrom)));

    private bool IsLeftOut(Type? type) => type is not null && _leftOut.ContainsKey(type);
}
