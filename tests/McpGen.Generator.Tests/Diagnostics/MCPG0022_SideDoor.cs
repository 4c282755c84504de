using McpGen.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace McpGen.Generator.Tests.Diagnostics;

public sealed class MCPG0022_SideDoor
{
    private const string Id = "MCPG0022";

    private const string Classes = """

        [McpServerToolType, PublicTool]
        public partial class Tools
        {
            /// <summary>Runs.</summary>
            [McpServerTool]
            public string Run() => "";
        }

        [McpServerToolType, PublicTool]
        public static partial class StaticTools
        {
            /// <summary>Walks.</summary>
            [McpServerTool]
            public static string Walk() => "";
        }

        [McpServerToolType, NotHardened("old")]
        public class OldTools
        {
            [McpServerTool]
            public string Rest() => "";
        }

        public class Derived : Tools;

        public abstract class Base
        {
            /// <summary>Sits.</summary>
            [McpServerTool]
            public abstract string Sit();
        }

        [McpServerToolType, PublicTool]
        public partial class OfBase : Base
        {
            /// <summary>Sits.</summary>
            public override string Sit() => "";
        }
        """;

    private const string OneClass = "WithHardenedTools<Tools>()";
    private const string SomeClass = "a hardened tool class";

    private static readonly string s_broken = Calling("[|builder.WithTools<Tools>()|];");

    private static string Calling(string statements) => $$"""
        public static class Program
        {
            public static void Main(IMcpServerBuilder builder, IMcpServerBuilder? perhaps, Tools tools) { {{statements}} }

            public static void Generic<T>(IMcpServerBuilder builder, T target) where T : class { }

            public static Type[] Types() => [];
        }

        {{Classes}}
        """;

    private static string Message(string call, string reached, string advice) => $"{call} can reach {reached} without its checks; use {advice}";

    [Theory]
    [InlineData("[|builder.WithTools<Tools>()|];", "WithTools", "'Tools'", OneClass)]
    [InlineData("[|builder!.WithTools<global::Tools>(new JsonSerializerOptions())|];", "WithTools", "'Tools'", OneClass)]
    [InlineData("perhaps?[|.WithTools<Tools>()|];", "WithTools", "'Tools'", OneClass)]
    [InlineData("[|McpServerBuilderExtensions.WithTools<Tools>(builder)|];", "WithTools", "'Tools'", OneClass)]
    [InlineData("[|builder.WithTools(tools)|];", "WithTools", "'Tools'", OneClass)]
    [InlineData("[|builder.WithTools(new Tools())|];", "WithTools", "'Tools'", OneClass)]
    [InlineData("[|builder.WithTools([typeof(Tools)])|];", "WithTools", "'Tools'", OneClass)]
    [InlineData("[|builder.WithTools([typeof(StaticTools)])|];", "WithTools", "'StaticTools'", "WithHardenedTools(typeof(StaticTools))")]
    [InlineData("[|builder.WithTools([typeof(OldTools), typeof(Tools)])|];", "WithTools", "'Tools'", OneClass)]
    [InlineData("[|builder.WithTools((IEnumerable<Type>)new[] { typeof(Tools) })|];", "WithTools", "'Tools'", OneClass)]
    [InlineData("[|builder.WithTools((IEnumerable<Type>)new List<Type> { typeof(Tools) })|];", "WithTools", "'Tools'", OneClass)]
    [InlineData("[|McpServerBuilderExtensions.WithTools(toolTypes: [typeof(Tools)], builder: builder)|];", "WithTools", "'Tools'", OneClass)]
    [InlineData("[|builder.WithToolsFromAssembly()|];", "WithToolsFromAssembly", SomeClass, "WithHardenedTools()")]
    [InlineData("[|builder.WithToolsFromAssembly(typeof(Program).Assembly)|];", "WithToolsFromAssembly", SomeClass, "WithHardenedTools()")]
    [InlineData("[|builder.WithToolsFromAssembly(System.Reflection.Assembly.GetExecutingAssembly())|];", "WithToolsFromAssembly", SomeClass, "WithHardenedTools()")]
    [InlineData("[|builder.WithTools((IEnumerable<Type>)Types())|];", "WithTools of types that cannot be seen here", SomeClass, "WithHardenedTools(typeof(...), ...) for the hardened ones and name the others with typeof")]
    [InlineData("[|builder.WithTools([typeof(OldTools), .. Types()])|];", "WithTools of types that cannot be seen here", SomeClass, "WithHardenedTools(typeof(...), ...) for the hardened ones and name the others with typeof")]
    [InlineData("[|McpServerTool.Create(tools.Run)|];", "McpServerTool.Create", "'Tools'", OneClass)]
    [InlineData("[|McpServerTool.Create((Delegate)StaticTools.Walk)|];", "McpServerTool.Create", "'StaticTools'", "WithHardenedTools(typeof(StaticTools))")]
    [InlineData("builder.WithTools([[|McpServerTool.Create(tools.Run)|]]);", "McpServerTool.Create", "'Tools'", OneClass)]
    public void A_registration_of_the_SDK_that_can_reach_a_hardened_class_is_reported(string call, string what, string reached, string advice) =>
        DiagnosticAssert.Reports(Id, Calling(call), Message(what, reached, advice));

