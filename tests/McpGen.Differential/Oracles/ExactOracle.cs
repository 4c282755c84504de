using McpGen.Differential.Values;

namespace McpGen.Differential.Oracles;

/// <summary>
/// An evaluator of its own for what McpGen emits: numbers are rationals, lengths are code points, formats are the grammars of their RFCs.
/// Patterns it leaves to the others: where the rest is valid and one of them stands, it does not know.
/// </summary>
internal struct ExactOracle
{
    /// <summary>The keywords that were asked about a value of the type they speak of.</summary>
    public Keyword Applied { get; private set; }

    /// <summary>The keywords that said no.</summary>
    public Keyword Failed { get; private set; }

    public Verdict Judge(Schema schema, Json value)
    {
        Verdict verdict = Verdict.Valid;
        if (schema.Reference is { } reference)
        {
            Assert(ref verdict, Keyword.Reference, Judge(reference, value));
        }

        if (schema.Types.Count > 0)
        {
            Assert(ref verdict, Keyword.Type, schema.Types.Any(type => IsOf(type, value)));
        }

        if (schema.Enum is { } list)
        {
            Assert(ref verdict, Keyword.Enum, list.Any(item => AreEqual(item, value)));
        }

        if (schema.Const is { } constant)
        {
            Assert(ref verdict, Keyword.Const, AreEqual(constant, value));
        }

        switch (value)
        {
            case JsonNumber number:
                JudgeNumber(ref verdict, schema, number.Exact);
                break;
            case JsonText text:
                JudgeText(ref verdict, schema, text.Value);
                break;
            case JsonArray array:
                JudgeArray(ref verdict, schema, array);
                break;
            case JsonObject shape:
                JudgeObject(ref verdict, schema, shape);
                break;
        }

        JudgeCombined(ref verdict, schema, value);
        return verdict;
    }

    private void JudgeNumber(ref Verdict verdict, Schema schema, ExactNumber number)
    {
        if (schema.Minimum is { } minimum)
        {
            Assert(ref verdict, Keyword.Minimum, number.CompareTo(minimum) >= 0);
        }

        if (schema.Maximum is { } maximum)
        {
            Assert(ref verdict, Keyword.Maximum, number.CompareTo(maximum) <= 0);
        }

        if (schema.ExclusiveMinimum is { } above)
        {
            Assert(ref verdict, Keyword.ExclusiveMinimum, number.CompareTo(above) > 0);
        }

        if (schema.ExclusiveMaximum is { } below)
        {
            Assert(ref verdict, Keyword.ExclusiveMaximum, number.CompareTo(below) < 0);
        }

        if (schema.MultipleOf is { } divisor)
        {
            Assert(ref verdict, Keyword.MultipleOf, number.IsMultipleOf(divisor));
        }
    }

    private void JudgeText(ref Verdict verdict, Schema schema, string text)
    {
        int codePoints = text.Length - text.Count(char.IsLowSurrogate);
        if (schema.Own.HasFlag(Keyword.MinLength))
        {
            Assert(ref verdict, Keyword.MinLength, codePoints >= schema.MinLength);
        }

        if (schema.Own.HasFlag(Keyword.MaxLength))
        {
            Assert(ref verdict, Keyword.MaxLength, codePoints <= schema.MaxLength);
        }

        if (schema.Format is { } format)
        {
            Assert(ref verdict, Keyword.Format, RfcFormats.IsMatch(format, text));
        }

        if (schema.Pattern is not null)
        {
            Assert(ref verdict, Keyword.Pattern, Verdict.Unknown);
        }
    }

    private void JudgeArray(ref Verdict verdict, Schema schema, JsonArray array)
    {
        if (schema.Items is { } items)
        {
            foreach (Json item in array.Items)
            {
                Assert(ref verdict, Keyword.Items, Judge(items, item));
            }
        }

        if (schema.Own.HasFlag(Keyword.MinItems))
        {
            Assert(ref verdict, Keyword.MinItems, array.Items.Count >= schema.MinItems);
        }

        if (schema.Own.HasFlag(Keyword.MaxItems))
        {
            Assert(ref verdict, Keyword.MaxItems, array.Items.Count <= schema.MaxItems);
        }

        if (schema.UniqueItems)
        {
            Assert(ref verdict, Keyword.UniqueItems, array.Items.Select(Key).Distinct(StringComparer.Ordinal).Count() == array.Items.Count);
        }
    }

