using System.Globalization;
using McpGen.Differential.Values;
using McpGen.Generator.Patterns;
using static McpGen.Generator.Emission.CSharp;

namespace McpGen.Differential.Signatures;

/// <summary>Puts annotations on a node that its type can have; on a collection those that are meant for each item.</summary>
internal static class Annotating
{
    /// <summary>Limits on a number, written on the value itself or, for an item, on the collection.</summary>
    /// <param name="draw">The source of chance.</param>
    /// <param name="node">The number.</param>
    /// <param name="least">The least value of the type that is tried.</param>
    /// <param name="most">The greatest value of the type that is tried.</param>
    /// <param name="places">How many decimals a limit may have.</param>
    public static Node Number(Draw draw, Node node, decimal least, decimal most, int places)
    {
        List<Annotation> annotations = [];
        decimal unit = 1;
        for (int place = 0; place < places; place++)
        {
            unit /= 10;
        }

        decimal divisor = draw.Chance(25) ? unit * draw.Int(1, 12) : 0;
        decimal low = Math.Max(least, Clamp(draw, least, most, unit));
        decimal high = Math.Min(most, low + Math.Max(unit * draw.Of(3, 10, 1000), divisor * 4));
        low = Math.Max(least, Math.Min(low, high - Math.Max(unit * 3, divisor * 4)));
        bool hasRange = draw.Chance(50);
        if (hasRange)
        {
            string flags = (draw.Chance(50) ? ", MinimumIsExclusive = true" : "") + (draw.Chance(40) ? ", MaximumIsExclusive = true" : "");
            bool isInt = places == 0 && low >= int.MinValue && high <= int.MaxValue;
            string range = isInt && draw.Chance(80) ? $"[Range({Text(low)}, {Text(high)}{flags})]"
                : places > 0 && Math.Abs(low) < 1_000_000_000_000_000m && draw.Chance(60) ? $"[Range({Text(low)}d, {Text(high)}d{flags})]"
                : $"[Range(typeof({node.Type}), \"{Text(low)}\", \"{Text(high)}\"{flags})]";
            annotations.Add(new Annotation(Rows.Range, range));
        }

        if (divisor > 0)
        {
            annotations.Add(new Annotation(Rows.MultipleOf, $"[MultipleOf({Text(divisor)}{(divisor == decimal.Truncate(divisor) ? "" : "d")})]"));
        }

        decimal from = hasRange ? low : Math.Max(least, -50 * unit);
        decimal middle = divisor > 0 ? (Math.Ceiling(from / divisor) + 1) * divisor : from + unit;

        // A listed value is a constant of the language: beyond long only what a double keeps.
        bool isListable = Math.Abs(middle) < 1_000_000_000_000_000m || (places == 0 && node.Storage == Storage.Exact && middle < long.MaxValue - 100);
        if (isListable && draw.Chance(12))
        {
            annotations.Add(Listed("AllowedValues", Rows.AllowedValues, [middle, middle + (divisor > 0 ? divisor : unit)]));
        }
        else if (isListable && draw.Chance(12))
        {
            annotations.Add(Listed("DeniedValues", Rows.DeniedValues, [middle - unit, from + (unit * 2)]));
        }

        bool isDenied = annotations.Exists(static annotation => annotation.Row == Rows.DeniedValues);
        string suffix = node.Storage switch { Storage.Decimal => "m", Storage.Single => "f", Storage.Double => "d", _ => "" };
        return node with { Annotations = annotations, Default = isDenied ? null : Text(middle) + suffix };

        Annotation Listed(string name, string row, decimal[] values) =>
            new(row, $"[{name}({string.Join(", ", values.Where(value => value >= least && value <= most).Distinct().Select(value => Text(value) + (places > 0 ? "d" : "")))})]");
    }

    /// <summary>A nullable value, sometimes one that has to be there all the same.</summary>
    public static Node Nullable(Draw draw, Node node) => node with
    {
        IsNullable = true,
        Annotations = draw.Chance(15) && node.Row is not (Rows.String or Rows.JsonElement) ? [.. node.Annotations, new Annotation(Rows.Required, "[Required]")] : node.Annotations,
    };

