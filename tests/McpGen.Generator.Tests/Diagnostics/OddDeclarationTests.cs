using McpGen.Generator.Tests.Harness;

namespace McpGen.Generator.Tests.Diagnostics;

/// <summary>Declarations that once were accepted without effect, or stopped the generator or the compiler.</summary>
public sealed class OddDeclarationTests
{
    [Theory]
    [InlineData("[[|Items(MaxLength = 1)|], MaxLength(9)] Dictionary<string, string> value")]
    [InlineData("[[|Values(MaxLength = 1, Pattern = \"a\")|], MaxLength(9)] List<string> value")]
    [InlineData("[[|Keys(MaxLength = 1)|], MaxLength(9)] List<string> value")]
    [InlineData("[[|Values(Maximum = 1)|], MaxLength(9)] List<int> value")]
    [InlineData("[[|Values(MaxLength = 1)|], MaxLength(9)] List<byte[]> value")]
    [InlineData("[MaxLength(9), [|Items(MaxLength = 1, Level = 2)|]] Dictionary<string, Dictionary<string, string>> value")]
    [InlineData("[MaxLength(9), [|Keys(Format = StringFormat.Email, Level = 2)|]] Dictionary<string, List<string>> value")]
    [InlineData("[MaxLength(9), [|Keys(MaxLength = 1, Level = 2)|]] Dictionary<string, string> value")]
    [InlineData("[[|Items(Format = StringFormat.Email)|], MaxLength(9)] Uri[] value")]
    [InlineData("[[|Items(MaxLength = 1)|]] string value")]
    [InlineData("[[|Keys(MaxLength = 1)|]] Uri value")]
    [InlineData("[[|Items(MaxLength = 1)|], MaxLength(9)] Guid[] value")]
    public void A_limit_for_another_kind_of_collection_does_not_fit(string parameter) => DiagnosticAssert.Reports("MCPG0013", ToolSource.Taking(parameter));

    [Theory]
    [InlineData("[AllowedValues(new int[] { 1, 2 })] int [|value|]")]
    [InlineData("[DeniedValues(new int[] { 1, 2 }, 3)] int [|value|]")]
    [InlineData("[DeniedValues(new string[] { \"a\" }, \"b\")] string [|value|]")]
    [InlineData("[DeniedValues(new double[] { 1 }, 2.0)] double [|value|]")]
    public void An_array_is_no_single_value(string parameter) => DiagnosticAssert.Reports("MCPG0013", ToolSource.Taking(parameter));

    [Theory]
    [InlineData("[DefaultValue(typeof(int), \"1\")] int [|value|]")]
    [InlineData("[DefaultValue(new int[] { 1 })] int [|value|]")]
    public void A_default_in_another_form_does_not_fit(string parameter) => DiagnosticAssert.Reports("MCPG0015", ToolSource.Taking(parameter));

    [Theory]
    [InlineData("LL", "public sealed class LL : List<LL>;")]
    [InlineData("DD", "public sealed class DD : Dictionary<string, DD>;")]
    [InlineData("Menu", "public sealed class Menu : IEnumerable<Menu> { public IEnumerator<Menu> GetEnumerator() => throw new Exception(); System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => throw new Exception(); }")]
    [InlineData("D<int>", "public class D<T> : List<D<T[]>>;")]
    [InlineData("D<int>", "public class D<T> : Dictionary<string, D<T[]>>;")]
    public void A_result_that_holds_itself_without_end_is_reported(string type, string declaration) =>
        Assert.Contains(GeneratorRun.Of(ToolSource.Returning(type, declaration).Replace("[|", "", StringComparison.Ordinal).Replace("|]", "", StringComparison.Ordinal)).Diagnostics, static diagnostic => diagnostic.Id == "MCPG0023");

    [Fact]
    public void Types_that_branch_without_end_are_reported_once() => Assert.Single(
        GeneratorRun.Of(ToolSource.Taking("G<int> value", "public sealed class G<T> { public G<List<T>>? A { get; set; } public G<T[]>? B { get; set; } }")).Diagnostics,
        static diagnostic => diagnostic.Id == "MCPG0011");

