namespace McpGen.Generator.Model;

/// <summary>One tool class and everything its generated file is printed from.</summary>
/// <remarks>
/// Contract of every record in this folder: immutable, compared by value at every depth, without a Roslyn object. The generator's cache
/// stands on it: a model that equals the last one prints nothing.
/// </remarks>
public sealed record ToolSetModel
{
    /// <summary>The namespace, or empty.</summary>
    public required string Namespace { get; init; }

    /// <summary>The declarations the file reopens, outermost first: <c>partial class Tools</c>.</summary>
    public required EquatableArray<string> Nesting { get; init; }

    /// <summary>The class, fully qualified for code.</summary>
    public required string TypeName { get; init; }

    /// <summary>The class as metadata spells it: <c>Shop.Outer+SearchTools</c>.</summary>
    public required string MetadataName { get; init; }

    /// <summary>The class as its author would say it: <c>Shop.SearchTools</c>.</summary>
    public required string DisplayName { get; init; }

    public required EquatableArray<ToolModel> Tools { get; init; }

    /// <summary>Readers that tools of the class share, in order of first use.</summary>
    public required EquatableArray<ReaderModel> Readers { get; init; }

    /// <summary>Patterns that values of the class share.</summary>
    public required EquatableArray<PatternField> Patterns { get; init; }
}

/// <summary>A static method of the wrapper class that reads one kind of object, array or enum.</summary>
public sealed record ReaderModel(string Method, ValueModel Value);

/// <summary>A static field of the wrapper class that holds a pattern.</summary>
/// <param name="And">The field of a further pattern that must match too.</param>
public sealed record PatternField(string Field, string Ecma, string DotNet, string? And);

/// <summary>A class left out on purpose, named at start.</summary>
public sealed record NotHardenedModel(string TypeName, string Reason);
