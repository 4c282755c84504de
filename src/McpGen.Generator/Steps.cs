namespace McpGen.Generator;

/// <summary>The names of the pipeline's steps, for the tests that hold their caching.</summary>
public static class Steps
{
    /// <summary>A tool class in syntax and symbols becomes a model and diagnostics. Runs on every edit.</summary>
    public const string Parse = nameof(Parse);

    /// <summary>The models alone. Changes only when something that is printed does.</summary>
    public const string Model = nameof(Model);

    /// <summary>What the registration file lists: class names alone.</summary>
    public const string Registration = nameof(Registration);

    /// <summary>The tools of the assembly by name, for what only all classes together show.</summary>
    public const string Names = nameof(Names);

    /// <summary>Tool methods, and restrictions of access, that stand where no wrapper is made.</summary>
    public const string Strays = nameof(Strays);

    /// <summary>Registrations that can lead past a wrapper.</summary>
    public const string SideDoors = nameof(SideDoors);
}
