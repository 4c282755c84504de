using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace McpGen.Generator.Parsing;

/// <summary>The attributes that may speak of one tool.</summary>
/// <param name="Own">The method's, and those of what it overrides.</param>
/// <param name="OfClass">The class's, and those of what it derives from.</param>
/// <param name="OfAssembly">The assembly's.</param>
public sealed record ToolAttributes(ImmutableArray<AttributeData> Own, ImmutableArray<AttributeData> OfClass, ImmutableArray<AttributeData> OfAssembly)
{
    /// <summary>All of them, nearest first.</summary>
    public ImmutableArray<AttributeData> All { get; } = [.. Own, .. OfClass, .. OfAssembly];
}