    /// <summary>Limits on what a collection or a dictionary holds, written on it.</summary>
    /// <param name="draw">The source of chance.</param>
    /// <param name="item">What it holds.</param>
    /// <param name="attribute">The attribute that speaks of it.</param>
    /// <param name="row">The row of that attribute.</param>
    public static (IReadOnlyList<Annotation> Annotations, Node Item) Held(Draw draw, Node item, string attribute, string row)
    {
        // What is meant for the innermost level is written on the outermost.
        Node innermost = Innermost(item);
        if (innermost is { Row: Rows.JsonElement or Rows.JsonNode })
        {
            return ([new Annotation(innermost.Row, "[AnyJson]")], item);
        }

        if (GuardKinds.OnItems.TryGetValue(innermost.Row, out Annotation? guard))
        {
            return (item.Item is null && draw.Chance(30) ? [guard, new Annotation(row, $"[{attribute}(MaxLength = 20)]")] : [guard], item);
        }

        if (draw.Chance(40))
        {
            return ([], item);
        }

        switch (item.Row)
        {
            case Rows.String:
                (IReadOnlyList<Annotation> annotations, Func<Draw, string>? sample) = HeldText(draw, attribute, row);
                return (annotations, item with { Sample = sample });
            case Rows.Integers or Rows.Double or Rows.Single or Rows.Decimal:
                return ([.. HeldNumber(draw, attribute, row)], item);
            case Rows.Collections or Rows.Immutable or Rows.Sets:
                return ([new Annotation(row, draw.Of($"[{attribute}(MaxLength = 2)]", $"[{attribute}(MinLength = 1)]", $"[{attribute}(MinLength = 1, MaxLength = 3)]"))], item);
            default:
                return ([], item);
        }
    }

    public static bool IsScalar(Node item) =>
        item.Item is null && !GuardKinds.IsGuarded(item) && item.Row is not (Rows.Objects or Rows.JsonElement or Rows.JsonNode or Rows.Binary or Rows.Flags or Rows.Polymorphic or Rows.Recursive);

    private static Node Innermost(Node node) => node.Item is null ? node : Innermost(node.Item);

    private static IEnumerable<Annotation> HeldNumber(Draw draw, string attribute, string row)
    {
        if (attribute != "Items" || draw.Chance(50))
        {
            int low = draw.Int(0, 20);
            string limits = draw.Of($"Minimum = {low}", $"Maximum = {low}", $"Minimum = {low}, Maximum = {low + 30}", $"Minimum = {low}, Maximum = {low + 30}, MultipleOf = 5", "MultipleOf = 3");
            yield return new Annotation(row, $"[{attribute}({limits})]");
        }
        else if (draw.Chance(30))
        {
            yield return new Annotation(Rows.AllowedValues, "[AllowedValues(1, 2, 30)]");
        }
        else if (draw.Chance(30))
        {
            yield return new Annotation(Rows.DeniedValues, "[DeniedValues(1, 7)]");
        }
    }

