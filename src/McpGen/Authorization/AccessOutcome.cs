namespace McpGen.Authorization;

/// <summary>What was decided about a caller and a tool.</summary>
internal enum AccessOutcome
{
    Admitted,

    /// <summary>The tool is private and not for this caller: it answers as an unknown name does.</summary>
    Hidden,

    /// <summary>No identity of the caller is authenticated.</summary>
    NotAuthenticated,

    /// <summary>An identity fulfils every rule that claims decide but the scopes.</summary>
    ScopeMissing,

    /// <summary>A role or a policy is in the way, or a rule could not be decided.</summary>
    Refused,
}
