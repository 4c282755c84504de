using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace McpGen.Paths.Linux;

/// <summary>The system calls that .NET has no method for. The numbers, flags and layouts are those of Linux on x64.</summary>
internal static partial class Libc
{
    private const nint RenameAt2 = 316;
    private const nint GetDents64 = 217;
    private const nint OpenAt2Number = 437;

    public static int OpenAt2(SafeFileHandle directory, string name, in OpenHow how) => (int)SystemCall(OpenAt2Number, directory, name, how, OpenHow.Size);

    public static int Rename(SafeFileHandle directory, string name, SafeFileHandle target, string targetName, uint flags) =>
        (int)SystemCall(RenameAt2, directory, name, target, targetName, flags);

    public static int ReadEntries(SafeFileHandle directory, Span<byte> buffer) => (int)SystemCall(GetDents64, directory, buffer, buffer.Length);

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Open(string path, int flags, uint mode = 0);

    [LibraryImport("libc", EntryPoint = "openat", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int OpenAt(SafeFileHandle directory, string name, int flags, uint mode);

    [LibraryImport("libc", EntryPoint = "readlinkat", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint ReadLinkAt(SafeFileHandle directory, string name, Span<byte> buffer, nint size);

    [LibraryImport("libc", EntryPoint = "statx", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int StatX(SafeFileHandle directory, string name, int flags, uint mask, out StatX result);

    [LibraryImport("libc", EntryPoint = "unlinkat", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int UnlinkAt(SafeFileHandle directory, string name, int flags);

    [LibraryImport("libc", EntryPoint = "mkdirat", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int MakeDirectoryAt(SafeFileHandle directory, string name, uint mode);

    [LibraryImport("libc", EntryPoint = "ftruncate", SetLastError = true)]
    public static partial int Truncate(SafeFileHandle file, long length);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    public static partial int Sync(SafeFileHandle file);

    [LibraryImport("libc", EntryPoint = "syscall", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint SystemCall(nint number, SafeFileHandle directory, string name, in OpenHow how, nint size);

    [LibraryImport("libc", EntryPoint = "syscall", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint SystemCall(nint number, SafeFileHandle directory, string name, SafeFileHandle target, string targetName, nuint flags);

    [LibraryImport("libc", EntryPoint = "syscall", SetLastError = true)]
    private static partial nint SystemCall(nint number, SafeFileHandle directory, Span<byte> buffer, nint size);
}
