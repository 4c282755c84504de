using System.Globalization;

namespace McpGen.Paths;

/// <summary>The refusals of a path in use. Never a word of what was sent, nor of where the root is.</summary>
internal static class PathRefusals
{
    public static PathRefusedException NotFound() => new(PathRefusal.NotFound, "There is no such file or directory.");

    public static PathRefusedException AlreadyExists() => new(PathRefusal.AlreadyExists, "There is something of that name already.");

    public static PathRefusedException NotFile() => new(PathRefusal.WrongKind, "That is not a regular file.");

    public static PathRefusedException NotDirectory() => new(PathRefusal.WrongKind, "That is not a directory.");

    public static PathRefusedException NeitherFileNorDirectory() => new(PathRefusal.WrongKind, "That is neither a regular file nor a directory.");

    public static PathRefusedException Link() => new(PathRefusal.WrongKind, "That is a link; what it leads to is not written, renamed or deleted through it.");

    public static PathRefusedException TheRoot() => new(PathRefusal.WrongKind, "The top directory itself cannot be written, renamed or deleted.");

    public static PathRefusedException NotEmpty() => new(PathRefusal.NotEmpty, "The directory is not empty.");

    public static PathRefusedException TooLong(long bytes) =>
        new(PathRefusal.TooLarge, string.Create(CultureInfo.InvariantCulture, $"The file has more than the {bytes} bytes that are read at most."));

    public static PathRefusedException TooMany(int entries) =>
        new(PathRefusal.TooLarge, string.Create(CultureInfo.InvariantCulture, $"The directory has more than the {entries} entries that are listed at most."));

    public static PathRefusedException NoAccess(PathAccess needed) =>
        new(PathRefusal.NoAccess, needed == PathAccess.Read ? "Nothing may be read here." : "Nothing may be written, renamed or deleted here.");
}
