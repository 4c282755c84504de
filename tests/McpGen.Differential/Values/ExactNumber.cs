using System.Globalization;
using System.Numerics;

namespace McpGen.Differential.Values;

/// <summary>
/// A JSON number as the rational it denotes: digits times a power of ten, without a trailing zero in the digits, so that equal numbers
/// are equal records.
/// </summary>
internal sealed record ExactNumber : IComparable<ExactNumber>
{
    public static readonly ExactNumber Zero = new(BigInteger.Zero, 0);

    private bool? _survives;

    private ExactNumber(BigInteger digits, BigInteger exponent)
    {
        Digits = digits;
        Exponent = exponent;
    }

    public BigInteger Digits { get; }

    /// <summary>Big, because a text may say 1e99999999999.</summary>
    public BigInteger Exponent { get; }

    public bool IsInteger => Exponent.Sign >= 0;

    /// <summary>How many decimal places stand before the point: 0.5 has none, 10 has two.</summary>
    public BigInteger Magnitude => Digits.IsZero ? 0 : Exponent + DigitCount;

    public int DigitCount => BigInteger.Abs(Digits).ToString(CultureInfo.InvariantCulture).Length;

    public static ExactNumber Of(decimal value) => Parse(value.ToString(CultureInfo.InvariantCulture));

    public static ExactNumber Parse(string text)
    {
        int exponentMark = text.IndexOfAny(['e', 'E']);
        string mantissa = exponentMark < 0 ? text : text[..exponentMark];
        BigInteger exponent = exponentMark < 0 ? BigInteger.Zero : BigInteger.Parse(text.AsSpan(exponentMark + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        int point = mantissa.IndexOf('.', StringComparison.Ordinal);
        if (point >= 0)
        {
            exponent -= mantissa.Length - point - 1;
            mantissa = mantissa.Remove(point, 1);
        }

        string significant = mantissa.TrimEnd('0');
        if (significant is "" or "-")
        {
            return Zero;
        }

        BigInteger digits = BigInteger.Parse(significant, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        return digits.IsZero ? Zero : new ExactNumber(digits, exponent + (mantissa.Length - significant.Length));
    }

    // Written out, so that what was worked out before does not make equal numbers differ.
    public bool Equals(ExactNumber? other) => other is not null && Digits == other.Digits && Exponent == other.Exponent;

    public override int GetHashCode() => HashCode.Combine(Digits, Exponent);

    public int CompareTo(ExactNumber? other)
    {
        ArgumentNullException.ThrowIfNull(other);
        int sign = Digits.Sign;
        if (sign != other.Digits.Sign || sign == 0)
        {
            return sign.CompareTo(other.Digits.Sign);
        }

        int byMagnitude = Magnitude.CompareTo(other.Magnitude);
        if (byMagnitude != 0)
        {
            return sign * byMagnitude;
        }

        // Of one magnitude the exponents differ by no more than the digits are many: this stays small.
        BigInteger common = BigInteger.Min(Exponent, other.Exponent);
        return (Digits * Power(Exponent - common)).CompareTo(other.Digits * Power(other.Exponent - common));
    }

    public bool IsMultipleOf(ExactNumber divisor)
    {
        if (Digits.IsZero)
        {
            return true;
        }

        BigInteger shift = Exponent - divisor.Exponent;
        if (shift.Sign < 0)
        {
            // It would take digits that end in a zero, and they do not.
            return false;
        }

        BigInteger modulus = BigInteger.Abs(divisor.Digits);
        return (Digits % modulus * BigInteger.ModPow(10, shift, modulus) % modulus).IsZero;
    }

    /// <summary>Whether reading the number as a double and writing it in the shortest way gives the same number.</summary>
    public bool SurvivesDouble => _survives ??= ToDouble() is var nearest && double.IsFinite(nearest) && Parse(Text(nearest)) == this;

    /// <summary>The nearest double; infinite beyond the range.</summary>
    public double ToDouble() => double.Parse(ToString(), NumberStyles.Float, CultureInfo.InvariantCulture);

    public float ToSingle() => float.Parse(ToString(), NumberStyles.Float, CultureInfo.InvariantCulture);

    /// <summary>Whether a decimal holds it without rounding: 96 bits of digits, at most 28 of them after the point.</summary>
    public bool FitsDecimal => Digits.IsZero
        || (Magnitude <= 29 && Exponent >= -28 && (Exponent.Sign >= 0 ? BigInteger.Abs(Digits) * Power(Exponent) : BigInteger.Abs(Digits)) < BigInteger.One << 96);

    /// <summary>The shortest text that reads as this double.</summary>
    public static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>In plain digits where that is short, else with an exponent.</summary>
    public override string ToString() => Exponent.Sign >= 0 && Exponent < 25 ? (Digits * Power(Exponent)).ToString(CultureInfo.InvariantCulture)
        : Exponent.Sign < 0 && -Exponent < 25 ? Plain()
        : Digits.ToString(CultureInfo.InvariantCulture) + "e" + Exponent.ToString(CultureInfo.InvariantCulture);

    /// <summary>The sum; of numbers too far apart to write it down, this one.</summary>
    public ExactNumber Plus(ExactNumber other)
    {
        if (BigInteger.Abs(Exponent - other.Exponent) > 1000)
        {
            return this;
        }

        BigInteger common = BigInteger.Min(Exponent, other.Exponent);
        BigInteger sum = (Digits * Power(Exponent - common)) + (other.Digits * Power(other.Exponent - common));
        return Parse(sum.ToString(CultureInfo.InvariantCulture) + "e" + common.ToString(CultureInfo.InvariantCulture));
    }

    public ExactNumber Times(BigInteger factor) =>
        Parse((Digits * factor).ToString(CultureInfo.InvariantCulture) + "e" + Exponent.ToString(CultureInfo.InvariantCulture));

    private string Plain()
    {
        int decimals = (int)-Exponent;
        string digits = BigInteger.Abs(Digits).ToString(CultureInfo.InvariantCulture).PadLeft(decimals + 1, '0');
        return (Digits.Sign < 0 ? "-" : "") + digits[..^decimals] + "." + digits[^decimals..];
    }

    private static BigInteger Power(BigInteger exponent) => BigInteger.Pow(10, (int)exponent);
}
