namespace McpGen.Generator.Model;

/// <summary>A named value: an argument of a tool, or a member of an object.</summary>
public sealed record MemberModel
{
    public required string JsonName { get; init; }

    /// <summary>The C# name of the parameter, property or field.</summary>
    public required string Name { get; init; }

    public required ValueModel Value { get; init; }

    public required bool IsRequired { get; init; }

    /// <summary>What the value is when it is absent, as code; null where the type's own initializer decides.</summary>
    public string? DefaultCode { get; init; }

    /// <summary>What the schema says the value is when it is absent, as JSON.</summary>
    public string? DefaultJson { get; init; }

    public string? Description { get; init; }

    public Assignment Assignment { get; init; }

    /// <summary>Whether its author said [Argument]: it may be a registered service too.</summary>
    public bool IsMarkedArgument { get; init; }

    /// <summary>The developer's own rules, asked once everything is bound.</summary>
    public EquatableArray<RuleModel> Rules { get; init; }

    /// <summary>The property or field the tool class can read it back from; null for none.</summary>
    public string? Getter { get; init; }

    /// <summary>How an accessor is declared where the declaring type is generic; null where it is not.</summary>
    public GenericAccessor? GenericAccessor { get; init; }

    /// <summary>The type that declares the property or field, where it is set or read through it.</summary>
    public string? AccessorType { get; init; }

    public Retrieval Retrieval { get; init; }

    /// <summary>Whether a result leaves it out when it has its type's default; null is left out of every member that is not required.</summary>
    public bool OmitsDefault { get; init; }
}

/// <summary>An accessor to a member of a generic type: it must be declared with the type parameters of that type.</summary>
/// <param name="Type">The declaring type over its parameters, fully qualified.</param>
/// <param name="ValueType">The member's type over them, with a nullable mark.</param>
/// <param name="Parameters">The type parameters, in brackets.</param>
/// <param name="Constraints">Their constraints, or empty.</param>
/// <param name="Arguments">The type arguments, in brackets.</param>
public sealed record GenericAccessor(string Type, string ValueType, string Parameters, string Constraints, string Arguments);

/// <summary>How a member reaches its object.</summary>
public enum Assignment
{
    /// <summary>As a constructor argument, or as the tool method's own argument.</summary>
    Argument,

    /// <summary>In the object initializer: it always has a value.</summary>
    Initializer,

    /// <summary>By assignment after construction, when it was present.</summary>
    Assign,

    /// <summary>Through the setter's accessor after construction, when it was present: init-only or not accessible.</summary>
    Accessor,

    /// <summary>Through the field's accessor after construction, when it was present.</summary>
    FieldAccessor,
}

/// <summary>How a member is read off its object.</summary>
public enum Retrieval
{
    /// <summary>By its name.</summary>
    Direct,

    /// <summary>By its name, off the contract that declares it.</summary>
    Contract,

    /// <summary>Through the getter's accessor: it is not accessible.</summary>
    Accessor,

    /// <summary>Through the field's accessor.</summary>
    FieldAccessor,
}
