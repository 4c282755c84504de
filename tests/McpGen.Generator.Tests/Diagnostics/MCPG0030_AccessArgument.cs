using McpGen.Generator.Tests.Behaviour;
using McpGen.Generator.Tests.Harness;

namespace McpGen.Generator.Tests.Diagnostics;

public sealed class MCPG0030_AccessArgument
{
    private const string Id = "MCPG0030";

    private const string Unexact = "cannot be decided exactly; use a bool, an enum, an integer, or a string with [AllowedValues]";
    private const string Both = "needs both WhenArgument and Is: the parameter, and the value for which the scopes are needed";

    private const string Types = """

        public enum Mode { Soft, Hard, [JsonIgnore] Never = 7 }
        public enum Other { Soft, Hard }
        [Flags] public enum Changes { None = 0, Text = 1, Owner = 2 }
        """;

    private static readonly string s_broken = On("[|RequireScopes(\"a\", WhenArgument = \"x\", Is = true)|]", "int y");

    private static string On(string attribute, string parameters) => $$"""
        [McpServerToolType, PublicTool]
        public partial class Tools
        {
            /// <summary>Runs.</summary>
            [McpServerTool, {{attribute}}]
            public string Run({{parameters}}) => "";
        }
        """ + Types;

    /// <summary>What Is says, a parameter named x, and why the two do not meet.</summary>
    public static TheoryData<string, string, string> Unmet => new()
    {
        { "1", "bool x", "is no bool" },
        { "\"true\"", "bool? x", "is no bool" },
        { "true", "int x", "is no integer" },
        { "1.0", "int x", "is no integer" },
        { "'a'", "int x", "is no integer" },
        { "\"1\"", "long x", "is no integer" },
        { "Mode.Hard", "int x", "is no integer" },
        { "1", "Mode x", "is no 'Mode'" },
        { "\"Hard\"", "Mode x", "is no 'Mode'" },
        { "Other.Hard", "Mode? x = null", "is no 'Mode'" },
        { "(Mode)9", "Mode x", "is none of its names" },
        { "1", "Changes x", "is no 'Changes'" },
        { "Changes.None", "Changes x", "has no bit" },
        { "300", "byte x", "its limits exclude" },
        { "-1", "uint x", "its limits exclude" },
        { "11", "[Range(1, 10)] int x", "its limits exclude" },
        { "3", "[AllowedValues(1, 2)] int x", "its limits exclude" },
        { "3", "[DeniedValues(3)] int x", "its limits exclude" },
        { "\"z\"", "[AllowedValues(\"x\", \"y\")] string x", "is none of its [AllowedValues]" },
        { "\"X\"", "[AllowedValues(\"x\", \"y\")] string x", "is none of its [AllowedValues]" },
        { "\"x\"", "[AllowedValues(\"x\", \"y\"), DeniedValues(\"x\")] string x", "is none of its [AllowedValues]" },
        { "1", "[AllowedValues(\"1\")] string x", "is no string" },
        { "\"x\"", "string x", "a caller can spell otherwise; list the values with [AllowedValues], or use an enum" },
        { "\"x\"", "[RegularExpression(\"x|y\")] string x", "a caller can spell otherwise; list the values with [AllowedValues], or use an enum" },
        { "1.5", "double x", Unexact },
        { "1", "decimal x", Unexact },
        { "'a'", "char x", Unexact },
        { "\"a\"", "Uri x", Unexact },
        { "\"x\"", "string[] x", Unexact },
        { "true", "Dictionary<string, bool> x", Unexact },
    };

    [Theory]
    [MemberData(nameof(Unmet))]
    public void A_value_that_the_argument_never_has_is_reported(string value, string parameter, string reason) => DiagnosticAssert.Reports(
        Id,
        On($"[|RequireScopes(\"a\", WhenArgument = \"x\", Is = {value})|]", parameter),
        $"[RequireScopes] on 'Tools.Run({TypeOf(parameter)})' compares 'x' with a value that {reason}");

    [Theory]
    [InlineData("RequireScopes(\"a\", WhenArgument = \"x\")")]
    [InlineData("RequireScopes(\"a\", WhenArgument = \"x\", Is = null)")]
    [InlineData("RequireScopes(\"a\", Is = true)")]
    [InlineData("RequireScopes(\"a\", WhenArgument = \"x\", Is = new[] { true })")]
    [InlineData("RequireScopes(\"a\", WhenArgument = \"x\", Is = typeof(bool))")]
    public void Half_a_condition_is_reported(string attribute) => DiagnosticAssert.Reports(Id, On($"[|{attribute}|]", "bool x"), $"[RequireScopes] on 'Tools.Run(bool)' {Both}");

    [Theory]
    [InlineData("y")]
    [InlineData("X")]
    [InlineData("cancellation")]
    [InlineData("server")]
    [InlineData("services")]
    [InlineData("")]
    [InlineData(null)]
    public void A_name_that_is_no_argument_is_reported(string? name)
    {
        string literal = name is null ? "null" : $"\"{name}\"";
        foreach (string rule in (string[])["RequireScopes(\"a\", WhenArgument = {0}, Is = true)", "RequireClaim(\"tid\", EqualsArgument = {0})"])
        {
            DiagnosticAssert.Reports(
                Id,
                On($"[|{rule.Replace("{0}", literal + (name is null ? "!" : ""), StringComparison.Ordinal)}|]", "bool x, IServiceProvider services, [Service] McpServer server, CancellationToken cancellation").Replace("[McpServerTool,", "[McpServerTool(ReadOnly = true),", StringComparison.Ordinal),
                $"[{rule.Split('(')[0]}] on 'Tools.Run(bool, IServiceProvider, McpServer, CancellationToken)' names '{name}', which is no argument of the tool");
        }
    }

