using System;

namespace McpGen.Generator.Patterns;

/// <summary>Leaves the recursive descent at the construct at fault; <see cref="PatternCompiler"/> turns it into a result.</summary>
public sealed class PatternRefusedException(int position, string message) : Exception(message)
{
    public PatternError Error { get; } = new(position, message);
}
