using System.Collections.Generic;
using McpGen.Generator.Diagnostics;
using McpGen.Generator.Model;

namespace McpGen.Generator.Parsing;

/// <summary>Advice where an argument reads like a path or URL and nothing says which ones are meant: the guard that was forgotten.</summary>
public static class GuardAdvice
{
    private static readonly HashSet<string> s_paths = ["path", "paths", "file", "files", "filename", "filenames", "filepath", "dir", "directory", "directories", "folder", "folders"];

    private static readonly HashSet<string> s_urls = ["url", "urls", "uri", "uris", "href", "webhook"];

    public static void Report(string name, ValueModel? value, Annotations annotations, ParseContext context)
    {
        if (context.IsResult || TextIn(value) is not { } text || !text.Allowed.IsEmpty)
        {
            return;
        }

        // [Url] has a pattern of its own, which says nothing about hosts.
        bool isUrl = text.Kind == StringKind.Uri || text.Format == "Uri";
        if (isUrl || (text.PatternField is null && text.Format is null && IsCalled(name, s_urls)))
        {
            context.Report(Descriptors.Unguarded, annotations.Location, annotations.Subject, "URL", "GuardedUri", "AllowedHosts");
        }
        else if (text.PatternField is null && text.Format is null && IsCalled(name, s_paths))
        {
            context.Report(Descriptors.Unguarded, annotations.Location, annotations.Subject, "path", "SandboxedPath", "AllowedPaths");
        }
    }

    private static StringValue? TextIn(ValueModel? value) => value switch
    {
        StringValue { Kind: not StringKind.Char } text => text,
        ArrayValue array => TextIn(array.Item),
        MapValue map => TextIn(map.Item),
        _ => null,
    };

    /// <summary>Whether the last word of a name is one of these, or the one before "name": <c>sourceFile</c>, <c>fileName</c>, not <c>fileCount</c>.</summary>
    private static bool IsCalled(string name, HashSet<string> words)
    {
        string[] parts = ToolNaming.SnakeCaseLower(name).Split('_');
        string last = parts[parts.Length - 1];
        return words.Contains(last) || (last == "name" && parts.Length > 1 && words.Contains(parts[parts.Length - 2]));
    }
}
