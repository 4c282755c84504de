using McpGen.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace McpGen.Generator.Tests.Diagnostics;

/// <summary>A limit that an author has declared, wherever C# lets it stand, is in the schema or an error: it is never dropped in silence.</summary>
public sealed class DeclaredLimitTests
{
    private const string UpToFive = "\"maximum\": 5";

    [Theory]
    [InlineData("public sealed record Filter([Range(1, 5)] int X);")]
    [InlineData("public sealed record Filter([property: Range(1, 5)] int X);")]
    [InlineData("public sealed class Filter([Range(1, 5)] int x) { public int X => x; }")]
    [InlineData("public sealed class Filter(int x) { [Range(1, 5)] public int X => x; }")]
    [InlineData("public struct Filter { [Range(1, 5)] public int X { get; set; } }")]
    [InlineData("public sealed class Filter { [JsonInclude, Range(1, 5)] public int X; }")]
    [InlineData("public sealed class Filter { [JsonInclude, Range(1, 5)] internal int X { get; private set; } }")]
    [InlineData("public class Base { [Range(1, 5)] public int X { get; set; } } public sealed class Filter : Base;")]
    [InlineData("public class Base<T> { [Range(1, 5)] public T? X { get; set; } } public sealed class Filter : Base<int>;")]
    [InlineData("public partial class Filter { public int Y { get; set; } } public partial class Filter { [Range(1, 5)] public int X { get; set; } }")]
    [InlineData("public class Base { [Range(1, 5)] public virtual int X { get; set; } } public sealed class Filter : Base { public override int X { get; set; } }")]
    [InlineData("public sealed record Filter([field: Range(1, 5)] int X);")]
    [InlineData("public sealed record Filter([Range(1, 5)] [property: Range(1, 100)] int X);")]
    [InlineData("public sealed record Filter([Range(1, 100)] [property: Range(1, 5)] int X);")]
    public void A_range_of_a_member_is_in_the_schema_or_an_error(string types) => AssertHeld(ToolSource.Taking("Filter filter", types), UpToFive);

    [Theory]
    [InlineData("public sealed record Filter([MaxLength(3)] [property: StringLength(5)] string X);", "\"maxLength\": 3")]
    [InlineData("public sealed record Filter([AllowedValues(\"a\", \"b\")] [property: AllowedValues(\"b\", \"c\")] string X);", "\"enum\": [\"b\"]")]
    [InlineData("public sealed record Filter([MultipleOf(4)] [property: MultipleOf(6)] int X);", "\"multipleOf\": 12")]
    [InlineData("public sealed class Filter(IEnumerable<int> items) { [MaxLength(3)] public IReadOnlyList<int> Items { get; } = [.. items]; }", "\"maxItems\": 3")]
    public void What_two_places_say_of_a_member_adds_up_or_is_an_error(string types, string keyword) => AssertHeld(ToolSource.Taking("Filter filter", types), keyword);

    [Theory]
    [InlineData("public static string Run([Range(1, 5)] int x) => \"\";")]
    [InlineData("public static partial string Run([Range(1, 5)] int x); public static partial string Run(int x) => \"\";")]
    [InlineData("public static partial string Run(int x); public static partial string Run([Range(1, 5)] int x) => \"\";")]
    public void A_range_of_a_parameter_is_in_the_schema(string method) => AssertHeld(ToolSource.Holding("[McpServerTool, Description(\"Runs.\")] " + method), UpToFive);

    [Theory]
    [InlineData("public abstract class Base { [McpServerTool, Description(\"Runs.\")] public abstract string Run([Range(1, 5)] int x); }", "public override string Run(int x) => \"\";")]
    [InlineData("public abstract class Base { [McpServerTool, Description(\"Runs.\")] public string Run([Range(1, 5)] int x) => \"\"; }", "")]
    [InlineData("public abstract class Base<T> { [McpServerTool, Description(\"Runs.\")] public abstract string Run([Range(1, 5)] T x); } public abstract class Base : Base<int>;", "public override string Run(int x) => \"\";")]
    public void A_range_of_an_inherited_parameter_is_in_the_schema(string types, string member) => AssertHeld($$"""
        {{types}}
        [McpServerToolType, PublicTool] public partial class Tools : Base { {{member}} }
        """, UpToFive);

    private static void AssertHeld(string source, string keyword)
    {
        GeneratorRun run = GeneratorRun.On(DiagnosticAssert.Lenient(TestCompilation.Of(source)));
        Assert.Empty(run.Output.GetDiagnostics().Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        if (!run.Diagnostics.Any(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error))
        {
            Assert.Contains(keyword, run.Wrappers, StringComparison.Ordinal);
        }
    }
}
