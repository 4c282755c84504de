using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.RegularExpressions;
using McpGen.Validation;

namespace McpGen.Tests.Validation;

public sealed partial class JsonNumberTests
{
    private const int Rounds = 12_000;

    private static readonly string Zeros400 = new('0', 400);

    // A power of ten a few digits above the greatest of each type, and the ends of each type.
    private static readonly BigInteger[] Landmarks =
    [
        0, 1, 10, sbyte.MaxValue, long.MaxValue, ulong.MaxValue, (BigInteger)Int128.MaxValue, (BigInteger)decimal.MaxValue,
        BigInteger.Pow(10, 17), BigInteger.Pow(10, 18), BigInteger.Pow(10, 19), BigInteger.Pow(10, 38), BigInteger.Pow(10, 39),
        BigInteger.Pow(2, 24), BigInteger.Pow(2, 53), BigInteger.Pow(10, 28), BigInteger.Pow(10, 29),
    ];

    public static TheoryData<string> NoNumbers =>
    [
        "", "-", "+1", ".", ".5", "5.", "-.5", "01", "-01", "00", "00.5", "1e", "1e+", "1e-", "e5", "1.e5", "1.5e", "0x10", "1 ", " 1", "1_000", "1,5",
        "NaN", "Infinity", "-Infinity", "--1", "1-", "1.2.3", "1e5.5", "1e5e5", "null", "true", "\"5\"", "12345678x", "1234567:", "/2345678", "1\0",
        "5:", "5/", "1.5:", "123456789.12345678.1", "0123456789.5", "1e\u0661", "\u0661", "1234567890123456789012x", "1e999999999999999999999x", "00e9999",
    ];

    [Theory]
    [InlineData("0", "0")]
    [InlineData("-0", "0")]
    [InlineData("-0.0", "0")]
    [InlineData("5", "5")]
    [InlineData("-7", "-7")]
    [InlineData("5.0", "5")]
    [InlineData("-5.000", "-5")]
    [InlineData("1e1", "10")]
    [InlineData("1E+2", "100")]
    [InlineData("50e-1", "5")]
    [InlineData("1000e-3", "1")]
    [InlineData("1.5e1", "15")]
    [InlineData("0.001e3", "1")]
    [InlineData("1e0000000000000000000000000000000005", "100000")]
    [InlineData("0e99999999999", "0")]
    [InlineData("0e-99999999999999999999999999", "0")]
    [InlineData("0.000e9999", "0")]
    [InlineData("12345678", "12345678")]
    [InlineData("1234567890123456", "1234567890123456")]
    [InlineData("123456789012345678", "123456789012345678")]
    [InlineData("-1234567890123456789", "-1234567890123456789")]
    [InlineData("9999999999999999999", "9999999999999999999")]
    [InlineData("99999999999999999.90e1", "999999999999999999")]
    [InlineData("1e38", "100000000000000000000000000000000000000")]
    [InlineData("170141183460469231731687303715884105727", "170141183460469231731687303715884105727")]
    [InlineData("-170141183460469231731687303715884105728", "-170141183460469231731687303715884105728")]
    [InlineData("1701411834604692317316873037158841057.27e2", "170141183460469231731687303715884105727")]
    [InlineData("170141183460469231731687303715884105728", null)]
    [InlineData("-170141183460469231731687303715884105729", null)]
    [InlineData("1701411834604692317316873037158841057.28e2", null)]
    [InlineData("999999999999999999999999999999999999999", null)]
    [InlineData("1e39", null)]
    [InlineData("2e38", null)]
    [InlineData("1e999999999999999999", null)]
    [InlineData("-1e99999999999999999999999999999999999999999999", null)]
    public void An_integer_is_read_however_it_is_written(string text, string? expected)
    {
        bool isRead = JsonNumber.TryReadInteger(Utf8(text), out Int128 value);

        Assert.Equal(expected is not null, isRead);
        Assert.Equal(expected is null ? 0 : Int128.Parse(expected, CultureInfo.InvariantCulture), value);
        Assert.Equal(NumberKind.Integer, JsonNumber.Classify(Utf8(text)));
    }

