using System.Globalization;
using System.Numerics;
using McpGen.Validation;

namespace McpGen.Invocation;

public sealed partial class ResultWriter
{
    // The least double of all digits and an exponent has 24 characters, the least decimal with its point 31.
    private const int LongestNumber = 32;

    /// <summary>Writes <c>true</c> or <c>false</c>.</summary>
    /// <param name="value">The value.</param>
    public void WriteBoolean(bool value) => _json.WriteBooleanValue(value);

    /// <summary>Writes an integer.</summary>
    /// <param name="value">The value.</param>
    /// <param name="min">The least value; the type's own when not given.</param>
    /// <param name="max">The greatest value; the type's own when not given.</param>
    /// <param name="multipleOf">What it must be a multiple of; null for nothing.</param>
    /// <param name="allowed">The only values it may have.</param>
    /// <param name="denied">Values it must not have.</param>
    public void WriteInteger<T>(
        T value, T? min = null, T? max = null, decimal? multipleOf = null, scoped ReadOnlySpan<T> allowed = default, scoped ReadOnlySpan<T> denied = default)
        where T : struct, IBinaryInteger<T>, IMinMaxValue<T>
    {
        Span<byte> text = stackalloc byte[LongestNumber];
        ReadOnlySpan<byte> digits = Digits(value, text);
        T least = min ?? T.MinValue;
        T greatest = max ?? T.MaxValue;
        if (!NumberChecks.TryReadInteger<T>(digits, least, greatest, out _))
        {
            throw Unfit(Expected.Integer(least, greatest));
        }

        RequireNumber(digits, value, multipleOf, allowed, denied);
        _json.WriteRawValue(digits, skipInputValidation: true);
    }

    /// <summary>Writes a finite number, in the fewest digits that are read back as the same <see cref="double"/>.</summary>
    /// <param name="value">The value.</param>
    /// <param name="min">The least value.</param>
    /// <param name="max">The greatest value.</param>
    /// <param name="exclusiveMin">Whether <paramref name="min"/> itself is refused.</param>
    /// <param name="exclusiveMax">Whether <paramref name="max"/> itself is refused.</param>
    /// <param name="multipleOf">What it must be a multiple of, decided on the digits; null for nothing.</param>
    /// <param name="allowed">The only values it may have.</param>
    /// <param name="denied">Values it must not have.</param>
    public void WriteDouble(
        double value, double min = double.MinValue, double max = double.MaxValue, bool exclusiveMin = false, bool exclusiveMax = false,
        decimal? multipleOf = null, scoped ReadOnlySpan<double> allowed = default, scoped ReadOnlySpan<double> denied = default)
    {
        Span<byte> text = stackalloc byte[LongestNumber];
        ReadOnlySpan<byte> digits = Digits(value, text);
        RequireDouble(digits, min, max, exclusiveMin, exclusiveMax, multipleOf, allowed, denied);
        _json.WriteRawValue(digits, skipInputValidation: true);
    }

    /// <summary>Writes a finite number, in the fewest digits that are read back as the same <see cref="float"/>; the bounds hold for these digits.</summary>
    /// <inheritdoc cref="WriteDouble"/>
    public void WriteSingle(
        float value, double min = float.MinValue, double max = float.MaxValue, bool exclusiveMin = false, bool exclusiveMax = false,
        decimal? multipleOf = null, scoped ReadOnlySpan<double> allowed = default, scoped ReadOnlySpan<double> denied = default)
    {
        Span<byte> text = stackalloc byte[LongestNumber];
        ReadOnlySpan<byte> digits = Digits(value, text);
        (double least, double greatest) = NumberChecks.BoundsOfSingle(min, max);
        RequireDouble(digits, least, greatest, exclusiveMin, exclusiveMax, multipleOf, allowed, denied);
        if (NumberChecks.IsExcluded(value, min, max, exclusiveMin, exclusiveMax, denied))
        {
            throw UnfitDouble(isFinite: true, least, greatest, exclusiveMin, exclusiveMax);
        }

        _json.WriteRawValue(digits, skipInputValidation: true);
    }

    /// <summary>Writes a decimal with the digits it holds.</summary>
    /// <inheritdoc cref="WriteDouble"/>
    public void WriteDecimal(
        decimal value, decimal min = decimal.MinValue, decimal max = decimal.MaxValue, bool exclusiveMin = false, bool exclusiveMax = false,
        decimal? multipleOf = null, scoped ReadOnlySpan<decimal> allowed = default, scoped ReadOnlySpan<decimal> denied = default)
    {
        Span<byte> text = stackalloc byte[LongestNumber];
        ReadOnlySpan<byte> digits = Digits(value, text);
        if (!NumberChecks.IsWithin(value, min, max, exclusiveMin, exclusiveMax))
        {
            string? low = min == decimal.MinValue ? null : min.ToString(CultureInfo.InvariantCulture);
            string? high = max == decimal.MaxValue ? null : max.ToString(CultureInfo.InvariantCulture);
            throw Unfit(Expected.Number("a decimal number", low, high, exclusiveMin, exclusiveMax));
        }

        RequireNumber(digits, value, multipleOf, allowed, denied);
        _json.WriteRawValue(digits, skipInputValidation: true);
    }

    private static ReadOnlySpan<byte> Digits<T>(T value, Span<byte> text) where T : IUtf8SpanFormattable
    {
        value.TryFormat(text, out int length, default, CultureInfo.InvariantCulture);
        return text[..length];
    }

    private void RequireDouble(
        ReadOnlySpan<byte> digits, double min, double max, bool exclusiveMin, bool exclusiveMax, decimal? multipleOf,
        scoped ReadOnlySpan<double> allowed, scoped ReadOnlySpan<double> denied)
    {
        bool isFinite = JsonNumber.TryReadDouble(digits, out double value);
        if (!isFinite || !NumberChecks.IsWithin(value, min, max, exclusiveMin, exclusiveMax))
        {
            throw UnfitDouble(isFinite, min, max, exclusiveMin, exclusiveMax);
        }

        RequireNumber(digits, value, multipleOf, allowed, denied);
    }

    private UnfitResultException UnfitDouble(bool isFinite, double min, double max, bool exclusiveMin, bool exclusiveMax)
    {
        string? low = min == double.MinValue ? null : min.ToString(CultureInfo.InvariantCulture);
        string? high = max == double.MaxValue ? null : max.ToString(CultureInfo.InvariantCulture);
        return Unfit(Expected.Number(isFinite ? "a number" : "a finite number", low, high, exclusiveMin, exclusiveMax));
    }

    private void RequireNumber<T>(ReadOnlySpan<byte> digits, T value, decimal? multipleOf, scoped ReadOnlySpan<T> allowed, scoped ReadOnlySpan<T> denied)
        where T : IFormattable, IEquatable<T>
    {
        if (multipleOf is { } divisor && !NumberChecks.IsMultipleOf(digits, divisor))
        {
            throw Unfit(Expected.MultipleOf(divisor.ToString(CultureInfo.InvariantCulture)));
        }

        if (!allowed.IsEmpty && !allowed.Contains(value))
        {
            throw Unfit(Expected.OneOfNumbers(allowed));
        }

        if (denied.Contains(value))
        {
            throw Unfit(Expected.NoneOfNumbers(denied));
        }
    }
}
