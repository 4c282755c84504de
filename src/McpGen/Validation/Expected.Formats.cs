using System.Globalization;

namespace McpGen.Validation;

internal static partial class Expected
{
    public const string TimeOfDay = "must be a time of day without an offset, such as 12:30:00 or 12:30:00.25";
    public const string TimeSpan = "must be a duration of days, hours, minutes and seconds as in ISO 8601, such as P1DT2H or PT1H30M";

    // For what has the form, but is more than the type holds.
    public const string HeldDateTimeOffset =
        "must be a date-time of the years 0001 to 9999, without a leap second, with at most 7 fraction digits and an offset of at most 14:00, such as 2026-01-31T12:00:00Z";
    public const string HeldDateTime =
        "must be a date-time of the years 0001 to 9999, without a leap second, with at most 7 fraction digits, such as 2026-01-31T12:00:00Z";
    public const string HeldDate = "must be a date of the years 0001 to 9999, such as 2026-01-31";
    public const string HeldUri = "must be a URI that is usable as its scheme defines it, such as https://example.com/a";

    public static string Format(StringFormat format) => "must be " + Formats.Describe(format);

    public static string Base64(int minBytes, int maxBytes)
    {
        string text = Format(StringFormat.Base64);
        return minBytes == 0 && maxBytes == int.MaxValue ? text
            : string.Create(CultureInfo.InvariantCulture, $"{text}, of {Range(minBytes, maxBytes)} {(maxBytes == 1 ? "byte" : "bytes")}");
    }

    public static string OneCharacter(Pattern? pattern) => "must be one character from U+0000 to U+FFFF" + Matching(pattern);
}
