using McpGen.Generator.Tests.Harness;

namespace McpGen.Generator.Tests.Diagnostics;

/// <summary>Guards where they mean nothing, beside what they cannot be joined with, and rules that look at guarded values: an error each, never a guard that is dropped.</summary>
public sealed class GuardPlacementTests
{
    private const string Misplaced = "MCPG0013";

    private const string Types = """
        public sealed record Filter(int X);
        public interface IStore;
        """;

    private static string Message(string attribute, string what, string subject = "value") => $"[{attribute}] on '{subject}' {what}";

    [Theory]
    [InlineData("[[|AllowedPaths(\"notes\", \"**\")|], MaxLength(9)] Uri value", "AllowedPaths", "System.Uri")]
    [InlineData("[[|AllowedPaths(\"notes\", \"**\")|]] GuardedUri value", "AllowedPaths", "McpGen.GuardedUri")]
    [InlineData("[[|AllowedHosts(\"a.example\")|]] SandboxedPath value", "AllowedHosts", "McpGen.SandboxedPath")]
    [InlineData("[[|AllowedHosts(\"a.example\")|]] SandboxedPath? value = null", "AllowedHosts", "McpGen.SandboxedPath")]
    [InlineData("[[|AllowedHosts(\"a.example\")|], MaxLength(9)] SandboxedPath[] value", "AllowedHosts", "McpGen.SandboxedPath")]
    [InlineData("[[|AllowedPaths(\"notes\", \"**\")|]] int value", "AllowedPaths", "int")]
    [InlineData("[[|AllowedHosts(\"a.example\")|]] bool value", "AllowedHosts", "bool")]
    [InlineData("[[|AllowedPaths(\"notes\", \"**\")|]] char value", "AllowedPaths", "char")]
    [InlineData("[[|AllowedPaths(\"notes\", \"**\")|]] Guid value", "AllowedPaths", "System.Guid")]
    [InlineData("[[|AllowedPaths(\"notes\", \"**\")|], MaxLength(9)] byte[] value", "AllowedPaths", "byte[]")]
    [InlineData("[[|AllowedHosts(\"a.example\")|]] DayOfWeek value", "AllowedHosts", "System.DayOfWeek")]
    [InlineData("[[|AllowedPaths(\"notes\", \"**\")|]] Filter value", "AllowedPaths", "Filter")]
    [InlineData("[[|AllowedHosts(\"a.example\")|], AnyJson] JsonElement value", "AllowedHosts", "System.Text.Json.JsonElement")]
    [InlineData("[[|AllowedPaths(\"notes\", \"**\")|], MaxLength(9)] int[] value", "AllowedPaths", "int")]
    [InlineData("[[|AllowedHosts(\"a.example\")|], MaxLength(9)] Dictionary<string, Filter> value", "AllowedHosts", "Filter")]
    [InlineData("[[|CommandArgument|]] int value", "CommandArgument", "int")]
    [InlineData("[[|Identifier|]] char value", "Identifier", "char")]
    [InlineData("[[|PlainText|], MaxLength(9)] Uri value", "PlainText", "System.Uri")]
    [InlineData("[[|PlainText|]] Filter value", "PlainText", "Filter")]
    [InlineData("[[|Identifier|]] DayOfWeek value", "Identifier", "System.DayOfWeek")]
    [InlineData("[[|CommandArgument|], MaxLength(9)] int[] value", "CommandArgument", "int")]
    [InlineData("[[|Identifier|], MaxLength(9)] Dictionary<string, string> value", "Identifier", "System.Collections.Generic.Dictionary<string, string>")]
    public void A_guard_that_its_type_cannot_have_is_reported(string parameter, string attribute, string type) =>
        DiagnosticAssert.Reports(Misplaced, ToolSource.Taking(parameter, Types), Message(attribute, $"does not fit the type '{type}'"));

