using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace McpGen.Paths.Linux;

/// <summary>What is known of an opened file, or of a name in an opened directory.</summary>
internal static class Entry
{
    private const int EmptyName = 0x1000;
    private const int NoFollow = 0x100;

    /// <summary>What an open handle has.</summary>
    public static StatX Of(SafeFileHandle handle, uint mask = StatX.KindAndSize) =>
        Libc.StatX(handle, "", EmptyName, mask, out StatX found) == 0 ? found : throw Failure.Of(Marshal.GetLastPInvokeError());

    /// <summary>What a name in a directory is, itself and not what it leads to; null when there is nothing.</summary>
    public static StatX? Find(SafeFileHandle directory, string component)
    {
        if (Libc.StatX(directory, component, NoFollow, StatX.KindAndSize, out StatX found) == 0)
        {
            return found;
        }

        int error = Marshal.GetLastPInvokeError();
        return error is Errno.NoEntry or Errno.NotDirectory or Errno.NameTooLong ? null : throw Failure.Of(error);
    }
}
