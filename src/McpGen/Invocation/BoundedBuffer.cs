using System.Buffers;

namespace McpGen.Invocation;

/// <summary>A pooled buffer that ends whatever writes more than its limit into it.</summary>
internal sealed class BoundedBuffer : IBufferWriter<byte>, IDisposable
{
    private byte[] _buffer = [];
    private int _written;

    public BoundedBuffer()
    {
    }

    public BoundedBuffer(int limit) => Restart(limit);

    public int Limit { get; private set; }

    public ReadOnlySpan<byte> Written => _buffer.AsSpan(0, _written);

    /// <summary>Makes a new or disposed buffer ready.</summary>
    public void Restart(int limit)
    {
        Limit = limit;
        _written = 0;
        _buffer = ArrayPool<byte>.Shared.Rent(1024);
    }

    public void Advance(int count)
    {
        _written += count;
        if (_written > Limit)
        {
            throw new ResultTooLargeException();
        }
    }

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Grow(Math.Max(sizeHint, 1));
        return _buffer.AsMemory(_written);
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Grow(Math.Max(sizeHint, 1));
        return _buffer.AsSpan(_written);
    }

    public void Dispose()
    {
        if (_buffer.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = [];
            _written = 0;
        }
    }

    private void Grow(int size)
    {
        if (_buffer.Length - _written >= size)
        {
            return;
        }

        byte[] larger = ArrayPool<byte>.Shared.Rent(checked(_written + Math.Max(size, _buffer.Length)));
        Written.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }
}
