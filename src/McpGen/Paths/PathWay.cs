namespace McpGen.Paths;

/// <summary>How names are opened beneath a root.</summary>
internal enum PathWay
{
    /// <summary>The best that the platform has.</summary>
    Best,

    /// <summary>As on a Linux whose kernel has no openat2, or is not allowed to answer it.</summary>
    Walk,

    /// <summary>As elsewhere.</summary>
    Managed,
}