    [Theory]
    [InlineData("RegularExpression(\"[a-z]*\")", "RegularExpression")]
    [InlineData("Pattern(\"a\")", "Pattern")]
    [InlineData("Format(StringFormat.Uri)", "Format")]
    [InlineData("Url", "Url")]
    [InlineData("EmailAddress", "EmailAddress")]
    [InlineData("Base64String", "Base64String")]
    [InlineData("AllowedValues(\"a\")", "AllowedValues")]
    [InlineData("DeniedValues(\"a\")", "DeniedValues")]
    [InlineData("Range(1, 2)", "Range")]
    [InlineData("MultipleOf(2)", "MultipleOf")]
    [InlineData("UniqueItems", "UniqueItems")]
    [InlineData("AnyJson", "AnyJson")]
    [InlineData("Items(MaxLength = 2)", "Items")]
    [InlineData("Values(MaxLength = 2)", "Values")]
    [InlineData("Keys(MaxLength = 2)", "Keys")]
    [InlineData("CommandArgument", "CommandArgument")]
    [InlineData("Identifier", "Identifier")]
    [InlineData("PlainText", "PlainText")]
    public void What_a_guard_does_not_ask_beside_it_is_reported(string annotation, string attribute)
    {
        DiagnosticAssert.Reports(Misplaced, ToolSource.Taking($"[AllowedPaths(\"notes\", \"**\"), [|{annotation}|]] SandboxedPath value"), Message(attribute, "does not fit the type 'McpGen.SandboxedPath'"));
        DiagnosticAssert.Reports(Misplaced, ToolSource.Taking($"[[|{annotation}|], AllowedHosts(\"a.example\")] GuardedUri? value = null"), Message(attribute, "does not fit the type 'McpGen.GuardedUri'"));
    }

    [Theory]
    [InlineData("RegularExpression(\"[a-z]*\")", "RegularExpression")]
    [InlineData("Url", "Url")]
    [InlineData("AllowedValues(\"a\")", "AllowedValues")]
    [InlineData("PlainText", "PlainText")]
    public void The_same_beside_a_guard_on_text_is_reported(string annotation, string attribute)
    {
        foreach (string guard in (string[])["AllowedPaths(\"notes\", \"**\")", "AllowedHosts(\"a.example\")"])
        {
            GeneratorRun run = GeneratorRun.On(DiagnosticAssert.Lenient(TestCompilation.Of(ToolSource.Taking($"[{guard}, {annotation}] string value"))));

            Assert.Equal(Message(attribute, "does not fit the type 'string'"), Assert.Single(run.Diagnostics, static diagnostic => diagnostic.Id == Misplaced).GetMessage(System.Globalization.CultureInfo.InvariantCulture));
            Assert.Empty(DiagnosticAssert.Wrappers(run));
        }
    }

    [Theory]
    [InlineData("[AllowedPaths(\"notes\", \"**\"), MaxLength(9), [|Items(Pattern = \"a\")|]] SandboxedPath[] value", "Items", "McpGen.SandboxedPath")]
    [InlineData("[AllowedHosts(\"a.example\"), MaxLength(9), [|Values(Format = StringFormat.Uri)|]] Dictionary<string, GuardedUri> value", "Values", "McpGen.GuardedUri")]
    [InlineData("[AllowedHosts(\"a.example\"), MaxLength(9), [|Items(Minimum = 1)|]] GuardedUri[] value", "Items", "McpGen.GuardedUri")]
    [InlineData("[AllowedPaths(\"notes\", \"**\"), MaxLength(9), [|AllowedValues(\"a\")|]] SandboxedPath[] value", "AllowedValues", "McpGen.SandboxedPath")]
    public void What_is_meant_for_items_that_are_guarded_is_reported(string parameter, string attribute, string type) =>
        DiagnosticAssert.Reports(Misplaced, ToolSource.Taking(parameter), Message(attribute, $"does not fit the type '{type}'"));

