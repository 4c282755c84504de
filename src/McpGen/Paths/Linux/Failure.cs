using System.Runtime.InteropServices;

namespace McpGen.Paths.Linux;

/// <summary>What an error number means to a caller. What is the server's own trouble is no refusal, and no exception names a path.</summary>
internal static class Failure
{
    public static Exception Of(int error) => error switch
    {
        Errno.NoEntry or Errno.NotDirectory or Errno.NameTooLong => PathRefusals.NotFound(),
        Errno.Exists => PathRefusals.AlreadyExists(),
        Errno.NotEmpty => PathRefusals.NotEmpty(),
        Errno.IsDirectory or Errno.NoDeviceOrAddress => PathRefusals.NotFile(),
        Errno.AccessDenied or Errno.NotPermitted => new UnauthorizedAccessException(Marshal.GetPInvokeErrorMessage(error)),
        _ => new IOException(Marshal.GetPInvokeErrorMessage(error), error),
    };

    public static void ThrowIf(bool failed)
    {
        if (failed)
        {
            throw Of(Marshal.GetLastPInvokeError());
        }
    }
}
