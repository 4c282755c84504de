namespace McpGen.Generator.Model;

/// <summary>A parameter of a tool's method or of its class's constructor.</summary>
public abstract record ParameterModel
{
    /// <summary>The name as written, without an escape.</summary>
    public required string Name { get; init; }
}

/// <summary>A parameter the caller fills: a member of the arguments object.</summary>
public sealed record ArgumentParameter(MemberModel Member) : ParameterModel;

/// <summary>A parameter the call itself supplies.</summary>
/// <param name="Expression">The code that yields it, given <c>call</c>.</param>
public sealed record SuppliedParameter(string Expression) : ParameterModel;

/// <summary>A parameter that is resolved from the request's services.</summary>
/// <param name="Type">The service type, fully qualified, without a nullable mark.</param>
/// <param name="Key">The service key as code, or null.</param>
public sealed record ServiceParameter(string Type, string? Key, bool IsOptional) : ParameterModel;
