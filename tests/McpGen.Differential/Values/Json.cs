using System.Globalization;
using System.Text;
using System.Text.Json;

namespace McpGen.Differential.Values;

/// <summary>
/// A JSON text as a tree. Unlike the readers under test it keeps what a text can say and a value cannot: how a number is written, which
/// characters are escaped, repeated names, lone surrogates.
/// </summary>
internal abstract record Json
{
    public static readonly Json Null = new JsonNull();

    public static Json Of(bool value) => new JsonBool(value);

    public static Json Of(long value) => new JsonNumber(value.ToString(CultureInfo.InvariantCulture));

    public static Json Of(string text) => new JsonText(text);

    public static Json Parse(string text)
    {
        using JsonDocument document = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = 512 });
        return From(document.RootElement);
    }

    public static Json From(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.True or JsonValueKind.False => Of(element.GetBoolean()),
        JsonValueKind.Number => new JsonNumber(element.GetRawText()),
        JsonValueKind.String => Of(element.GetString()!),
        JsonValueKind.Array => new JsonArray([.. element.EnumerateArray().Select(From)]),
        JsonValueKind.Object => new JsonObject([.. element.EnumerateObject().Select(static member => new JsonMember(member.Name, From(member.Value)))]),
        _ => Null,
    };

    public sealed override string ToString()
    {
        var text = new StringBuilder();
        Write(text);
        return text.ToString();
    }

    public abstract void Write(StringBuilder text);

    protected static void WriteString(StringBuilder text, string value, bool isEscaped)
    {
        text.Append('"');
        for (int index = 0; index < value.Length; index++)
        {
            char character = value[index];
            bool isPair = char.IsHighSurrogate(character) && index + 1 < value.Length && char.IsLowSurrogate(value[index + 1]);
            if (isPair && !isEscaped)
            {
                text.Append(character).Append(value[++index]);
            }
            else if (isEscaped || character < ' ' || char.IsSurrogate(character))
            {
                text.Append("\\u").Append(((int)character).ToString(index % 2 == 0 ? "x4" : "X4", CultureInfo.InvariantCulture));
            }
            else if (character is '"' or '\\')
            {
                text.Append('\\').Append(character);
            }
            else
            {
                text.Append(character);
            }
        }

        text.Append('"');
    }
}

internal sealed record JsonNull : Json
{
    public override void Write(StringBuilder text) => text.Append("null");
}

internal sealed record JsonBool(bool Value) : Json
{
    public override void Write(StringBuilder text) => text.Append(Value ? "true" : "false");
}

/// <summary>A number as it is written.</summary>
internal sealed record JsonNumber(string Text) : Json
{
    private ExactNumber? _exact;

    public ExactNumber Exact => _exact ??= ExactNumber.Parse(Text);

    public bool Equals(JsonNumber? other) => other is not null && Text == other.Text;

    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);

    public override void Write(StringBuilder text) => text.Append(Text);
}

/// <param name="Value">The characters.</param>
/// <param name="IsEscaped">Whether every character is written as an escape.</param>
internal sealed record JsonText(string Value, bool IsEscaped = false) : Json
{
    public override void Write(StringBuilder text) => WriteString(text, Value, IsEscaped);
}

internal sealed record JsonArray(IReadOnlyList<Json> Items) : Json
{
    public override void Write(StringBuilder text)
    {
        text.Append('[');
        for (int index = 0; index < Items.Count; index++)
        {
            if (index > 0)
            {
                text.Append(',');
            }

            Items[index].Write(text);
        }

        text.Append(']');
    }
}

internal sealed record JsonMember(string Name, Json Value, bool IsEscaped = false);

/// <summary>Members in their order; a name may occur more than once.</summary>
internal sealed record JsonObject(IReadOnlyList<JsonMember> Members) : Json
{
    public Json? this[string name]
    {
        get
        {
            foreach (JsonMember member in Members)
            {
                if (member.Name == name)
                {
                    return member.Value;
                }
            }

            return null;
        }
    }

    public override void Write(StringBuilder text)
    {
        text.Append('{');
        for (int index = 0; index < Members.Count; index++)
        {
            if (index > 0)
            {
                text.Append(',');
            }

            WriteString(text, Members[index].Name, Members[index].IsEscaped);
            text.Append(':');
            Members[index].Value.Write(text);
        }

        text.Append('}');
    }
}
