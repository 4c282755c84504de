using System.Text;
using McpGen.Validation;

namespace McpGen.Tests.Validation;

public sealed partial class JsonNumberTests
{
    public static TheoryData<string> NoNumbers =>
    [
        "", "-", "+1", ".", ".5", "5.", "-.5", "01", "-01", "00", "00.5", "1e", "1e+", "1e-", "e5", "1.e5", "1.5e", "0x10", "1 ", " 1", "1_000", "1,5",
        "NaN", "Infinity", "-Infinity", "--1", "1-", "1.2.3", "1e5.5", "1e5e5", "null", "true", "\"5\"", "12345678x", "1234567:", "/2345678", "1\0",
        "5:", "5/", "1.5:", "123456789.12345678.1", "0123456789.5", "1e\u0661", "\u0661", "1234567890123456789012x", "1e999999999999999999999x", "00e9999",
    ];

    [Theory]
    [MemberData(nameof(NoNumbers))]
    public void What_is_no_number_is_refused_by_all(string text) => AssertRefusedByAll(Utf8(text));

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
        for (int i = 0; i < 3; i++) CallAll(raw);

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 10; i++) CallAll(raw);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void A_number_of_a_million_digits_is_read_like_any_other()
    {
        string digits = new('7', 1_000_002);
        byte[] raw = Utf8($"{digits}.{digits}e-1000002");
        AssertNoInteger(raw);
        Assert.False(JsonNumber.IsMultipleOf(raw, 1, 0));
        Assert.True(JsonNumber.TryReadDouble(raw, out double value));
        Assert.Equal(7.0 / 9, value);
        Assert.False(JsonNumber.TryReadDecimal(raw, out _));
        Assert.True(JsonNumber.IsMultipleOf(Utf8(digits), 1001, 0)); // six sevens are 777 * 1001
        Assert.False(JsonNumber.IsMultipleOf(Utf8(digits[1..]), 1001, 0));
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static void CallAll(byte[] raw)
    {
        JsonNumber.TryReadInt64(raw, out _);
        JsonNumber.TryReadUInt64(raw, out _);
        JsonNumber.TryReadDouble(raw, out _);
        JsonNumber.TryReadSingle(raw, out _);
        JsonNumber.TryReadDecimal(raw, out _);
        JsonNumber.IsMultipleOf(raw, 3, 2);
    }

    private static void AssertRefusedByAll(byte[] raw)
    {
        bool isRead = JsonNumber.TryReadInt64(raw, out _) | JsonNumber.TryReadUInt64(raw, out _)
            | JsonNumber.TryReadDouble(raw, out _) | JsonNumber.TryReadSingle(raw, out _) | JsonNumber.TryReadDecimal(raw, out _)
            | JsonNumber.IsMultipleOf(raw, 1, 28);
        Assert.False(isRead, Encoding.UTF8.GetString(raw));
    }
}
