using System.Globalization;
using System.Text;

namespace McpGen.Validation;

/// <summary>What a refused value should have been, in words a model can act on. Never a word of what it was.</summary>
internal static partial class Expected
{
    public const string Present = "is required";
    public const string OnlyOnce = "must not be repeated";
    public const string Boolean = "must be true or false";
    public const string NotNull = "must not be null";
    public const string Object = "must be an object";
    public const string UniqueItems = "must not hold an item twice";
    public const string UniqueNames = "must not hold a name twice";
    public const string UnicodeText = "must be well-formed Unicode text";
    public const string AnyJson = "must be JSON with well-formed Unicode text";

    private const int LongestList = 512;

    public static string Depth(int max) => string.Create(CultureInfo.InvariantCulture, $"must not nest deeper than {max} levels in all");

    public static string Bytes(int max) => string.Create(CultureInfo.InvariantCulture, $"must be at most {max} bytes of JSON");

    public static string Integer<T>(T min, T max) where T : IFormattable => $"must be an integer from {Plain(min)} to {Plain(max)}";

    public static string Number(string type, string? min, string? max, bool exclusiveMin, bool exclusiveMax)
    {
        string? low = min is null ? null : (exclusiveMin ? "greater than " : "at least ") + min;
        string? high = max is null ? null : (exclusiveMax ? "less than " : "at most ") + max;
        return (low, high) switch
        {
            (null, null) => "must be " + type,
            ({ }, { }) when !exclusiveMin && !exclusiveMax => $"must be {type} from {min} to {max}",
            ({ }, { }) => $"must be {type}, {low} and {high}",
            _ => $"must be {type}, {low ?? high}",
        };
    }

    public static string MultipleOf(string divisor) => $"must be a multiple of {divisor}";

    public static string Text(int minLength, int maxLength, Pattern? pattern, StringFormat? format = null)
    {
        bool hasLimits = minLength > 0 || maxLength < int.MaxValue;
        string limits = hasLimits ? $"{Range(minLength, maxLength)} {(maxLength == 1 ? "character" : "characters")}" : "";
        string matching = Matching(pattern);
        if (Meaning(pattern) is { } meaning)
        {
            return (format is { } also ? Format(also) + ", and " : "must be ") + meaning + (hasLimits ? "; " + limits : "") + (matching.Length > 0 ? "; a text" + matching : "");
        }

        string text = format is not { } form ? "must be a string" : Format(form) + (hasLimits || pattern is not null ? "," : "");
        return text + (hasLimits ? " of " + limits : "") + matching;
    }

    public static string Items(int minItems, int maxItems) =>
        minItems == 0 && maxItems == int.MaxValue ? "must be an array"
        : $"must be an array of {Range(minItems, maxItems)} {(maxItems == 1 ? "item" : "items")}";

    public static string OneOf(ReadOnlySpan<string> names) => "must be " + List(names);

    public static string OneOfNumbers<T>(ReadOnlySpan<T> values) where T : IFormattable => "must be " + List(Texts(values), quote: "");

    public static string NoneOf(ReadOnlySpan<string> names) => "must not be " + List(names);

    public static string NoneOfNumbers<T>(ReadOnlySpan<T> values) where T : IFormattable => "must not be " + List(Texts(values), quote: "");

    public static string Unknown(string? closest) => closest is null ? "unknown argument" : $"unknown argument; did you mean \"{closest}\"?";

    /// <summary>What the patterns mean that say it in words; null where none does.</summary>
    private static string? Meaning(Pattern? pattern)
    {
        string? text = null;
        for (Pattern? next = pattern; next is not null; next = next.And)
        {
            text = text is null || next.Meaning is null ? text ?? next.Meaning : $"{text}, and {next.Meaning}";
        }

        return text;
    }

    private static string Matching(Pattern? pattern)
    {
        var text = new StringBuilder();
        for (Pattern? next = pattern; next is not null; next = next.And)
        {
            if (next.Meaning is null)
            {
                text.Append(text.Length == 0 ? " that matches " : " and ").Append(Cut(next.Schema));
            }
        }

        return text.ToString();
    }

    private static string[] Texts<T>(ReadOnlySpan<T> values) where T : IFormattable
    {
        var texts = new string[values.Length];
        for (int index = 0; index < values.Length; index++)
        {
            texts[index] = Plain(values[index]);
        }

        return texts;
    }

    private static string List(ReadOnlySpan<string> names, string quote = "\"")
    {
        var text = new StringBuilder(names.Length > 1 ? "one of " : "");
        for (int index = 0; index < names.Length; index++)
        {
            if (text.Length > LongestList)
            {
                return text.Append(CultureInfo.InvariantCulture, $" and {names.Length - index} more").ToString();
            }

            text.Append(index > 0 ? ", " : "").Append(quote).Append(JsonText.ToDisplay(names[index])).Append(quote);
        }

        return text.ToString();
    }

    private static string Range(int min, int max) =>
        min == max ? Plain(min) : max == int.MaxValue ? $"at least {Plain(min)}" : min == 0 ? $"at most {Plain(max)}" : $"{Plain(min)} to {Plain(max)}";

    private static string Cut(string text) => text.Length <= 200 ? text : string.Concat(text.AsSpan(0, 200), "...");

    private static string Plain<T>(T value) where T : IFormattable => value.ToString(null, CultureInfo.InvariantCulture);
}
