namespace McpGen.Validation;

/// <summary>What an object whose names are data should have been.</summary>
internal static partial class Expected
{
    public static string Entries(int minEntries, int maxEntries) =>
        minEntries == 0 && maxEntries == int.MaxValue ? "must be an object"
        : $"must be an object of {Range(minEntries, maxEntries)} {(maxEntries == 1 ? "entry" : "entries")}";

    public static string Name(int minLength, int maxLength, StringFormat? format, Pattern? pattern) => "its name " + Text(minLength, maxLength, pattern, format);
}
