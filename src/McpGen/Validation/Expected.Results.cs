namespace McpGen.Validation;

/// <summary>What a result should have been, where no argument could be the same.</summary>
internal static partial class Expected
{
    public const string DefinedName = "must be a value that its enum names";
    public const string ListedType = "must be of one of the types that its base lists";
    public const string Instant = "must be an instant: use DateTimeOffset, or DateTime.SpecifyKind to say that a DateTime is UTC or local";
    public const string SomeJson = "must be a JSON value";
}
