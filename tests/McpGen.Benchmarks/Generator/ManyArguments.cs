namespace McpGen.Benchmarks.Generator;

/// <summary>The parameters of one of the many tools.</summary>
internal static class ManyArguments
{
    private static readonly string[] s_texts =
    [
        "query", "name", "projectId", "title", "summary", "owner", "path", "language", "branch", "status", "email", "address", "folder", "label",
        "comment", "currency", "country", "sku", "customer", "reference", "category", "format", "region", "template",
    ];

    private static readonly string[] s_integers = ["limit", "offset", "page", "count", "year", "priority", "retries", "timeoutSeconds", "version", "depth"];

    private static readonly string[] s_flags = ["includeArchived", "dryRun", "recursive", "caseSensitive", "verbose", "force", "notify", "ascending"];

    private static readonly string[] s_numbers = ["latitude", "longitude", "minAmount", "maxAmount", "ratio", "threshold", "weight"];

    private static readonly string[] s_lists = ["tags", "ids", "columns", "recipients"];

    private static readonly string[] s_patterns = ["[A-Z]{2,3}-[0-9]{1,6}", "[a-z0-9-]+", "[A-Za-z0-9_.]{1,40}", "(draft|open|closed)", "[0-9]{4}-[0-9]{2}"];

    /// <summary>A parameter; one without a description is no argument.</summary>
    public sealed record Argument(string Name, string Type, string? Description, string? Annotation = null, string? Default = null)
    {
        public string Code(bool isDescribed)
        {
            string?[] attributes = [Annotation, isDescribed && Description is not null ? $"Description(\"{Description}\")" : null];
            string[] written = [.. attributes.OfType<string>()];
            return $"{(written.Length == 0 ? "" : $"[{string.Join(", ", written)}] ")}{Type} {Name}{(Default is null ? "" : $" = {Default}")}";
        }
    }

    public static List<Argument> Draw(Random draw, int number, string subject)
    {
        Dictionary<string, Argument> drawn = [];
        int count = draw.Next(1, 11);
        while (drawn.Count < count)
        {
            Argument argument = DrawOne(draw, number, subject);
            drawn.TryAdd(argument.Name, argument);
        }

        if (draw.Next(4) == 0)
        {
            drawn.Add("loggers", new Argument("loggers", "ILoggerFactory", null));
        }

        if (draw.Next(2) == 0)
        {
            drawn.Add("cancellationToken", new Argument("cancellationToken", "CancellationToken", null, Default: "default"));
        }

        return [.. drawn.Values.OrderBy(static argument => argument.Default is not null)];
    }

    private static Argument DrawOne(Random draw, int number, string subject)
    {
        bool isOptional = draw.Next(100) < 47;
        string? absent = isOptional ? "null" : null;
        string mark = isOptional ? "?" : "";
        return draw.Next(100) switch
        {
            < 59 => Text(draw, mark, absent, subject),
            < 79 => Integer(draw, isOptional, subject),
            < 90 => new Argument(Of(s_flags, draw), "bool", $"Whether it is done so for the {subject}.", Default: isOptional ? "false" : null),
            < 94 => new Argument(Of(s_numbers, draw), "double" + mark, $"The number the {subject} are held to.", draw.Next(4) == 0 ? "Range(-180.0, 180.0)" : null, absent),
            < 95 => new Argument(Of(s_numbers, draw), "float" + mark, $"The number the {subject} are held to.", null, absent),
            < 97 => new Argument(Of(s_lists, draw), "string[]" + mark, $"Only the {subject} with one of these.", draw.Next(2) == 0 ? "MaxLength(20)" : null, absent),
            < 99 => new Argument("order", $"Order{number}" + mark, $"In which order the {subject} come.", null, absent),
            _ => new Argument("filter", $"Filter{number}" + mark, $"Which of the {subject} are meant.", null, absent),
        };
    }

    private static Argument Text(Random draw, string mark, string? absent, string subject)
    {
        string name = Of(s_texts, draw);
        string? annotation = draw.Next(20) switch
        {
            0 or 1 => $"StringLength({draw.Next(20, 400)})",
            2 or 3 => $"StringLength({draw.Next(20, 400)}, MinimumLength = 1)",
            4 => $"RegularExpression(\"{Of(s_patterns, draw)}\")",
            5 => $"StringLength(64), RegularExpression(\"{Of(s_patterns, draw)}\")",
            _ => null,
        };
        return new Argument(name, "string" + mark, $"The {name} of the {subject}, as the list of them shows it.", annotation, absent);
    }

    private static Argument Integer(Random draw, bool isOptional, string subject)
    {
        string name = Of(s_integers, draw);
        int most = draw.Next(10, 1000);
        string? annotation = draw.Next(3) == 0 ? $"Range(1, {most})" : null;
        return isOptional && draw.Next(2) == 0
            ? new Argument(name, "int?", $"The {name} for the {subject}; none when it is left out.", annotation, "null")
            : new Argument(name, "int", $"The {name} for the {subject}, up to {most}.", annotation, isOptional ? "10" : null);
    }

    private static string Of(string[] names, Random draw) => names[draw.Next(names.Length)];
}
