using System.Text;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace McpGen.AspNetCore;

internal sealed class ProtectedResourceValidation(IHostEnvironment environment) : IValidateOptions<ProtectedResourceOptions>
{
    public ValidateOptionsResult Validate(string? name, ProtectedResourceOptions options)
    {
        string[] failures = [.. Failures(options)];
        return failures.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private IEnumerable<string> Failures(ProtectedResourceOptions options)
    {
        if (options.Resource is null)
        {
            yield return "ProtectedResourceOptions.Resource is not set. It is the public address of the MCP endpoint, such as https://tools.example.com/mcp.";
        }
        else if (!IsIdentifier(options.Resource))
        {
            yield return Objection("Resource", options.Resource);
        }

        foreach (Uri server in options.AuthorizationServers)
        {
            if (!IsIdentifier(server))
            {
                yield return Objection("AuthorizationServers", server);
            }
        }

        if (options.EndpointPath is { } path && (!path.StartsWith('/') || path.AsSpan().ContainsAny('?', '#', '*')))
        {
            yield return $"ProtectedResourceOptions.EndpointPath is '{path}'. It is a path that starts with '/', such as /mcp.";
        }

        if (options.Documentation is { } documentation && !(documentation.IsAbsoluteUri && documentation.Scheme is "https" or "http"))
        {
            yield return $"ProtectedResourceOptions.Documentation is '{documentation.OriginalString}'. It is an absolute http or https URI.";
        }
    }

    private bool IsIdentifier(Uri uri) =>
        uri.IsAbsoluteUri
        && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback && environment.IsDevelopment()))
        && uri is { UserInfo: "", Query: "", Fragment: "" }
        && Ascii.IsValid(uri.OriginalString)
        && !uri.OriginalString.AsSpan().ContainsAny('?', '#');

    private static string Objection(string property, Uri uri) =>
        $"ProtectedResourceOptions.{property} has '{uri.OriginalString}'. It must be an absolute https URI in ASCII without user information, query and fragment; http is for loopback hosts in Development.";
}
