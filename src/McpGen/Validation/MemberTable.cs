namespace McpGen.Validation;

/// <summary>The members that an object may have, and which of them it must have.</summary>
public sealed class MemberTable
{
    /// <summary>Makes a table.</summary>
    /// <param name="required">The names that must be there.</param>
    /// <param name="optional">The names that may be there; JSON null counts as absent.</param>
    public MemberTable(string[] required, string[] optional)
    {
        Names = new NameTable([.. required, .. optional]);
        RequiredCount = required.Length;
    }

    internal NameTable Names { get; }

    /// <summary>The first so many names are required.</summary>
    internal int RequiredCount { get; }
}