    [Theory]
    [InlineData("double x")]
    [InlineData("decimal x")]
    [InlineData("bool x")]
    [InlineData("Mode x")]
    [InlineData("DateTime x")]
    [InlineData("Uri x")]
    [InlineData("string[] x")]
    [InlineData("Guid[] x")]
    public void A_claim_of_a_type_that_is_not_compared_is_reported(string parameter) => DiagnosticAssert.Reports(
        Id,
        On("[|RequireClaim(\"tid\", EqualsArgument = \"x\")|]", parameter),
        $"[RequireClaim] on 'Tools.Run({parameter.Split(' ')[0]})' compares a claim with 'x', which is no string, Guid or integer");

    [Theory]
    [InlineData("string x = \"t1\"")]
    [InlineData("int x = 0")]
    [InlineData("int x = default")]
    [InlineData("long? x = 5")]
    [InlineData("[DefaultValue(\"t1\")] string x = \"t1\"")]
    [InlineData("Guid x = default")]
    public void A_claim_beside_a_default_is_reported(string parameter) => DiagnosticAssert.Reports(
        Id,
        On("[|RequireClaim(\"tid\", EqualsArgument = \"x\")|]", parameter),
        $"[RequireClaim] on 'Tools.Run({TypeOf(parameter)})' compares a claim with 'x', whose default would stand for a caller that says nothing; make it required");

    [Fact]
    public void A_rule_of_the_class_that_one_tool_cannot_follow_is_reported() => DiagnosticAssert.Reports(Id, """
        [McpServerToolType, PublicTool, [|RequireClaim("tid", EqualsArgument = "tenant")|]]
        public partial class Tools
        {
            /// <summary>Runs.</summary>
            [McpServerTool]
            public string Run(string tenant) => "";

            /// <summary>Walks.</summary>
            [McpServerTool]
            public string Walk(string other) => "";
        }
        """, "[RequireClaim] on 'Tools.Walk(string)' names 'tenant', which is no argument of the tool");

    [Fact]
    public void An_overridden_method_speaks_of_the_names_of_the_one_that_is_called() => DiagnosticAssert.Reports(Id, """
        public abstract class Base
        {
            [McpServerTool, PublicTool, [|RequireScopes("a", WhenArgument = "force", Is = true)|]]
            public abstract string Run(bool force);
        }

        [McpServerToolType]
        public partial class Tools : Base
        {
            /// <summary>Runs.</summary>
            public override string Run(bool hard) => "";
        }
        """);

    [Theory]
    [InlineData("WhenArgument = \"force\", Is = true")]
    [InlineData("WhenArgument = \"force\"")]
    [InlineData("Is = true")]
    public void A_condition_on_the_assembly_is_reported(string condition) => DiagnosticAssert.Reports(Id, $$"""
        [assembly: PublicTool]
        [assembly: [|RequireScopes("a", {{condition}})|]]

        [McpServerToolType]
        public partial class Tools
        {
            /// <summary>Runs.</summary>
            [McpServerTool]
            public string Run(bool force) => "";
        }
        """, "[RequireScopes] on 'Tools' stands on an assembly, which has no arguments; put it on the tool or its class");

    [Theory]
    [MemberData(nameof(Silencers.All), MemberType = typeof(Silencers))]
    public void Nothing_silences_it(Silencer silencer) => DiagnosticAssert.StaysInSpiteOf(silencer, Id, s_broken);

    [Theory]
    [InlineData("true", "bool x")]
    [InlineData("false", "bool? x = null")]
    [InlineData("Mode.Hard", "Mode x")]
    [InlineData("Mode.Hard", "Mode? x = Mode.Soft")]
    [InlineData("Changes.Owner", "Changes x")]
    [InlineData("Changes.Owner | Changes.Text", "Changes? x = null")]
    [InlineData("7", "ulong x")]
    [InlineData("7L", "byte x")]
    [InlineData("-7", "sbyte x = 3")]
    [InlineData("18446744073709551615", "ulong x")]
    [InlineData("1", "[AllowedValues(1, 2)] int x")]
    [InlineData("\"x\"", "[AllowedValues(\"x\", \"y\")] string x")]
    [InlineData("\"x\"", "[AllowedValues(\"x\", null)] string? x = null")]
    public void A_value_that_the_argument_can_have_is_clean(string value, string parameter) =>
        DiagnosticAssert.IsClean(On($"RequireScopes(\"a\", WhenArgument = \"x\", Is = {value})", parameter));

    [Theory]
    [InlineData("string x")]
    [InlineData("string? x = null")]
    [InlineData("Guid x")]
    [InlineData("Guid? x = null")]
    [InlineData("sbyte x")]
    [InlineData("ulong? x = null")]
    public void A_claim_that_is_compared_is_clean(string parameter) => DiagnosticAssert.IsClean(On("RequireClaim(\"tid\", EqualsArgument = \"x\")", parameter));

    /// <summary>The type of a parameter named x.</summary>
    private static string TypeOf(string parameter)
    {
        string declaration = parameter[(parameter.IndexOf(")] ", StringComparison.Ordinal) is >= 0 and var end ? end + 3 : 0)..];
        return declaration[..declaration.IndexOf(" x", StringComparison.Ordinal)];
    }
}