    [Theory]
    [InlineData("0.5")]
    [InlineData("-1.5")]
    [InlineData("5.00000001")]
    [InlineData("1e-1")]
    [InlineData("5e-2")]
    [InlineData("1e-400")]
    [InlineData("1000e-4")]
    [InlineData("1.25e1")]
    [InlineData("123456789012345678901234567890.5")]
    [InlineData("1e-999999999999999999999999")]
    public void A_fraction_is_no_integer(string text)
    {
        Assert.Equal(NumberKind.Fraction, JsonNumber.Classify(Utf8(text)));
        Assert.False(JsonNumber.TryReadInteger(Utf8(text), out _));
        Assert.False(JsonNumber.TryReadInt64(Utf8(text), out _));
        Assert.False(JsonNumber.TryReadUInt64(Utf8(text), out _));
    }

    [Theory]
    [InlineData("9223372036854775807", true, long.MaxValue)]
    [InlineData("9223372036854775808", false, 0)]
    [InlineData("-9223372036854775808", true, long.MinValue)]
    [InlineData("-9223372036854775809", false, 0)]
    [InlineData("-9223372036854775808.000", true, long.MinValue)]
    [InlineData("9.223372036854775807e18", true, long.MaxValue)]
    [InlineData("9.223372036854775808e18", false, 0)]
    [InlineData("5.0", true, 5)]
    [InlineData("1e1", true, 10)]
    [InlineData("-0", true, 0)]
    [InlineData("1e19", false, 0)]
    public void A_signed_integer_stops_at_64_bits(string text, bool isRead, long expected)
    {
        Assert.Equal(isRead, JsonNumber.TryReadInt64(Utf8(text), out long value));
        Assert.Equal(expected, value);
    }

    [Theory]
    [InlineData("18446744073709551615", true, ulong.MaxValue)]
    [InlineData("18446744073709551616", false, 0)]
    [InlineData("1844674407370955161500e-2", true, ulong.MaxValue)]
    [InlineData("10000000000000000000", true, 10000000000000000000)]
    [InlineData("5.0", true, 5)]
    [InlineData("1e1", true, 10)]
    [InlineData("-0", true, 0)]
    [InlineData("-0.0", true, 0)]
    [InlineData("-1", false, 0)]
    [InlineData("-1e1", false, 0)]
    [InlineData("1e20", false, 0)]
    public void An_unsigned_integer_starts_at_zero_and_stops_at_64_bits(string text, bool isRead, ulong expected)
    {
        Assert.Equal(isRead, JsonNumber.TryReadUInt64(Utf8(text), out ulong value));
        Assert.Equal(expected, value);
    }

    [Fact]
    public void Hundreds_of_zeros_change_nothing()
    {
        Assert.True(JsonNumber.TryReadInteger(Utf8($"5.{Zeros400}"), out Int128 five));
        Assert.True(JsonNumber.TryReadInt64(Utf8($"12{Zeros400}e-400"), out long twelve));
        Assert.True(JsonNumber.TryReadUInt64(Utf8($"0.{Zeros400}7e401"), out ulong seven));
        Assert.True(JsonNumber.TryReadDecimal(Utf8($"0.{Zeros400}7e400"), out decimal tenths));
        Assert.True(JsonNumber.TryReadDouble(Utf8($"12{Zeros400}e-400"), out double dozen));
        Assert.Equal((5, 12, 7ul, 0.7m, 12.0), (five, twelve, seven, tenths, dozen));
        Assert.False(JsonNumber.TryReadInteger(Utf8($"1{Zeros400}"), out _));
        Assert.Equal(NumberKind.Integer, JsonNumber.Classify(Utf8($"1{Zeros400}")));
        Assert.Equal(NumberKind.Fraction, JsonNumber.Classify(Utf8($"5.{Zeros400}1")));
    }

