namespace McpGen.Benchmarks.Generator;

/// <summary>What has happened since the generator ran last.</summary>
public enum GeneratorEdit
{
    /// <summary>It has not run yet.</summary>
    First,

    /// <summary>A file without a tool has changed.</summary>
    Unrelated,

    /// <summary>The body of one tool has changed.</summary>
    Body,

    /// <summary>One tool has a parameter more.</summary>
    Signature,
}