    public static Node Text(Draw draw, Node node)
    {
        List<Annotation> annotations = [];
        Func<Draw, string>? sample = null;
        string? preset = null;
        int least = draw.Of(0, 0, 1, 2, 5);
        int most = least + draw.Of(0, 1, 3, 12);
        Func<string, bool>? isRefused = null;
        switch (draw.Int(0, 16))
        {
            case 15:
                (string guardRow, string guardCode, sample) = draw.Of(s_guards);
                annotations.Add(new Annotation(guardRow, guardCode));
                annotations.AddRange(draw.Chance(40) ? [Lengths(draw, Rows.TextLengths, Math.Min(least, 2), most)] : []);
                break;
            case 16:
                annotations.Add(new Annotation(Rows.PlainText, draw.Of("[PlainText]", "[PlainText(Multiline = true)]")));
                annotations.AddRange(draw.Chance(40) ? [Lengths(draw, Rows.TextLengths, least, most)] : []);
                sample = static draw => TextDraw.OfLength(draw, draw.Int(0, 6)) + draw.Of("", "", "\u00e9", "e\u0301", "\u212b", "\u2764\ufe0f", "\ufe0f", "\t", "\U0001f600", "\U000e0041");
                isRefused = static text => !text.IsNormalized(System.Text.NormalizationForm.FormC);
                break;
            case 0 or 1:
                annotations.Add(Lengths(draw, Rows.TextLengths, least, most));
                preset = new string('d', least);
                break;
            case 2 or 3:
                (annotations, sample) = Pattern(draw);
                if (draw.Chance(20))
                {
                    annotations.Add(new Annotation(Rows.TextLengths, $"[MaxLength({draw.Int(2, 8)})]"));
                }

                break;
            case 4:
                annotations.Add(new Annotation(Rows.AllowedValues, $"[AllowedValues({string.Join(", ", draw.Some(Words, 1, 4).Select(Literal))})]"));
                break;
            case 5:
                annotations.Add(new Annotation(Rows.DeniedValues, $"[DeniedValues({string.Join(", ", draw.Some(Words, 1, 4).Select(Literal))})]"));
                break;
            case 6:
                annotations.Add(new Annotation(Rows.RequiredText, "[Required]"));
                if (draw.Chance(50))
                {
                    annotations.Add(Lengths(draw, Rows.TextLengths, least, most + 1));
                }

                break;
            case 7 or 8 or 9 or 10 or 11:
                (string row, string code, sample) = draw.Of(s_formats);
                annotations.Add(new Annotation(row, code));
                break;
            case 12:
                preset = "plain";
                break;
            default:
                annotations.Add(Lengths(draw, Rows.TextLengths, least, most));
                (List<Annotation> pattern, sample) = Pattern(draw);
                annotations.AddRange(pattern);
                break;
        }

        return node with { Annotations = annotations, Sample = sample, Default = preset is null ? null : Literal(preset), IsRefused = isRefused };
    }

    private static (IReadOnlyList<Annotation> Annotations, Func<Draw, string>? Sample) HeldText(Draw draw, string attribute, string row)
    {
        switch (draw.Int(0, attribute == "Items" ? 7 : 2))
        {
            case 0:
                int least = draw.Int(0, 2);
                return ([new Annotation(row, draw.Of($"[{attribute}(MaxLength = {least + 2})]", $"[{attribute}(MinLength = {least}, MaxLength = {least + 3})]", $"[{attribute}(MinLength = {least + 1})]"))], null);
            case 1:
                RandomPattern made = Usable(draw, whole: true);
                return ([new Annotation(row, $"[{attribute}(Pattern = {Literal(made.Text)})]")], made.Sample);
            case 2:
                return draw.Of<(IReadOnlyList<Annotation>, Func<Draw, string>?)>(
                    ([new Annotation(row, $"[{attribute}(Format = StringFormat.IPv4)]")], FormatTexts.IPv4), ([new Annotation(row, $"[{attribute}(Format = StringFormat.Date)]")], FormatTexts.Date));
            case 3:
                return Pattern(draw);
            case 4:
                (string format, string code, Func<Draw, string> sample) = draw.Of(s_formats);
                return ([new Annotation(format, code)], sample);
            case 5:
                return ([new Annotation(Rows.AllowedValues, "[AllowedValues(\"a\", \"dark green\", \"\")]")], null);
            case 6:
                (string guard, string guardCode, Func<Draw, string> guarded) = draw.Of(s_guards);
                return ([new Annotation(guard, guardCode)], guarded);
            default:
                return ([], null);
        }
    }

    /// <summary>How many characters or items there may be.</summary>
    public static Annotation Lengths(Draw draw, string row, int least, int most) => new(row, draw.Of(
        $"[StringLength({most}, MinimumLength = {least})]", $"[StringLength({most})]", $"[MinLength({least})]", $"[MaxLength({most})]", $"[Length({least}, {most})]", "[MaxLength]"));

    public static readonly IReadOnlyList<string> Words = ["", "a", "A", "b", "root", "dark green", "null", "5", "\u00e9", "caf\u00e9", "\"quoted\"", "back\\slash", "tab\t", "\U0001f600"];

