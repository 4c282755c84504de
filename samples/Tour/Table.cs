namespace Tour;

/// <summary>Writes what the tour sees, and counts what was answered as expected.</summary>
internal sealed class Table(TextWriter output, bool inColour)
{
    private const string Green = "32", Red = "31", Bold = "1", Faint = "2";
    private const int Longest = 110;

    private int _calls;
    private int _expected;

    public void Title(string title)
    {
        output.WriteLine();
        output.WriteLine(Colour(title, Bold));
    }

    public void Line(string text = "") => output.WriteLine(text);

    public void Detail(string text) => output.WriteLine(Colour(text, Faint));

    public void Row(Call call, Answer answer)
    {
        bool isExpected = answer.IsExpectedBy(call);
        _calls++;
        _expected += isExpected ? 1 : 0;
        string text = answer.Text.Length <= Longest ? answer.Text : answer.Text[..Longest] + "...";
        output.WriteLine($"  {(isExpected ? Colour("ok   ", Green) : Colour("WRONG", Red))}  {call.What,-46}  {call.Expected,-26}  {text}");
    }

    /// <summary>Writes the last line.</summary>
    /// <returns>The exit code: 0 when every call was answered as expected.</returns>
    public int Close()
    {
        bool isGood = _expected == _calls && _calls > 0;
        output.WriteLine();
        output.WriteLine(Colour($"{_expected} of {_calls} calls were answered as expected.", isGood ? Green : Red));
        return isGood ? 0 : 1;
    }

    private string Colour(string text, string code) => inColour ? $"\e[{code}m{text}\e[0m" : text;
}