    [Theory]
    [InlineData("0.1", 0.1)]
    [InlineData("-19.99", -19.99)]
    [InlineData("3.141592653589793", Math.PI)]
    [InlineData("9007199254740993", 9007199254740992.0)]
    [InlineData("9007199254740993.0000000000000000000000000000000001", 9007199254740994.0)]
    [InlineData("1.7976931348623157e308", double.MaxValue)]
    [InlineData("1.797693134862315807e308", double.MaxValue)]
    [InlineData("5e-324", double.Epsilon)]
    [InlineData("2e-324", 0.0)]
    [InlineData("1e-400", 0.0)]
    [InlineData("1e-999999999999999999999", 0.0)]
    [InlineData("0e999999999999999999999", 0.0)]
    [InlineData("1e23", 1e23)]
    public void A_double_is_the_nearest_one(string text, double expected)
    {
        Assert.True(JsonNumber.TryReadDouble(Utf8(text), out double value));
        Assert.Equal(BitConverter.DoubleToInt64Bits(expected), BitConverter.DoubleToInt64Bits(value));
    }

    [Theory]
    [InlineData("1e400")]
    [InlineData("-1e309")]
    [InlineData("1.7976931348623159e308")]
    [InlineData("1e999999999999999999")]
    public void A_number_beyond_the_finite_doubles_is_refused(string text)
    {
        Assert.False(JsonNumber.TryReadDouble(Utf8(text), out double value));
        Assert.Equal(0, value);
        Assert.False(JsonNumber.TryReadSingle(Utf8(text), out _));
    }

    [Theory]
    [InlineData("-0")]
    [InlineData("-0.0e5")]
    [InlineData("-1e-5000")]
    [InlineData("-0e99999")]
    public void A_negative_zero_keeps_its_sign_in_binary_types(string text)
    {
        Assert.True(JsonNumber.TryReadDouble(Utf8(text), out double value));
        Assert.True(JsonNumber.TryReadSingle(Utf8(text), out float single));
        Assert.True(double.IsNegative(value) && value == 0);
        Assert.True(float.IsNegative(single) && single == 0);
    }

    [Fact]
    public void A_tie_with_a_thousand_zeros_is_still_a_tie()
    {
        // The digits the parser keeps end in the zeros; what it dropped decides.
        string zeros = new('0', 1000);
        Assert.True(JsonNumber.TryReadDouble(Utf8($"9007199254740993.{zeros}"), out double tie));
        Assert.True(JsonNumber.TryReadDouble(Utf8($"9007199254740993.{zeros}1"), out double above));
        Assert.Equal((9007199254740992.0, 9007199254740994.0), (tie, above));
    }

    [Theory]
    [InlineData("0.1", 0.1f)]
    [InlineData("16777217", 16777216f)]
    [InlineData("1.000000059604644775390625", 1f)]
    [InlineData("1.000000059604644775390625000000000001", 1.0000001192f)] // through double: 1
    [InlineData("3.4028235e38", float.MaxValue)]
    [InlineData("1e-46", 0f)]
    [InlineData("19.99", 19.99f)]
    public void A_single_is_rounded_once(string text, float expected)
    {
        Assert.True(JsonNumber.TryReadSingle(Utf8(text), out float value));
        Assert.Equal(BitConverter.SingleToInt32Bits(expected), BitConverter.SingleToInt32Bits(value));
    }

    [Theory]
    [InlineData("1e39")]
    [InlineData("-3.4028236e38")]
    [InlineData("3.40282356779733661637539395458142568448e38")]
    public void A_number_beyond_the_finite_singles_is_refused(string text)
    {
        Assert.False(JsonNumber.TryReadSingle(Utf8(text), out float value));
        Assert.Equal(0, value);
        Assert.True(JsonNumber.TryReadDouble(Utf8(text), out _));
    }

