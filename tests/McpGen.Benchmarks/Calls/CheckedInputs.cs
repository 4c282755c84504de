using System.Text;

namespace McpGen.Benchmarks.Calls;

/// <summary>Good and hostile arguments that the contestants must agree on.</summary>
internal static class CheckedInputs
{
    private static readonly string[] s_accepted =
    [
        CallInput.Valid,
        """{"query":"lamp"}""",
        """{"filter":{"category":"books"},"limit":1,"query":"lamp"}""",
        """{"query":"lamp","limit":100.0}""",
        """{"query":"lamp","limit":1e1}""",
        """{"query":"lamp","limit":0.01E+4}""",
        """{"query":"lamp","limit":1000e-1}""",
        """{"query":"lamp","limit":5.000000000000000000000000000000}""",
        """{"query":"lamp","limit":null,"sort":null,"tags":null,"filter":null}""",
        """{"query":"lamp","filter":{"minPrice":null,"maxPrice":null,"category":null}}""",
        """{"query":" ","tags":[],"filter":{}}""",
        """{"query":"l\u0061mp","sort":"n\u0065west","filter":{"m\u0069nPrice":1,"category":"m\u0075sic"}}""",
        $$"""{"query":"{{Letters(200)}}","tags":["{{Letters(32)}}"]}""",
        $$"""{"query":"lamp","tags":["{{string.Concat(Enumerable.Repeat("\U0001F4A1", 32))}}","\ud83d\udca1"]}""",
        """{"query":"lamp","filter":{"minPrice":-0,"maxPrice":1000000.0}}""",
        """{"query":"lamp","filter":{"minPrice":1e-400,"maxPrice":-1.7976931348623157e308}}""",
        """{"query":"lamp","filter":{"maxPrice":123456789.12345678901e-3}}""",
    ];

    private static readonly string[] s_refused =
    [
        CallInput.UnknownNested,
        CallInput.OutOfRange,
        CallInput.Pattern,
        CallInput.WrongType,
        "{}",
        """{"query":null}""",
        """{"query":""}""",
        """{"query":5}""",
        """{"query":"a\nb"}""",
        """{"query":"abc\n"}""",
        """{"query":"a\\u0062"}""",
        """{"query":"caf\u00e9"}""",
        """{"query":"café"}""",
        $$"""{"query":"{{Letters(201)}}"}""",
        """{"qurey":"lamp"}""",
        """{"query":"lamp","LIMIT":5,"li\u0000mit":5,"~/":5,"":1,"\u017Fort":1}""",
        """{"query":"lamp","limit":0}""",
        """{"query":"lamp","limit":-5}""",
        """{"query":"lamp","limit":101}""",
        """{"query":"lamp","limit":5.5}""",
        """{"query":"lamp","limit":1e400}""",
        """{"query":"lamp","limit":1e-1}""",
        """{"query":"lamp","limit":1e99999999999999999999}""",
        """{"query":"lamp","limit":4294967297}""",
        """{"query":"lamp","limit":5.0000000000000000000000000001}""",
        """{"query":"lamp","limit":true}""",
        """{"query":"lamp","limit":[5]}""",
        """{"query":"lamp","sort":1}""",
        """{"query":"lamp","sort":"NEWEST"}""",
        """{"query":"lamp","sort":"newest, relevance"}""",
        """{"query":"lamp","tags":["red","blue","red"]}""",
        """{"query":"lamp","tags":["red","r\u0065d"]}""",
        """{"query":"lamp","tags":["a","b","c","d","e","f","g","h","i","j","k"]}""",
        $$"""{"query":"lamp","tags":["red","{{Letters(33)}}",null,5]}""",
        """{"query":"lamp","tags":"red"}""",
        """{"query":"lamp","filter":{"minPrice":-0.01}}""",
        """{"query":"lamp","filter":{"minPrice":-1e400}}""",
        """{"query":"lamp","filter":{"maxPrice":1000000.01,"category":0}}""",
        """{"query":"lamp","filter":{"maxPrice":1e400}}""",
        """{"query":"lamp","filter":{"maxPrice":"5","category":"Books"}}""",
        """{"query":"lamp","filter":[]}""",
        """{"query":"lamp","query":"lamp"}""",
        """{"limit":5,"query":"lamp","l\u0069mit":5}""",
        """{"query":"lamp","sort":null,"sort":"newest"}""",
        """{"query":"lamp","filter":{"minPrice":5,"maxPrice":6,"minPrice":5}}""",
        """{"query":"lamp","filter":{"minPrice":5,"m\u0069nPrice":5}}""",
        """{"query":"a_b","limit":"5","sort":"NEWEST","tags":["red","red"],"filter":{"minPrice":-1,"maxPrice":1e7,"category":"x"},"more":1}""",
        "{\"query\":\"lamp\"," + string.Join(',', Enumerable.Range(0, 40).Select(static number => $"\"unknown{number}\":1")) + "}",
        """{"query":"lamp","filter":{""" + string.Join(',', Enumerable.Range(0, 40).Select(static number => $"\"unknown{number}\":1")) + "}}",
        $$"""{"query":"lamp","tags":["{{Letters(1 << 20)}}"]}""",
    ];

    /// <summary>How many of the well-formed ones are accepted.</summary>
    public static int Accepted => s_accepted.Length;

    public static IEnumerable<byte[]> WellFormed => s_accepted.Concat(s_refused).Select(Encoding.UTF8.GetBytes);

    /// <summary>What the SDK keeps from a tool; only who calls it by hand can send it.</summary>
    public static IEnumerable<byte[]> IllFormed =>
    [
        [.. """{"query":"a\ud800"}"""u8],
        [.. """{"query":"lamp","tags":["\udc00"]}"""u8],
        [.. """{"query":"lamp","filter":{"minprice":5,"\ud800":1}}"""u8],
        [.. "{\"query\":\"a"u8, 0xC3, .. "\"}"u8],
        [.. "{\"query\":\"lamp\",\"tags\":[\"a"u8, 0xFF, .. "\"]}"u8],
    ];

    private static string Letters(int count) => new('a', count);
}
