using System.Buffers.Binary;

namespace McpGen.Validation;

/// <summary>Equality as the type means it, with hashes that nobody outside the process can prepare collisions of.</summary>
/// <remarks>Numbers, dates and identifiers hash to what they hold; strings, and what hashes its text, are seeded already.</remarks>
internal sealed class SeededComparer<T> : IEqualityComparer<T>
{
    public static IEqualityComparer<T> Instance { get; } = typeof(T).IsValueType ? new SeededComparer<T>() : EqualityComparer<T>.Default;

    public bool Equals(T? x, T? y) => EqualityComparer<T>.Default.Equals(x, y);

    public int GetHashCode(T value)
    {
        Span<byte> bytes = stackalloc byte[16];
        Write(value, bytes);
        var hash = new HashCode();
        hash.AddBytes(bytes);
        return hash.ToHashCode();
    }

    /// <summary>Equal values write the same bytes. What is not named here has so few values that no two need collide.</summary>
    private static void Write(object? value, Span<byte> bytes)
    {
        switch (value)
        {
            case null: break;
            case decimal number: Write(number, bytes); break;
            case Guid id: id.TryWriteBytes(bytes); break;
            default: BinaryPrimitives.WriteUInt64LittleEndian(bytes, Bits(value)); break;
        }
    }

    private static ulong Bits(object value) => unchecked(value switch
    {
        ulong number => number,
        long number => (ulong)number,
        float number => number == 0 ? 0 : BitConverter.SingleToUInt32Bits(number),
        double number => number == 0 ? 0 : BitConverter.DoubleToUInt64Bits(number),
        DateTimeOffset instant => (ulong)instant.UtcTicks,
        DateTime instant => (ulong)instant.Ticks,
        TimeOnly time => (ulong)time.Ticks,
        TimeSpan duration => (ulong)duration.Ticks,
        _ => (ulong)value.GetHashCode(),
    });

    private static void Write(decimal value, Span<byte> bytes)
    {
        // 1.0 equals 1.00: without its trailing zeros a number is written in one way.
        Span<int> parts = stackalloc int[4];
        decimal.GetBits(value / 1.0000000000000000000000000000m, parts);
        for (int index = 0; index < parts.Length; index++)
        {
            BinaryPrimitives.WriteInt32LittleEndian(bytes[(4 * index)..], parts[index]);
        }
    }
}
