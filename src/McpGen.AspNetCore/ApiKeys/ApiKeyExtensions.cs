using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace McpGen.AspNetCore;

/// <summary>Registers authentication by API keys.</summary>
public static class ApiKeyExtensions
{
    /// <summary>Authenticates callers by API keys under the scheme <see cref="ApiKeyDefaults.AuthenticationScheme"/>.</summary>
    /// <param name="builder">The application's authentication.</param>
    /// <param name="configure">Sets the keys.</param>
    public static AuthenticationBuilder AddMcpApiKeys(this AuthenticationBuilder builder, Action<ApiKeyOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configure);
        IServiceCollection services = builder.Services;
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<ApiKeyFailures>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<ApiKeyOptions>, ApiKeyValidation>());
        services.AddOptions<ApiKeyOptions>(ApiKeyDefaults.AuthenticationScheme).ValidateOnStart();
        IssuerValidation.AddTo(services);
        return builder.AddScheme<ApiKeyOptions, ApiKeyHandler>(ApiKeyDefaults.AuthenticationScheme, configure);
    }

    /// <summary>
    /// Authenticates callers by the API keys of a configuration section, and follows its changes. The section has <c>HeaderName</c>,
    /// <c>MinimumKeyLength</c> and <c>Callers</c>, as <see cref="ApiKeyOptions"/> has; a member of a caller that is not known stops the
    /// server, because a misspelt <c>NotAfter</c> would be a key for ever.
    /// </summary>
    /// <param name="builder">The application's authentication.</param>
    /// <param name="section">The section.</param>
    /// <param name="configure">Sets what configuration does not.</param>
    public static AuthenticationBuilder AddMcpApiKeys(this AuthenticationBuilder builder, IConfiguration section, Action<ApiKeyOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(section);
        builder.Services.AddSingleton<IOptionsChangeTokenSource<ApiKeyOptions>>(new ConfigurationChangeTokenSource<ApiKeyOptions>(ApiKeyDefaults.AuthenticationScheme, section));
        return builder.AddMcpApiKeys(options =>
        {
            options.HeaderName = section[nameof(options.HeaderName)] ?? options.HeaderName;
            options.MinimumKeyLength = section.GetValue(nameof(options.MinimumKeyLength), options.MinimumKeyLength);
            RefuseSplitClaims(section.GetSection(nameof(options.Callers)));
            section.GetSection(nameof(options.Callers)).Bind(options.Callers, binder => binder.ErrorOnUnknownConfiguration = true);
            configure?.Invoke(options);
        });
    }

    // Configuration takes ':' for a level of its own, and the claim would be left out in silence.
    private static void RefuseSplitClaims(IConfigurationSection callers)
    {
        foreach (IConfigurationSection claim in callers.GetChildren().SelectMany(static caller => caller.GetSection(nameof(ApiKeyCaller.Claims)).GetChildren()))
        {
            if (claim.Value is null)
            {
                throw new InvalidOperationException($"{claim.Path} is no claim. A claim type with ':' cannot stand in configuration; set it in code.");
            }
        }
    }
}
