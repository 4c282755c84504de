using System.Text.RegularExpressions;
using McpGen.Differential.Signatures;

namespace McpGen.Differential.Mutations;

/// <summary>A check that is taken out of the generated code, while the schema stays.</summary>
/// <param name="Row">The row of the documentation whose check it is.</param>
/// <param name="Name">What is taken out.</param>
/// <param name="Edit">The edit of the generated file; one that finds nothing to edit proves nothing.</param>
internal sealed record Mutation(string Row, string Name, Func<string, string> Edit);

/// <summary>At least one for every row.</summary>
internal static class AllMutations
{
    private const string Element = "global::System.Text.Json.JsonElement";

    /// <summary>What stands in for a reader that checks nothing; added to every mutated file.</summary>
    public const string Unchecked = $$"""

        internal static class Unchecked
        {
            public static int First => 0;

            public ref struct Members
            {
                private global::System.Text.Json.JsonElement.ObjectEnumerator _members;
                private readonly string[] _names;
                private readonly bool _isObject;

                public Members({{Element}} json, params string[] names)
                {
                    _names = names;
                    _isObject = json.ValueKind == global::System.Text.Json.JsonValueKind.Object;
                    if (_isObject) _members = json.EnumerateObject();
                }

                public int Index => global::System.Array.IndexOf(_names, _members.Current.Name);

                public {{Element}} Value => _members.Current.Value;

                public global::System.ReadOnlySpan<byte> RawText => global::System.Runtime.InteropServices.JsonMarshal.GetRawUtf8Value(Value);

                public bool Next(ref global::McpGen.Validation.ArgumentReader reader) => _isObject && _members.MoveNext();
            }
        }
        """;

    public static readonly IReadOnlyList<Mutation> All =
    [
        Unread(Rows.Bool, "Boolean", "false"),
        new(Rows.Integers, "the whole check", static source => SourceEdit.Calls(source, @"reader\.ReadInteger<([^(]*)>", static (match, _) => $"default({match.Groups[1].Value})")),
        Unread(Rows.Double, "Double", "0d"),
        Unread(Rows.Single, "Single", "0f"),
        Unread(Rows.Decimal, "Decimal", "0m"),
        Unread(Rows.String, "String", "\"\""),
        new(Rows.String, "maxLength", static source => SourceEdit.WithoutArgument(source, "maxLength")),
        Unread(Rows.Char, "Char", "'a'"),
        Unread(Rows.Guid, "Guid", "default(global::System.Guid)"),
        Unread(Rows.DateTimeOffset, "DateTimeOffset", "default(global::System.DateTimeOffset)"),
        Unread(Rows.DateTime, "DateTime", "default(global::System.DateTime)"),
        Unread(Rows.DateOnly, "DateOnly", "default(global::System.DateOnly)"),
        Unread(Rows.TimeOnly, "TimeOnly", "default(global::System.TimeOnly)"),
        Unread(Rows.TimeSpan, "TimeSpan", "default(global::System.TimeSpan)"),
        Unread(Rows.Uri, "Uri", "null!"),
        new(Rows.Uri, "maxLength", static source => SourceEdit.WithoutArgument(source, "maxLength")),
        Unread(Rows.SandboxedPath, "SandboxedPath", "null!"),
        Unread(Rows.GuardedUri, "GuardedUri", "null!"),
        Unread(Rows.Binary, "Bytes", "global::System.Array.Empty<byte>()"),
        Unread(Rows.Enum, "Name", "-1"),
        Unread(Rows.Flags, "Name", "-1"),
        new(Rows.Flags, "uniqueItems", WithoutUnique),
        new(Rows.Collections, "that it is an array", AnyForArray),
        new(Rows.Collections, "maxItems", static source => SourceEdit.WithoutArgument(source, "maxItems")),
        new(Rows.Immutable, "that it is an array", AnyForArray),
        new(Rows.Sets, "that it is an array", AnyForArray),
        new(Rows.Sets, "uniqueItems", WithoutUnique),
        new(Rows.Dictionaries, "that it is an object", static source => Only(source, "EnterMap", "Object")),
        new(Rows.Dictionaries, "maxProperties", static source => SourceEdit.WithoutArgument(source, "maxEntries")),
        new(Rows.Objects, "names", AnyMembers),
        new(Rows.Objects, "required", WithoutRequired),
        new(Rows.Polymorphic, "the discriminator", static source => Regex.Replace(
            source, @"reader\.ReadTag\([^;]*?\) switch", "Unchecked.First switch")),
        new(Rows.Recursive, "names", AnyMembers),
        new(Rows.OptionalNullable, "that it may be absent", static source => Table(source, static (required, optional) => ([.. required, .. optional], [])).Replace("if (reader.HasValue) ", "", StringComparison.Ordinal)),
        new(Rows.RequiredNullable, "that null is a value", static source => SourceEdit.Calls(source, @"global::McpGen\.Validation\.ArgumentReader\.IsNull", static (_, _) => "false")),
        new(Rows.JsonElement, "the whole check", static source => SourceEdit.Calls(source, @"reader\.ReadAny", static (_, arguments) => arguments[0])),
        new(Rows.JsonNode, "the whole check", static source => SourceEdit.Calls(source, @"reader\.ReadAnyNode", static (_, _) => "null!")),

        .. Limits(Rows.Range, "min", "max", "exclusiveMin", "exclusiveMax"),
        .. Limits(Rows.MultipleOf, "multipleOf"),
        .. Limits(Rows.TextLengths, "minLength", "maxLength"),
        .. Limits(Rows.Counts, "minItems", "maxItems"),
        .. Limits(Rows.EntryCounts, "minEntries", "maxEntries"),
        .. Limits(Rows.ByteCounts, "minBytes", "maxBytes"),
        .. Limits(Rows.RegularExpression, "pattern"),
        .. Limits(Rows.Pattern, "pattern"),
        .. new[]
        {
            Rows.FormatDateTime, Rows.FormatDate, Rows.FormatTime, Rows.FormatDuration, Rows.FormatUuid, Rows.FormatUri, Rows.FormatEmail, Rows.FormatHostname,
            Rows.FormatIPv4, Rows.FormatIPv6, Rows.FormatBase64, Rows.Url,
        }.SelectMany(static row => Limits(row, "format")),
        .. Limits(Rows.Url, "pattern"),
        .. Limits(Rows.AllowedValues, "allowed"),
        .. Limits(Rows.DeniedValues, "denied"),
        Unread(Rows.DeniedMembers, "Name", "-1"),
        new(Rows.AllowedPaths, "the patterns", static source => Regex.Replace(source, @"new\(""notes"", .*?\)(?: \{[^}]*\})?;", "new(\"notes\", \"**\") { Hidden = true };")),
        .. Limits(Rows.AllowedPaths, "minLength", "maxLength"),
        .. Limits(Rows.AllowedHosts, "minLength", "maxLength"),
        .. Limits(Rows.CommandArgument, "pattern"),
        .. Limits(Rows.Identifier, "pattern", "maxLength"),
        .. Limits(Rows.PlainText, "pattern"),
        new(Rows.PlainText, "the normalization form", static source => source.Replace("IsNormalized = true", "IsNormalized = false", StringComparison.Ordinal)),
        .. Limits(Rows.RequiredText, "pattern"),
        new(Rows.Required, "required", WithoutRequired),
        new(Rows.UniqueItems, "uniqueItems", WithoutUnique),
        .. Limits(Rows.Items, "minLength", "maxLength", "min", "max", "multipleOf", "pattern", "format"),
        .. Limits(Rows.Values, "minLength", "maxLength", "min", "max", "multipleOf", "pattern", "format"),
        .. Limits(Rows.Keys, "minLength", "maxLength", "pattern", "format"),
        .. Limits(Rows.ToolDefaults, "maxLength", "maxItems", "maxEntries"),
    ];

