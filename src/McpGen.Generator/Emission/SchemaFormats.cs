using System.Collections.Generic;
using McpGen.Generator.Model;

namespace McpGen.Generator.Emission;

/// <summary>How the schema says a format: by its name in JSON Schema, or by a pattern where there is none.</summary>
public static class SchemaFormats
{
    public const string Base64 = "Base64";

    /// <summary>RFC 4648, section 4, with the unused bits of the last group zero.</summary>
    public const string Base64Pattern = "^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}[AEIMQUYcgkosw048]=|[A-Za-z0-9+/][AQgw]==)?$";

    /// <summary>A time of day without an offset, which the format <c>time</c> would require.</summary>
    public const string TimeOnlyPattern = @"^(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\.[0-9]{1,7})?$";

    /// <summary>The ISO 8601 durations that are a fixed number of ticks. The format <c>duration</c> allows years and months, and no fractions.</summary>
    public const string TimeSpanPattern =
        @"^-?P(?:[0-9]+W|[0-9]+D|(?:[0-9]+D)?T(?:[0-9]+H(?:[0-9]+M)?(?:[0-9]+(?:\.[0-9]{1,7})?S)?|[0-9]+M(?:[0-9]+(?:\.[0-9]{1,7})?S)?|[0-9]+(?:\.[0-9]{1,7})?S))$";

    private static readonly Dictionary<string, string> s_names = new()
    {
        ["DateTime"] = "date-time",
        ["Date"] = "date",
        ["Time"] = "time",
        ["Duration"] = "duration",
        ["Uuid"] = "uuid",
        ["Uri"] = "uri",
        ["Email"] = "email",
        ["Hostname"] = "hostname",
        ["IPv4"] = "ipv4",
        ["IPv6"] = "ipv6",
    };

    /// <summary>The name of a member of <c>StringFormat</c>; null for base64, which JSON Schema says otherwise.</summary>
    public static string? NameOf(string format) => s_names.TryGetValue(format, out string? name) ? name : null;

    public static string NameOf(TextKind kind) => kind switch
    {
        TextKind.Guid => "uuid",
        TextKind.DateOnly => "date",
        _ => "date-time",
    };
}
