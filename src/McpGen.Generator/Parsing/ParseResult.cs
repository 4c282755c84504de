using System.Collections.Immutable;
using McpGen.Generator.Model;
using Microsoft.CodeAnalysis;

namespace McpGen.Generator.Parsing;

/// <summary>A tool class's model, or null where something stops it, and what was found.</summary>
/// <remarks>The diagnostics keep their syntax trees, so that #pragma and .editorconfig reach advice; they never travel with the model.</remarks>
public sealed record ParseResult(ToolSetModel? Model, NotHardenedModel? NotHardened, ImmutableArray<Diagnostic> Diagnostics)
{
    public bool Equals(ParseResult? other) =>
        other is not null && Equals(Model, other.Model) && Equals(NotHardened, other.NotHardened)
        && System.Linq.ImmutableArrayExtensions.SequenceEqual(Diagnostics, other.Diagnostics);

    public override int GetHashCode() => (Model?.GetHashCode() ?? 0) ^ Diagnostics.Length;
}
