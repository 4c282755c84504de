using System.Globalization;
using System.Text;

namespace McpGen.Benchmarks.Generator;

/// <summary>
/// Source files of many distinct tools, ten to a class. What a tool takes is drawn as it was counted in public servers: 5.5 arguments,
/// three fifths of them texts, half of them optional, most of them described.
/// </summary>
internal static class ManyTools
{
    public const int ToolsPerClass = 10;

    private const string Usings = """
        using System.ComponentModel;
        using System.ComponentModel.DataAnnotations;
        using System.Threading;
        using System.Threading.Tasks;
        using Microsoft.Extensions.Logging;
        using ModelContextProtocol.Protocol;
        using ModelContextProtocol.Server;

        """;

    private static readonly string[] s_verbs =
    [
        "Search", "List", "Get", "Create", "Update", "Delete", "Archive", "Count", "Export", "Import",
        "Approve", "Assign", "Close", "Compare", "Describe", "Merge", "Move", "Rename", "Share", "Validate",
    ];

    private static readonly string[] s_adjectives =
    [
        "Active", "Billed", "Cached", "Daily", "Draft", "Expired", "Failed", "Global", "Hidden", "Internal",
        "Local", "Monthly", "Open", "Paid", "Pending", "Public", "Recent", "Shared", "Signed", "Weekly",
    ];

    private static readonly string[] s_nouns =
    [
        "Accounts", "Articles", "Assets", "Branches", "Builds", "Campaigns", "Contacts", "Contracts", "Customers", "Devices", "Documents", "Events", "Invoices",
        "Issues", "Messages", "Orders", "Payments", "Pipelines", "Products", "Projects", "Reports", "Shipments", "Tasks", "Tickets", "Users",
    ];

    /// <summary>One source per class and, hardened, one more that says who may call them.</summary>
    /// <param name="tools">How many tools.</param>
    /// <param name="hardened">Whether the classes are made for McpGen; otherwise the same text compiles against the SDK alone.</param>
    public static IReadOnlyList<string> Sources(int tools, bool hardened)
    {
        List<string> sources = [];
        for (int first = 0; first < tools; first += ToolsPerClass)
        {
            sources.Add(Class(first, Math.Min(first + ToolsPerClass, tools), hardened));
        }

        if (hardened)
        {
            sources.Add("[assembly: McpGen.PublicTool]\n");
        }

        return sources;
    }

    private static string Class(int first, int end, bool hardened)
    {
        int number = first / ToolsPerClass;
        bool isStatic = number % 3 == 2;
        var source = new StringBuilder(Usings);
        source.Append("\nnamespace ManyTools;\n\n");
        source.Append(CultureInfo.InvariantCulture, $"/// <summary>Tools over the {Words(s_nouns[number % s_nouns.Length])} of department {number}.</summary>\n");
        source.Append("[McpServerToolType]\n");
        source.Append(CultureInfo.InvariantCulture, $"public {(isStatic ? "static" : "sealed")} {(hardened ? "partial " : "")}class Tools{number}\n{{\n");
        source.Append(CultureInfo.InvariantCulture, $$"""
                public enum Order{{number}} { Relevance, NewestFirst, OldestFirst, ByName{{number}} }

                public sealed record Period{{number}}([property: Range(0, 366)] int Days, string? TimeZone = null);

                public sealed record Filter{{number}}([property: StringLength(80)] string Text, Order{{number}}? Order, Period{{number}}? Period, string[]? Labels = null);

                public sealed record Totals{{number}}(int Count, double Sum, string? Note);

            """);
        for (int tool = first; tool < end; tool++)
        {
            source.Append('\n');
            AppendTool(source, tool, number, isStatic);
        }

        return source.Append("}\n").ToString();
    }

    private static void AppendTool(StringBuilder source, int tool, int number, bool isStatic)
    {
        var draw = new Random(tool);
        string verb = s_verbs[tool % s_verbs.Length];
        string rest = s_adjectives[tool / s_verbs.Length % s_adjectives.Length] + s_nouns[tool / (s_verbs.Length * s_adjectives.Length) % s_nouns.Length];
        List<ManyArguments.Argument> arguments = ManyArguments.Draw(draw, number, Words(rest));
        string summary = $"{verb} {Words(rest)} that fit, in the order of department {number}.";

        // Every other class is documented in comments, the rest by attributes.
        bool hasComments = number % 2 == 0;
        string behaviour = draw.Next(3) == 0 ? "(ReadOnly = true)" : draw.Next(4) == 0 ? "(Destructive = false, Idempotent = true)" : "";
        if (hasComments)
        {
            source.Append(CultureInfo.InvariantCulture, $"    /// <summary>{summary}</summary>\n");
            foreach (ManyArguments.Argument argument in arguments.Where(static argument => argument.Description is not null))
            {
                source.Append(CultureInfo.InvariantCulture, $"    /// <param name=\"{argument.Name}\">{argument.Description}</param>\n");
            }

            source.Append(CultureInfo.InvariantCulture, $"    [McpServerTool{behaviour}]\n");
        }
        else
        {
            source.Append(CultureInfo.InvariantCulture, $"    [McpServerTool{behaviour}, Description(\"{summary}\")]\n");
        }

        (string type, string body) = draw.Next(20) switch
        {
            < 9 => ("string", "{0}"),
            < 15 => ("Task<string>", "Task.FromResult({0})"),
            < 19 => ("CallToolResult", "new() {{ Content = [new TextContentBlock {{ Text = {0} }}] }}"),
            _ => ($"Totals{number}", $"new(1, 2.5, {{0}})"),
        };
        source.Append(CultureInfo.InvariantCulture, $"    public {(isStatic ? "static " : "")}{type} {verb}{rest}(");
        source.AppendJoin(", ", arguments.Select(argument => argument.Code(isDescribed: !hasComments)));
        source.Append(") =>\n        ");
        source.AppendFormat(CultureInfo.InvariantCulture, body, $"\"{verb}{rest} of department {number}\"").Append(";\n");
    }

    /// <summary>DraftInvoices becomes draft invoices.</summary>
    private static string Words(string name)
    {
        var words = new StringBuilder();
        foreach (char character in name)
        {
            words.Append(words.Length > 0 && char.IsUpper(character) ? " " : "").Append(char.ToLowerInvariant(character));
        }

        return words.ToString();
    }
}
