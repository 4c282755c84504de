namespace McpGen;

/// <summary>What is known of a file or directory without reading it.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Length">The bytes of a file; 0 for a directory.</param>
/// <param name="LastModified">When its content last changed.</param>
/// <param name="Created">When it was made, where the file system keeps that.</param>
public sealed record PathInfo(PathKind Kind, long Length, DateTimeOffset LastModified, DateTimeOffset? Created);
