namespace McpGen.Differential.Values;

/// <summary>What decides which oracles can be asked about a value; worked out once.</summary>
internal sealed class ValueFacts
{
    public ValueFacts(Json value) => Look(value);

    /// <summary>Whether every number is one that a double gives back.</summary>
    public bool NumbersSurvive { get; private set; } = true;

    /// <summary>Whether every number is an integer that a double counts up to.</summary>
    public bool NumbersAreSafeIntegers { get; private set; } = true;

    /// <summary>Whether every number has at most 15 digits, none of them far from the point.</summary>
    public bool NumbersAreShort { get; private set; } = true;

    public bool HasSupplementary { get; private set; }

    public List<ExactNumber> Numbers { get; } = [];

    /// <summary>Every string and every name.</summary>
    public List<string> Texts { get; } = [];

    private void Look(Json value)
    {
        switch (value)
        {
            case JsonNumber number:
                Look(number.Exact);
                break;
            case JsonText text:
                Look(text.Value);
                break;
            case JsonArray array:
                foreach (Json item in array.Items)
                {
                    Look(item);
                }

                break;
            case JsonObject shape:
                foreach (JsonMember member in shape.Members)
                {
                    Look(member.Name);
                    Look(member.Value);
                }

                break;
        }
    }

    private void Look(ExactNumber number)
    {
        Numbers.Add(number);
        NumbersSurvive &= number.SurvivesDouble;
        NumbersAreSafeIntegers &= number.IsInteger && number.Magnitude <= 15;
        NumbersAreShort &= number.DigitCount <= 15 && number.Magnitude <= 15 && number.Exponent >= -12;
    }

    private void Look(string text)
    {
        Texts.Add(text);
        foreach (char character in text)
        {
            HasSupplementary |= char.IsSurrogate(character);
        }
    }
}
