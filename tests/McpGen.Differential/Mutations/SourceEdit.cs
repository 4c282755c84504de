using System.Text;
using System.Text.RegularExpressions;

namespace McpGen.Differential.Mutations;

/// <summary>Edits on a generated file, by the words that the emitter prints.</summary>
internal static class SourceEdit
{
    /// <summary>Replaces every call of a method.</summary>
    /// <param name="source">The file.</param>
    /// <param name="method">What stands before the opening parenthesis, as a regular expression.</param>
    /// <param name="replacement">Given the match and the arguments, what stands in the place of the call.</param>
    public static string Calls(string source, string method, Func<Match, IReadOnlyList<string>, string> replacement)
    {
        var text = new StringBuilder();
        int position = 0;
        foreach (Match match in Regex.Matches(source, $@"{method}\("))
        {
            if (match.Index < position)
            {
                continue;
            }

            (IReadOnlyList<string> arguments, int end) = Arguments(source, match.Index + match.Length);
            text.Append(source, position, match.Index - position).Append(replacement(match, arguments));
            position = end;
        }

        return text.Append(source, position, source.Length - position).ToString();
    }

    /// <summary>Takes named arguments out of every call of the reader.</summary>
    public static string WithoutArgument(string source, params string[] names) =>
        Calls(source, @"(?:reader\.(?:Read|Enter)\w+(?:<[^(]*>)?|entries\.Next)", (match, arguments) =>
            match.Value + string.Join(", ", arguments.Where(argument => !names.Any(name => argument.StartsWith(name + ":", StringComparison.Ordinal)))) + ")");

    /// <summary>The arguments from behind an opening parenthesis, and where the call ends.</summary>
    private static (IReadOnlyList<string> Arguments, int End) Arguments(string source, int start)
    {
        List<string> arguments = [];
        int depth = 0;
        int from = start;
        for (int index = start; index < source.Length; index++)
        {
            switch (source[index])
            {
                case '"':
                    for (index++; source[index] != '"'; index++)
                    {
                        index += source[index] == '\\' ? 1 : 0;
                    }

                    break;
                case '(' or '[' or '{':
                    depth++;
                    break;
                case ',' when depth == 0:
                    arguments.Add(source[from..index].Trim());
                    from = index + 1;
                    break;
                case ')' or ']' or '}' when depth-- == 0:
                    arguments.Add(source[from..index].Trim());
                    return (arguments, index + 1);
            }
        }

        throw new InvalidOperationException("A call is not closed.");
    }
}
