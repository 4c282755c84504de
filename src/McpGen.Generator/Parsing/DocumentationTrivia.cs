using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace McpGen.Generator.Parsing;

/// <summary>
/// Finds the documentation comment of a declaration in its trivia, as the compiler would. A build without a documentation file lexes it as
/// an ordinary comment, so the text of a comment decides, not its kind: the result is the same for every DocumentationMode.
/// </summary>
public static class DocumentationTrivia
{
    // The characters that end a line of C#.
    private static readonly char[] LineEnds = ['\r', '\n', '\u0085', '\u2028', '\u2029'];

    /// <summary>The XML before a declaration without the comment's own punctuation, or null when there is no documentation comment.</summary>
    public static string? Before(SyntaxNode declaration)
    {
        SyntaxToken first = declaration.GetFirstToken();
        var comments = new List<string>();
        var interrupted = false;

        // As an ordinary comment it may stand on the line of the token before ("{ /** text */ void M();") and is that token's trivia.
        foreach (SyntaxTrivia trivia in first.GetPreviousToken().TrailingTrivia.Concat(first.LeadingTrivia))
        {
            if (trivia.IsKind(SyntaxKind.WhitespaceTrivia) || trivia.IsKind(SyntaxKind.EndOfLineTrivia))
                continue;

            if (!IsDocumentation(trivia))
            {
                interrupted = true;
                continue;
            }

            // Other comments and directives may follow a documentation comment, but they cut off the ones before them.
            if (interrupted)
                comments.Clear();
            interrupted = false;
            comments.Add(trivia.HasStructure ? trivia.ToFullString() : trivia.ToString());
        }

        return comments.Count == 0 ? null : string.Join("\n", comments.SelectMany(ContentLines));
    }

    private static bool IsDocumentation(SyntaxTrivia trivia)
    {
        switch (trivia.Kind())
        {
            case SyntaxKind.SingleLineDocumentationCommentTrivia:
            case SyntaxKind.MultiLineDocumentationCommentTrivia:
                return true;
            case SyntaxKind.SingleLineCommentTrivia:
            case SyntaxKind.MultiLineCommentTrivia:
                string text = trivia.ToString();
                return (IsAt(text, "///") && !IsAt(text, "////")) || (IsAt(text, "/**") && !IsAt(text, "/***") && !IsAt(text, "/**/"));
            default:
                return false;
        }
    }

    private static IEnumerable<string> ContentLines(string comment)
    {
        if (IsAt(comment, "///") && comment.IndexOfAny(LineEnds) < 0)
            return [comment.Substring(3)];

        if (IsAt(comment, "///"))
            return comment.Split(LineEnds).Where(static line => line.Contains("///")).Select(static line => line.Substring(line.IndexOf("///", StringComparison.Ordinal) + 3));

        int end = comment.EndsWith("*/", StringComparison.Ordinal) ? comment.Length - 2 : comment.Length;
        string[] lines = comment.Substring(3, end - 3).Split(LineEnds);

        // A star is decoration only if each further line has one; a single starred line is text.
        bool decorated = lines.Skip(1).All(static line => string.IsNullOrWhiteSpace(line) || IsAt(line.TrimStart(), "*"));
        return decorated ? lines.Take(1).Concat(lines.Skip(1).Select(WithoutStar)) : lines;
    }

    private static string WithoutStar(string line) => line.Substring(line.IndexOf('*') + 1);

    private static bool IsAt(string text, string start) => text.StartsWith(start, StringComparison.Ordinal);
}
