namespace McpGen.Validation;

/// <summary>The members that an object may have, and which of them it must have.</summary>
public sealed class MemberTable
{
    private readonly string[] _ignored;

    /// <summary>Makes a table.</summary>
    /// <param name="required">The names that must be there.</param>
    /// <param name="optional">The names that may be there; JSON null counts as absent.</param>
    /// <param name="ignored">Names that are dropped unread; only for the arguments of a tool.</param>
    public MemberTable(string[] required, string[] optional, params string[] ignored)
    {
        Names = new NameTable([.. required, .. optional]);
        RequiredCount = required.Length;
        _ignored = ignored;
    }

    internal NameTable Names { get; }

    /// <summary>The first so many names are required.</summary>
    internal int RequiredCount { get; }

    internal bool Ignores(string name) => Array.IndexOf(_ignored, name) >= 0;
}
