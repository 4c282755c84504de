namespace McpGen.Generator.Patterns;

/// <summary>A place in the pattern's text.</summary>
public sealed class PatternScanner(string text)
{
    public int Position { get; private set; }

    public bool IsAtEnd => Position == text.Length;

    /// <summary>NUL past the end: nothing in the syntax is spelled with it.</summary>
    public char Peek(int ahead = 0) => Position + ahead < text.Length ? text[Position + ahead] : '\0';

    public bool IsAt(string expected) => string.CompareOrdinal(text, Position, expected, 0, expected.Length) == 0;

    public char Take() => text[Position++];

    public string Take(int length)
    {
        Position += length;
        return text.Substring(Position - length, length);
    }

    public bool TryTake(string expected)
    {
        if (!IsAt(expected))
            return false;

        Position += expected.Length;
        return true;
    }

    /// <summary>How many of the next characters could be a group's name.</summary>
    public int NameLength()
    {
        int length = 0;
        while (char.IsLetterOrDigit(Peek(length)) || Peek(length) == '_')
            length++;

        return length;
    }

    public void Skip(int count) => Position += count;

    /// <summary>Takes a code point that stands for itself; a surrogate pair in the text is one.</summary>
    public int TakeCodePoint()
    {
        int start = Position;
        char first = Take();
        if (!char.IsSurrogate(first))
            return first;

        if (!char.IsSurrogatePair(first, Peek()))
            throw new PatternRefusedException(start, EscapeParser.LoneSurrogate);

        return char.ConvertToUtf32(first, Take());
    }
}