    private void JudgeObject(ref Verdict verdict, Schema schema, JsonObject shape)
    {
        foreach (JsonMember member in shape.Members)
        {
            if (schema.Properties.TryGetValue(member.Name, out Schema? property))
            {
                Assert(ref verdict, Keyword.Properties, Judge(property, member.Value));
            }
            else if (schema.AdditionalProperties is { } more)
            {
                Assert(ref verdict, Keyword.AdditionalProperties, Judge(more, member.Value));
            }
            else if (schema.IsClosed)
            {
                Assert(ref verdict, Keyword.AdditionalProperties, false);
            }

            if (schema.PropertyNames is { } names)
            {
                Assert(ref verdict, Keyword.PropertyNames, Judge(names, Json.Of(member.Name)));
            }
        }

        // A closed object that holds nothing unknown has passed.
        Applied |= schema.Own & Keyword.AdditionalProperties;
        if (schema.Required.Count > 0)
        {
            Assert(ref verdict, Keyword.Required, schema.Required.All(name => shape[name] is not null));
        }

        if (schema.Own.HasFlag(Keyword.MinProperties))
        {
            Assert(ref verdict, Keyword.MinProperties, shape.Members.Count >= schema.MinProperties);
        }

        if (schema.Own.HasFlag(Keyword.MaxProperties))
        {
            Assert(ref verdict, Keyword.MaxProperties, shape.Members.Count <= schema.MaxProperties);
        }
    }

    private void JudgeCombined(ref Verdict verdict, Schema schema, Json value)
    {
        foreach (Schema part in schema.AllOf)
        {
            Assert(ref verdict, Keyword.AllOf, Judge(part, value));
        }

        if (schema.AnyOf.Count > 0)
        {
            Verdict[] verdicts = Apart(schema.AnyOf, value);
            Assert(ref verdict, Keyword.AnyOf, verdicts.Contains(Verdict.Valid) ? Verdict.Valid : verdicts.Contains(Verdict.Unknown) ? Verdict.Unknown : Verdict.Invalid);
        }

        if (schema.OneOf.Count > 0)
        {
            Verdict[] verdicts = Apart(schema.OneOf, value);
            int valid = verdicts.Count(static one => one == Verdict.Valid);
            Assert(ref verdict, Keyword.OneOf, valid > 1 ? Verdict.Invalid : verdicts.Contains(Verdict.Unknown) ? Verdict.Unknown : valid == 1 ? Verdict.Valid : Verdict.Invalid);
        }

        if (schema.Not is { } not)
        {
            Verdict inner = Apart([not], value)[0];
            Assert(ref verdict, Keyword.Not, inner switch { Verdict.Valid => Verdict.Invalid, Verdict.Invalid => Verdict.Valid, _ => Verdict.Unknown });
        }
    }

    /// <summary>Judges alternatives: what was applied in them counts; what failed counts where it failed in every one of several.</summary>
    private Verdict[] Apart(IReadOnlyList<Schema> alternatives, Json value)
    {
        var verdicts = new Verdict[alternatives.Count];
        Keyword everywhere = alternatives.Count > 1 ? ~Keyword.None : Keyword.None;
        for (int index = 0; index < verdicts.Length; index++)
        {
            var apart = new ExactOracle();
            verdicts[index] = apart.Judge(alternatives[index], value);
            Applied |= apart.Applied;
            everywhere &= apart.Failed;
        }

        Failed |= everywhere;
        return verdicts;
    }

    private void Assert(ref Verdict verdict, Keyword keyword, bool holds) => Assert(ref verdict, keyword, holds ? Verdict.Valid : Verdict.Invalid);

    private void Assert(ref Verdict verdict, Keyword keyword, Verdict part)
    {
        Applied |= keyword;
        if (part == Verdict.Invalid)
        {
            Failed |= keyword;
            verdict = Verdict.Invalid;
        }
        else if (part == Verdict.Unknown && verdict == Verdict.Valid)
        {
            verdict = Verdict.Unknown;
        }
    }

    private static bool IsOf(string type, Json value) => type switch
    {
        "null" => value is JsonNull,
        "boolean" => value is JsonBool,
        "number" => value is JsonNumber,
        "integer" => value is JsonNumber number && number.Exact.IsInteger,
        "string" => value is JsonText,
        "array" => value is JsonArray,
        "object" => value is JsonObject,
        _ => throw new InvalidOperationException($"The schema has the type '{type}'."),
    };

    public static bool AreEqual(Json left, Json right) => Key(left) == Key(right);

    /// <summary>The same text for equal values: exact numbers, members in order of their names.</summary>
    public static string Key(Json value) => value switch
    {
        JsonNumber number => $"{number.Exact.Digits}e{number.Exact.Exponent}",
        JsonText text => new JsonText(text.Value).ToString(),
        JsonArray array => "[" + string.Join(",", array.Items.Select(Key)) + "]",
        JsonObject shape => "{" + string.Join(",", shape.Members.OrderBy(static member => member.Name, StringComparer.Ordinal).Select(static member => new JsonText(member.Name) + ":" + Key(member.Value))) + "}",
        _ => value.ToString(),
    };
}
