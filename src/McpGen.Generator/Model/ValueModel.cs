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

/// <summary>A string, or a <c>char</c> or <c>Uri</c> that is limited like one; lengths are in code points.</summary>
public sealed record StringValue : ValueModel
{
    public StringKind Kind { get; init; }

    /// <summary>The member of <c>StringFormat</c> it is held to; null for none.</summary>
    public string? Format { get; init; }

    public int MinLength { get; init; }

    /// <summary>The most code points; null for no limit, which is only possible where the values are listed.</summary>
    public int? MaxLength { get; init; }

    /// <summary>The field of the first pattern, which knows the further ones.</summary>
    public string? PatternField { get; init; }

    /// <summary>Every pattern in the dialect of the schema.</summary>
    public EquatableArray<string> Patterns { get; init; }

    /// <summary>Whether one of them asks for a normalization form too, which an application can be unable to tell.</summary>
    public bool IsNormalized { get; init; }

    public EquatableArray<string> Allowed { get; init; }

    public EquatableArray<string> Denied { get; init; }
}

public enum StringKind
{
    String,
    Char,
    Uri,
}

/// <summary>A path or URL, which a guard decides on; in a result, its text.</summary>
public sealed record GuardedValue : ValueModel
{
    public required GuardedKind Kind { get; init; }

    /// <summary>The field of the guard; empty in a result.</summary>
    public string Guard { get; init; } = "";

    public int MinLength { get; init; }

    /// <summary>The most code points: at most the guard's own limit.</summary>
    public int MaxLength { get; init; }

    /// <summary>Whether that is less than the guard's own, and so printed in the call.</summary>
    public bool HasOwnMax { get; init; }

    /// <summary>What the schema can say of it in the dialect of the schema.</summary>
    public string? Pattern { get; init; }

    /// <summary>What it must be, in words; null where the guard does not reveal it.</summary>
    public string? Meaning { get; init; }
}

/// <summary>What a guarded value becomes, each named as the method that reads it.</summary>
public enum GuardedKind
{
    SandboxedPath,

    /// <summary>A string that becomes a full path once access is decided.</summary>
    PathName,
    GuardedUri,
    Uri,

    /// <summary>A string with a URL.</summary>
    Url,
}

/// <summary>A value of a type that is written as text in one form, without limits of its own.</summary>
public sealed record TextValue : ValueModel
{
    public required TextKind Kind { get; init; }
}

/// <summary>The types that are written as text, each named as the method that reads it.</summary>
public enum TextKind
{
    Guid,
    DateTimeOffset,
    DateTime,
    DateOnly,
    TimeOnly,
    TimeSpan,
}

/// <summary>Bytes, written as base64; the limits count bytes.</summary>
public sealed record BinaryValue : ValueModel
{
    public int MinBytes { get; init; }

    public int MaxBytes { get; init; }
}

/// <summary>Any JSON value.</summary>
public sealed record AnyJsonValue : ValueModel
{
    /// <summary>Whether the type is JsonNode; otherwise JsonElement.</summary>
    public required bool IsNode { get; init; }
}

/// <summary>A value that is read, or written, by a method of its own.</summary>
public abstract record NamedValue : ValueModel
{
    /// <summary>The name of that method without its prefix; empty until the parser has given it.</summary>
    public string Method { get; init; } = "";
}

/// <summary>One name of an enum and its member, as code.</summary>
public sealed record EnumMember(string JsonName, string Member);

public sealed record EnumValue : NamedValue
{
    /// <summary>The members this value may have.</summary>
    public required EquatableArray<EnumMember> Members { get; init; }
}

public sealed record ArrayValue : NamedValue
{
    public required ValueModel Item { get; init; }

    public required CollectionKind Kind { get; init; }

    public int MinItems { get; init; }

    public int MaxItems { get; init; }

    public bool Unique { get; init; }
}

/// <summary>What the items become.</summary>
public enum CollectionKind
{
    Array,
    List,
    HashSet,
    SortedSet,
    ImmutableArray,
    ImmutableList,
    ImmutableHashSet,
    ImmutableSortedSet,
    FrozenSet,

    /// <summary>The members of a [Flags] enum, joined into one value.</summary>
    Flags,
}

/// <summary>An object whose names are data.</summary>
public sealed record MapValue : NamedValue
{
    public required StringValue Key { get; init; }

    public required ValueModel Item { get; init; }

    public required MapKind Kind { get; init; }

    public int MinItems { get; init; }

    public int MaxItems { get; init; }
}

/// <summary>What the entries become.</summary>
public enum MapKind
{
    Dictionary,
    SortedDictionary,
    ImmutableDictionary,
    ImmutableSortedDictionary,
    FrozenDictionary,
}

public sealed record ObjectValue : NamedValue
{
    /// <summary>The members in the order of the schema.</summary>
    public required EquatableArray<MemberModel> Members { get; init; }

    /// <summary>Whether its author said [Argument]: it may be a registered service too.</summary>
    public bool IsMarkedArgument { get; init; }

    /// <summary>The constructor's arguments, in its order; a parameter that is left out takes its own default.</summary>
    public EquatableArray<ConstructorArgument> Constructor { get; init; }

    /// <summary>The developer's own rules for the object as a whole.</summary>
    public EquatableArray<RuleModel> Rules { get; init; }

    /// <summary>Whether it implements IValidatableObject.</summary>
    public bool ValidatesItself { get; init; }

    /// <summary>What tells it from the other cases of a polymorphic type; null for a type of its own.</summary>
    public TagModel? Tag { get; init; }
}

/// <summary>A member that names the case of a polymorphic type.</summary>
public sealed record TagModel(string Name, string Value);

/// <summary>An argument of a constructor.</summary>
/// <param name="Parameter">The parameter, for a named argument.</param>
/// <param name="JsonName">The member that fills it.</param>
public sealed record ConstructorArgument(string Parameter, string JsonName);

/// <summary>One of several types, told apart by a member.</summary>
public sealed record PolymorphicValue : NamedValue
{
    /// <summary>The name of the member that tells.</summary>
    public required string Discriminator { get; init; }

    /// <summary>The cases; the tag of each is the value of that member.</summary>
    public required EquatableArray<ObjectValue> Cases { get; init; }
}

/// <summary>A type that contains itself: its shape stands once, among the methods of the class.</summary>
public sealed record ReferenceValue : NamedValue;
