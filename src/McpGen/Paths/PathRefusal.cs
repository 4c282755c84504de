namespace McpGen;

/// <summary>Why a path was refused when it was used.</summary>
public enum PathRefusal
{
    /// <summary>The name, or what a link on the way makes of it, is not one that the argument allows.</summary>
    NotAllowed,

    /// <summary>The argument or its root does not grant the access that the operation needs.</summary>
    NoAccess,

    /// <summary>There is nothing of that name.</summary>
    NotFound,

    /// <summary>There is something of that name already.</summary>
    AlreadyExists,

    /// <summary>It is not what the operation works on: a directory for a file, a link for a write, a device, socket or pipe.</summary>
    WrongKind,

    /// <summary>The directory is not empty.</summary>
    NotEmpty,

    /// <summary>The file has more bytes, or the directory more entries, than <see cref="RootCollection"/> allows.</summary>
    TooLarge,
}
