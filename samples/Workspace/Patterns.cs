namespace Workspace;

/// <summary>What names look like.</summary>
public static class Patterns
{
    public const string Tag = "[a-z0-9][a-z0-9-]{0,31}";
}
