using McpGen.Differential.Values;

namespace McpGen.Differential.Shrinking;

/// <summary>Values that are a little smaller than a given one, the smallest first.</summary>
internal static class ValueShrinks
{
    public static IEnumerable<Json> Of(Json value) => value switch
    {
        JsonObject shape => Object(shape),
        JsonArray array => Array(array),
        JsonText text => Text(text),
        JsonNumber number => Number(number),
        _ => [],
    };

    private static IEnumerable<Json> Object(JsonObject shape)
    {
        for (int index = 0; index < shape.Members.Count; index++)
        {
            yield return new JsonObject([.. shape.Members.Where((_, position) => position != index)]);
        }

        for (int index = 0; index < shape.Members.Count; index++)
        {
            if (shape.Members[index].IsEscaped)
            {
                yield return With(shape, index, shape.Members[index] with { IsEscaped = false });
            }

            foreach (Json smaller in Of(shape.Members[index].Value))
            {
                yield return With(shape, index, shape.Members[index] with { Value = smaller });
            }
        }
    }

    private static IEnumerable<Json> Array(JsonArray array)
    {
        for (int index = 0; index < array.Items.Count; index++)
        {
            yield return new JsonArray([.. array.Items.Where((_, position) => position != index)]);
        }

        for (int index = 0; index < array.Items.Count; index++)
        {
            foreach (Json smaller in Of(array.Items[index]))
            {
                yield return new JsonArray([.. array.Items.Select((item, position) => position == index ? smaller : item)]);
            }
        }
    }

    private static IEnumerable<Json> Text(JsonText text)
    {
        if (text.IsEscaped)
        {
            yield return text with { IsEscaped = false };
        }

        if (text.Value.Length > 8)
        {
            yield return text with { Value = text.Value[..(text.Value.Length / 2)] };
            yield return text with { Value = text.Value[(text.Value.Length / 2)..] };
        }

        for (int index = 0; index < text.Value.Length && index < 64; index++)
        {
            yield return text with { Value = text.Value.Remove(index, 1) };
        }
    }

    private static IEnumerable<Json> Number(JsonNumber number)
    {
        string plain = number.Exact.ToString();
        foreach (string simpler in new[] { "0", "1", plain }.Where(simpler => simpler != number.Text && simpler.Length <= number.Text.Length && !(number.Text is "0" or "1")))
        {
            yield return new JsonNumber(simpler);
        }

        if (plain.Length > 2 && plain[^1] != '.')
        {
            string shorter = plain[..^1];
            if (char.IsAsciiDigit(shorter[^1]))
            {
                yield return new JsonNumber(shorter);
            }
        }
    }

    private static JsonObject With(JsonObject shape, int index, JsonMember member) => new([.. shape.Members.Select((other, position) => position == index ? member : other)]);
}
