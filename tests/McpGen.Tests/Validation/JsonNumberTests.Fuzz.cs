using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.RegularExpressions;
using McpGen.Validation;

namespace McpGen.Tests.Validation;

public sealed partial class JsonNumberTests
{
    private const int Rounds = 12_000;

    // A power of ten a few digits above the greatest of each type, and the ends of each type.
    private static readonly BigInteger[] Landmarks =
    [
        0, 1, 10, sbyte.MaxValue, long.MaxValue, ulong.MaxValue, (BigInteger)Int128.MaxValue, (BigInteger)decimal.MaxValue,
        BigInteger.Pow(10, 17), BigInteger.Pow(10, 18), BigInteger.Pow(10, 19), BigInteger.Pow(10, 38), BigInteger.Pow(10, 39),
        BigInteger.Pow(2, 24), BigInteger.Pow(2, 53), BigInteger.Pow(10, 28), BigInteger.Pow(10, 29),
    ];

    [Fact]
    public void Random_text_is_refused_exactly_when_it_breaks_the_grammar()
    {
        Random random = new(1);
        const string alphabet = "0001234567899..--+eE/: \0\u00e9";
        int numbers = 0;
        for (int round = 0; round < Rounds; round++)
        {
            StringBuilder text = new(RandomNumber(random));
            for (int edits = random.Next(3); edits > 0; edits--)
            {
                int at = random.Next(text.Length + 1);
                if (at < text.Length && random.Next(2) == 0) text.Remove(at, 1);
                text.Insert(at, alphabet[random.Next(alphabet.Length)]);
            }

            bool isNumber = Grammar().IsMatch(text.ToString());
            if (isNumber) numbers++;
            if (isNumber) AssertReadAsNumber(text.ToString());
            else AssertRefusedByAll(Utf8(text.ToString()));
        }

        Assert.InRange(numbers, Rounds / 10, Rounds * 9 / 10);
    }

    [Fact]
    public void Random_numbers_agree_with_rational_arithmetic()
    {
        Random random = new(2);
        for (int round = 0; round < Rounds; round++)
        {
            string text = RandomNumber(random);
            byte[] raw = Utf8(text);
            Rational exact = Rational.Parse(text);
            AssertIntegers(text, raw, exact);
            AssertDecimal(text, raw, exact);
            AssertNearest(text, exact, JsonNumber.TryReadDouble(raw, out double value), value, Math.BitDecrement(value), Math.BitIncrement(value),
                (BitConverter.DoubleToInt64Bits(value) & 1) == 0, double.MaxValue, BigInteger.Pow(2, 970));
            AssertNearest(text, exact, JsonNumber.TryReadSingle(raw, out float single), single, MathF.BitDecrement(single), MathF.BitIncrement(single),
                (BitConverter.SingleToInt32Bits(single) & 1) == 0, float.MaxValue, BigInteger.Pow(2, 103));
        }
    }

    [Fact]
    public void Random_multiples_agree_with_rational_arithmetic()
    {
        Random random = new(3);
        int multiples = 0;
        for (int round = 0; round < Rounds; round++)
        {
            ulong divisor = random.Next(3) switch { 0 => (ulong)random.Next(1, 100), 1 => (ulong)random.NextInt64(1, long.MaxValue), _ => ulong.MaxValue - (ulong)random.Next(1000) };
            int scale = random.Next(29);
            string text = random.Next(2) == 0 ? RandomNumber(random) : Write(random, divisor * (BigInteger)random.NextInt64(), -scale);
            Rational quotient = Rational.Parse(text).Times(new Rational(BigInteger.Pow(10, scale), divisor));
            bool expected = (quotient.Top % quotient.Bottom).IsZero;
            if (expected) multiples++;
            Assert.True(expected == JsonNumber.IsMultipleOf(Utf8(text), divisor, scale), $"{text} / ({divisor}e-{scale})");
        }

        Assert.InRange(multiples, Rounds / 4, Rounds * 3 / 4);
    }

