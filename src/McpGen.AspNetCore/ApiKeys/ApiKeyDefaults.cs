namespace McpGen.AspNetCore;

/// <summary>What the API-key scheme is called where nothing else is said.</summary>
public static class ApiKeyDefaults
{
    /// <summary>The authentication scheme: <c>ApiKey</c>.</summary>
    public const string AuthenticationScheme = "ApiKey";

    /// <summary>The request header: <c>X-Api-Key</c>.</summary>
    public const string HeaderName = "X-Api-Key";
}
