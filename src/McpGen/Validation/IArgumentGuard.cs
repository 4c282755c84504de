namespace McpGen.Validation;

/// <summary>What holds an argument to more than a schema can say, and depends on how the server is set up.</summary>
public interface IArgumentGuard
{
    /// <summary>Why the server cannot start with this guard; null when it can.</summary>
    /// <param name="options">What the server decides.</param>
    /// <returns>The reason, as the end of a sentence.</returns>
    string? Objection(HardeningOptions options);
}
