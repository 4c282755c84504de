using McpGen.Generator.Tests.Harness;

namespace McpGen.Generator.Tests.Diagnostics;

/// <summary>Test sources in which the places of the expected findings are marked <c>[|so|]</c>.</summary>
internal sealed class MarkedSources
{
    private const string NextFile = "// next file\n";

    public MarkedSources(string marked)
    {
        string[] files = marked.ReplaceLineEndings("\n").Split(NextFile);
        for (int file = 0; file < files.Length; file++)
        {
            files[file] = Unmark(files[file], file);
        }

        Files = files;
    }

    /// <summary>The files without their marks; a line <c>// next file</c> parts them.</summary>
    public string[] Files { get; }

    /// <summary>What is marked, by file and position, as <see cref="Place"/> writes it.</summary>
    public List<Place> Places { get; } = [];

    private string Unmark(string text, int file)
    {
        int start;
        while ((start = text.IndexOf("[|", StringComparison.Ordinal)) >= 0)
        {
            int end = text.IndexOf("|]", start, StringComparison.Ordinal) - 2;
            text = text.Remove(end + 2, 2).Remove(start, 2);
            Places.Add(new Place($"Source{file}.cs", TestCompilation.Usings.Length + start, text[start..end]));
        }

        return text;
    }

    /// <summary>A piece of a file.</summary>
    public sealed record Place(string File, int Start, string Text);
}
