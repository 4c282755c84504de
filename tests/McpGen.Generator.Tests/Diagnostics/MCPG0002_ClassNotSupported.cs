namespace McpGen.Generator.Tests.Diagnostics;

public sealed class MCPG0002_ClassNotSupported
{
    private const string Id = "MCPG0002";

    private const string Tool = """[McpServerTool, Description("Runs.")] public string Run() => "";""";

    private const string StaticTool = """[McpServerTool, Description("Runs.")] public static string Run() => "";""";

    private const string Broken = $"[McpServerToolType, PublicTool] public partial class [|Tools|]<T> {{ {Tool} }}";

    private static string Message(string type, string reason) => $"'{type}' cannot be hardened because it is {reason}";

    [Fact]
    public void A_generic_class_is_reported() =>
        DiagnosticAssert.Reports(Id, Broken, Message("Tools<T>", "generic; derive a class that is not, and mark that"));

    [Fact]
    public void A_class_in_a_generic_class_is_reported() => DiagnosticAssert.Reports(
        Id, $"public partial class Outer<T> {{ [McpServerToolType, PublicTool] public partial class [|Tools|] {{ {Tool} }} }}",
        Message("Outer<T>.Tools", "generic; derive a class that is not, and mark that"));

    [Fact]
    public void A_file_local_class_is_reported() =>
        DiagnosticAssert.Reports(Id, $"[McpServerToolType, PublicTool] file partial class [|Tools|] {{ {Tool} }}", Message("Tools", "file-local; make it internal"));

    [Fact]
    public void A_class_in_a_file_local_class_is_reported() =>
        DiagnosticAssert.Reports(Id, $"file partial class Outer {{ [McpServerToolType, PublicTool] public partial class [|Tools|] {{ {Tool} }} }}");

    [Theory]
    [InlineData("private", "public")]
    [InlineData("protected", "public")]
    [InlineData("private protected", "public")]
    [InlineData("public", "private")]
    public void A_class_that_its_assembly_cannot_name_is_reported(string inner, string outer) => DiagnosticAssert.Reports(
        Id, $"public partial class A {{ {outer} partial class B {{ [McpServerToolType, PublicTool] {inner} partial class [|Tools|] {{ {Tool} }} }} }}",
        Message("A.B.Tools", "not accessible from its assembly; make it, and what it is nested in, internal"));

    [Fact]
    public void An_abstract_class_with_instance_tools_is_reported() => DiagnosticAssert.Reports(
        Id, $"[McpServerToolType, PublicTool] public abstract partial class [|Tools|] {{ {Tool} }}",
        Message("Tools", "abstract; mark the class that derives from it instead"));

    [Theory]
    [MemberData(nameof(Silencers.All), MemberType = typeof(Silencers))]
    public void Nothing_silences_it(Silencer silencer) => DiagnosticAssert.StaysInSpiteOf(silencer, Id, Broken);

    [Theory]
    [InlineData($"public abstract class Base<T> {{ {Tool} }} [McpServerToolType, PublicTool] public partial class Tools : Base<int>;")]
    [InlineData($"[McpServerToolType, PublicTool] internal partial class Tools {{ {Tool} }}")]
    [InlineData($"public partial class Outer {{ [McpServerToolType, PublicTool] internal partial class Tools {{ {Tool} }} }}")]
    [InlineData($"public partial class Outer {{ [McpServerToolType, PublicTool] protected internal partial class Tools {{ {Tool} }} }}")]
    [InlineData($"public abstract class Base {{ {Tool} }} [McpServerToolType, PublicTool] public partial class Tools : Base;")]
    [InlineData($"[McpServerToolType, PublicTool] public abstract partial class Tools {{ {StaticTool} }}")]
    public void A_class_that_can_be_named_and_made_is_wrapped(string source) => DiagnosticAssert.IsClean(source);
}
