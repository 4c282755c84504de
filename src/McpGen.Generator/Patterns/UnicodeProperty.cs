using System.Collections.Generic;
using System.Linq;

namespace McpGen.Generator.Patterns;

/// <summary>
/// Reads <c>\p{...}</c> and <c>\P{...}</c>, as ECMA-262 spells them. A property is known here only if its set is the same in every version
/// of Unicode, by definition or by the stability policy; of any other, engines have different versions.
/// </summary>
public static class UnicodeProperty
{
    private static readonly string[] CategoryPrefixes = ["General_Category=", "gc="];

    private static readonly CodePointSet Control = Set(0x00, 0x1F, 0x7F, 0x9F);
    private static readonly CodePointSet Surrogate = Set(0xD800, 0xDFFF);
    private static readonly CodePointSet PrivateUse = Set(0xE000, 0xF8FF, 0xF0000, 0xFFFFD, 0x100000, 0x10FFFD);

    private static readonly Dictionary<string, CodePointSet> Categories = new()
    {
        ["Cc"] = Control, ["Control"] = Control, ["cntrl"] = Control,
        ["Cs"] = Surrogate, ["Surrogate"] = Surrogate,
        ["Co"] = PrivateUse, ["Private_Use"] = PrivateUse,
    };

    private static readonly CodePointSet HexDigits = Set('0', '9', 'A', 'F', 'a', 'f');
    private static readonly CodePointSet Noncharacters = new([new(0xFDD0, 0xFDEF), .. Enumerable.Range(0, 17).Select(plane => new CodePointRange((plane << 16) + 0xFFFE, (plane << 16) + 0xFFFF))]);
    private static readonly CodePointSet PatternSpaces = Set(0x09, 0x0D, 0x20, 0x20, 0x85, 0x85, 0x200E, 0x200F, 0x2028, 0x2029);
    private static readonly CodePointSet PatternSyntax = Set(
        0x21, 0x2F, 0x3A, 0x40, 0x5B, 0x5E, 0x60, 0x60, 0x7B, 0x7E, 0xA1, 0xA7, 0xA9, 0xA9, 0xAB, 0xAC, 0xAE, 0xAE, 0xB0, 0xB1, 0xB6, 0xB6,
        0xBB, 0xBB, 0xBF, 0xBF, 0xD7, 0xD7, 0xF7, 0xF7, 0x2010, 0x2027, 0x2030, 0x203E, 0x2041, 0x2053, 0x2055, 0x205E, 0x2190, 0x245F,
        0x2500, 0x2775, 0x2794, 0x2BFF, 0x2E00, 0x2E7F, 0x3001, 0x3003, 0x3008, 0x3020, 0x3030, 0x3030, 0xFD3E, 0xFD3F, 0xFE45, 0xFE46);

    private static readonly Dictionary<string, CodePointSet> Binaries = new()
    {
        ["Any"] = Set(0, CodePointSet.MaxCodePoint),
        ["ASCII"] = Set(0, 0x7F),
        ["ASCII_Hex_Digit"] = HexDigits, ["AHex"] = HexDigits,
        ["Noncharacter_Code_Point"] = Noncharacters, ["NChar"] = Noncharacters,
        ["Pattern_White_Space"] = PatternSpaces, ["Pat_WS"] = PatternSpaces,
        ["Pattern_Syntax"] = PatternSyntax, ["Pat_Syn"] = PatternSyntax,
    };

    public static Shorthand Parse(PatternScanner scanner)
    {
        int start = scanner.Position;
        char letter = scanner.Peek(1);
        int length = 0;
        while (scanner.Peek(3 + length) is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' or '=')
            length++;

        if (scanner.Peek(2) != '{' || scanner.Peek(3 + length) != '}')
            throw new PatternRefusedException(start, $@"'\{letter}' names a Unicode property in braces, such as \p{{ASCII}}");

        scanner.Skip(3);
        string name = scanner.Take(length);
        scanner.Skip(1);
        CodePointSet set = Find(name) ?? throw new PatternRefusedException(start,
            $@"the Unicode category '\{letter}{{{name}}}' has no exact equivalent, as the engines follow different versions of Unicode; list the ranges, such as [A-Za-z\u00C0-\u024F]");
        return new Shorthand($@"\{letter}{{{name}}}", letter == 'P' ? set.Complement() : set);
    }

    private static CodePointSet? Find(string name)
    {
        string? prefix = CategoryPrefixes.FirstOrDefault(known => name.StartsWith(known, System.StringComparison.Ordinal));
        return Categories.TryGetValue(name.Substring(prefix?.Length ?? 0), out CodePointSet? category) ? category
            : Binaries.TryGetValue(name, out CodePointSet? binary) ? binary
            : null;
    }

    private static CodePointSet Set(params int[] bounds) =>
        new(Enumerable.Range(0, bounds.Length / 2).Select(i => new CodePointRange(bounds[2 * i], bounds[(2 * i) + 1])));
}
