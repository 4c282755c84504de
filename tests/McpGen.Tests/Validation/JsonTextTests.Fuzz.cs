using System.Globalization;
using System.Text;
using System.Text.Json;
using McpGen.Validation;

namespace McpGen.Tests.Validation;

public sealed partial class JsonTextTests
{
    private const int Rounds = 12_000;

    [Fact]
    public void Random_strings_are_read_as_the_platform_reads_them()
    {
        Random random = new(1);
        for (int round = 0; round < Rounds; round++)
        {
            (byte[] raw, string text) = RandomString(random);
            byte[] utf8 = Utf8(text);
            string label = Encoding.UTF8.GetString(raw);

            Assert.True(JsonText.TryMeasure(raw, out int codePoints, out bool hasEscapes), label);
            Assert.Equal((label, text.EnumerateRunes().Count(), raw.Contains((byte)'\\')), (label, codePoints, hasEscapes));
            Assert.Equal(text, JsonText.GetString(raw, hasEscapes));

            char[] chars = new char[raw.Length];
            Assert.Equal(text, new string(chars, 0, JsonText.GetChars(raw, hasEscapes, chars)));
            byte[] bytes = new byte[raw.Length];
            Assert.Equal(utf8, bytes.AsSpan(0, JsonText.GetUtf8(raw, bytes)).ToArray());

            Assert.True(JsonText.EqualsUtf8(raw, utf8), label);
            string other = Edit(random, text);
            Assert.True(JsonText.EqualsUtf8(raw, Utf8(other)) == (other == text), $"{label} = {other}");
        }
    }

    [Fact]
    public void Random_damage_is_seen_exactly_when_the_platform_sees_it()
    {
        Random random = new(2);
        byte[][] damage = [[0x80], [0xC3], [0xED, 0xA0, 0x80], [0xF0, 0x9F], [0xFF], Utf8(@"\ud83d"), Utf8(@"\ude00"), Utf8(@"\ud83d\ude00"), Utf8(@"\n"), Utf8("é")];
        int refused = 0;
        for (int round = 0; round < Rounds; round++)
        {
            List<byte> raw = [.. RandomString(random).Raw];
            for (int edits = random.Next(3); edits > 0; edits--) raw.InsertRange(random.Next(raw.Count + 1), damage[random.Next(damage.Length)]);
            if (random.Next(3) == 0 && raw.Count > 0) raw.RemoveAt(random.Next(raw.Count));

            // Damage may uncover a quote; such text is no string token.
            byte[] bytes = [.. raw];
            if (HasBareQuote(bytes)) continue;

            string? expected = ReadByPlatform(bytes);
            if (expected is null)
            {
                refused++;
                AssertIllFormed(bytes);
            }
            else
            {
                Assert.True(JsonText.TryMeasure(bytes, out _, out bool hasEscapes), Encoding.Latin1.GetString(bytes));
                Assert.Equal(expected, JsonText.GetString(bytes, hasEscapes));
            }
        }

        Assert.InRange(refused, Rounds / 5, Rounds * 4 / 5);
    }

    private static bool HasBareQuote(byte[] raw)
    {
        for (int i = 0; i < raw.Length; i++)
        {
            if (raw[i] == '"') return true;
            if (raw[i] == '\\') i++;
        }

        return false;
    }

    private static string? ReadByPlatform(byte[] raw)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse((byte[])[(byte)'"', .. raw, (byte)'"']);
            return document.RootElement.GetString();
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static (byte[] Raw, string Text) RandomString(Random random)
    {
        StringBuilder json = new();
        StringBuilder text = new();
        int style = random.Next(4);
        for (int left = random.Next(8) == 0 ? random.Next(600) : random.Next(24); left > 0; left--)
        {
            Rune rune = random.Next(style == 0 ? 1 : 5) switch
            {
                0 or 1 => new Rune((char)random.Next(0x20, 0x7F)),
                2 => new Rune((char)random.Next(0x7F, 0x800)),
                3 => random.Next(2) == 0 ? new Rune((char)random.Next(0x800, 0xD800)) : new Rune((char)random.Next(0xE000, 0x10000)),
                _ => new Rune(random.Next(0x10000, 0x110000)),
            };
            if (random.Next(20) == 0) rune = new Rune("\"\\/\b\f\n\r\t\0\u001f"[random.Next(10)]);
            text.Append(rune.ToString());

            int shorthand = rune.IsBmp ? "\"\\/\b\f\n\r\t".IndexOf((char)rune.Value) : -1;
            if (shorthand >= 0 && random.Next(2) == 0)
            {
                json.Append('\\').Append("\"\\/bfnrt"[shorthand]);
            }
            else if (rune.Value < 0x20 || rune.Value is '"' or '\\' || (style > 1 && random.Next(6) == 0))
            {
                foreach (char unit in rune.ToString()) json.Append(CultureInfo.InvariantCulture, $"\\u{(random.Next(2) == 0 ? $"{(int)unit:x4}" : $"{(int)unit:X4}")}");
            }
            else
            {
                json.Append(rune.ToString());
            }
        }

        return (Utf8(json.ToString()), text.ToString());
    }

    // The same text, but for one character that may be another, missing or new.
    private static string Edit(Random random, string text)
    {
        List<Rune> runes = [.. text.EnumerateRunes()];
        int at = random.Next(runes.Count + 1);
        if (at < runes.Count && random.Next(2) == 0) runes.RemoveAt(at);
        if (random.Next(2) == 0) runes.Insert(at, new Rune("aé語"[random.Next(3)]));
        return string.Concat(runes);
    }
}
