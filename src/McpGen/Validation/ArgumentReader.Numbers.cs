using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace McpGen.Validation;

public ref partial struct ArgumentReader
{
    /// <summary>Reads an integer, decided on its digits: 5.0 and 1e1 are integers, "5" and 5.5 are not.</summary>
    /// <param name="json">The value.</param>
    /// <param name="min">The least value; the type's own when not given.</param>
    /// <param name="max">The greatest value; the type's own when not given.</param>
    /// <param name="multipleOf">What it must be a multiple of; 0 for nothing.</param>
    /// <param name="allowed">The only values it may have.</param>
    /// <param name="denied">Values it must not have.</param>
    public T ReadInteger<T>(
        JsonElement json, T? min = null, T? max = null, decimal multipleOf = 0, scoped ReadOnlySpan<T> allowed = default, scoped ReadOnlySpan<T> denied = default)
        where T : struct, IBinaryInteger<T>, IMinMaxValue<T>
    {
        T least = min ?? T.MinValue;
        T greatest = max ?? T.MaxValue;
        if (json.ValueKind != JsonValueKind.Number || !NumberChecks.TryReadInteger(JsonMarshal.GetRawUtf8Value(json), least, greatest, out T value))
        {
            if (Count())
            {
                DescribeAt(json, Expected.Integer(least, greatest));
            }

            return default;
        }

        RequireNumber(json, value, multipleOf, allowed, denied);
        return value;
    }

    /// <summary>Reads a finite number as the nearest <see cref="double"/>.</summary>
    /// <param name="json">The value.</param>
    /// <param name="min">The least value.</param>
    /// <param name="max">The greatest value.</param>
    /// <param name="exclusiveMin">Whether <paramref name="min"/> itself is refused.</param>
    /// <param name="exclusiveMax">Whether <paramref name="max"/> itself is refused.</param>
    /// <param name="multipleOf">What it must be a multiple of, decided on the digits; 0 for nothing.</param>
    /// <param name="allowed">The only values it may have.</param>
    /// <param name="denied">Values it must not have.</param>
    public double ReadDouble(
        JsonElement json, double min = double.MinValue, double max = double.MaxValue, bool exclusiveMin = false, bool exclusiveMax = false,
        decimal multipleOf = 0, scoped ReadOnlySpan<double> allowed = default, scoped ReadOnlySpan<double> denied = default)
    {
        if (json.ValueKind != JsonValueKind.Number || !JsonNumber.TryReadDouble(JsonMarshal.GetRawUtf8Value(json), out double value)
            || !NumberChecks.IsWithin(value, min, max, exclusiveMin, exclusiveMax))
        {
            RefuseDouble(json, min, max, exclusiveMin, exclusiveMax);
            return default;
        }

        RequireNumber(json, value, multipleOf, allowed, denied);
        return value;
    }

    /// <summary>Reads a finite number as the nearest <see cref="float"/>; the bounds hold for the number as it was written.</summary>
    /// <inheritdoc cref="ReadDouble"/>
    public float ReadSingle(
        JsonElement json, double min = float.MinValue, double max = float.MaxValue, bool exclusiveMin = false, bool exclusiveMax = false,
        decimal multipleOf = 0, scoped ReadOnlySpan<double> allowed = default, scoped ReadOnlySpan<double> denied = default)
    {
        int before = ViolationCount;
        (double least, double greatest) = NumberChecks.BoundsOfSingle(min, max);
        ReadDouble(json, least, greatest, exclusiveMin, exclusiveMax, multipleOf, allowed, denied);
        if (ViolationCount != before)
        {
            return default;
        }

        if (!JsonNumber.TryReadSingle(JsonMarshal.GetRawUtf8Value(json), out float value) || NumberChecks.IsExcluded(value, min, max, exclusiveMin, exclusiveMax, denied))
        {
            RefuseDouble(json, min, max, exclusiveMin, exclusiveMax, isSingle: true);
        }

        return value;
    }

    /// <summary>Reads a number that a <see cref="decimal"/> holds exactly; nothing is rounded.</summary>
    /// <inheritdoc cref="ReadDouble"/>
    public decimal ReadDecimal(
        JsonElement json, decimal min = decimal.MinValue, decimal max = decimal.MaxValue, bool exclusiveMin = false, bool exclusiveMax = false,
        decimal multipleOf = 0, scoped ReadOnlySpan<decimal> allowed = default, scoped ReadOnlySpan<decimal> denied = default)
    {
        if (json.ValueKind != JsonValueKind.Number || !JsonNumber.TryReadDecimal(JsonMarshal.GetRawUtf8Value(json), out decimal value)
            || !NumberChecks.IsWithin(value, min, max, exclusiveMin, exclusiveMax))
        {
            if (Count())
            {
                string? low = min == decimal.MinValue ? null : min.ToString(CultureInfo.InvariantCulture);
                string? high = max == decimal.MaxValue ? null : max.ToString(CultureInfo.InvariantCulture);
                DescribeAt(json, Expected.Number("a decimal number", low, high, exclusiveMin, exclusiveMax));
            }

            return default;
        }

        RequireNumber(json, value, multipleOf, allowed, denied);
        return value;
    }

    private void RequireNumber<T>(JsonElement json, T value, decimal multipleOf, scoped ReadOnlySpan<T> allowed, scoped ReadOnlySpan<T> denied)
        where T : IFormattable, IEquatable<T>
    {
        if (multipleOf != 0 && !NumberChecks.IsMultipleOf(JsonMarshal.GetRawUtf8Value(json), multipleOf) && Count())
        {
            DescribeAt(json, Expected.MultipleOf(multipleOf.ToString(CultureInfo.InvariantCulture)));
        }

        if (!allowed.IsEmpty && !allowed.Contains(value) && Count())
        {
            DescribeAt(json, Expected.OneOfNumbers(allowed));
        }

        if (denied.Contains(value) && Count())
        {
            DescribeAt(json, Expected.NoneOfNumbers(denied));
        }
    }

    private void RefuseDouble(JsonElement json, double min, double max, bool exclusiveMin, bool exclusiveMax, bool isSingle = false)
    {
        if (Count())
        {
            string? low = min is double.MinValue or float.MinValue ? null : min.ToString(CultureInfo.InvariantCulture);
            string? high = max is double.MaxValue or float.MaxValue ? null : max.ToString(CultureInfo.InvariantCulture);
            bool isInfinite = json.ValueKind == JsonValueKind.Number && !(isSingle ? JsonNumber.TryReadSingle(JsonMarshal.GetRawUtf8Value(json), out _) : JsonNumber.TryReadDouble(JsonMarshal.GetRawUtf8Value(json), out _));
            DescribeAt(json, Expected.Number(isInfinite ? "a finite number" : "a number", low, high, exclusiveMin, exclusiveMax));
        }
    }
}
