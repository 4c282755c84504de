using McpGen.Authorization;
using McpGen.Invocation;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace McpGen.Hosting;

/// <summary>Stops a host whose options do not validate, whatever its transport, and says what is left out and what nobody can reach.</summary>
internal sealed class StartupCheck : IHostedService
{
    // By name: McpGen does not reference ASP.NET Core.
    private const string Authentication = "Microsoft.AspNetCore.Authentication.IAuthenticationSchemeProvider";

    private readonly ToolRegistry _registry;
    private readonly IServiceProvider _services;
    private readonly ILogger _logger;

    public StartupCheck(ToolRegistry registry, IOptions<McpServerOptions> options, IServiceProvider services, ILoggerFactory? loggerFactory = null)
    {
        _registry = registry;
        _services = services;
        _logger = (loggerFactory ?? NullLoggerFactory.Instance).CreateLogger("McpGen");

        // Here and not in StartAsync: a host makes all its services before it starts one, so nothing listens yet.
        _ = options.Value;
    }

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await StopForPoliciesAsync().ConfigureAwait(false);
        foreach (NotHardenedClass left in _registry.LeftOut)
        {
            Log.ClassLeftOut(_logger, left.Type, left.Reason);
        }

        if (_registry.Options.Roots is { WeakerPromise: { } weaker } roots && roots.All.Any())
        {
            Log.WeakerPaths(_logger, weaker);
        }

        HardenedTool[] closed = [.. _registry.Tools.Values.Where(tool => !tool.Definition.Access.AllowsAnonymous)];
        if (closed.Length > 0 && !HasAuthentication() && !HasLocalTransport())
        {
            Log.NobodyIsAdmitted(_logger, closed.Length, closed[0].Name);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task StopForPoliciesAsync()
    {
        foreach (HardenedTool tool in _registry.Tools.Values)
        {
            foreach (PolicyRule policy in tool.Definition.Access.Policies)
            {
                if (await policy.ObjectionAsync(_services).ConfigureAwait(false) is { } objection)
                {
                    throw new InvalidOperationException($"Tool '{tool.Name}' of {tool.Definition.ToolClass}: {objection}");
                }
            }
        }
    }

    private bool HasAuthentication() => _registry.Services.Any(service => service.ServiceType.FullName == Authentication);

    private bool HasLocalTransport() =>
        Transport() switch
        {
            LocalTransport => true,
            StdioServerTransport => ReferenceEquals(Last(typeof(McpServer)), LocalServer.Descriptor),
            _ => false,
        };

    // Only a singleton is asked for: the server runs on the same object, so nothing is opened for the sake of a warning.
    private ITransport? Transport() =>
        Last(typeof(ITransport)) is { Lifetime: ServiceLifetime.Singleton } ? _services.GetService<ITransport>() : null;

    private ServiceDescriptor? Last(Type type) => _registry.Services.LastOrDefault(service => service.ServiceType == type && !service.IsKeyedService);
}
