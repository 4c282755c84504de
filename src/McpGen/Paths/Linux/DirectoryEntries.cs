using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace McpGen.Paths.Linux;

/// <summary>The names in an opened directory.</summary>
internal static class DirectoryEntries
{
    private const int BufferSize = 32 * 1024;

    // struct linux_dirent64
    private const int LengthOffset = 16;
    private const int KindOffset = 18;
    private const int NameOffset = 19;

    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Names that are Unicode, and whether each is known to be a regular file or a directory; the others have no name that a caller could send.</summary>
    public static IEnumerable<(string Name, bool IsPlain)> Read(SafeFileHandle directory, int maxEntries)
    {
        byte[] buffer = new byte[BufferSize];
        int count = 0;
        while (true)
        {
            int filled = Libc.ReadEntries(directory, buffer);
            if (filled <= 0)
            {
                int error = Marshal.GetLastPInvokeError();
                if (filled == 0)
                {
                    yield break;
                }

                throw error == Errno.NotDirectory ? PathRefusals.NotDirectory() : Failure.Of(error);
            }

            for (int at = 0; at < filled; at += BinaryPrimitives.ReadUInt16LittleEndian(buffer.AsSpan(at + LengthOffset)))
            {
                if (Name(buffer.AsSpan(at + NameOffset)) is var name and not ("." or ".."))
                {
                    if (++count > maxEntries)
                    {
                        throw PathRefusals.TooMany(maxEntries);
                    }

                    // DT_DIR, DT_REG
                    if (name is not null)
                    {
                        yield return (name, buffer[at + KindOffset] is 4 or 8);
                    }
                }
            }
        }
    }

    private static string? Name(ReadOnlySpan<byte> text)
    {
        try
        {
            return s_utf8.GetString(text[..text.IndexOf((byte)0)]);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
