using System;

namespace McpGen.Paths;

/// <summary>A pattern is not one. The message says what to write instead.</summary>
internal sealed class GlobException : Exception
{
    public GlobException(string message)
        : base(message)
    {
    }
}
