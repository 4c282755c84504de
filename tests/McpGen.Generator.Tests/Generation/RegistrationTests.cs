using McpGen.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace McpGen.Generator.Tests.Generation;

/// <summary>The registration methods of an assembly.</summary>
public sealed class RegistrationTests
{
    private const string HintName = "McpGen.Registration.g.cs";

    private const string Tools = """
        namespace Shop
        {
            [McpServerToolType, PublicTool] public sealed partial class A { [McpServerTool, Description("d")] public string First() => ""; }

            [McpServerToolType, PublicTool] public static partial class B { [McpServerTool, Description("d")] public static string Second() => ""; }

            [McpServerToolType, NotHardened("needs \"time\"")] public static class Left { [McpServerTool] public static string Third(object anything) => ""; }

            [NotHardened("never marked")] public sealed class Generic<T> { [McpServerTool] public string Fourth(T value) => ""; }
        }
        """;

    [Theory]
    [InlineData("")]
    [InlineData("public static class Nothing;")]
    public void It_is_there_before_the_first_tool_class_is(string source)
    {
        GeneratorRun run = GeneratorRun.Of(source).AssertClean();

        Assert.Contains("public static global::Microsoft.Extensions.DependencyInjection.IMcpServerBuilder WithHardenedTools(this ", run.File(HintName), StringComparison.Ordinal);
        Assert.DoesNotContain(run.Result.GeneratedSources, static source => source.HintName.EndsWith(".McpGen.g.cs", StringComparison.Ordinal));
    }

    [Fact]
    public void It_is_internal_and_embedded()
    {
        INamedTypeSymbol type = GeneratorRun.Of(Tools).AssertClean().Output.GetTypeByMetadataName("Microsoft.Extensions.DependencyInjection.HardenedToolsExtensions")!;

        Assert.Equal(Accessibility.Internal, type.DeclaredAccessibility);
        Assert.Contains(type.GetAttributes(), static attribute => attribute.AttributeClass!.ToDisplayString() == "Microsoft.CodeAnalysis.EmbeddedAttribute");
    }

    [Theory]
    [InlineData("builder.WithHardenedTools()", "Action")]
    [InlineData("builder.WithHardenedTools(options => options.IgnoredArguments.Add(\"x\"))", "Action")]
    [InlineData("builder.WithHardenedTools(configure: null)", "Action")]
    [InlineData("builder.WithHardenedTools<Shop.A>()", "T")]
    [InlineData("builder.WithHardenedTools<Shop.A>(options => options.IgnoredArguments.Add(\"x\"))", "T")]
    [InlineData("builder.WithHardenedTools(options => options.IgnoredArguments.Add(\"x\"), typeof(Shop.A))", "Action, Type[]")]
    [InlineData("builder.WithHardenedTools(options => options.IgnoredArguments.Add(\"x\"), typeof(Shop.A), typeof(Shop.B))", "Action, Type[]")]
    [InlineData("builder.WithHardenedTools(typeof(Shop.A))", "Type[]")]
    [InlineData("builder.WithHardenedTools(typeof(Shop.A), typeof(Shop.B))", "Type[]")]
    [InlineData("builder.WithHardenedTools(new[] { typeof(Shop.B) })", "Type[]")]
    public void Every_form_of_the_call_has_one_meaning(string call, string expected)
    {
        GeneratorRun run = GeneratorRun.Of(Tools, $"public static class Use {{ public static IMcpServerBuilder Add(IMcpServerBuilder builder) => {call}; }}").AssertClean();
        SyntaxTree tree = run.Output.SyntaxTrees.ElementAt(1);
        var invocation = tree.GetRoot().DescendantNodes().OfType<Microsoft.CodeAnalysis.CSharp.Syntax.InvocationExpressionSyntax>().First();

        var method = (IMethodSymbol)run.Output.GetSemanticModel(tree).GetSymbolInfo(invocation).Symbol!;

        Assert.Equal("WithHardenedTools", method.Name);
        Assert.Equal(expected == "T", method.IsGenericMethod);
        Assert.Equal(expected, method.IsGenericMethod ? "T" : string.Join(", ", method.Parameters.Select(static parameter => parameter.Type is IArrayTypeSymbol ? "Type[]" : parameter.Type.Name)));
    }

    [Fact]
    public void Hardened_classes_and_those_left_out_are_listed()
    {
        string text = GeneratorRun.Of(Tools).AssertClean().File(HintName);

        Assert.Contains("new(typeof(global::Shop.A), global::Shop.A.McpGenHardened.Create),", text, StringComparison.Ordinal);
        Assert.Contains("new(typeof(global::Shop.B), global::Shop.B.McpGenHardened.Create),", text, StringComparison.Ordinal);
        Assert.Contains("new(typeof(global::Shop.Left), \"needs \\\"time\\\"\"),", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_assemblies_that_see_each_others_internals_each_have_their_own()
    {
        CSharpCompilation library = (CSharpCompilation)GeneratorRun.Of("[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"Server\")]", Tools).AssertClean().Output;
        CSharpCompilation server = TestCompilation.Of("""
                [McpServerToolType, PublicTool] public static partial class Own { [McpServerTool, Description("d")] public static string Fifth() => ""; }

                public static class Use { public static IMcpServerBuilder Add(IMcpServerBuilder builder) => builder.WithHardenedTools().WithHardenedTools(typeof(Own)); }
                """)
            .WithAssemblyName("Server").AddReferences(library.WithAssemblyName("Library").ToMetadataReference());

        Assert.DoesNotContain("Shop", GeneratorRun.On(server).AssertClean().File(HintName), StringComparison.Ordinal);
    }
}
