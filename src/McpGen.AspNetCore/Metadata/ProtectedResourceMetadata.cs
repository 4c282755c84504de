using System.Text.Json;
using McpGen.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace McpGen.AspNetCore;

/// <summary>The metadata document (RFC 9728) and where it is found. Made once: neither tools nor options change while a server runs.</summary>
internal sealed class ProtectedResourceMetadata
{
    public const string WellKnown = "/.well-known/oauth-protected-resource";

    public ProtectedResourceMetadata(ToolRegistry registry, IOptions<ProtectedResourceOptions> options)
    {
        ProtectedResourceOptions resource = options.Value;
        Uri identifier = resource.Resource!;
        Document = Write(resource, registry);
        EndpointPath = new PathString((resource.EndpointPath ?? PathString.FromUriComponent(identifier).Value)!.TrimEnd('/'));

        // RFC 9728 section 3.1: between host and path. From the options and not from the request, whose Host a caller chooses.
        Path = WellKnown + identifier.AbsolutePath.TrimEnd('/');
        Url = identifier.GetLeftPart(UriPartial.Authority) + Path;
    }

    /// <summary>The document as JSON in UTF-8.</summary>
    public ReadOnlyMemory<byte> Document { get; }

    /// <summary>The absolute address of the document, for <c>resource_metadata</c>.</summary>
    public string Url { get; }

    /// <summary>The path of the document, the resource's own path appended.</summary>
    public string Path { get; }

    /// <summary>The path under which MCP requests arrive; empty for the root.</summary>
    public PathString EndpointPath { get; }

    private static byte[] Write(ProtectedResourceOptions resource, ToolRegistry registry)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteString("resource"u8, resource.Resource!.OriginalString);
            WriteArray(json, "authorization_servers", resource.AuthorizationServers.Select(server => server.OriginalString));
            WriteArray(json, "scopes_supported", ScopesOf(registry));
            WriteArray(json, "bearer_methods_supported", ["header"]);
            if (resource.Name is { } name)
            {
                json.WriteString("resource_name"u8, name);
            }

            if (resource.Documentation is { } documentation)
            {
                json.WriteString("resource_documentation"u8, documentation.AbsoluteUri);
            }

            json.WriteEndObject();
        }

        return stream.ToArray();
    }

    // Nothing of a private tool: a scope that only it needs would tell that it is there.
    private static IEnumerable<string> ScopesOf(ToolRegistry registry) =>
        registry.Tools.Values
            .Select(tool => tool.Definition)
            .Where(tool => !tool.Access.IsPrivate)
            .SelectMany(tool => tool.Access.ScopeRules.Concat(tool.ScopesByValue))
            .SelectMany(rule => rule.Scopes)
            .Select(scope => scope.Name)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);

    // RFC 9728 section 3.2: a member without elements is left out.
    private static void WriteArray(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        string[] all = [.. values];
        if (all.Length == 0)
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (string value in all)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }
}
