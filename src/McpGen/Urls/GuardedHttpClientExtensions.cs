using McpGen.Urls;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace McpGen;

/// <summary>Registers guarded clients.</summary>
public static class GuardedHttpClientExtensions
{
    /// <summary>Registers a <see cref="GuardedHttpClient"/>, the only client that takes a <see cref="GuardedUri"/>.</summary>
    /// <param name="services">The application's services.</param>
    /// <param name="name">The key of the client; without one it is the service <see cref="GuardedHttpClient"/> itself.</param>
    /// <param name="configure">Sets the limits.</param>
    public static IServiceCollection AddGuardedHttpClient(this IServiceCollection services, string? name = null, Action<GuardedHttpClientOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        OptionsBuilder<GuardedHttpClientOptions> options = services.AddOptions<GuardedHttpClientOptions>(name).ValidateOnStart();
        if (configure is not null)
        {
            options.Configure(configure);
        }

        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<GuardedHttpClientOptions>, GuardedHttpClientValidation>());
        services.TryAddSingleton(TimeProvider.System);
        if (string.IsNullOrEmpty(name))
        {
            services.TryAddSingleton(provider => Create(provider, Options.DefaultName));
        }
        else
        {
            services.TryAddKeyedSingleton(name, (provider, _) => Create(provider, name));
        }

        return services;
    }

    private static GuardedHttpClient Create(IServiceProvider provider, string name) =>
        new(provider.GetRequiredService<IOptionsMonitor<GuardedHttpClientOptions>>().Get(name), provider.GetRequiredService<TimeProvider>(), Network.System);
}