    // A fraction is read at least as a double, unless it is beyond them; a whole number is known as such at any magnitude.
    private static void AssertReadAsNumber(string text)
    {
        byte[] raw = Utf8(text);
        bool isFinite = double.IsFinite(double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture));
        Assert.Equal((text, isFinite), (text, JsonNumber.TryReadDouble(raw, out _)));
        Assert.Equal((text, IsWhole(text)), (text, JsonNumber.IsMultipleOf(raw, 1, 0)));
    }

    // On the digits: an exponent of many digits is no power to be had.
    private static bool IsWhole(string text)
    {
        int e = text.IndexOfAny(['e', 'E']);
        BigInteger exponent = e < 0 ? 0 : BigInteger.Parse(text.AsSpan(e + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        string digits = e < 0 ? text : text[..e];
        int point = digits.IndexOf('.', StringComparison.Ordinal);
        if (point < 0) point = digits.Length;
        string significant = digits.Replace(".", "", StringComparison.Ordinal).TrimEnd('0');
        return significant is "" or "-" || significant.Length - point <= exponent;
    }

    private static void AssertIntegers(string text, byte[] raw, Rational exact)
    {
        bool isInteger = exact.Bottom.IsOne;
        BigInteger whole = isInteger ? exact.Top : default;
        Assert.Equal((text, isInteger), (text, JsonNumber.IsMultipleOf(raw, 1, 0)));
        Assert.Equal((text, isInteger && whole >= long.MinValue && whole <= long.MaxValue), (text, JsonNumber.TryReadInt64(raw, out long signed)));
        Assert.Equal((text, isInteger && whole >= 0 && whole <= ulong.MaxValue), (text, JsonNumber.TryReadUInt64(raw, out ulong unsigned)));
        Assert.True(signed == 0 || signed == whole, text);
        Assert.True(unsigned == 0 || unsigned == whole, text);
    }

    private static void AssertDecimal(string text, byte[] raw, Rational exact)
    {
        int scale = 0;
        Rational scaled = exact;
        while (scale < 28 && !scaled.Bottom.IsOne)
        {
            scale++;
            scaled = exact.Times(new Rational(BigInteger.Pow(10, scale), 1));
        }

        bool expected = scaled.Bottom.IsOne && BigInteger.Abs(scaled.Top) <= (BigInteger)decimal.MaxValue;
        Assert.Equal((text, expected), (text, JsonNumber.TryReadDecimal(raw, out decimal value)));

        // What is exact the platform parses as well, and keeps the same zeros.
        if (expected) Assert.Equal(decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture), value.ToString(CultureInfo.InvariantCulture));
    }

    // The value is nearest when it is nowhere beyond the midpoints to its neighbours, and on one only if its last bit is even.
    private static void AssertNearest(string text, Rational exact, bool isRead, double value, double below, double above, bool isEven, double max, BigInteger halfStep)
    {
        Rational end = new((BigInteger)max + halfStep, 1);
        Assert.True(isRead == (exact.CompareTo(end) < 0 && exact.CompareTo(end.Times(new Rational(-1, 1))) > 0), text);
        if (!isRead) return;

        int low = double.IsInfinity(below) || below < -max ? 1 : exact.CompareTo(Rational.Midpoint(value, below));
        int high = double.IsInfinity(above) || above > max ? -1 : exact.CompareTo(Rational.Midpoint(value, above));
        Assert.True(isEven ? low >= 0 && high <= 0 : low > 0 && high < 0, $"{text} is not {value:R}");
        Assert.Equal(text[0] == '-', double.IsNegative(value));
    }

    private static string RandomNumber(Random random)
    {
        if (random.Next(8) == 0)
        {
            // A binary midpoint, or next to one.
            double value = BitConverter.Int64BitsToDouble(random.NextInt64());
            if (random.Next(2) == 0) value = BitConverter.Int32BitsToSingle(random.Next());
            if (!double.IsFinite(value)) value = double.MaxValue;
            Rational middle = Rational.Midpoint(value, random.Next(2) == 0 ? Math.BitDecrement(value) : value);
            BigInteger ten = BigInteger.Pow(10, 1100);
            return Write(random, middle.Top * ten / middle.Bottom + random.Next(-1, 2), -1100);
        }

        int power = random.Next(5) switch { 0 => 0, 1 => random.Next(-400, 400), _ => random.Next(-30, 12) };
        return Write(random, RandomDigits(random), power);
    }

    private static BigInteger RandomDigits(Random random)
    {
        BigInteger digits = random.Next(3) == 0
            ? Landmarks[random.Next(Landmarks.Length)] + random.Next(-2, 3)
            : random.Next(4) switch
            {
                0 => random.Next(1000),
                1 => random.NextInt64(),
                2 => new BigInteger(random.NextInt64()) * random.NextInt64() * random.Next(1000),
                _ => BigInteger.Pow(random.Next(2, 1000), random.Next(100)),
            };
        return random.Next(3) == 0 ? -digits : digits;
    }

    // Writes digits * 10^power in one of the ways JSON has for it.
    private static string Write(Random random, BigInteger digits, int power)
    {
        string sign = digits.Sign < 0 || (digits.IsZero && random.Next(2) == 0) ? "-" : "";
        string text = BigInteger.Abs(digits).ToString(CultureInfo.InvariantCulture);
        int zeros = random.Next(4) == 0 ? random.Next(25) : 0;
        text += new string('0', zeros);
        power -= zeros;

        int point = random.Next(3) switch { 0 => text.Length, 1 => text.Length + power, _ => random.Next(-3, text.Length + 4) };
        point = Math.Clamp(point, -1200, 1200);
        int exponent = text.Length + power - point;
        if (point > text.Length) text = text.PadRight(point, '0');
        if (point < 1)
        {
            text = new string('0', 1 - point) + text;
            point = 1;
        }

        string whole = text[..point].TrimStart('0');
        string fraction = text[point..];
        if (whole.Length == 0) whole = "0";
        if (fraction.Length > 0) fraction = "." + fraction;
        if (exponent == 0 && random.Next(4) != 0) return sign + whole + fraction;
        string mark = exponent < 0 ? "-" : random.Next(2) == 0 ? "+" : "";
        return sign + whole + fraction + (random.Next(2) == 0 ? "e" : "E") + mark + new string('0', random.Next(3)) + Math.Abs(exponent).ToString(CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"\A-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?\z")]
    private static partial Regex Grammar();
}
