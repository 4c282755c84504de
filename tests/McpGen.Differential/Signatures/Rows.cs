namespace McpGen.Differential.Signatures;

/// <summary>The rows of docs/schema-mapping.md by their first cell, verbatim: what a drawn declaration uses is said in these words.</summary>
internal static class Rows
{
    public const string Bool = "`bool`";
    public const string Integers = "`sbyte` `byte` `short` `ushort` `int` `uint` `long` `ulong`";
    public const string Double = "`double`";
    public const string Single = "`float`";
    public const string Decimal = "`decimal`";
    public const string String = "`string`";
    public const string Char = "`char`";
    public const string Guid = "`Guid`";
    public const string DateTimeOffset = "`DateTimeOffset`";
    public const string DateTime = "`DateTime`";
    public const string DateOnly = "`DateOnly`";
    public const string TimeOnly = "`TimeOnly`";
    public const string TimeSpan = "`TimeSpan`";
    public const string Uri = "`Uri`";
    public const string Binary = "`byte[]`, `ReadOnlyMemory<byte>`, `Memory<byte>`";
    public const string Enum = "enum";
    public const string Flags = "`[Flags]` enum";
    public const string Collections = "`T[]`, `List<T>`, `IList<T>`, `ICollection<T>`, `IEnumerable<T>`, `IReadOnlyList<T>`, `IReadOnlyCollection<T>`";
    public const string Immutable = "`ImmutableArray<T>`, `ImmutableList<T>`, `IImmutableList<T>`";
    public const string Sets = "`HashSet<T>`, `ISet<T>`, `IReadOnlySet<T>`, `SortedSet<T>`, `ImmutableHashSet<T>`, `IImmutableSet<T>`, `ImmutableSortedSet<T>`, `FrozenSet<T>`";
    public const string Dictionaries = "`Dictionary<string, T>`, `IDictionary`, `IReadOnlyDictionary`, `SortedDictionary`, `ImmutableDictionary`, `IImmutableDictionary`, `ImmutableSortedDictionary`, `FrozenDictionary`";
    public const string Objects = "record, class, struct";
    public const string Polymorphic = "`[JsonPolymorphic]`";
    public const string Recursive = "a type that contains itself";
    public const string OptionalNullable = "`T?` as an optional argument or member";
    public const string RequiredNullable = "`T?` as an item, or as a required member";
    public const string JsonElement = "`JsonElement` with `[AnyJson]`";
    public const string JsonNode = "`JsonNode` with `[AnyJson]`";

    public const string Range = "`[Range(min, max)]`, exclusive flags, `typeof` form";
    public const string MultipleOf = "`[MultipleOf(n)]`";
    public const string TextLengths = "`[StringLength]`, `[MinLength]`, `[MaxLength]`, `[Length]` on strings and URIs";
    public const string Counts = "`[MinLength]`, `[MaxLength]`, `[Length]` on collections";
    public const string EntryCounts = "`[MinLength]`, `[MaxLength]`, `[Length]` on dictionaries";
    public const string ByteCounts = "`[MinLength]`, `[MaxLength]`, `[Length]` on binary data";
    public const string RegularExpression = "`[RegularExpression(p)]`";
    public const string Pattern = "`[Pattern(p)]`";
    public const string FormatDateTime = "`[Format(StringFormat.DateTime)]`";
    public const string FormatDate = "`[Format(StringFormat.Date)]`";
    public const string FormatTime = "`[Format(StringFormat.Time)]`";
    public const string FormatDuration = "`[Format(StringFormat.Duration)]`";
    public const string FormatUuid = "`[Format(StringFormat.Uuid)]`";
    public const string FormatUri = "`[Format(StringFormat.Uri)]`";
    public const string FormatEmail = "`[Format(StringFormat.Email)]`, `[EmailAddress]`";
    public const string FormatHostname = "`[Format(StringFormat.Hostname)]`";
    public const string FormatIPv4 = "`[Format(StringFormat.IPv4)]`";
    public const string FormatIPv6 = "`[Format(StringFormat.IPv6)]`";
    public const string FormatBase64 = "`[Format(StringFormat.Base64)]`, `[Base64String]`";
    public const string Url = "`[Url]`";
    public const string AllowedValues = "`[AllowedValues(...)]`";
    public const string DeniedValues = "`[DeniedValues(...)]`";
    public const string DeniedMembers = "`[DeniedValues(...)]` on enums";
    public const string RequiredText = "`[Required]` on strings";
    public const string Required = "`[Required]` on everything else";
    public const string UniqueItems = "`[UniqueItems]`";
    public const string Items = "`[Items(...)]`";
    public const string Values = "`[Values(...)]`";
    public const string Keys = "`[Keys(...)]`";
    public const string ToolDefaults = "`[ToolDefaults]`";
}
