using System.Reflection;
using System.Text;
using McpGen.Validation;

namespace McpGen.Tests.Validation.Formats;

/// <summary>The checkers and conversions themselves, without a call around them; the assembly keeps them to itself.</summary>
internal static class FormatInternals
{
    public delegate bool Check(StringFormat format, ReadOnlySpan<byte> utf8);

    public delegate bool Conversion<T>(ReadOnlySpan<byte> utf8, out T value);

    public static readonly Check IsMatch = Bind<Check>("Formats", "IsMatch");
    public static readonly Func<StringFormat, string> Describe = Bind<Func<StringFormat, string>>("Formats", "Describe");
    public static readonly Conversion<DateTimeOffset> ToDateTimeOffset = Bind<Conversion<DateTimeOffset>>("DateTimeText", "TryReadDateTimeOffset");
    public static readonly Conversion<DateTime> ToDateTime = Bind<Conversion<DateTime>>("DateTimeText", "TryReadDateTime");
    public static readonly Conversion<DateOnly> ToDateOnly = Bind<Conversion<DateOnly>>("DateTimeText", "TryReadDateOnly");
    public static readonly Conversion<TimeOnly> ToTimeOnly = Bind<Conversion<TimeOnly>>("DateTimeText", "TryReadTimeOnly");
    public static readonly Conversion<TimeSpan> ToTimeSpan = Bind<Conversion<TimeSpan>>("DurationText", "TryReadTimeSpan");
    public static readonly Conversion<Guid> ToGuid = Bind<Conversion<Guid>>("UuidText", "TryRead");
    public static readonly Conversion<char> ToChar = Bind<Conversion<char>>("CharText", "TryRead");
    public static readonly Conversion<byte[]> ToBytes = Bind<Conversion<byte[]>>("Base64Text", "TryDecode");

    public static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    public static bool Matches(StringFormat format, string text) => IsMatch(format, Utf8(text));

    private static T Bind<T>(string type, string method) where T : Delegate =>
        typeof(JsonText).Assembly.GetType("McpGen.Validation." + type, throwOnError: true)!
            .GetMethod(method, BindingFlags.Static | BindingFlags.Public)!.CreateDelegate<T>();
}
