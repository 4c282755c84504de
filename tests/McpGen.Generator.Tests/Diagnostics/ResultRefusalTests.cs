using McpGen.Generator.Tests.Harness;

namespace McpGen.Generator.Tests.Diagnostics;

/// <summary>What is stated on a result and not enforced is never a silent no-op.</summary>
public sealed class ResultRefusalTests
{
    [Theory]
    [InlineData("public sealed record R([property: [|CreditCard|]] string X);", "[CreditCard] on 'X' is not enforced by the generated check; use [RegularExpression], [Range], a length or [AllowedValues] for what can be said in a schema")]
    [InlineData("public sealed class R { [[|JsonConverter(typeof(string))|]] public int X { get; } }", null)]
    [InlineData("public sealed class R { [[|JsonNumberHandling(JsonNumberHandling.WriteAsString)|]] public int X { get; } }", "[JsonNumberHandling] on 'X' is not enforced by the generated check; results are written by the generated writer, not by System.Text.Json; remove it")]
    [InlineData("public sealed class R { [[|JsonExtensionData|]] public Dictionary<string, JsonElement>? X { get; } }", null)]
    [InlineData("[[|JsonConverter(typeof(string))|]] public sealed record R(int X);", "[JsonConverter] on 'R' is not enforced by the generated check; the generated writer does not go through it; remove it, or return a record made for the tool")]
    [InlineData("[[|JsonConverter(typeof(string))|]] public abstract record B; public sealed record R(int X) : B;", null)]
    [InlineData("[[|MetadataType(typeof(string))|]] public sealed record R(int X);", null)]
    [InlineData("public sealed class EvenAttribute : ValidationAttribute; public sealed record R([property: [|Even|]] int X);", "[Even] on 'X' is not enforced by the generated check; validation of your own is not run on results; check it in the method")]
    [InlineData("public sealed class EvenAttribute : ValidationAttribute; [[|Even|]] public sealed record R(int X);", null)]
    public void An_annotation_that_is_not_enforced_is_reported(string types, string? message) =>
        DiagnosticAssert.Reports("MCPG0012", ToolSource.Returning("R", types).Replace("[|Run|]", "Run", StringComparison.Ordinal), message is null ? [] : [message]);

    [Theory]
    [InlineData("IJsonOnSerializing", "OnSerializing")]
    [InlineData("IJsonOnSerialized", "OnSerialized")]
    public void A_callback_that_is_not_called_is_reported(string contract, string method) => DiagnosticAssert.Reports(
        "MCPG0012", ToolSource.Returning("R", $"public sealed record R(int X) : {contract} {{ public void {method}() {{ }} }}"),
        $"[{contract}] on 'R' is not enforced by the generated check; the generated writer does not call it; do it in the method");

    [Theory]
    [InlineData("public sealed class EvenAttribute : ValidationAttribute;", "Even", "int")]
    [InlineData("public sealed class EvenAttribute : ValidationAttribute;", "Even", "CallToolResult")]
    public void A_rule_of_ones_own_on_what_is_returned_is_reported(string types, string attribute, string type) => DiagnosticAssert.Reports(
        "MCPG0012", ToolSource.Holding($"[McpServerTool, Description(\"Runs.\")] [return: [|{attribute}|]] public static {type} Run() => throw new NotSupportedException();", types));

    [Theory]
    [InlineData("MultipleOf(2)", "string")]
    [InlineData("MultipleOf(2)", "CallToolResult")]
    [InlineData("UniqueItems", "object", ", ReflectedResult")]
    [InlineData("UniqueItems", "void")]
    [InlineData("UniqueItems", "JsonArray")]
    [InlineData("UniqueItems", "List<int[]>")]
    [InlineData("Pattern(\"a\")", "ContentBlock")]
    public void A_limit_that_does_not_fit_what_is_returned_is_reported(string attribute, string type, string more = "")
    {
        bool isAtMethod = type == "List<int[]>";
        string source = $"[McpServerTool{more}, Description(\"Runs.\")] [return: {(isAtMethod ? attribute : $"[|{attribute}|]")}] public static {type} {(isAtMethod ? "[|Run|]" : "Run")}() => throw new NotSupportedException();";

        DiagnosticAssert.Reports("MCPG0013", ToolSource.Holding(source));
    }

    [Theory]
    [InlineData("public sealed class R { public int A { get; } [JsonPropertyName(\"a\")] public int B { get; } }", "MCPG0018")]
    [InlineData("public sealed class R { [JsonPropertyName(\"a b\")] public int B { get; } }", "MCPG0009")]
    [InlineData("[JsonPolymorphic(TypeDiscriminatorPropertyName = \"kind\"), JsonDerivedType(typeof(R), \"r\")] public class R { public int Kind { get; } }", "MCPG0018")]
    public void Names_are_held_to_the_rules_of_arguments(string types, string id) => DiagnosticAssert.Reports(id, ToolSource.Returning("R", types));

    [Theory]
    [InlineData("public sealed class Loop { public required Loop Next { get; init; } }", "Loop")]
    [InlineData("public sealed record Loop(Loop[] Next, Loop Also);", "Loop[]")]
    public void A_type_that_no_value_could_be_of_is_reported(string types, string type)
    {
        GeneratorRun run = GeneratorRun.Of(ToolSource.Returning(type, types).Replace("[|Run|]", "Run", StringComparison.Ordinal));

        Assert.Equal(["MCPG0014"], run.Diagnostics.Select(static diagnostic => diagnostic.Id).Distinct());
    }
}
