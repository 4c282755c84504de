namespace Tour;

/// <summary>Writes what the tour sees, and counts what was answered as expected.</summary>
/// <param name="output">Where to.</param>
/// <param name="width">The most characters of a row; where that is too few for an answer, rows wrap.</param>
/// <param name="inColour">Whether a terminal shows it.</param>
internal sealed class Table(TextWriter output, int width, bool inColour)
{
    private const string Bold = "1", Faint = "2", Red = "31", Green = "32";
    private const int LeastRoom = 60, WhatWidth = 40, ExpectedWidth = 24, AnswerStart = 11 + WhatWidth + ExpectedWidth;

    private int _calls;
    private int _expected;

    public void Title(string title) => output.WriteLine("\n" + Colour(title, Bold));

    public void Line(string text) => output.WriteLine(text);

    public void Detail(string text) => output.WriteLine(Colour(text, Faint));

    public void Header() => Detail($"         {"call",-WhatWidth}  {"expected",-ExpectedWidth}  answered");

    public void Row(Call call, Answer answer)
    {
        bool isExpected = answer.IsExpectedBy(call);
        _calls++;
        _expected += isExpected ? 1 : 0;
        string verdict = isExpected ? Colour("ok   ", Green) : Colour("WRONG", Red);
        output.WriteLine($"  {verdict}  {call.What,-WhatWidth}  {call.Expected,-ExpectedWidth}  {Cut(answer.Text)}");
    }

    /// <summary>Writes the last line.</summary>
    /// <returns>The exit code: 0 when every call was answered as expected.</returns>
    public int Close()
    {
        bool isGood = _expected == _calls && _calls > 0;
        output.WriteLine("\n" + Colour($"{_expected} of {_calls} calls were answered as expected.", isGood ? Green : Red));
        return isGood ? 0 : 1;
    }

    private string Cut(string text)
    {
        int room = Math.Max(width - AnswerStart, LeastRoom);
        return text.Length <= room ? text : text[..(room - 3)] + "...";
    }

    private string Colour(string text, string code) => inColour ? $"\e[{code}m{text}\e[0m" : text;
}
