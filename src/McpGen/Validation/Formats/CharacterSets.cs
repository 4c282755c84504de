using System.Buffers;

namespace McpGen.Validation;

/// <summary>The sets of ASCII characters that several grammars are made of.</summary>
internal static class CharacterSets
{
    public const string LettersAndDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    public static readonly SearchValues<byte> Hexadecimal = Of("0123456789ABCDEFabcdef");

    public static readonly SearchValues<byte> LettersDigitsHyphen = Of(LettersAndDigits + "-");

    public static SearchValues<byte> Of(string ascii) => SearchValues.Create(System.Text.Encoding.ASCII.GetBytes(ascii));

    public static bool IsLetterOrDigit(byte unit) => char.IsAsciiLetterOrDigit((char)unit);
}
