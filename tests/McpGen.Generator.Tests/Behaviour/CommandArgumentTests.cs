using System.Globalization;
using System.Text;
using System.Text.Json;
using McpGen.Generator.Tests.Harness;

namespace McpGen.Generator.Tests.Behaviour;

/// <summary>
/// [CommandArgument] against the tables themselves: .NET has those by which Windows converts arguments to an ANSI code page for a program that asks
/// for them so, and the normalization that other programs apply.
/// </summary>
public sealed class CommandArgumentTests
{
    private static readonly LoadedTools s_tools = EchoTools.Load("", ("argument", "[CommandArgument, MaxLength(9)] string value"));

    /// <summary>The code pages that Windows has for "ANSI".</summary>
    public static TheoryData<int> CodePages => [874, 932, 936, 949, 950, 1250, 1251, 1252, 1253, 1254, 1255, 1256, 1257, 1258];

    [Theory]
    [MemberData(nameof(CodePages))]
    public async Task What_becomes_a_hyphen_an_at_a_quotation_mark_or_a_backslash_is_refused(int codePage)
    {
        Encoding encoding = CodePagesEncodingProvider.Instance.GetEncoding(codePage)!;
        int mapped = 0;
        foreach (string character in Characters())
        {
            if (encoding.GetBytes(character) is not [var only])
            {
                continue;
            }

            bool movesEnds = only is (byte)'"' or (byte)'\\';
            if (movesEnds || only is (byte)'-' or (byte)'@')
            {
                mapped++;
                await AssertRefusedAsync(character + "a");
            }

            if (movesEnds)
            {
                await AssertRefusedAsync("a" + character);
            }
        }

        Assert.True(mapped > 0, "The table is not there.");
    }

    [Theory]
    [InlineData(NormalizationForm.FormKC)]
    [InlineData(NormalizationForm.FormKD)]
    public async Task What_normalization_makes_a_hyphen_or_an_at_of_is_refused(NormalizationForm form)
    {
        string[] found = [.. Characters().Where(static character => character != "\ufffe").Where(character => character.Normalize(form)[0] is '-' or '@')];

        Assert.Contains("\uff0d", found);
        foreach (string character in found)
        {
            await AssertRefusedAsync(character + "a");
        }
    }

    private static IEnumerable<string> Characters() => Enumerable.Range(0x80, 0xff80).Where(static unit => !char.IsSurrogate((char)unit)).Select(static unit => ((char)unit).ToString());

    private static async Task AssertRefusedAsync(string text)
    {
        bool isRefused = (await s_tools.CallAsync("argument", $$"""{"value":{{JsonSerializer.Serialize(text)}}}""")).IsError is true;

        Assert.True(isRefused, string.Create(CultureInfo.InvariantCulture, $"{JsonSerializer.Serialize(text)} is accepted."));
    }
}
