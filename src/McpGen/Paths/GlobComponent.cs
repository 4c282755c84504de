namespace McpGen.Paths;

/// <summary>What stands between two slashes of a pattern: text, <c>*</c> and <c>?</c>, or <c>**</c> alone.</summary>
internal sealed class GlobComponent
{
    public GlobComponent(string text) => Text = text;

    public string Text { get; }

    /// <summary>Any number of components.</summary>
    public bool IsDeep => Text == "**";

    public bool HasWildcard => Text.IndexOf('*') >= 0 || Text.IndexOf('?') >= 0;

    /// <summary>Whether the component <c>name[start..end]</c> is one of those meant.</summary>
    /// <remarks>Only the last <c>*</c> is ever tried again, so the steps are bounded by the product of both lengths.</remarks>
    public bool Matches(string name, int start, int end, bool hidden, ref long steps)
    {
        if (!hidden && name[start] == '.' && Text[0] != '.')
        {
            return false;
        }

        int at = start, pattern = 0, star = -1, resume = start;
        while (at < end)
        {
            steps++;
            if (pattern < Text.Length && Text[pattern] == '*')
            {
                star = ++pattern;
                resume = at;
            }
            else if (pattern < Text.Length && Text[pattern] == '?')
            {
                pattern++;
                at += Width(name, at);
            }
            else if (pattern < Text.Length && Text[pattern] == name[at])
            {
                pattern++;
                at++;
            }
            else if (star >= 0)
            {
                pattern = star;
                resume += Width(name, resume);
                at = resume;
            }
            else
            {
                return false;
            }
        }

        while (pattern < Text.Length && Text[pattern] == '*')
        {
            pattern++;
        }

        return pattern == Text.Length;
    }

    private static int Width(string name, int at) => char.IsHighSurrogate(name[at]) ? 2 : 1;
}
