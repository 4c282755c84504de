using System.Globalization;
using System.Numerics;

namespace McpGen.Tests.Validation;

public sealed partial class JsonNumberTests
{
    private readonly struct Rational
    {
        public Rational(BigInteger top, BigInteger bottom)
        {
            BigInteger common = BigInteger.GreatestCommonDivisor(top, bottom);
            Top = top / common;
            Bottom = bottom / common;
        }

        public BigInteger Top { get; }

        public BigInteger Bottom { get; }

        public static Rational Parse(string text)
        {
            int e = text.IndexOfAny(['e', 'E']);
            int exponent = e < 0 ? 0 : int.Parse(text.AsSpan(e + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
            string digits = e < 0 ? text : text[..e];
            int point = digits.IndexOf('.', StringComparison.Ordinal);
            if (point >= 0) exponent -= digits.Length - point - 1;
            BigInteger top = BigInteger.Parse(digits.Replace(".", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
            BigInteger power = BigInteger.Pow(10, Math.Abs(exponent));
            return exponent < 0 ? new Rational(top, power) : new Rational(top * power, 1);
        }

        public static Rational Midpoint(double a, double b)
        {
            Rational x = Exact(a);
            Rational y = Exact(b);
            return new Rational(x.Top * y.Bottom + y.Top * x.Bottom, x.Bottom * y.Bottom * 2);
        }

        public Rational Times(Rational other) => new(Top * other.Top, Bottom * other.Bottom);

        public int CompareTo(Rational other) => (Top * other.Bottom).CompareTo(other.Top * Bottom);

        private static Rational Exact(double value)
        {
            long bits = BitConverter.DoubleToInt64Bits(value);
            int exponent = (int)(bits >> 52) & 0x7FF;
            BigInteger mantissa = (bits & 0xFFFFFFFFFFFFF) | (exponent == 0 ? 0 : 1L << 52);
            if (bits < 0) mantissa = -mantissa;
            exponent = Math.Max(exponent, 1) - 1075;
            BigInteger power = BigInteger.Pow(2, Math.Abs(exponent));
            return exponent < 0 ? new Rational(mantissa, power) : new Rational(mantissa * power, 1);
        }
    }
}
