namespace McpGen.Generator.Tests.Diagnostics;

public sealed class MCPG0026_PolymorphismNotSupported
{
    private const string Id = "MCPG0026";
    private const string Named = "JsonPolymorphic(TypeDiscriminatorPropertyName = \"kind\")";
    private const string Cases = "public sealed record Circle(int R) : Shape; public sealed record Square(int A) : Shape; public abstract record Round : Shape; public sealed record Other(int X);";

    private static readonly string s_broken = Source("[[|JsonPolymorphic|], JsonDerivedType(typeof(Circle), \"circle\")]");

    private static string Source(string attributes) => ToolSource.Taking("Shape shape", $"{attributes} public abstract record Shape; {Cases}");

    [Theory]
    [InlineData("[[|JsonPolymorphic|], JsonDerivedType(typeof(Circle), \"circle\")]", "declares no name for its discriminator; add [JsonPolymorphic(TypeDiscriminatorPropertyName = \"kind\")]")]
    [InlineData("[[|JsonPolymorphic(TypeDiscriminatorPropertyName = \"$type\")|], JsonDerivedType(typeof(Circle), \"circle\")]", "has a discriminator whose name is not 1 to 64 of A-Z a-z 0-9 _ . -")]
    [InlineData("[[|JsonPolymorphic(TypeDiscriminatorPropertyName = \"kind\", IgnoreUnrecognizedTypeDiscriminators = true)|], JsonDerivedType(typeof(Circle), \"circle\")]", "ignores unknown cases, which is never strict; remove IgnoreUnrecognizedTypeDiscriminators")]
    [InlineData("[[|JsonPolymorphic(TypeDiscriminatorPropertyName = \"kind\", UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FallBackToBaseType)|], JsonDerivedType(typeof(Circle), \"circle\")]", "handles unknown cases in another way than failing; remove UnknownDerivedTypeHandling")]
    [InlineData($"[{Named}, [|JsonDerivedType(typeof(Circle))|]]", "gives 'Circle' no name; use [JsonDerivedType(typeof(Circle), \"name\")], a string that a model can read")]
    [InlineData($"[{Named}, [|JsonDerivedType(typeof(Circle), 1)|]]", "gives 'Circle' no name; use [JsonDerivedType(typeof(Circle), \"name\")], a string that a model can read")]
    [InlineData($"[{Named}, [|JsonDerivedType(typeof(Circle), \"\")|]]", "gives 'Circle' a name that is empty or no well-formed text")]
    [InlineData($"[{Named}, JsonDerivedType(typeof(Circle), \"a\"), [|JsonDerivedType(typeof(Square), \"a\")|]]", "uses the name 'a' twice")]
    [InlineData($"[{Named}, JsonDerivedType(typeof(Circle), \"a\"), [|JsonDerivedType(typeof(Circle), \"b\")|]]", "lists 'Circle' twice")]
    [InlineData($"[{Named}, [|JsonDerivedType(typeof(Round), \"round\")|]]", "names 'Round', which nothing can make")]
    [InlineData($"[{Named}, [|JsonDerivedType(typeof(Other), \"other\")|]]", "names 'Other', which does not derive from it")]
    public void A_declaration_that_is_not_strict_is_reported(string attributes, string what) => DiagnosticAssert.Reports(Id, Source(attributes), $"'Shape' {what}");

    [Fact]
    public void A_type_without_cases_is_reported() =>
        DiagnosticAssert.Reports(Id, ToolSource.Taking("Shape [|shape|]", $"[{Named}] public abstract record Shape;"), "'Shape' lists no [JsonDerivedType]");

    [Fact]
    public void A_case_with_a_member_of_the_discriminator_s_name_is_a_clash() => DiagnosticAssert.Reports(
        "MCPG0018", ToolSource.Taking("Shape [|shape|]", $"[{Named}, JsonDerivedType(typeof(Circle), \"circle\")] public abstract record Shape; public sealed record Circle(string Kind) : Shape;"),
        "'the discriminator' and 'Kind' of 'Circle' have the same name in JSON, 'kind'");

    [Theory]
    [MemberData(nameof(Silencers.All), MemberType = typeof(Silencers))]
    public void Nothing_silences_it(Silencer silencer) => DiagnosticAssert.StaysInSpiteOf(silencer, Id, s_broken);

    [Theory]
    [InlineData($"[{Named}, JsonDerivedType(typeof(Circle), \"circle\"), JsonDerivedType(typeof(Square), \"square\")]")]
    [InlineData("[JsonPolymorphic(TypeDiscriminatorPropertyName = \"kind\", IgnoreUnrecognizedTypeDiscriminators = false, UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FailSerialization), JsonDerivedType(typeof(Circle), \"circle\")]")]
    public void A_strict_declaration_is_clean(string attributes) => DiagnosticAssert.IsClean(Source(attributes));
}
