using McpGen.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace McpGen.Generator.Tests.Diagnostics;

public sealed class MCPG0012_AnnotationNotSupported
{
    private const string Id = "MCPG0012";

    private const string UseAnother = "use [RegularExpression], [Range], a length or [AllowedValues] for what can be said in a schema";
    private const string NotByJson = "arguments are bound by the generated reader, not by System.Text.Json; remove it";
    private const string NotThrough = "the generated reader does not go through it; remove it, or take a record made for the tool";

    private const string Own = """
        public static class Rules { public static ValidationResult? Check(object? value) => null; }

        public sealed class EvenAttribute : ValidationAttribute;

        public sealed class PercentAttribute() : RangeAttribute(0, 100);

        public sealed class NumberConverter : JsonConverter<int>
        {
            public override int Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => 0;
            public override void Write(Utf8JsonWriter writer, int value, JsonSerializerOptions options) { }
        }

        [AttributeUsage(AttributeTargets.All)]
        public sealed class NumberConverterAttribute : JsonConverterAttribute;
        """;

    private static readonly string s_broken = ToolSource.Taking("[[|CreditCard|], MaxLength(30)] string card");

    private static string Message(string attribute, string subject, string advice) => $"[{attribute}] on '{subject}' is not enforced by the generated check; {advice}";

    [Theory]
    [InlineData("[[|CreditCard|], MaxLength(9)] string value", "CreditCard", UseAnother)]
    [InlineData("[[|Phone|], MaxLength(9)] string value", "Phone", UseAnother)]
    [InlineData("[[|FileExtensions(Extensions = \"md\")|], MaxLength(9)] string value", "FileExtensions", UseAnother)]
    [InlineData("[[|EnumDataType(typeof(DayOfWeek))|], MaxLength(9)] string value", "EnumDataType", UseAnother)]
    [InlineData("[[|DataType(DataType.Password)|], MaxLength(9)] string value", "DataType", UseAnother)]
    [InlineData("[[|CustomValidation(typeof(Rules), \"Check\")|]] int value", "CustomValidation", UseAnother)]
    [InlineData("[[|McpHeader(\"X-Value\")|]] int value", "McpHeader", "a header is outside the arguments; remove it")]
    [InlineData("[[|Required(AllowEmptyStrings = true)|], MaxLength(9)] string value", "Required", "AllowEmptyStrings changes nothing that a schema can say; leave it out and declare MinLength = 0 with a non-nullable type")]
    [InlineData("[[|NumberConverter|]] int value", "NumberConverter", NotByJson)]
    public void An_annotation_on_a_parameter_is_reported(string parameter, string attribute, string advice) =>
        DiagnosticAssert.Reports(Id, ToolSource.Taking(parameter, Own), Message(attribute, "value", advice));

    [Theory]
    [InlineData("[[|Compare(\"Other\")|], MaxLength(9)] public string Value { get; set; } = \"\";", "Compare", UseAnother)]
    [InlineData("[[|JsonConverter(typeof(NumberConverter))|]] public int Value { get; set; }", "JsonConverter", NotByJson)]
    [InlineData("[[|NumberConverter|]] public int Value { get; set; }", "NumberConverter", NotByJson)]
    [InlineData("[[|JsonNumberHandling(JsonNumberHandling.AllowReadingFromString)|]] public int Value { get; set; }", "JsonNumberHandling", NotByJson)]
    [InlineData("[[|JsonObjectCreationHandling(JsonObjectCreationHandling.Populate)|], MaxLength(9)] public List<int> Value { get; set; } = [];", "JsonObjectCreationHandling", NotByJson)]
    public void An_annotation_on_a_member_is_reported(string member, string attribute, string advice) => DiagnosticAssert.Reports(
        Id, ToolSource.Taking("Filter filter", $"{Own} public sealed class Filter {{ {member} }}"), Message(attribute, "Value", advice));

    [Theory]
    [InlineData("[[|JsonConverter(typeof(NumberConverter))|]] public sealed record Filter(int X);", "JsonConverter", "Filter")]
    [InlineData("[[|NumberConverter|]] public sealed record Filter(int X);", "NumberConverter", "Filter")]
    [InlineData("[[|JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Skip)|]] public sealed record Filter(int X);", "JsonUnmappedMemberHandling", "Filter")]
    [InlineData("[[|JsonNumberHandling(JsonNumberHandling.AllowReadingFromString)|]] public sealed record Filter(int X);", "JsonNumberHandling", "Filter")]
    [InlineData("[[|CustomValidation(typeof(Rules), \"Check\")|]] public sealed record Filter(int X);", "CustomValidation", "Filter")]
    [InlineData("[[|MetadataType(typeof(Rules2))|]] public sealed record Filter(int X); public sealed class Rules2 { [Range(1, 5)] public int X { get; set; } }", "MetadataType", "Filter")]
    [InlineData("[[|CustomValidation(typeof(Rules), \"Check\")|]] public record Base(int X); public sealed record Filter(int X) : Base(X);", "CustomValidation", "Base")]
    public void An_annotation_on_a_type_is_reported(string types, string attribute, string subject) =>
        DiagnosticAssert.Reports(Id, ToolSource.Taking("Filter filter", Own + types), Message(attribute, subject, NotThrough));

