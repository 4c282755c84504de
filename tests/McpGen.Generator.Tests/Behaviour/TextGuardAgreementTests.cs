using System.Text;
using System.Text.Json;
using McpGen.Generator.Tests.Harness;
using McpGen.Generator.Tests.Patterns;

namespace McpGen.Generator.Tests.Behaviour;

/// <summary>What the schema of a text guard says, read by ECMA-262 itself, is what the check does; it refuses more for the normalization form alone.</summary>
public sealed class TextGuardAgreementTests
{
    private const int Texts = 4_000;
    private const int Longest = 5;

    private static readonly LoadedTools s_tools = EchoTools.Load(
        "",
        ("argument", "[CommandArgument, MaxLength(5)] string value"),
        ("identifier", "[Identifier(MaxLength = 5)] string value"),
        ("line", "[PlainText, MaxLength(5)] string value"),
        ("lines", "[PlainText(Multiline = true), MaxLength(5)] string value"));

    /// <summary>The edges of every range that a guard names, and what stands on either side of them.</summary>
    private static readonly int[] s_edges =
    [
        0x00, 0x09, 0x0b, 0x1f, 0x2d, 0x30, 0x39, 0x40, 0x41, 0x5a, 0x5f, 0x61, 0x7a, 0x7f, 0x9f, 0xa5, 0xad, 0xe9, 0x0301, 0x034f, 0x061c, 0x115f, 0x1160, 0x17b4, 0x17b5, 0x180b, 0x180f, 0x200b, 0x200f, 0x2010, 0x2015,
        0x2028, 0x2029, 0x202a, 0x202e, 0x2043, 0x2060, 0x206f, 0x20a9, 0x212b, 0x2212, 0x3164, 0xd7ff, 0xe000, 0xfe00, 0xfe0d, 0xfe0f, 0xfe58, 0xfe63, 0xfe6b, 0xfeff, 0xff02, 0xff0d, 0xff20, 0xff3c, 0xffa0, 0xfff0, 0xfffb, 0xffff,
        0x10000, 0x1bca0, 0x1bca3, 0x1d173, 0x1d17a, 0x1f600, 0xe0000, 0xe0fff, 0x10ffff,
    ];

    private readonly Random _random = new(20_243);

    [Theory]
    [InlineData("argument")]
    [InlineData("identifier")]
    [InlineData("line")]
    [InlineData("lines")]
    public async Task The_schema_and_the_check_accept_the_same_texts(string tool)
    {
        using EcmaEngine engine = EcmaEngine.StartOrSkip();
        JsonElement schema = s_tools[tool].ProtocolTool.InputSchema.GetProperty("properties").GetProperty("value");
        Assert.Equal(["type", "maxLength", "pattern"], schema.EnumerateObject().Select(static keyword => keyword.Name));
        Assert.Equal(Longest, schema.GetProperty("maxLength").GetInt32());
        string[] texts = [.. Enumerable.Range(0, Texts).Select(_ => Text())];
        bool[] matches = engine.Test(schema.GetProperty("pattern").GetString()!, texts);
        int accepted = 0;

        for (int index = 0; index < texts.Length; index++)
        {
            string text = texts[index];
            bool bySchema = matches[index] && text.EnumerateRunes().Count() <= Longest;
            bool isNormal = !bySchema || !tool.StartsWith("line", StringComparison.Ordinal) || text.IsNormalized(NormalizationForm.FormC);
            string arguments = $$"""{"value":{{JsonSerializer.Serialize(text)}}}""";
            bool byCheck = (await s_tools.CallAsync(tool, arguments)).IsError is not true;

            Assert.True(byCheck == (bySchema && isNormal), $"{tool}: {JsonSerializer.Serialize(text)} is {(bySchema ? "valid" : "invalid")} by its schema{(isNormal ? "" : " and not normalized")}, but the check says {(byCheck ? "yes" : "no")}.");
            if (!byCheck)
            {
                await s_tools.RefuseAsync(tool, arguments);
            }

            accepted += byCheck ? 1 : 0;
        }

        Assert.InRange(accepted, Texts / 20, Texts - (Texts / 20));
    }

    /// <summary>Mostly letters, so that a text is decided by the one character that is none.</summary>
    private string Text() => string.Concat(Enumerable.Range(0, _random.Next(Longest + 2)).Select(_ => _random.Next(4) > 0 ? ((char)_random.Next('a', 'z' + 1)).ToString() : Odd()));

    private string Odd()
    {
        int codePoint = Math.Clamp(s_edges[_random.Next(s_edges.Length)] + _random.Next(-1, 2), 0, 0x10ffff);
        return codePoint is >= 0xd800 and <= 0xdfff ? "\ue000" : char.ConvertFromUtf32(codePoint);
    }
}
