namespace McpGen.Generator.Model;

/// <summary>A value the caller gives: the schema, the check and the binding are all printed from this.</summary>
public abstract record ValueModel
{
    /// <summary>The C# type, fully qualified, without a nullable mark.</summary>
    public required string Type { get; init; }

    /// <summary>Whether JSON null is one of the values: an item or a required member of a nullable type.</summary>
    public bool AllowsNull { get; init; }

    /// <summary>Whether the C# type is nullable, so that the local is declared with a mark.</summary>
    public bool IsNullable { get; init; }

    /// <summary>Whether the C# type is a value type.</summary>
    public bool IsValueType { get; init; }
}

public sealed record BooleanValue : ValueModel;

/// <summary>An integer; bounds are inclusive, in invariant decimal digits, and always given: at least the type's own.</summary>
public sealed record IntegerValue : ValueModel
{
    public required string Min { get; init; }

    public required string Max { get; init; }

    /// <summary>Whether a bound is narrower than the type's own, and so printed in the call.</summary>
    public required bool HasOwnMin { get; init; }

    public required bool HasOwnMax { get; init; }

    public string? MultipleOf { get; init; }

    public EquatableArray<string> Allowed { get; init; }

    public EquatableArray<string> Denied { get; init; }
}

public enum NumberKind
{
    Double,
    Single,
    Decimal,
}

/// <summary>A number with a fraction; texts are valid in JSON and, with the suffix of the kind, in C#.</summary>
public sealed record NumberValue : ValueModel
{
    public required NumberKind Kind { get; init; }

    public string? Min { get; init; }

    public string? Max { get; init; }

    public bool ExclusiveMin { get; init; }

    public bool ExclusiveMax { get; init; }

    public string? MultipleOf { get; init; }

    public EquatableArray<string> Allowed { get; init; }

    public EquatableArray<string> Denied { get; init; }
}

/// <summary>A string; lengths are in code points.</summary>
public sealed record StringValue : ValueModel
{
    public int MinLength { get; init; }

    /// <summary>The most code points; null for no limit, which is only possible where the values are listed.</summary>
    public int? MaxLength { get; init; }

    /// <summary>The field of the first pattern, which knows the further ones.</summary>
    public string? PatternField { get; init; }

    /// <summary>Every pattern in the dialect of the schema.</summary>
    public EquatableArray<string> Patterns { get; init; }

    public EquatableArray<string> Allowed { get; init; }

    public EquatableArray<string> Denied { get; init; }
}

/// <summary>A value that is read by a method of its own.</summary>
public abstract record ReaderValue : ValueModel
{
    /// <summary>The name of that method without its prefix; empty until the parser has given it.</summary>
    public string Reader { get; init; } = "";
}

/// <summary>One name of an enum and its member, as code.</summary>
public sealed record EnumMember(string JsonName, string Member);

public sealed record EnumValue : ReaderValue
{
    /// <summary>The members this value may have.</summary>
    public required EquatableArray<EnumMember> Members { get; init; }
}

public sealed record ArrayValue : ReaderValue
{
    public required ValueModel Item { get; init; }

    /// <summary>Whether the method wants a List; otherwise an array serves.</summary>
    public required bool IsList { get; init; }

    public int MinItems { get; init; }

    public int MaxItems { get; init; }

    public bool Unique { get; init; }
}

public sealed record ObjectValue : ReaderValue
{
    /// <summary>The members in the order of the schema.</summary>
    public required EquatableArray<MemberModel> Members { get; init; }

    /// <summary>Whether its author said [Argument]: it may be a registered service too.</summary>
    public required bool IsMarkedArgument { get; init; }

    /// <summary>The constructor's arguments, in its order; a parameter that is left out takes its own default.</summary>
    public required EquatableArray<ConstructorArgument> Constructor { get; init; }
}

/// <summary>An argument of a constructor.</summary>
/// <param name="Parameter">The parameter, for a named argument.</param>
/// <param name="JsonName">The member that fills it.</param>
public sealed record ConstructorArgument(string Parameter, string JsonName);

/// <summary>Any JSON value.</summary>
public sealed record AnyJsonValue : ValueModel
{
    /// <summary>Whether the type is JsonNode; otherwise JsonElement.</summary>
    public required bool IsNode { get; init; }
}
