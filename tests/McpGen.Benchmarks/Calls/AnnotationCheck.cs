using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ModelContextProtocol;

namespace McpGen.Benchmarks.Calls;

/// <summary>
/// Binding with the SDK's serializer options, then <see cref="Validator.TryValidateObject(object, ValidationContext, ICollection{ValidationResult}, bool)"/>
/// once: as it does, it leaves the members of the filter and the single tags unlooked at.
/// </summary>
internal static class AnnotationCheck
{
    private static readonly JsonTypeInfo<string> s_string = Info<string>();
    private static readonly JsonTypeInfo<int> s_int = Info<int>();
    private static readonly JsonTypeInfo<SearchOrder> s_order = Info<SearchOrder>();
    private static readonly JsonTypeInfo<string[]> s_strings = Info<string[]>();
    private static readonly JsonTypeInfo<SearchFilter> s_filter = Info<SearchFilter>();

    /// <summary>How many violations there are.</summary>
    /// <exception cref="JsonException">A value cannot be bound.</exception>
    public static int Validate(IDictionary<string, JsonElement> arguments)
    {
        var search = new AnnotatedSearch();
        foreach (KeyValuePair<string, JsonElement> argument in arguments)
        {
            JsonElement value = argument.Value;
            switch (argument.Key)
            {
                case "query": search.Query = value.Deserialize(s_string); break;
                case "limit": search.Limit = value.Deserialize(s_int); break;
                case "sort": search.Sort = value.Deserialize(s_order); break;
                case "tags": search.Tags = value.Deserialize(s_strings); break;
                case "filter": search.Filter = value.Deserialize(s_filter); break;
            }
        }

        var violations = new List<ValidationResult>();
        Validator.TryValidateObject(search, new ValidationContext(search), violations, validateAllProperties: true);
        return violations.Count;
    }

    private static JsonTypeInfo<T> Info<T>() => (JsonTypeInfo<T>)McpJsonUtilities.DefaultOptions.GetTypeInfo(typeof(T));
}
