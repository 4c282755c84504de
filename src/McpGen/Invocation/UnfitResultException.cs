namespace McpGen.Invocation;

/// <summary>A result that is not what its tool declares. It ends in the fixed error; this text is for the log, and holds no value either.</summary>
internal sealed class UnfitResultException(string pointer, string expected)
    : Exception($"{(pointer.Length == 0 ? "The result" : pointer + " of the result")} {expected}.");
