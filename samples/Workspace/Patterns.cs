namespace Workspace;

/// <summary>What names look like. A note's name becomes a file name, so it holds nothing that means something in a path.</summary>
public static class Patterns
{
    public const string NoteName = "[a-z0-9][a-z0-9-]{0,63}";
    public const string Tag = "[a-z0-9][a-z0-9-]{0,31}";
}