    [Theory]
    [InlineData("0.10", "0.10")]
    [InlineData("-19.99", "-19.99")]
    [InlineData("-0", "0")]
    [InlineData("0.00", "0.00")]
    [InlineData("1e2", "100")]
    [InlineData("1.50e1", "15.0")]
    [InlineData("15e-1", "1.5")]
    [InlineData("79228162514264337593543950335", "79228162514264337593543950335")]
    [InlineData("-79228162514264337593543950335", "-79228162514264337593543950335")]
    [InlineData("7.9228162514264337593543950335", "7.9228162514264337593543950335")]
    [InlineData("79228162514264337593543950335.000", "79228162514264337593543950335")]
    [InlineData("7922816251426433759354395033e1", "79228162514264337593543950330")]
    [InlineData("1.0000000000000000000000000000000000", "1.0000000000000000000000000000")]
    [InlineData("0.0000000000000000000000000001", "0.0000000000000000000000000001")]
    [InlineData("1e28", "10000000000000000000000000000")]
    [InlineData("0e-99999999999", "0.0000000000000000000000000000")]
    [InlineData("79228162514264337593543950336", null)]
    [InlineData("-79228162514264337593543950336", null)]
    [InlineData("7.9228162514264337593543950336", null)]
    [InlineData("7922816251426433759354395034e1", null)]
    [InlineData("0.00000000000000000000000000001", null)]
    [InlineData("0.12345678901234567890123456789", null)]
    [InlineData("1.00000000000000000000000000001", null)]
    [InlineData("1e29", null)]
    [InlineData("8e28", null)]
    [InlineData("1e-400", null)]
    [InlineData("1e400", null)]
    [InlineData("1e-99999999999999999999", null)]
    public void A_decimal_is_exact_or_refused(string text, string? expected)
    {
        Assert.Equal(expected is not null, JsonNumber.TryReadDecimal(Utf8(text), out decimal value));
        Assert.Equal(expected ?? "0", value.ToString(CultureInfo.InvariantCulture));
        Assert.False(decimal.IsNegative(value) && value == 0);
    }

    [Theory]
    [InlineData("19.99", 1, 2, true)]
    [InlineData("19.995", 1, 2, false)]
    [InlineData("19.990", 1, 2, true)]
    [InlineData("-19.99", 1, 2, true)]
    [InlineData("0", 7, 0, true)]
    [InlineData("-0.000", 7, 0, true)]
    [InlineData("0e99999999", 7, 3, true)]
    [InlineData("7.5", 25, 1, true)]
    [InlineData("7.6", 25, 1, false)]
    [InlineData("1e300", 3, 0, false)]
    [InlineData("3e300", 3, 0, true)]
    [InlineData("1e300", 1024, 0, true)]
    [InlineData("1e63", 1UL << 63, 0, true)]
    [InlineData("1e62", 1UL << 63, 0, false)]
    [InlineData("1e27", 7450580596923828125, 0, true)] // 5^27
    [InlineData("1e26", 7450580596923828125, 0, false)]
    [InlineData("1e9999999999999999999999", 1UL << 63, 0, true)]
    [InlineData("7e9999999999999999999999", 7, 5, true)]
    [InlineData("7e9999999999999999999999", 11, 5, false)]
    [InlineData("1e-28", 1, 28, true)]
    [InlineData("1e-29", 1, 28, false)]
    [InlineData("1e-99999999999999999999", 1, 28, false)]
    [InlineData("18446744073709551615", ulong.MaxValue, 0, true)]
    [InlineData("340282366920938463426481119284349108225", ulong.MaxValue, 0, true)] // the square
    [InlineData("340282366920938463426481119284349108226", ulong.MaxValue, 0, false)]
    [InlineData("34028236692093846342648111928434.9108225", ulong.MaxValue, 7, true)]
    public void A_multiple_is_decided_on_the_digits(string text, ulong divisor, int scale, bool expected) =>
        Assert.Equal(expected, JsonNumber.IsMultipleOf(Utf8(text), divisor, scale));

