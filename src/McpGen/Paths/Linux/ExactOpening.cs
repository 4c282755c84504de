using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace McpGen.Paths.Linux;

/// <summary>
/// Opens a name beneath a directory exactly as it is spelt: a link anywhere in it is <see cref="Errno.Loop"/>. So what is opened has the
/// name that was checked, and no link that is made meanwhile changes that.
/// </summary>
internal static class ExactOpening
{
    private const int MostTries = 100;

    /// <summary>In one system call.</summary>
    /// <returns>0, or the number of the error.</returns>
    public static int AtOnce(SafeFileHandle root, string name, int flags, uint mode, out SafeFileHandle? handle)
    {
        var how = new OpenHow(flags, mode);
        int error = 0;
        for (int tries = 0; tries < MostTries; tries++)
        {
            error = Result(Libc.OpenAt2(root, name, how), out handle);

            // TryAgain: something was renamed meanwhile, and the kernel does not vouch for what it found.
            if (error is not (Errno.TryAgain or Errno.Interrupted))
            {
                return error;
            }
        }

        handle = null;
        return error;
    }

    /// <summary>One component after the other, for a kernel without openat2.</summary>
    /// <returns>0, or the number of the error.</returns>
    public static int Stepwise(SafeFileHandle root, string name, int flags, uint mode, out SafeFileHandle? handle)
    {
        SafeFileHandle directory = root;
        try
        {
            for (int start = 0; ;)
            {
                int end = name.IndexOf('/', start);
                string component = end < 0 ? name[start..] : name[start..end];
                int error = end < 0 ? Step(directory, component, flags, mode, out handle) : Step(directory, component, OpenFlags.Place | OpenFlags.Directory, 0, out handle);
                if (error != 0 || end < 0)
                {
                    return error;
                }

                Leave(directory, root);
                directory = handle!;
                start = end + 1;
            }
        }
        finally
        {
            Leave(directory, root);
        }
    }

    /// <summary>Opens one component of a directory, which is no link.</summary>
    public static int Step(SafeFileHandle directory, string component, int flags, uint mode, out SafeFileHandle? handle)
    {
        int error;
        do
        {
            error = Result(Libc.OpenAt(directory, component, flags | OpenFlags.NoFollow, mode), out handle);
        }
        while (error == Errno.Interrupted);

        // A link is not followed, but it has a place, and it is not a directory.
        bool mayBeLink = error == Errno.NotDirectory || (error == 0 && (flags & OpenFlags.Place) == OpenFlags.Place && (flags & OpenFlags.Directory) == 0);
        if (mayBeLink && Entry.Find(directory, component) is { IsLink: true })
        {
            handle?.Dispose();
            handle = null;
            return Errno.Loop;
        }

        return error;
    }

    private static int Result(int descriptor, out SafeFileHandle? handle)
    {
        handle = descriptor < 0 ? null : new SafeFileHandle(descriptor, ownsHandle: true);
        return descriptor < 0 ? Marshal.GetLastPInvokeError() : 0;
    }

    private static void Leave(SafeFileHandle directory, SafeFileHandle root)
    {
        if (directory != root)
        {
            directory.Dispose();
        }
    }
}