    [Fact]
    public void A_schema_that_doubles_with_every_type_is_reported()
    {
        string types = "public sealed record L0(int X);" + string.Concat(Enumerable.Range(1, 40).Select(static level => $" public sealed record L{level}(L{level - 1}? A, L{level - 1}? B);"));

        Assert.Contains(GeneratorRun.Of(ToolSource.Taking("L40 value", types)).Diagnostics, static diagnostic =>
            diagnostic.Id == "MCPG0011" && diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture).Contains("more than 10000 parts", StringComparison.Ordinal));
    }

    [Fact]
    public void An_error_in_a_recursive_result_is_an_error_for_every_tool_that_returns_it()
    {
        GeneratorRun run = GeneratorRun.Of("""
            public sealed record Node(Node? Next, object Bad);

            [McpServerToolType, PublicTool]
            public static partial class Tools
            {
                /// <summary>One.</summary>
                [McpServerTool(UseStructuredContent = true)] public static Node One() => throw new Exception();

                /// <summary>Two.</summary>
                [McpServerTool(UseStructuredContent = true)] public static Node Two() => throw new Exception();
            }
            """);

        Assert.Contains(run.Diagnostics, static diagnostic => diagnostic.Id == "MCPG0023");
        Assert.Empty(DiagnosticAssert.Wrappers(run));
    }

    [Theory]
    [InlineData("MCPG0020", "Filter [|value|]", "public sealed class Filter { [Obsolete(\"no\", true)] public int X { get; set; } }")]
    [InlineData("MCPG0016", "Sort [|value|]", "public enum Sort { A, [Obsolete(\"no\", true)] B }")]
    [InlineData("MCPG0011", "Filter [|value|]", "#pragma warning disable ZZ1\n[System.Diagnostics.CodeAnalysis.Experimental(\"ZZ1\")] public sealed record Filter(int X);")]
    public void What_generated_code_cannot_name_is_reported(string id, string parameter, string types) => DiagnosticAssert.Reports(id, ToolSource.Taking(parameter, types));

    [Theory]
    [InlineData("MCPG0020", "Filter [|value|]", "public sealed class Filter { public int X { get; [Obsolete(\"no\", true)] set; } }")]
    [InlineData("MCPG0012", "Filter value", "public sealed class Filter { [[|No|]] public int X { get; set; } } file sealed class NoAttribute : ValidationAttribute;")]
    [InlineData("MCPG0012", "Outer.Filter value", "public static class Outer { private enum Hidden { X } public sealed record Filter([[|No(Hidden.X)|]] int A); } public sealed class NoAttribute(object value) : ValidationAttribute { public object Value => value; }")]
    [InlineData("MCPG0012", "Filter value", "public sealed class Filter { public int X { get; [[|No|]] set; } } [AttributeUsage(AttributeTargets.All)] public sealed class NoAttribute : ValidationAttribute;")]
    [InlineData("MCPG0012", "Filter value", "public sealed class Filter { [[|No|]] public Filter(int x) => X = x; public int X { get; } } [AttributeUsage(AttributeTargets.All)] public sealed class NoAttribute : ValidationAttribute;")]
    [InlineData("MCPG0012", "Sort value", "[[|No|]] public enum Sort { A } [AttributeUsage(AttributeTargets.All)] public sealed class NoAttribute : ValidationAttribute;")]
    public void What_would_not_be_asked_or_cannot_be_named_is_reported(string id, string parameter, string types) => DiagnosticAssert.Reports(id, ToolSource.Taking(parameter, types));

    [Fact]
    public void Accessors_of_two_types_have_names_of_their_own() => DiagnosticAssert.IsClean(ToolSource.Taking("A a, AB b", """
        public class Base { [JsonInclude] private int BC { get; set; } = 1; [JsonInclude] private int C { get; set; } = 2; public int Sum => BC + C; }
        public sealed class A : Base;
        public sealed class AB : Base;
        """));

    [Fact]
    public void What_a_derived_class_hides_is_bound_through_its_own_type() => DiagnosticAssert.IsClean(ToolSource.Taking("D0 value", """
        public class B0 { public int X { get; set; } public string? Name { get; set; } }
        public sealed class D0 : B0 { public new int X() => 1; public static new string Name = ""; }
        """));
}
