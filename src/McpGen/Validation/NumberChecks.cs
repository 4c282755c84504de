using System.Numerics;

namespace McpGen.Validation;

/// <summary>The checks of numbers that reading an argument and writing a result share, decided on the digits.</summary>
internal static class NumberChecks
{
    public static bool TryReadInteger<T>(ReadOnlySpan<byte> raw, T least, T greatest, out T value) where T : struct, IBinaryInteger<T>, IMinMaxValue<T> =>
        TryReadInteger(raw, out value) && value >= least && value <= greatest;

    public static bool IsWithin<T>(T value, T min, T max, bool exclusiveMin, bool exclusiveMax) where T : IComparisonOperators<T, T, bool> =>
        !((exclusiveMin ? value <= min : value < min) || (exclusiveMax ? value >= max : value > max));

    public static bool IsMultipleOf(ReadOnlySpan<byte> raw, decimal divisor)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(divisor, bits);
        ulong digits = ((ulong)(uint)bits[1] << 32) | (uint)bits[0];
        return JsonNumber.IsMultipleOf(raw, digits, divisor.Scale);
    }

    /// <summary>The bounds of a single as doubles. The type's own range is decided on the rounded value: what is nearest to the last float is that float.</summary>
    public static (double Least, double Greatest) BoundsOfSingle(double min, double max) =>
        (min <= float.MinValue ? double.MinValue : min, max >= float.MaxValue ? double.MaxValue : max);

    /// <summary>Whether rounding to a single has carried a number onto one that is excluded.</summary>
    public static bool IsExcluded(float value, double min, double max, bool exclusiveMin, bool exclusiveMax, scoped ReadOnlySpan<double> denied)
    {
        foreach (double number in denied)
        {
            if (value == (float)number)
            {
                return true;
            }
        }

        return (exclusiveMin && value <= (float)min) || (exclusiveMax && value >= (float)max);
    }

    private static bool TryReadInteger<T>(ReadOnlySpan<byte> raw, out T value) where T : struct, IBinaryInteger<T>, IMinMaxValue<T>
    {
        if (typeof(T) == typeof(ulong))
        {
            bool isUnsigned = JsonNumber.TryReadUInt64(raw, out ulong unsigned);
            value = T.CreateTruncating(unsigned);
            return isUnsigned;
        }

        bool isSigned = JsonNumber.TryReadInt64(raw, out long signed);
        value = T.CreateTruncating(signed);
        return isSigned && long.CreateTruncating(value) == signed;
    }
}
