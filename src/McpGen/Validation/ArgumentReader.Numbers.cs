using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace McpGen.Validation;

public ref partial struct ArgumentReader
{
    /// <summary>Reads an integer, decided on its digits: 5.0 and 1e1 are integers, "5" and 5.5 are not.</summary>
    /// <param name="raw">The raw text of the value.</param>
    /// <param name="min">The least value; the type's own when not given.</param>
    /// <param name="max">The greatest value; the type's own when not given.</param>
    /// <param name="multipleOf">What it must be a multiple of; null for nothing.</param>
    /// <param name="allowed">The only values it may have.</param>
    /// <param name="denied">Values it must not have.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T ReadInteger<T>(
        scoped ReadOnlySpan<byte> raw, T? min = null, T? max = null, decimal? multipleOf = null, scoped ReadOnlySpan<T> allowed = default, scoped ReadOnlySpan<T> denied = default)
        where T : struct, IBinaryInteger<T>, IMinMaxValue<T>
    {
        if (TryReadInteger(raw, min ?? T.MinValue, max ?? T.MaxValue, out T value) && (multipleOf is not null || allowed.Length + denied.Length > 0))
        {
            RequireNumber(raw, value, multipleOf, allowed, denied);
        }

        return value;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool TryReadInteger<T>(scoped ReadOnlySpan<byte> raw, T least, T greatest, out T value) where T : struct, IBinaryInteger<T>, IMinMaxValue<T>
    {
        if (NumberChecks.TryReadInteger(raw, least, greatest, out value))
        {
            return true;
        }

        RefuseInteger(raw, least, greatest);
        value = default;
        return false;
    }

    /// <summary>Reads a finite number as the nearest <see cref="double"/>.</summary>
    /// <param name="raw">The raw text of the value.</param>
    /// <param name="min">The least value.</param>
    /// <param name="max">The greatest value.</param>
    /// <param name="exclusiveMin">Whether <paramref name="min"/> itself is refused.</param>
    /// <param name="exclusiveMax">Whether <paramref name="max"/> itself is refused.</param>
    /// <param name="multipleOf">What it must be a multiple of, decided on the digits; null for nothing.</param>
    /// <param name="allowed">The only values it may have.</param>
    /// <param name="denied">Values it must not have.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double ReadDouble(
        scoped ReadOnlySpan<byte> raw, double min = double.MinValue, double max = double.MaxValue, bool exclusiveMin = false, bool exclusiveMax = false,
        decimal? multipleOf = null, scoped ReadOnlySpan<double> allowed = default, scoped ReadOnlySpan<double> denied = default)
    {
        if (TryReadDouble(raw, min, max, exclusiveMin, exclusiveMax, out double value) && (multipleOf is not null || allowed.Length + denied.Length > 0))
        {
            RequireNumber(raw, value, multipleOf, allowed, denied);
        }

        return value;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool TryReadDouble(scoped ReadOnlySpan<byte> raw, double min, double max, bool exclusiveMin, bool exclusiveMax, out double value)
    {
        if (JsonNumber.TryReadDouble(raw, out value) && NumberChecks.IsWithin(value, min, max, exclusiveMin, exclusiveMax))
        {
            return true;
        }

        RefuseDouble(raw, min, max, exclusiveMin, exclusiveMax);
        value = default;
        return false;
    }

    /// <summary>Reads a finite number as the nearest <see cref="float"/>; the bounds hold for the number as it was written.</summary>
    /// <inheritdoc cref="ReadDouble"/>
    public float ReadSingle(
        scoped ReadOnlySpan<byte> raw, double min = float.MinValue, double max = float.MaxValue, bool exclusiveMin = false, bool exclusiveMax = false,
        decimal? multipleOf = null, scoped ReadOnlySpan<double> allowed = default, scoped ReadOnlySpan<double> denied = default)
    {
        int before = ViolationCount;
        (double least, double greatest) = NumberChecks.BoundsOfSingle(min, max);
        ReadDouble(raw, least, greatest, exclusiveMin, exclusiveMax, multipleOf, allowed, denied);
        if (ViolationCount != before)
        {
            return default;
        }

        if (!JsonNumber.TryReadSingle(raw, out float value) || NumberChecks.IsExcluded(value, min, max, exclusiveMin, exclusiveMax, denied))
        {
            RefuseDouble(raw, min, max, exclusiveMin, exclusiveMax, isSingle: true);
        }

        return value;
    }

    /// <summary>Reads a number that a <see cref="decimal"/> holds exactly; nothing is rounded.</summary>
    /// <inheritdoc cref="ReadDouble"/>
    public decimal ReadDecimal(
        scoped ReadOnlySpan<byte> raw, decimal min = decimal.MinValue, decimal max = decimal.MaxValue, bool exclusiveMin = false, bool exclusiveMax = false,
        decimal? multipleOf = null, scoped ReadOnlySpan<decimal> allowed = default, scoped ReadOnlySpan<decimal> denied = default)
    {
        if (!JsonNumber.TryReadDecimal(raw, out decimal value) || !NumberChecks.IsWithin(value, min, max, exclusiveMin, exclusiveMax))
        {
            RefuseDecimal(raw, min, max, exclusiveMin, exclusiveMax);
            return default;
        }

        RequireNumber(raw, value, multipleOf, allowed, denied);
        return value;
    }

    // What refuses stands apart from what reads: the accepting path stays small enough to be inlined.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void RequireNumber<T>(scoped ReadOnlySpan<byte> raw, T value, decimal? multipleOf, scoped ReadOnlySpan<T> allowed, scoped ReadOnlySpan<T> denied)
        where T : IFormattable, IEquatable<T>
    {
        if (multipleOf is { } divisor && !NumberChecks.IsMultipleOf(raw, divisor) && Count())
        {
            DescribeAt(raw, Expected.MultipleOf(divisor.ToString(CultureInfo.InvariantCulture)));
        }

        if (!allowed.IsEmpty && !allowed.Contains(value) && Count())
        {
            DescribeAt(raw, Expected.OneOfNumbers(allowed));
        }

        if (denied.Contains(value) && Count())
        {
            DescribeAt(raw, Expected.NoneOfNumbers(denied));
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void RefuseInteger<T>(scoped ReadOnlySpan<byte> raw, T min, T max) where T : IFormattable
    {
        if (Count())
        {
            DescribeAt(raw, Expected.Integer(min, max));
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void RefuseDecimal(scoped ReadOnlySpan<byte> raw, decimal min, decimal max, bool exclusiveMin, bool exclusiveMax)
    {
        if (Count())
        {
            string? low = min == decimal.MinValue ? null : min.ToString(CultureInfo.InvariantCulture);
            string? high = max == decimal.MaxValue ? null : max.ToString(CultureInfo.InvariantCulture);
            DescribeAt(raw, Expected.Number("a decimal number", low, high, exclusiveMin, exclusiveMax));
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void RefuseDouble(scoped ReadOnlySpan<byte> raw, double min, double max, bool exclusiveMin, bool exclusiveMax, bool isSingle = false)
    {
        if (Count())
        {
            string? low = min is double.MinValue or float.MinValue ? null : min.ToString(CultureInfo.InvariantCulture);
            string? high = max is double.MaxValue or float.MaxValue ? null : max.ToString(CultureInfo.InvariantCulture);
            bool isInfinite = raw[0] is (byte)'-' or (>= (byte)'0' and <= (byte)'9') && !(isSingle ? JsonNumber.TryReadSingle(raw, out _) : JsonNumber.TryReadDouble(raw, out _));
            DescribeAt(raw, Expected.Number(isInfinite ? "a finite number" : "a number", low, high, exclusiveMin, exclusiveMax));
        }
    }
}
