namespace Workspace;

/// <summary>A note: Markdown, with its tags on a first line that reads <c>tags: one, two</c>.</summary>
public sealed record Note(string Name, IReadOnlyList<string> Tags, string Text, DateTime Modified)
{
    private const string TagsLine = "tags:";

    public int Words => Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;

    public static Note Parse(string name, string file, DateTime modified)
    {
        if (!file.StartsWith(TagsLine, StringComparison.Ordinal))
        {
            return new Note(name, [], file, modified);
        }

        int end = file.IndexOf('\n', StringComparison.Ordinal);
        string first = end < 0 ? file : file[..end];
        string[] tags = first[TagsLine.Length..].Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return new Note(name, tags, end < 0 ? "" : file[end..].TrimStart('\r', '\n'), modified);
    }

    // A text that looks like a line of tags gets one, empty, before it: text never becomes tags.
    public string ToFile() =>
        Tags.Count == 0 && !Text.StartsWith(TagsLine, StringComparison.Ordinal) ? Text : $"{TagsLine} {string.Join(", ", Tags)}\n\n{Text}";

    /// <summary>How often the words occur in name and text; 0 unless each of them does.</summary>
    public int Score(string[] words)
    {
        int score = 0;
        foreach (string word in words)
        {
            int hits = Count(Name, word) + Count(Text, word);
            if (hits == 0)
            {
                return 0;
            }

            score += hits;
        }

        return score;
    }

    public override string ToString() =>
        $"{Name} ({Words} words, modified {Modified:yyyy-MM-dd}{(Tags.Count == 0 ? "" : $", tags: {string.Join(", ", Tags)}")})";

    private static int Count(string text, string word)
    {
        int count = 0;
        for (int at = text.IndexOf(word, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(word, at + word.Length, StringComparison.OrdinalIgnoreCase))
        {
            count++;
        }

        return count;
    }
}
