using System.Globalization;
using System.Numerics;
using McpGen.Differential.Oracles;
using McpGen.Differential.Signatures;

namespace McpGen.Differential.Values;

/// <summary>Numbers, and the many ways to write one.</summary>
internal static class NumberDraw
{
    private static readonly string[] s_odd =
    [
        "0", "-0", "-0.0", "0e5", "1", "-1", "5.0", "1E+2", "1e2", "1.5", "0.1", "1e-7", "1e400", "-1e400", "1e-400", "1E999999999999", "1e-999999999999", "0e999999999999",
        "9007199254740993", "9223372036854775807", "9223372036854775808", "-9223372036854775809", "18446744073709551615", "18446744073709551616", "4294967296", "2147483648", "256",
        "79228162514264337593543950335", "79228162514264337593543950336", "0.30000000000000004", "3.4028235e38", "3.4028236e38", "1.7976931348623157e308", "1.7976931348623159e308", "5e-324", "1.0000000000000000000000000001",
        "100000000000000000000", "0.1000000000000000055511151231257827021181583404541015625", "1" + new string('0', 399), "0." + new string('0', 399) + "1", "12345678901234567890123456789",
    ];

    public static JsonNumber Any(Draw draw) => draw.Chance(40) ? new JsonNumber(draw.Of(s_odd)) : Spelled(draw, Random(draw));

    public static JsonNumber Odd(Draw draw) => new(draw.Of(s_odd));

    /// <summary>A number that the limits of a schema allow: often a limit itself or next to it.</summary>
    public static JsonNumber Within(Draw draw, Schema schema)
    {
        bool isInteger = schema.Types.Contains("integer");
        ExactNumber? least = schema.Minimum ?? schema.ExclusiveMinimum;
        ExactNumber? most = schema.Maximum ?? schema.ExclusiveMaximum;
        ExactNumber step = schema.MultipleOf ?? (isInteger ? ExactNumber.Of(1) : ExactNumber.Parse(draw.Of("0.5", "0.01", "0.001", "1e-9")));
        ExactNumber number = draw.Int(0, 9) switch
        {
            0 or 1 when least is not null => least,
            2 or 3 when most is not null => most,
            4 when least is not null => least.Plus(step),
            5 when most is not null => most.Plus(step.Times(-1)),
            6 => ExactNumber.Zero,
            7 or 8 => Between(draw, least, most, isInteger),
            _ => Random(draw),
        };
        if (schema.MultipleOf is { } divisor)
        {
            number = Down(number, divisor);
            if (least is not null && number.CompareTo(least) < 0)
            {
                number = number.Plus(divisor);
            }
        }

        return Spelled(draw, number);
    }

    /// <summary>A number in one of its spellings, mostly the plain one.</summary>
    public static JsonNumber Spelled(Draw draw, ExactNumber number)
    {
        string plain = number.ToString();
        return new JsonNumber(draw.Int(0, 39) switch
        {
            0 when number.IsInteger && !number.Digits.IsZero && !plain.Contains('e', StringComparison.Ordinal) => plain + draw.Of(".0", ".000", "e0", "E+0", "e-0", "0e-1"),
            1 => number.Digits.ToString(CultureInfo.InvariantCulture) + draw.Of("e", "E") + number.Exponent.ToString(CultureInfo.InvariantCulture),
            2 when plain.Contains('.', StringComparison.Ordinal) => plain + draw.Of("0", "000"),
            3 when number.Digits.IsZero => draw.Of("-0", "0.0", "-0e7", "0E-3"),
            _ => plain,
        });
    }

    private static ExactNumber Random(Draw draw) => draw.Int(0, 3) switch
    {
        0 => ExactNumber.Of(draw.Int(-5, 260)),
        1 => ExactNumber.Of(draw.Int(-100000, 100000) / (decimal)draw.Of(1, 10, 100, 1000)),
        2 => ExactNumber.Of(draw.Bits()),
        _ => ExactNumber.Parse(ExactNumber.Text((draw.Fraction() - 0.5) * draw.Of(1.0, 1e3, 1e12, 1e-5))),
    };

    private static ExactNumber Between(Draw draw, ExactNumber? least, ExactNumber? most, bool isInteger)
    {
        if (least is null || most is null || least.Exponent < -40 || most.Exponent < -40 || most.Magnitude > 40)
        {
            return isInteger ? ExactNumber.Of(draw.Int(-50, 300)) : Random(draw);
        }

        // A random part of the way, in thousandths of the finer unit.
        ExactNumber width = most.Plus(least.Times(-1));
        ExactNumber part = ExactNumber.Parse(width.Times(draw.Int(0, 1000)) + "").Plus(ExactNumber.Zero);
        ExactNumber way = ExactNumber.Parse(part.Digits.ToString(CultureInfo.InvariantCulture) + "e" + (part.Exponent - 3).ToString(CultureInfo.InvariantCulture));
        return isInteger ? Down(least.Plus(way), ExactNumber.Of(1)) : least.Plus(way);
    }

    /// <summary>The greatest multiple that is not above a number.</summary>
    private static ExactNumber Down(ExactNumber number, ExactNumber divisor)
    {
        if (number.Exponent < -60 || number.Magnitude > 60)
        {
            return number;
        }

        BigInteger common = BigInteger.Min(number.Exponent, divisor.Exponent);
        BigInteger digits = number.Digits * BigInteger.Pow(10, (int)(number.Exponent - common));
        BigInteger unit = divisor.Digits * BigInteger.Pow(10, (int)(divisor.Exponent - common));
        BigInteger rest = ((digits % unit) + unit) % unit;
        return ExactNumber.Parse((digits - rest).ToString(CultureInfo.InvariantCulture) + "e" + common.ToString(CultureInfo.InvariantCulture));
    }
}
