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

    /// <summary>What reads the arguments of the class's tools, in order of first use.</summary>
    public required EquatableArray<MethodModel> Readers { get; init; }

    /// <summary>What writes their results, in order of first use.</summary>
    public required EquatableArray<MethodModel> Writers { get; init; }

    /// <summary>The developer's own rules that values of the class share.</summary>
    public required EquatableArray<RuleField> Rules { get; init; }

    /// <summary>The guards of paths and URLs that values of the class share.</summary>
    public required EquatableArray<GuardField> Guards { get; init; }

    /// <summary>Patterns that values of the class share.</summary>
    public required EquatableArray<PatternField> Patterns { get; init; }
}

/// <summary>A static method of the wrapper class that reads or writes one kind of object, array or enum.</summary>
/// <param name="Name">Its name without <c>Read</c> or <c>Write</c>.</param>
public sealed record MethodModel(string Name, NamedValue Value);

/// <summary>A static field of the wrapper class that holds a pattern.</summary>
/// <param name="DotNet">The expression for the engine that never backtracks, used where there is no matcher.</param>
/// <param name="Meaning">What it means in words; null where the pattern itself is told.</param>
/// <param name="IsNormalized">Whether the text has to be in normalization form C too.</param>
/// <param name="And">The field of a further pattern that must match too.</param>
public sealed record PatternField(string Field, string Ecma, string DotNet, PatternMatcher? Matcher, string? Meaning, bool IsNormalized, string? And);

/// <summary>A method that decides a pattern by itself.</summary>
/// <param name="Code">The method, and what it looks characters up in.</param>
public sealed record PatternMatcher(string Method, string Code);

/// <summary>A static field of the wrapper class that holds a ValidationAttribute of the developer's own.</summary>
/// <param name="Code">What creates it.</param>
public sealed record RuleField(string Field, string Type, string Code);

/// <summary>A static field of the wrapper class that holds the guard of a path or URL.</summary>
/// <param name="Code">What creates it, from <c>new</c> on.</param>
public sealed record GuardField(string Field, string Type, string Code);

/// <summary>A rule of the developer's own.</summary>
/// <param name="Field">The field that holds it.</param>
/// <param name="Message">What the caller is told; null where its message is not a constant.</param>
public sealed record RuleModel(string Field, string? Message);

/// <summary>A class left out on purpose, named at start.</summary>
public sealed record NotHardenedModel(string TypeName, string Reason);