    [Fact]
    public void A_rule_out_of_reach_is_reported() => DiagnosticAssert.Reports(
        Id, ToolSource.Taking("Filter filter", "public sealed class Filter { [[|Own|]] public int Value { get; set; } private sealed class OwnAttribute : ValidationAttribute; }"),
        Message("Own", "Value", "it is not accessible from the tool class; make it internal"));

    [Theory]
    [InlineData("IJsonOnDeserialized", "OnDeserialized")]
    [InlineData("IJsonOnDeserializing", "OnDeserializing")]
    public void A_callback_that_would_not_be_called_is_reported(string contract, string method) => DiagnosticAssert.Reports(Id, ToolSource.Taking("Filter [|filter|]", $$"""
        public sealed record Filter(int X) : {{contract}}
        {
            public void {{method}}() { }
        }
        """));

    [Theory]
    [InlineData("[[|JsonConverter(typeof(SortConverter))|]] public enum Sort { A, B }")]
    [InlineData("[[|JsonConverter(typeof(JsonNumberEnumConverter<Sort>))|]] public enum Sort { A, B }")]
    public void A_converter_of_an_enum_is_reported(string type) => DiagnosticAssert.Reports(Id, ToolSource.Taking("Sort sort", type + """
        public sealed class SortConverter : JsonConverter<Sort>
        {
            public override Sort Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => 0;
            public override void Write(Utf8JsonWriter writer, Sort value, JsonSerializerOptions options) { }
        }
        """));

    [Theory]
    [InlineData("McpServerToolType, PublicTool, [|CustomValidation(typeof(Rules), \"Check\")|]", "McpServerTool")]
    [InlineData("McpServerToolType, PublicTool", "McpServerTool, [|CustomValidation(typeof(Rules), \"Check\")|]")]
    [InlineData("McpServerToolType, PublicTool", "McpServerTool, [|Even|]")]
    public void Validation_of_the_whole_tool_is_reported(string ofClass, string ofMethod) => DiagnosticAssert.Reports(Id, $$"""
        public static class Rules { public static ValidationResult? Check(object? value) => null; }

        [AttributeUsage(AttributeTargets.All)]
        public sealed class EvenAttribute : ValidationAttribute;

        [{{ofClass}}]
        public static partial class Tools
        {
            /// <summary>Runs.</summary>
            [{{ofMethod}}]
            public static string Run(int x) => "";
        }
        """);

    [Theory]
    [InlineData("[[|Range(1, 5)|]] IStore store")]
    [InlineData("[[|Even|]] IStore store")]
    [InlineData("[[|McpHeader(\"X\")|]] IStore store")]
    [InlineData("[[|MaxLength(3)|]] CancellationToken cancellation")]
    [InlineData("[[|MaxLength(3)|], FromKeyedServices(\"a\")] List<int> list")]
    public void An_annotation_on_what_no_caller_fills_is_reported(string parameter)
    {
        var sources = new MarkedSources(ToolSource.Taking(parameter, Own + " public interface IStore;"));
        GeneratorRun run = GeneratorRun.Of(sources.Files);

        Diagnostic found = Assert.Single(run.Diagnostics);
        Assert.Contains(found.Id, (string[])[Id, "MCPG0013"]);
        Assert.Equal(Assert.Single(sources.Places).Start, found.Location.SourceSpan.Start);
    }

    [Theory]
    [MemberData(nameof(Silencers.All), MemberType = typeof(Silencers))]
    public void Nothing_silences_it(Silencer silencer) => DiagnosticAssert.StaysInSpiteOf(silencer, Id, s_broken);

    [Theory]
    [InlineData("[RegularExpression(\"[0-9]{12,19}\"), MaxLength(19)] string card")]
    [InlineData("[Display(Name = \"Card\"), System.Diagnostics.CodeAnalysis.StringSyntax(\"Regex\"), MaxLength(9)] string value")]
    [InlineData("[Required, MaxLength(9)] string value")]
    [InlineData("[EmailAddress, MaxLength(9)] string a, [Url, MaxLength(9)] string b, [Base64String, MaxLength(9)] string c")]
    public void What_is_enforced_or_says_nothing_is_clean(string parameters) => DiagnosticAssert.IsClean(ToolSource.Taking(parameters));

    [Theory]
    [InlineData("[Even] public record Base([Even] int X); public sealed class EvenAttribute : ValidationAttribute; public sealed record Filter(int X) : Base(X), IValidatableObject { public IEnumerable<ValidationResult> Validate(ValidationContext context) => []; }")]
    [InlineData("public sealed class PercentAttribute() : RangeAttribute(0, 100); public sealed record Filter([Percent] int X);")]
    [InlineData("[JsonConverter(typeof(JsonStringEnumConverter))] public enum Sort { A, B } public sealed record Filter(Sort Sort);")]
    [InlineData("[JsonConverter(typeof(JsonStringEnumConverter<Sort>))] public enum Sort { A, B } public sealed record Filter([property: JsonConverter(typeof(JsonStringEnumConverter))] Sort Sort);")]
    [InlineData("[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)] public sealed record Filter([property: JsonPropertyName(\"y\"), JsonPropertyOrder(1)] int X);")]
    public void What_the_reader_does_anyway_is_clean(string types) => DiagnosticAssert.IsClean(ToolSource.Taking("Filter filter", types));
}
