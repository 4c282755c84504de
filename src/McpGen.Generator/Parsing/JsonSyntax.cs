namespace McpGen.Generator.Parsing;

/// <summary>Whether a text is one JSON value (RFC 8259) in printable ASCII; a compiler component has no JSON parser at hand.</summary>
public static class JsonSyntax
{
    private const int Deepest = 32;

    public static bool IsValid(string text)
    {
        int position = 0;
        return Value(text, ref position, 0) && Skip(text, ref position) && position == text.Length;
    }

    private static bool Value(string text, ref int position, int depth)
    {
        Skip(text, ref position);
        if (depth > Deepest || position >= text.Length)
        {
            return false;
        }

        return text[position] switch
        {
            '{' => Container(text, ref position, '}', hasNames: true, depth),
            '[' => Container(text, ref position, ']', hasNames: false, depth),
            '"' => String(text, ref position),
            't' => Word(text, ref position, "true"),
            'f' => Word(text, ref position, "false"),
            'n' => Word(text, ref position, "null"),
            _ => Number(text, ref position),
        };
    }

    private static bool Container(string text, ref int position, char end, bool hasNames, int depth)
    {
        position++;
        Skip(text, ref position);
        if (position < text.Length && text[position] == end)
        {
            position++;
            return true;
        }

        while (true)
        {
            Skip(text, ref position);
            if (hasNames && !(String(text, ref position) && Skip(text, ref position) && Word(text, ref position, ":")))
            {
                return false;
            }

            if (!Value(text, ref position, depth + 1))
            {
                return false;
            }

            Skip(text, ref position);
            if (position >= text.Length || text[position] is not ',' and var next && next != end)
            {
                return false;
            }

            if (text[position++] == end)
            {
                return true;
            }
        }
    }

    private static bool String(string text, ref int position)
    {
        if (!Word(text, ref position, "\""))
        {
            return false;
        }

        while (position < text.Length && text[position] is >= ' ' and <= '~' and not '"')
        {
            if (text[position++] == '\\')
            {
                if (position >= text.Length)
                {
                    return false;
                }

                char escape = text[position++];
                if (escape == 'u')
                {
                    for (int end = position + 4; position < end; position++)
                    {
                        if (position >= text.Length || !System.Uri.IsHexDigit(text[position]))
                        {
                            return false;
                        }
                    }
                }
                else if ("\"\\/bfnrt".IndexOf(escape) < 0)
                {
                    return false;
                }
            }
        }

        return Word(text, ref position, "\"");
    }

    private static bool Number(string text, ref int position)
    {
        if (text[position] == '-')
        {
            position++;
        }

        int start = position;
        if (!Digits(text, ref position) || (text[start] == '0' && position > start + 1))
        {
            return false;
        }

        if (Word(text, ref position, ".") && !Digits(text, ref position))
        {
            return false;
        }

        if (Word(text, ref position, "e") || Word(text, ref position, "E"))
        {
            _ = Word(text, ref position, "+") || Word(text, ref position, "-");
            return Digits(text, ref position);
        }

        return true;
    }

    private static bool Digits(string text, ref int position)
    {
        int start = position;
        while (position < text.Length && text[position] is >= '0' and <= '9')
        {
            position++;
        }

        return position > start;
    }

    private static bool Word(string text, ref int position, string word)
    {
        if (string.CompareOrdinal(text, position, word, 0, word.Length) != 0)
        {
            return false;
        }

        position += word.Length;
        return true;
    }

    private static bool Skip(string text, ref int position)
    {
        while (position < text.Length && text[position] is ' ' or '\t' or '\r' or '\n')
        {
            position++;
        }

        return true;
    }
}