    [Theory]
    [InlineData("AllowedPaths(\"notes\", \"**\"), AllowedHosts(\"a.example\")", "SandboxedPath value")]
    [InlineData("AllowedHosts(\"a.example\"), AllowedPaths(\"notes\", \"**\")", "SandboxedPath value")]
    [InlineData("AllowedHosts(\"a.example\"), AllowedPaths(\"notes\", \"**\")", "GuardedUri value")]
    [InlineData("AllowedHosts(\"a.example\"), AllowedPaths(\"notes\", \"**\")", "string value")]
    public void Two_guards_are_reported_and_neither_is_taken(string attributes, string parameter)
    {
        GeneratorRun run = GeneratorRun.On(DiagnosticAssert.Lenient(TestCompilation.Of(ToolSource.Taking($"[{attributes}] {parameter}"))));

        Assert.Contains(run.Diagnostics, static diagnostic => diagnostic.Id == Misplaced && diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture).EndsWith("is stated in two places; state it once", StringComparison.Ordinal));
        Assert.Empty(DiagnosticAssert.Wrappers(run));
    }

    [Theory]
    [InlineData("public sealed record Request([[|AllowedPaths(\"notes\", \"**\")|]] [property: AllowedPaths(\"notes\", \"*.md\")] SandboxedPath File);")]
    [InlineData("public sealed class Request([AllowedPaths(\"notes\", \"**\")] SandboxedPath file) { [[|AllowedPaths(\"notes\", \"*.md\")|]] public SandboxedPath File => file; }")]
    public void Guards_of_one_member_in_two_places_are_reported(string types) =>
        DiagnosticAssert.Reports(Misplaced, ToolSource.Taking("Request request", types));

    [Theory]
    [InlineData("[[|AllowedPaths(\"notes\", \"**\")|]] IStore value", "AllowedPaths")]
    [InlineData("[[|AllowedHosts(\"a.example\")|]] GuardedHttpClient value", "AllowedHosts")]
    [InlineData("[[|AllowedHosts(\"a.example\")|]] CancellationToken value", "AllowedHosts")]
    [InlineData("[Service, [|AllowedPaths(\"notes\", \"**\")|]] SandboxedPath value", "AllowedPaths")]
    [InlineData("[[|Identifier|]] IStore value", "Identifier")]
    [InlineData("[[|PlainText|]] IServiceProvider value", "PlainText")]
    public void A_guard_on_what_no_caller_fills_is_reported(string parameter, string attribute) =>
        DiagnosticAssert.Reports(Misplaced, ToolSource.Taking(parameter, Types), Message(attribute, "limits what no caller fills"));

    [Theory]
    [InlineData("[AllowedPaths(\"notes\", \"**\"), UniqueItems, MaxLength(9)] SandboxedPath[] [|value|]", "UniqueItems")]
    [InlineData("[AllowedPaths(\"notes\", \"**\"), MaxLength(9)] HashSet<SandboxedPath> [|value|]", "HashSet")]
    [InlineData("[AllowedPaths(\"notes\", \"**\"), MaxLength(9)] IReadOnlySet<SandboxedPath> [|value|]", "IReadOnlySet")]
    [InlineData("[AllowedHosts(\"a.example\"), UniqueItems, MaxLength(9)] List<GuardedUri> [|value|]", "UniqueItems")]
    [InlineData("[AllowedHosts(\"a.example\"), MaxLength(9)] System.Collections.Frozen.FrozenSet<GuardedUri> [|value|]", "FrozenSet")]
    [InlineData("[AllowedHosts(\"a.example\"), MaxLength(9)] SortedSet<GuardedUri> [|value|]", "SortedSet")]
    public void Unique_guarded_values_are_reported(string parameter, string attribute) =>
        DiagnosticAssert.Reports(Misplaced, ToolSource.Taking(parameter), Message(attribute, "compares scalars only; give the items a key and check it in the method"));

    [Theory]
    [InlineData("HashSet<string>")]
    [InlineData("HashSet<Uri>")]
    public void Sets_of_guarded_text_get_no_wrapper(string type)
    {
        GeneratorRun run = GeneratorRun.On(DiagnosticAssert.Lenient(TestCompilation.Of(ToolSource.Taking($"[AllowedHosts(\"a.example\"), MaxLength(9)] {type} value"))));

        Assert.Contains(run.Diagnostics, static diagnostic => diagnostic.Id == Misplaced);
        Assert.Empty(DiagnosticAssert.Wrappers(run));
    }

    [Theory]
    [InlineData("[AllowedPaths(\"notes\", \"**\"), StringLength(1, MinimumLength = 2)] SandboxedPath [|value|]")]
    [InlineData("[AllowedHosts(\"a.example\"), MinLength(2), MaxLength(1)] GuardedUri [|value|]")]
    [InlineData("[AllowedHosts(\"a.example\"), MaxLength(9), Items(MinLength = 2, MaxLength = 1)] GuardedUri[] [|value|]")]
    public void Lengths_that_let_nothing_through_are_reported(string parameter) =>
        DiagnosticAssert.Reports("MCPG0014", ToolSource.Taking(parameter), "The limits on 'value' exclude every value: at least 2 and at most 1 characters");

    [Theory]
    [InlineData("[AllowedPaths(\"notes\", \"**\"), MinLength(4097)] SandboxedPath [|value|]", 4097, 4096)]
    [InlineData("[AllowedHosts(\"a.example\"), MinLength(2049)] GuardedUri [|value|]", 2049, 2048)]
    [InlineData("[AllowedPaths(\"notes\", \"**\"), MaxLength(0)] SandboxedPath [|value|]", 1, 0)]
    [InlineData("[AllowedHosts(\"a.example\"), StringLength(0)] GuardedUri? [|value|] = null", 1, 0)]
    public void Lengths_that_no_path_or_url_has_are_reported(string parameter, int min, int max) =>
        DiagnosticAssert.Reports("MCPG0014", ToolSource.Taking(parameter), $"The limits on 'value' exclude every value: at least {min} and at most {max} characters");

    [Theory]
    [InlineData("[AllowedPaths(\"notes\", \"**\")] SandboxedPath value", "\"maxLength\": 5,")]
    [InlineData("[AllowedHosts(\"a.example\")] GuardedUri value", "\"maxLength\": 5,")]
    [InlineData("[AllowedPaths(\"notes\", \"**\"), MaxLength(7)] SandboxedPath value", "\"maxLength\": 7,")]
    [InlineData("[AllowedPaths(\"notes\", \"**\"), MaxLength] SandboxedPath value", "\"maxLength\": 4096,")]
    [InlineData("[AllowedPaths(\"notes\", \"**\"), MinLength(7)] SandboxedPath value", "\"minLength\": 7, \"maxLength\": 7,")]
    [InlineData("[CommandArgument] string value", "\"maxLength\": 5,")]
    [InlineData("[Identifier] string value", "\"maxLength\": 63,")]
    public void The_tools_own_default_holds_for_what_has_no_length_of_its_own(string parameter, string keyword) =>
        Assert.Contains(keyword, DiagnosticAssert.IsClean("[assembly: ToolDefaults(MaxStringLength = 5)]\n" + ToolSource.Taking(parameter)).Wrappers, StringComparison.Ordinal);

    [Theory]
    [InlineData("[AllowedPaths(\"notes\", \"**\"), DefaultValue(\"a.md\")] SandboxedPath [|value|]")]
    [InlineData("[AllowedPaths(\"notes\", \"**\"), DefaultValue(\"a.md\")] SandboxedPath? [|value|]")]
    [InlineData("[AllowedHosts(\"a.example\"), DefaultValue(\"https://a.example\")] GuardedUri [|value|]")]
    [InlineData("[AllowedHosts(\"a.example\"), DefaultValue(7)] GuardedUri [|value|]")]
    public void A_default_of_a_guarded_value_is_reported(string parameter) => DiagnosticAssert.Reports(
        "MCPG0015", ToolSource.Taking(parameter), "The default of 'value' is not one of the values its limits allow: a guarded value comes from a caller; make it nullable and decide in the method what an absent one means");

    [Theory]
    [InlineData("[AllowedPaths(\"notes\", \"**\")] string value = \"a.md\"")]
    [InlineData("[AllowedHosts(\"a.example\")] string? value = \"https://a.example\"")]
    [InlineData("Request value", "public sealed record Request([AllowedHosts(\"a.example\")] string Page = \"https://b.example\");")]
    public void A_default_of_guarded_text_gets_no_wrapper(string parameter, string types = "")
    {
        GeneratorRun run = GeneratorRun.On(DiagnosticAssert.Lenient(TestCompilation.Of(ToolSource.Taking(parameter, types))));

        Assert.Contains(run.Diagnostics, static diagnostic => diagnostic.Id == "MCPG0015");
        Assert.Empty(DiagnosticAssert.Wrappers(run));
    }

    [Theory]
    [InlineData("[CommandArgument, MaxLength(9)] string [|value|] = \"-v\"")]
    [InlineData("[Identifier] string [|value|] = \"1a\"")]
    [InlineData("[Identifier(MaxLength = 2)] string [|value|] = \"abc\"")]
    [InlineData("[PlainText, MaxLength(9)] string [|value|] = \"a\\u202eb\"")]
    [InlineData("[PlainText, MaxLength(9)] string [|value|] = \"e\\u0301\"")]
    public void A_default_that_a_text_guard_refuses_is_reported(string parameter) =>
        DiagnosticAssert.Reports("MCPG0015", ToolSource.Taking(parameter), "The default of 'value' is not one of the values its limits allow: the text is refused by them");

    [Theory]
    [InlineData("[AllowedPaths(\"notes\", \"**\")] SandboxedPath x")]
    [InlineData("[AllowedHosts(\"a.example\")] GuardedUri x")]
    [InlineData("[AllowedHosts(\"a.example\")] GuardedUri? x = null")]
    public void A_rule_that_compares_a_guarded_value_is_reported(string parameter)
    {
        string type = parameter.Split(' ')[^2] == "=" ? "GuardedUri?" : parameter.Contains("GuardedUri", StringComparison.Ordinal) ? "GuardedUri" : "SandboxedPath";
        DiagnosticAssert.Reports("MCPG0030", On("[|RequireScopes(\"a\", WhenArgument = \"x\", Is = \"y\")|]", parameter),
            $"[RequireScopes] on 'Tools.Run({type})' compares 'x' with a value that cannot be decided exactly; use a bool, an enum, an integer, or a string with [AllowedValues]");
        DiagnosticAssert.Reports("MCPG0030", On("[|RequireClaim(\"tid\", EqualsArgument = \"x\")|]", parameter),
            $"[RequireClaim] on 'Tools.Run({type})' compares a claim with 'x', which is no string, Guid or integer");
    }

    [Theory]
    [InlineData("[AllowedPaths(\"notes\", \"**\")] string x")]
    [InlineData("[AllowedHosts(\"a.example\")] string x")]
    public void A_rule_that_compares_guarded_text_gets_no_wrapper(string parameter)
    {
        foreach (string rule in (string[])["RequireScopes(\"a\", WhenArgument = \"x\", Is = \"y\")", "RequireClaim(\"tid\", EqualsArgument = \"x\")"])
        {
            GeneratorRun run = GeneratorRun.On(DiagnosticAssert.Lenient(TestCompilation.Of(On(rule, parameter))));

            Assert.Contains(run.Diagnostics, static diagnostic => diagnostic.Id == "MCPG0030");
            Assert.Empty(DiagnosticAssert.Wrappers(run));
        }
    }

    [Theory]
    [InlineData("RequireScopes(\"a\", WhenArgument = \"x\", Is = \"y\")", "[Identifier, AllowedValues(\"y\", \"z\")] string x")]
    [InlineData("RequireClaim(\"tid\", EqualsArgument = \"x\")", "[Identifier] string x")]
    [InlineData("RequireClaim(\"tid\", EqualsArgument = \"x\")", "[CommandArgument, MaxLength(9)] string x")]
    public void A_rule_that_compares_checked_text_exactly_is_clean(string rule, string parameter) => DiagnosticAssert.IsClean(On(rule, parameter));

    [Fact]
    public void A_checked_text_has_a_length() => Assert.Contains(
        DiagnosticAssert.IsClean(ToolSource.Taking("[CommandArgument] string value")).Diagnostics, static diagnostic => diagnostic.Id == "MCPG0024");

    [Theory]
    [InlineData("[Identifier] string value")]
    [InlineData("[AllowedPaths(\"notes\", \"**\")] SandboxedPath value")]
    [InlineData("[AllowedHosts(\"a.example\")] GuardedUri value")]
    public void What_has_a_length_by_its_guard_needs_no_other(string parameter) => Assert.Empty(DiagnosticAssert.IsClean(ToolSource.Taking(parameter)).Diagnostics);

    private static string On(string attribute, string parameters) => $$"""
        [McpServerToolType, PublicTool]
        public partial class Tools
        {
            /// <summary>Runs.</summary>
            [McpServerTool, {{attribute}}]
            public string Run({{parameters}}) => "";
        }
        """;

    [Fact]
    public void The_guard_of_something_else_is_reported_in_a_result_too() => DiagnosticAssert.Reports(
        "MCPG0013", ToolSource.Returning("Answer", "public sealed record Answer([[|AllowedHosts(\"a.example\")|]] SandboxedPath File);").Replace("[|Run|]", "Run", StringComparison.Ordinal));
}
