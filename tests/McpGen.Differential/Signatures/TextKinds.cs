using System.Globalization;
using System.Text.RegularExpressions;

namespace McpGen.Differential.Signatures;

/// <summary>Types that are written as text in one form.</summary>
internal static partial class TextKinds
{
    public static readonly IReadOnlyList<Kind> All =
    [
        new(4, 0, Character),
        Text("Guid", Rows.Guid, FormatTexts.Uuid, static _ => true, static text => text.ToLowerInvariant()),
        Text("DateTimeOffset", Rows.DateTimeOffset, FormatTexts.DateTime, static text => Instant(text) is { } read && read.Offset <= TimeSpan.FromHours(14) && !text.StartsWith("0000", StringComparison.Ordinal), static text => Instant(text)!.Value.Ticks),
        Text("DateTime", Rows.DateTime, FormatTexts.DateTime, static text => Instant(text) is not null, static text => Instant(text)!.Value.Ticks),
        Text("DateOnly", Rows.DateOnly, FormatTexts.Date, static text => !text.StartsWith("0000", StringComparison.Ordinal), static text => text),
        Text("TimeOnly", Rows.TimeOnly, FormatTexts.TimeOfDay, static _ => true, static text => text.Contains('.', StringComparison.Ordinal) ? text.TrimEnd('0').TrimEnd('.') : text),
        Text("TimeSpan", Rows.TimeSpan, FormatTexts.TimeSpan, static text => Ticks(text) >= long.MinValue && Ticks(text) <= long.MaxValue, static text => Ticks(text)),
        new(4, 0, Link),
        new(4, 0, static place => Binary(place, "byte[]")),
        new(3, 0, static place => Binary(place, "ReadOnlyMemory<byte>")),
        new(3, 0, static place => Binary(place, "Memory<byte>")),
    ];

    private static Kind Text(string type, string row, Func<Draw, string> sample, Func<string, bool> holds, Func<string, object> identity) => new(4, 0, _ => new Node
    {
        Kind = type, Row = row, Type = type, IsValueType = true, Sample = sample, Holds = holds, Identity = identity,
    });

    private static Node Character(Place place)
    {
        var node = new Node { Kind = "char", Row = Rows.Char, Type = "char", IsValueType = true, Sample = FormatTexts.Char };
        return place.IsItem || place.Draw.Chance(50) ? node : place.Draw.Int(0, 3) switch
        {
            0 => node with { Annotations = [new Annotation(Rows.AllowedValues, "[AllowedValues('a', 'Z', '\\u00e9')]")], Default = "'a'" },
            1 => node with { Annotations = [new Annotation(Rows.DeniedValues, "[DeniedValues('a', '0')]")] },
            2 => node with { Annotations = [new Annotation(Rows.RegularExpression, "[RegularExpression(\"[a-z0-9]\")]")], Default = "'b'" },
            _ => node with { Annotations = [new Annotation(Rows.Pattern, "[Pattern(\"[^0-9]\")]")] },
        };
    }

    private static Node Link(Place place)
    {
        var node = new Node
        {
            Kind = "Uri", Row = Rows.Uri, Type = "Uri", Sample = FormatTexts.Uri,
            Holds = static text => Uri.TryCreate(text, UriKind.Absolute, out Uri? read) && text.StartsWith(read.Scheme + ":", StringComparison.OrdinalIgnoreCase),
            Identity = static text => new Uri(text),
        };
        return place.IsItem || place.Draw.Chance(50) ? node : place.Draw.Int(0, 3) switch
        {
            0 => node with { Annotations = [Annotating.Lengths(place.Draw, Rows.TextLengths, place.Draw.Int(0, 8), place.Draw.Int(12, 20))] },
            1 => node with { Annotations = [new Annotation(Rows.RegularExpression, "[RegularExpression(\"https?:.*\")]")] },
            2 => node with { Annotations = [new Annotation(Rows.Pattern, "[Pattern(\"[a-z]/?$\")]")] },
            _ => node with { Annotations = [new Annotation(Rows.DeniedValues, "[DeniedValues(\"http:\", \"urn:a:b\")]")] },
        };
    }

