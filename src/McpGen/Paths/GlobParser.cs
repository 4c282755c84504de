using System.Collections.Generic;

namespace McpGen.Paths;

/// <summary>Takes a pattern apart. The braces are multiplied out, so that what is left is lists of components.</summary>
internal static class GlobParser
{
    private const int DeepestBraces = 8;

    public static GlobComponent[][] Parse(string pattern)
    {
        if (pattern.Length == 0)
        {
            throw new GlobException("is empty; name the files that are allowed, as **/*.md does");
        }

        if (pattern.Length > Glob.LongestPattern)
        {
            throw new GlobException($"is longer than {Glob.LongestPattern} characters");
        }

        foreach (char unit in pattern)
        {
            if (unit is '[' or ']' or '\\')
            {
                throw new GlobException($"has '{unit}'; there are no character classes and no escapes, write the names out in {{a,b}}");
            }
        }

        int at = 0;
        List<string> texts = Sequence(pattern, ref at, depth: 0);
        var alternatives = new GlobComponent[texts.Count][];
        for (int index = 0; index < alternatives.Length; index++)
        {
            alternatives[index] = Components(texts[index]);
        }

        return alternatives;
    }

    private static List<string> Sequence(string pattern, ref int at, int depth)
    {
        var texts = new List<string> { "" };
        while (at < pattern.Length && (depth == 0 || pattern[at] is not (',' or '}')))
        {
            int start = at;
            if (pattern[at] == '{')
            {
                texts = Product(texts, Braces(pattern, ref at, depth + 1));
                continue;
            }

            while (at < pattern.Length && pattern[at] != '{' && (depth == 0 || pattern[at] is not (',' or '}')))
            {
                if (pattern[at] == '}')
                {
                    throw new GlobException("has a '}' without its '{'");
                }

                at++;
            }

            texts = Product(texts, [pattern.Substring(start, at - start)]);
        }

        return texts;
    }

    private static List<string> Braces(string pattern, ref int at, int depth)
    {
        if (depth > DeepestBraces)
        {
            throw new GlobException($"nests braces deeper than {DeepestBraces} levels");
        }

        var texts = new List<string>();
        do
        {
            at++;
            texts.AddRange(Sequence(pattern, ref at, depth));
            Bound(texts.Count);
        }
        while (at < pattern.Length && pattern[at] == ',');

        if (at == pattern.Length)
        {
            throw new GlobException("has a '{' without its '}'");
        }

        at++;
        return texts;
    }

    private static List<string> Product(List<string> left, List<string> right)
    {
        Bound(left.Count * right.Count);
        var texts = new List<string>(left.Count * right.Count);
        foreach (string start in left)
        {
            foreach (string end in right)
            {
                texts.Add(start + end);
            }
        }

        return texts;
    }

    private static void Bound(int alternatives)
    {
        if (alternatives > Glob.MostAlternatives)
        {
            throw new GlobException($"comes to more than {Glob.MostAlternatives} alternatives when its braces are written out");
        }
    }

    private static GlobComponent[] Components(string text)
    {
        string[] parts = text.Split('/');
        var components = new List<GlobComponent>(parts.Length);
        foreach (string part in parts)
        {
            // Whatever the wildcards stand for: "x" is a character that every name may have anywhere.
            if (part.IndexOf("**", System.StringComparison.Ordinal) >= 0 && part != "**")
            {
                throw new GlobException("has a '**' beside other characters; it stands alone between slashes");
            }

            if (!PathName.IsComponent(part.Replace('*', 'x').Replace('?', 'x')))
            {
                throw new GlobException("matches no name: an absolute path, '.', '..', an empty component, a ':' or a control character, a dot or a space at the end of a component and a Windows device are never names");
            }

            if (part != "**" || components.Count == 0 || !components[components.Count - 1].IsDeep)
            {
                components.Add(new GlobComponent(part));
            }
        }

        if (components.Count > Glob.MostComponents)
        {
            throw new GlobException($"has more than {Glob.MostComponents} components");
        }

        return components.ToArray();
    }
}
