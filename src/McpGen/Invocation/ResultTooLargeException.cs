namespace McpGen.Invocation;

/// <summary>Ends the writing of a result that has grown beyond its limit.</summary>
internal sealed class ResultTooLargeException : Exception;