    [Fact]
    public void A_divisor_out_of_range_is_a_programming_error()
    {
        Assert.Throws<ArgumentOutOfRangeException>(static () => JsonNumber.IsMultipleOf("1"u8, 0, 0));
        Assert.Throws<ArgumentOutOfRangeException>(static () => JsonNumber.IsMultipleOf("1"u8, 1, -1));
        Assert.Throws<ArgumentOutOfRangeException>(static () => JsonNumber.IsMultipleOf("1"u8, 1, 29));
    }

    [Theory]
    [InlineData("1", "1.0", 0)]
    [InlineData("1", "10e-1", 0)]
    [InlineData("100", "1e2", 0)]
    [InlineData("-0", "0", 0)]
    [InlineData("0e99", "-0.000e-99", 0)]
    [InlineData("1", "2", -1)]
    [InlineData("-1", "-2", 1)]
    [InlineData("-1", "1", -1)]
    [InlineData("0", "1e-9999", -1)]
    [InlineData("-1e-9999", "0", -1)]
    [InlineData("10", "9.99", 1)]
    [InlineData("0.1", "0.10000000000000000000001", -1)]
    [InlineData("12.5", "125e-1", 0)]
    [InlineData("1234567890123456789012345", "1234567890123456789.012345e6", 0)]
    [InlineData("1234567890123456789012345", "1234567890123456789.012346e6", -1)]
    [InlineData("9007199254740993", "9007199254740992", 1)]
    [InlineData("9999999999999999999", "9999999999999999998.9", 1)]
    [InlineData("0.12345678901234567", "9999999999999999999", -1)]
    [InlineData("1e400", "1e401", -1)]
    [InlineData("1e99999999999999999999999999", "10e99999999999999999999999998", 0)]
    [InlineData("1e99999999999999999999999999", "1e100000000000000000000000000", -1)]
    [InlineData("-1e99999999999999999999999999", "-1e100000000000000000000000000", 1)]
    [InlineData("1e-99999999999999999999999999", "1e-100000000000000000000000000", 1)]
    [InlineData("0.01e-99999999999999999999999999", "1e-100000000000000000000000001", 0)]
    [InlineData("1e99999999999999999999999999", "1e-99999999999999999999999999", 1)]
    [InlineData("1e000000000000000000000000005", "100000", 0)]
    [InlineData("1e90000000000000000000000000", "1e10000000000000000000000000", 1)]
    public void Numbers_compare_by_value(string a, string b, int expected)
    {
        Assert.Equal(expected, JsonNumber.Compare(Utf8(a), Utf8(b)));
        Assert.Equal(-expected, JsonNumber.Compare(Utf8(b), Utf8(a)));
    }

    [Theory]
    [MemberData(nameof(NoNumbers))]
    public void What_is_no_number_is_refused_by_all(string text)
    {
        AssertRefusedByAll(Utf8(text));
        Assert.Equal(-1, JsonNumber.Compare(Utf8(text), "-1e999999"u8));
        Assert.Equal(1, JsonNumber.Compare("-1e999999"u8, Utf8(text)));
        Assert.Equal(0, JsonNumber.Compare(Utf8(text), Utf8(text)));
        Assert.Equal(-1, JsonNumber.Compare(Utf8(text), Utf8(text + "x")));
    }

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
            if (isNumber) Assert.NotEqual(NumberKind.None, JsonNumber.Classify(Utf8(text.ToString())));
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

    [Fact]
    public void Random_comparisons_agree_with_rational_arithmetic()
    {
        Random random = new(4);
        int[] seen = new int[3];
        for (int round = 0; round < Rounds; round++)
        {
            BigInteger digits = RandomDigits(random);
            int power = random.Next(-40, 40);
            string a = Write(random, digits, power);
            string b = random.Next(4) switch
            {
                0 => RandomNumber(random),
                1 => Write(random, digits, power),
                2 => Write(random, digits + random.Next(-1, 2), power),
                _ => Write(random, digits * 1000 + random.Next(-1, 2), power - 3),
            };
            int expected = Rational.Parse(a).CompareTo(Rational.Parse(b));
            seen[expected + 1]++;
            Assert.True(expected == JsonNumber.Compare(Utf8(a), Utf8(b)), $"{a} <=> {b}");
        }

        Assert.All(seen, static count => Assert.InRange(count, Rounds / 5, Rounds));
    }

