using McpGen.Hosting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using ModelContextProtocol.Server;

namespace McpGen.AspNetCore;

/// <summary>Stops a server where a tool is private and two authentication schemes could each give a name that it knows.</summary>
internal sealed class IssuerValidation(IServiceProvider services) : IValidateOptions<McpServerOptions>
{
    public static void AddTo(IServiceCollection services) =>
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<McpServerOptions>, IssuerValidation>());

    public ValidateOptionsResult Validate(string? name, McpServerOptions options)
    {
        if (services.GetService<ToolRegistry>() is not { Options.Issuers.Count: 0 } registry || services.GetService<IAuthenticationSchemeProvider>() is not { } provider)
        {
            return ValidateOptionsResult.Success;
        }

        // A policy scheme only forwards: who it finds was authenticated by another.
        string[] schemes = [.. provider.GetAllSchemesAsync().GetAwaiter().GetResult()
            .Where(scheme => !typeof(PolicySchemeHandler).IsAssignableFrom(scheme.HandlerType))
            .Select(scheme => $"'{scheme.Name}'")];
        string[] tools = schemes.Length < 2 ? [] : [.. registry.Tools.Values
            .Where(tool => tool.Definition.Access.IsPrivate)
            .Select(tool => $"'{tool.Name}'")];
        return tools.Length == 0
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(
                $"Tool {tools[0]} is private to some clients or users, and more than one authentication scheme is registered ({string.Join(", ", schemes)}): two issuers could give one name to two of them. "
                + "Name every trusted issuer in HardeningOptions.Issuers, and where they are several write clients and users as \"issuer|name\".");
    }
}