    [Fact]
    public void A_registration_under_another_name_is_reported() => DiagnosticAssert.Reports(Id, $$"""
        namespace Own
        {
            using Sdk = Microsoft.Extensions.DependencyInjection.McpServerBuilderExtensions;
            using Mine = global::Tools;

            public static class Program
            {
                public static void Main(IMcpServerBuilder builder) => [|Sdk.WithTools<Mine>(builder)|];
            }
        }

        {{Classes}}
        """, Message("WithTools", "'Tools'", OneClass));

    [Theory]
    [InlineData("[|builder.WithTools<T>()|]", "WithTools of a type parameter")]
    [InlineData("[|builder.WithTools(target)|]", "WithTools of a type parameter")]
    [InlineData("[|builder.WithTools([typeof(T)])|]", null)]
    public void A_registration_of_a_type_parameter_is_reported(string call, string? what)
    {
        string source = Calling("").Replace("where T : class { }", $"where T : class => {call};", StringComparison.Ordinal);
        string[] messages = what is null ? [] : [Message(what, SomeClass, "WithHardenedTools<T>() with the class itself")];
        DiagnosticAssert.Reports(Id, source, messages);
    }

    [Theory]
    [InlineData("[|builder.WithTools<Derived>()|];")]
    [InlineData("[|builder.WithTools(new Derived())|];")]
    [InlineData("[|builder.WithTools([typeof(Derived)])|];")]
    [InlineData("[|builder.WithTools<Base>(new OfBase())|];")]
    [InlineData("[|McpServerTool.Create(((Base)new OfBase()).Sit)|];")]
    public void A_registration_through_a_relative_of_a_hardened_class_is_reported(string call) => DiagnosticAssert.Reports(Id, Calling(call));

    [Theory]
    [InlineData("Func<JsonSerializerOptions?, IMcpServerBuilder> add = [|builder.WithTools<Tools>|]; add(null);")]
    [InlineData("Func<System.Reflection.Assembly?, JsonSerializerOptions?, IMcpServerBuilder> add = [|builder.WithToolsFromAssembly|]; add(null, null);")]
    public void A_registration_as_a_delegate_is_reported(string statements) => DiagnosticAssert.Reports(Id, Calling(statements));

    [Theory]
    [InlineData("builder.WithTools<LibraryTools>()")]
    [InlineData("builder.WithTools([typeof(LibraryTools)])")]
    [InlineData("McpServerTool.Create(new LibraryTools().Run)")]
    [InlineData("builder.WithToolsFromAssembly(typeof(LibraryTools).Assembly)")]
    public void A_registration_of_a_hardened_class_of_a_library_is_reported(string call)
    {
        var sources = new MarkedSources($$"""
            public static class Program
            {
                public static object Main(IMcpServerBuilder builder) => [|{{call}}|];
            }
            """);
        CSharpCompilation server = TestCompilation.Of(sources.Files).WithAssemblyName("Server").AddReferences(Library());

        Diagnostic found = Assert.Single(GeneratorRun.On(server).Diagnostics);
        Assert.Equal((Id, call), (found.Id, found.Location.SourceTree!.GetText().ToString(found.Location.SourceSpan)));
    }

    [Theory]
    [MemberData(nameof(Silencers.All), MemberType = typeof(Silencers))]
    public void Nothing_silences_it(Silencer silencer) => DiagnosticAssert.StaysInSpiteOf(silencer, Id, s_broken);

    [Theory]
    [InlineData("builder.WithTools<OldTools>();")]
    [InlineData("builder.WithTools([typeof(OldTools)]);")]
    [InlineData("builder.WithTools([McpServerTool.Create(new OldTools().Rest)]);")]
    [InlineData("builder.WithTools([McpServerTool.Create(() => \"\")]);")]
    [InlineData("builder.WithToolsFromAssembly(typeof(string).Assembly);")]
    [InlineData("builder.WithPromptsFromAssembly();")]
    public void What_reaches_no_hardened_class_is_clean(string call) => DiagnosticAssert.IsClean(Calling(call));

    [Fact]
    public void The_registration_by_the_namesakes_is_clean() =>
        DiagnosticAssert.IsClean(Calling("builder.WithHardenedTools(); builder.WithHardenedTools<Tools>(); builder.WithHardenedTools(typeof(Tools), typeof(StaticTools));"));

    [Fact]
    public void A_server_without_a_hardened_class_registers_as_it_likes() => Assert.Empty(GeneratorRun.Of("""
        public static class Program
        {
            public static void Main<T>(IMcpServerBuilder builder) => builder.WithToolsFromAssembly().WithTools<T>().WithTools((IEnumerable<Type>)new Type[0]);
        }
        """).AssertClean().Diagnostics);

    private static MetadataReference Library()
    {
        GeneratorRun run = GeneratorRun.On(TestCompilation.Of("""
            [McpServerToolType, PublicTool]
            public partial class LibraryTools
            {
                /// <summary>Runs.</summary>
                [McpServerTool]
                public string Run() => "";
            }
            """).WithAssemblyName("Library")).AssertClean();
        using var image = new MemoryStream();
        Assert.True(run.Output.Emit(image).Success);
        return MetadataReference.CreateFromImage(image.ToArray());
    }
}
