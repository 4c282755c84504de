using McpGen.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace McpGen.Generator.Tests.Diagnostics;

/// <summary>
/// Nothing that is typed stops the generator. When it throws, the compiler gives one warning and drops all that it made and found, for every class.
/// </summary>
public sealed class UnfinishedCodeTests
{
    [Theory]
    [InlineData("[Range] int x")]
    [InlineData("[Range(1, ] int x")]
    [InlineData("[Range(Missing, 5)] int x")]
    [InlineData("[StringLength] string x")]
    [InlineData("[StringLength(Missing)] string x")]
    [InlineData("[MinLength] string x")]
    [InlineData("[MaxLength(\"a\")] string x")]
    [InlineData("[Length(1)] string x")]
    [InlineData("[RegularExpression] string x")]
    [InlineData("[RegularExpression(null!)] string x")]
    [InlineData("[AllowedValues(Missing, 1)] int x")]
    [InlineData("[AllowedValues(null)] int x")]
    [InlineData("[DeniedValues(typeof(] string x")]
    [InlineData("[MultipleOf] int x")]
    [InlineData("[MultipleOf(\"a\")] int x")]
    [InlineData("[Items(Minimum = )] int[] x")]
    [InlineData("[Items(Level = Missing)] int[] x")]
    [InlineData("[DefaultValue] int x")]
    [InlineData("[DefaultValue(Missing)] int x")]
    [InlineData("int x = , string y = Missing")]
    [InlineData("[FromKeyedServices] IDisposable x")]
    [InlineData("[Missing] Missing x")]
    [InlineData("List<> x, Missing<int> y, int[ z")]
    [InlineData("Filter x")]
    [InlineData("Sort x")]
    [InlineData("Circle x")]
    [InlineData("int, string")]
    [InlineData("this int x, params")]
    [InlineData("int x, int x")]
    public void Unfinished_parameters_stop_nothing(string parameters) => AssertUnharmed(ToolSource.Taking(parameters, """
        public sealed record Filter([property: JsonPropertyName] int X, [property: JsonPropertyName(null!)] int Y, [property: JsonPropertyName(5)] int Z);
        public enum Sort { [JsonStringEnumMemberName] A, [JsonStringEnumMemberName(null!)] B, C = Missing }
        public record Circle(Circle Next) : Circle;
        """));

    [Theory]
    [InlineData("[McpServerTool(Name = )] public static string Run() => \"\";")]
    [InlineData("[McpServerTool(Name = 5)] public static string Run() => \"\";")]
    [InlineData("[McpServerTool] public static Run() => \"\";")]
    [InlineData("[McpServerTool] public static Missing Run() => null;")]
    [InlineData("[McpServerTool] public static Task<> Run() => null;")]
    [InlineData("[McpServerTool] public static string Run(")]
    [InlineData("[McpServerTool] public static string")]
    [InlineData("[McpServerTool]")]
    [InlineData("[McpServerTool, McpMeta] public static string Run() => \"\";")]
    [InlineData("[McpServerTool, McpMeta(\"a\", JsonValue = )] public static string Run() => \"\";")]
    [InlineData("[McpServerTool, IgnoreArguments(null!)] public static string Run() => \"\";")]
    [InlineData("[McpServerTool, IgnoreArguments(] public static string Run() => \"\";")]
    [InlineData("[McpServerTool, ToolDefaults(MaxItems = )] public static string Run() => \"\";")]
    [InlineData("[McpServerTool, PublicTool(AllowAnonymous = )] public static string Run() => \"\";")]
    [InlineData("[McpServerTool, Description] public static string Run() => \"\";")]
    [InlineData("[McpServerTool] public override string Run() => \"\";")]
    [InlineData("[McpServerTool] public static string Run() => \"\"; [McpServerTool] public static string Run() => \"\";")]
    public void Unfinished_methods_stop_nothing(string members) => AssertUnharmed(ToolSource.Holding(members));

    [Theory]
    [InlineData("[McpServerToolType, NotHardened] public class Tools { [McpServerTool] public static string Run() => \"\"; }")]
    [InlineData("[McpServerToolType, NotHardened(null!)] public class Tools { [McpServerTool] public static string Run() => \"\"; }")]
    [InlineData("[McpServerToolType, PublicTool] public partial class Tools : Missing { [McpServerTool] public string Run() => \"\"; }")]
    [InlineData("[McpServerToolType, PublicTool] public partial class Tools : Tools { [McpServerTool] public string Run() => \"\"; }")]
    [InlineData("[McpServerToolType, PublicTool] public partial struct Tools { [McpServerTool] public string Run() => \"\"; }")]
    [InlineData("[McpServerToolType, PublicTool] public partial interface Tools { [McpServerTool] string Run(); }")]
    [InlineData("[McpServerToolType, PublicTool] public partial class { [McpServerTool] public string Run() => \"\"; }")]
    [InlineData("[McpServerToolType, PublicTool] file partial class Tools { [McpServerTool] public string Run() => \"\"; }")]
    [InlineData("file partial class Outer { [McpServerToolType, PublicTool] public partial class Tools { [McpServerTool] public string Run() => \"\"; } }")]
    [InlineData("[McpServerToolType, PublicTool] public partial class Tools { } [McpServerToolType, PublicTool] public partial class Tools { }")]
    [InlineData("public static class Program { static void Main(IMcpServerBuilder b) { b.WithTools<>(); b.WithTools(); b.WithTools([typeof()]); b.WithTools<Missing>(); McpServerTool.Create(); } }")]
    public void Unfinished_classes_stop_nothing(string source) => AssertUnharmed(source);

    [Fact]
    public void Classes_whose_names_differ_in_case_alone_are_wrapped_or_an_error()
    {
        GeneratorRun run = AssertUnharmed("""
            [McpServerToolType, PublicTool] public static partial class Tools { [McpServerTool, Description("Runs.")] public static string Run() => ""; }
            [McpServerToolType, PublicTool] public static partial class tools { [McpServerTool, Description("Walks.")] public static string Walk() => ""; }
            """);

        Assert.True(DiagnosticAssert.Wrappers(run).Length == 2 || run.Diagnostics.Any(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
    }

    /// <summary>That there is no exception is asserted on every run.</summary>
    private static GeneratorRun AssertUnharmed(string source)
    {
        GeneratorRun run = GeneratorRun.Of(source);
        Assert.Contains(run.Result.GeneratedSources, static generated => generated.HintName == "McpGen.Registration.g.cs");
        return run;
    }
}