    private static Node Binary(Place place, string type)
    {
        Draw draw = place.Draw;
        int least = draw.Int(0, 5);
        int most = least + draw.Int(0, 4);
        var node = new Node { Kind = type, Row = Rows.Binary, Type = type, IsValueType = type != "byte[]", Sample = sample => FormatTexts.Base64(sample, 0, 4) };
        return place.IsItem || draw.Chance(40) ? node : node with
        {
            Annotations = [new Annotation(Rows.ByteCounts, draw.Of($"[Length({least}, {most})]", $"[MinLength({least})]", $"[MaxLength({most})]"))],
            Sample = sample => FormatTexts.Base64(sample, least, most),
        };
    }

    /// <summary>The instant of a well-formed date-time, where these types hold it.</summary>
    private static (long Ticks, TimeSpan Offset)? Instant(string text)
    {
        Match match = DateTimeParts().Match(text);

        // The year before the first is a leap year like the fourth, four years earlier: an offset can carry its last day into the first.
        bool isYearZero = text.StartsWith("0000", StringComparison.Ordinal);
        string date = isYearZero ? "0004" + match.Groups["day"].Value.PadRight(4)[4..] : match.Groups["day"].Value;
        if (!match.Success || !DateTime.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime day)
            || match.Groups["second"].Value == "60" || match.Groups["fraction"].Value.TrimEnd('0').Length > 7)
        {
            return null;
        }

        long fraction = long.Parse("0" + match.Groups["fraction"].Value.TrimEnd('0').PadRight(7, '0'), CultureInfo.InvariantCulture);
        TimeSpan offset = match.Groups["sign"].Success ? new TimeSpan(Number("hours"), Number("minutes"), 0) : TimeSpan.Zero;
        long ticks = day.Ticks - (isYearZero ? TimeSpan.TicksPerDay * 1461 : 0) + new TimeSpan(Number("hour"), Number("minute"), Number("second")).Ticks + fraction - (match.Groups["sign"].Value == "-" ? -offset.Ticks : offset.Ticks);
        return ticks < 0 || ticks > DateTime.MaxValue.Ticks ? null : (ticks, offset);

        int Number(string name) => int.Parse(match.Groups[name].Value, CultureInfo.InvariantCulture);
    }

    /// <summary>How long a well-formed duration is, however long.</summary>
    private static System.Numerics.BigInteger Ticks(string text)
    {
        System.Numerics.BigInteger ticks = 0;
        foreach (Match part in DurationParts().Matches(text))
        {
            long unit = part.Groups["unit"].Value switch
            {
                "W" => 7 * TimeSpan.TicksPerDay, "D" => TimeSpan.TicksPerDay, "H" => TimeSpan.TicksPerHour, "M" => TimeSpan.TicksPerMinute, _ => TimeSpan.TicksPerSecond,
            };
            ticks += System.Numerics.BigInteger.Parse(part.Groups["whole"].Value, CultureInfo.InvariantCulture) * unit;
            ticks += part.Groups["fraction"].Success ? long.Parse(part.Groups["fraction"].Value.PadRight(7, '0')[..7], CultureInfo.InvariantCulture) : 0;
        }

        return text.StartsWith('-') ? -ticks : ticks;
    }

    [GeneratedRegex(@"^(?<day>[0-9]{4}-[0-9]{2}-[0-9]{2})[Tt](?<hour>[0-9]{2}):(?<minute>[0-9]{2}):(?<second>[0-9]{2})(?:\.(?<fraction>[0-9]+))?(?:[Zz]|(?<sign>[+-])(?<hours>[0-9]{2}):(?<minutes>[0-9]{2}))\z")]
    private static partial Regex DateTimeParts();

    [GeneratedRegex(@"(?<whole>[0-9]+)(?:\.(?<fraction>[0-9]+))?(?<unit>[WDHMS])")]
    private static partial Regex DurationParts();
}