    /// <summary>A value that is not looked at.</summary>
    private static Mutation Unread(string row, string method, string value) =>
        new(row, "the whole check", source => SourceEdit.Calls(source, $@"reader\.Read{method}", (_, _) => value));

    private static IEnumerable<Mutation> Limits(string row, params string[] names) =>
        names.Select(name => new Mutation(row, name, source => SourceEdit.WithoutArgument(source, name)));

    private static string WithoutUnique(string source) => Regex.Replace(source, @"items\.RequireUnique<[^;]*;", "");

    private static string AnyForArray(string source) => Only(source, "EnterArray", "Array");

    /// <summary>A value of another kind is not reported: it passes as an empty one.</summary>
    private static string Only(string source, string method, string kind) => SourceEdit.Calls(
        source, $@"reader\.{method}", (match, arguments) => $"({arguments[0]}.ValueKind == global::System.Text.Json.JsonValueKind.{kind} ? {match.Value}{string.Join(", ", arguments)}) : -1)");

    private static string AnyMembers(string source)
    {
        Dictionary<string, string> names = Regex.Matches(source, @"(\w+) = new\(required: \[(.*?)\], optional: \[(.*?)\]")
            .ToDictionary(static table => table.Groups[1].Value, static table => string.Join(", ", Names(table.Groups[2].Value).Concat(Names(table.Groups[3].Value))));
        return SourceEdit.Calls(source, @"new global::McpGen\.Validation\.ObjectReader", (_, arguments) => $"new Unchecked.Members({arguments[0]}, [{names[arguments[2]]}])");
    }

    private static string WithoutRequired(string source) => Regex.Replace(
        Table(source, static (required, optional) => ([], [.. required, .. optional])), @"if \(!has\w+\) reader\.RefuseMissing\([^;]*;", "");

    /// <summary>Rewrites the tables of required and optional members.</summary>
    private static string Table(string source, Func<string[], string[], (string[] Required, string[] Optional)> edit) =>
        Regex.Replace(source, """new\(required: \[(.*?)\], optional: \[(.*?)\]""", match =>
        {
            (string[] required, string[] optional) = edit(Names(match.Groups[1].Value), Names(match.Groups[2].Value));
            return $"new(required: [{string.Join(", ", required)}], optional: [{string.Join(", ", optional)}]";
        });

    private static string[] Names(string list) => list.Length == 0 ? [] : list.Split(", ");
}