    [Theory]
    [InlineData("123456789012345678")]
    [InlineData("-5.0")]
    [InlineData("19.99")]
    [InlineData("1.5e-7")]
    [InlineData("12345678901234567890.12345678")]
    [InlineData("1e400")]
    [InlineData("x")]
    public void Nothing_is_allocated(string text)
    {
        byte[] raw = Utf8(text);
        byte[] other = Utf8("123456789012345678901234567890.5");
        for (int i = 0; i < 3; i++) CallAll(raw, other);

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 10; i++) CallAll(raw, other);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void A_number_of_a_million_digits_is_read_like_any_other()
    {
        string digits = new('7', 1_000_002);
        byte[] raw = Utf8($"{digits}.{digits}e-1000002");
        byte[] below = Utf8($"{digits}.{digits[1..]}6e-1000002");
        Assert.Equal(NumberKind.Fraction, JsonNumber.Classify(raw));
        Assert.True(JsonNumber.TryReadDouble(raw, out double value));
        Assert.Equal(7.0 / 9, value);
        Assert.False(JsonNumber.TryReadDecimal(raw, out _));
        Assert.True(JsonNumber.IsMultipleOf(Utf8(digits), 1001, 0)); // six sevens are 777 * 1001
        Assert.False(JsonNumber.IsMultipleOf(Utf8(digits[1..]), 1001, 0));
        Assert.Equal(1, JsonNumber.Compare(raw, below));
        Assert.Equal(-1, JsonNumber.Compare(Utf8($"1e{digits}"), Utf8($"1e{digits[1..]}8")));
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static void CallAll(byte[] raw, byte[] other)
    {
        JsonNumber.Classify(raw);
        JsonNumber.TryReadInteger(raw, out _);
        JsonNumber.TryReadInt64(raw, out _);
        JsonNumber.TryReadUInt64(raw, out _);
        JsonNumber.TryReadDouble(raw, out _);
        JsonNumber.TryReadSingle(raw, out _);
        JsonNumber.TryReadDecimal(raw, out _);
        JsonNumber.IsMultipleOf(raw, 3, 2);
        JsonNumber.Compare(raw, other);
        JsonNumber.Compare(raw, raw);
    }

    private static void AssertRefusedByAll(byte[] raw)
    {
        bool isRead = JsonNumber.TryReadInteger(raw, out _) | JsonNumber.TryReadInt64(raw, out _) | JsonNumber.TryReadUInt64(raw, out _)
            | JsonNumber.TryReadDouble(raw, out _) | JsonNumber.TryReadSingle(raw, out _) | JsonNumber.TryReadDecimal(raw, out _)
            | JsonNumber.IsMultipleOf(raw, 1, 28);
        Assert.False(isRead, Encoding.UTF8.GetString(raw));
        Assert.Equal(NumberKind.None, JsonNumber.Classify(raw));
    }

    private static void AssertIntegers(string text, byte[] raw, Rational exact)
    {
        bool isInteger = exact.Bottom.IsOne;
        BigInteger whole = isInteger ? exact.Top : default;
        Assert.Equal((text, isInteger ? NumberKind.Integer : NumberKind.Fraction), (text, JsonNumber.Classify(raw)));
        Assert.Equal((text, isInteger && whole >= (BigInteger)Int128.MinValue && whole <= (BigInteger)Int128.MaxValue), (text, JsonNumber.TryReadInteger(raw, out Int128 wide)));
        Assert.Equal((text, isInteger && whole >= long.MinValue && whole <= long.MaxValue), (text, JsonNumber.TryReadInt64(raw, out long signed)));
        Assert.Equal((text, isInteger && whole >= 0 && whole <= ulong.MaxValue), (text, JsonNumber.TryReadUInt64(raw, out ulong unsigned)));
        Assert.True(wide == 0 || (BigInteger)wide == whole, text);
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
