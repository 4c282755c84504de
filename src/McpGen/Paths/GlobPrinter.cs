using System.Collections.Generic;
using System.Text;

namespace McpGen.Paths;

/// <summary>Prints a pattern as an ECMA-262 expression (with the <c>u</c> flag, so that a character is a code point).</summary>
internal static class GlobPrinter
{
    private const int Longest = 512;

    public static string? Print(IReadOnlyList<IReadOnlyList<GlobComponent>> alternatives, bool hidden)
    {
        var text = new StringBuilder("^(?:");
        for (int index = 0; index < alternatives.Count && text.Length <= Longest; index++)
        {
            text.Append(index == 0 ? "" : "|");
            Print(text, alternatives[index], hidden);
        }

        text.Append(")$");
        return text.Length <= Longest ? text.ToString() : null;
    }

    private static void Print(StringBuilder text, IReadOnlyList<GlobComponent> components, bool hidden)
    {
        string any = hidden ? "[^/]+" : "[^./][^/]*";
        if (components.Count == 1 && components[0].IsDeep)
        {
            text.Append(@"\.|").Append(any).Append("(?:/").Append(any).Append(")*");
            return;
        }

        bool slash = false;
        for (int index = 0; index < components.Count; index++)
        {
            bool isLast = index == components.Count - 1;
            if (components[index].IsDeep && isLast)
            {
                text.Append("(?:/").Append(any).Append(")*");
            }
            else
            {
                text.Append(slash ? "/" : "");
                slash = !components[index].IsDeep;
                if (slash)
                {
                    Print(text, components[index].Text, hidden);
                }
                else
                {
                    text.Append("(?:").Append(any).Append("/)*");
                }
            }
        }
    }

    private static void Print(StringBuilder text, string component, bool hidden)
    {
        for (int at = 0; at < component.Length;)
        {
            int single = 0;
            bool many = false;
            int start = at;
            for (; at < component.Length && component[at] is '*' or '?'; at++)
            {
                single += component[at] == '?' ? 1 : 0;
                many |= component[at] == '*';
            }

            if (at == start)
            {
                text.Append(@"^$\.|+()".IndexOf(component[at]) >= 0 ? "\\" : "").Append(component[at++]);
            }
            else
            {
                // A component is never empty, and a dot at its start has to be written in the pattern.
                bool isAll = start == 0 && at == component.Length;
                bool needsOne = start == 0 && single == 0 && (isAll || (!hidden && component[at] == '.'));
                Wildcards(text, needsOne ? 1 : single, many, isVisible: start == 0 && !hidden);
            }
        }
    }

    private static void Wildcards(StringBuilder text, int single, bool many, bool isVisible)
    {
        if (isVisible)
        {
            text.Append(single == 0 ? "(?:[^./][^/]*)?" : "[^./]");
            many &= single > 0;
            single--;
        }

        for (; single > 0; single--)
        {
            text.Append("[^/]");
        }

        text.Append(many ? "[^/]*" : "");
    }
}
