using McpGen.Hosting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using ModelContextProtocol.Server;

namespace McpGen.AspNetCore;

/// <summary>Stops a server where a tool is private to a user and two authentication schemes could each name a user so.</summary>
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
            .Where(tool => tool.Definition.Access.Users.Any())
            .Select(tool => $"'{tool.Name}'")];
        return tools.Length == 0
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(
                $"Tool {tools[0]} is private to users ([PrivateTool(Users = ...)]), and more than one authentication scheme is registered ({string.Join(", ", schemes)}): two issuers could give one name to two people. "
                + "Name every trusted issuer in HardeningOptions.Issuers, and where they are several write the users as \"issuer|user\".");
    }
}