    /// <summary>A pattern of the whole text, or one that is searched for.</summary>
    private static (List<Annotation> Annotations, Func<Draw, string> Sample) Pattern(Draw draw)
    {
        if (draw.Chance(65))
        {
            RandomPattern whole = Usable(draw, whole: true);
            return ([new Annotation(Rows.RegularExpression, $"[RegularExpression({Literal(whole.Text)})]")], whole.Sample);
        }

        string start = draw.Of("", "^", "");
        string end = draw.Of("", "$", "");
        RandomPattern part = Usable(draw, whole: false, start, end);
        return ([new Annotation(Rows.Pattern, $"[Pattern({Literal(part.Text)})]")],
            sample => (start.Length > 0 && sample.Chance(90) ? "" : sample.Of("", "-", "ab")) + part.Sample(sample) + (end.Length > 0 && sample.Chance(90) ? "" : sample.Of("", "\n", "x1")));
    }

    /// <summary>A pattern that the generator does not refuse for its cost.</summary>
    public static RandomPattern Usable(Draw draw, bool whole, string start = "", string end = "")
    {
        while (true)
        {
            RandomPattern pattern = RandomPattern.Make(draw);

            // An anchor binds closer than an alternative.
            pattern = start.Length + end.Length > 0 ? pattern with { Text = $"{start}(?:{pattern.Text}){end}" } : pattern;
            if (PatternCompiler.Compile(pattern.Text, whole).Error is null)
            {
                return pattern;
            }
        }
    }

    private static readonly (string Row, string Code, Func<Draw, string> Sample)[] s_guards =
    [
        (Rows.CommandArgument, "[CommandArgument]", static draw => draw.Of("", "", "-", "--", "@", "\uff0d", "\u2500") + TextDraw.OfLength(draw, draw.Int(0, 5)) + draw.Of("", "", "", "-", "\u02ba", "\u00a5", "\n")),
        (Rows.Identifier, "[Identifier]", static draw => draw.Of("a", "_", "Ab_1", "x9", "select", "9a", "a-b", "caf\u00e9", "a ", new string('a', 63), new string('a', 64))),
        (Rows.Identifier, "[Identifier(MaxLength = 4)]", static draw => draw.Of("a", "_", "Ab_1", "abcd", "abcde", "9a", "a.b", "a\n")),
    ];

    private static readonly (string Row, string Code, Func<Draw, string> Sample)[] s_formats =
    [
        (Rows.FormatDateTime, "[Format(StringFormat.DateTime)]", FormatTexts.DateTime),
        (Rows.FormatDate, "[Format(StringFormat.Date)]", FormatTexts.Date),
        (Rows.FormatTime, "[Format(StringFormat.Time)]", FormatTexts.Time),
        (Rows.FormatDuration, "[Format(StringFormat.Duration)]", FormatTexts.Duration),
        (Rows.FormatUuid, "[Format(StringFormat.Uuid)]", FormatTexts.Uuid),
        (Rows.FormatUri, "[Format(StringFormat.Uri)]", FormatTexts.Uri),
        (Rows.FormatEmail, "[Format(StringFormat.Email)]", FormatTexts.Email),
        (Rows.FormatEmail, "[EmailAddress]", FormatTexts.Email),
        (Rows.FormatHostname, "[Format(StringFormat.Hostname)]", FormatTexts.Hostname),
        (Rows.FormatIPv4, "[Format(StringFormat.IPv4)]", FormatTexts.IPv4),
        (Rows.FormatIPv6, "[Format(StringFormat.IPv6)]", FormatTexts.IPv6),
        (Rows.FormatBase64, "[Format(StringFormat.Base64)]", static draw => FormatTexts.Base64(draw, 0, 4)),
        (Rows.FormatBase64, "[Base64String]", static draw => FormatTexts.Base64(draw, 0, 4)),
        (Rows.Url, "[Url]", FormatTexts.Url),
    ];

    private static string Text(decimal value) => ExactNumber.Of(value).ToString();

    private static decimal Clamp(Draw draw, decimal least, decimal most, decimal unit) => draw.Int(0, 9) switch
    {
        0 => least,
        1 => Math.Max(least, most - (unit * 100)),
        _ => Math.Max(least, Math.Min(most, unit * draw.Int(-200, 200))),
    };
}
