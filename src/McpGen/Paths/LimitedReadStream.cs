using Microsoft.Win32.SafeHandles;

namespace McpGen.Paths;

/// <summary>Reads a file up to a limit, whatever it grows to meanwhile. It knows no path.</summary>
internal sealed class LimitedReadStream(SafeFileHandle handle, long limit) : Stream
{
    private long _position;

    public override bool CanRead => !handle.IsClosed;

    public override bool CanSeek => !handle.IsClosed;

    public override bool CanWrite => false;

    public override long Length => RandomAccess.GetLength(handle);

    public override long Position
    {
        get => _position;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            _position = value;
        }
    }

    public override int Read(Span<byte> buffer) => Advance(RandomAccess.Read(handle, buffer[..Room(buffer.Length)], _position));

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        int room = Room(buffer.Length);
        return Advance(await RandomAccess.ReadAsync(handle, buffer[..room], _position, cancellationToken).ConfigureAwait(false));
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override long Seek(long offset, SeekOrigin origin) => Position = offset + origin switch
    {
        SeekOrigin.Begin => 0,
        SeekOrigin.Current => _position,
        SeekOrigin.End => Length,
        _ => throw new ArgumentOutOfRangeException(nameof(origin)),
    };

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        handle.Dispose();
        base.Dispose(disposing);
    }

    // One byte beyond the limit is asked for, so that a file of exactly that size still has an end.
    private int Room(int wanted)
    {
        long left = Math.Max(limit - _position, 0);
        return left >= wanted ? wanted : (int)left + 1;
    }

    private int Advance(int read)
    {
        if (read > 0 && read > limit - _position)
        {
            throw PathRefusals.TooLong(limit);
        }

        _position += read;
        return read;
    }
}
