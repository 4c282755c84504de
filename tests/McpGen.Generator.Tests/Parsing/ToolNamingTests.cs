using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using McpGen.Generator.Parsing;
using ModelContextProtocol.Server;

namespace McpGen.Generator.Tests.Parsing;

public sealed class ToolNamingTests
{
    // Letters in both cases with and without the other case, digits, marks, separators, spaces, a lone surrogate.
    private const string Alphabet = "aaabcxyzAAABCXYZ0129__ -.éÉßǅªⅫ٣你\u0301\u00a0\u2003\ud801";

    public static TheoryData<string> OddMethods => [.. Methods.Select(static method => method.Name)];

    private static MethodInfo[] Methods => typeof(OddlyNamed).GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly);

    [Theory]
    [MemberData(nameof(OddMethods))]
    public void A_tool_is_called_what_the_SDK_would_call_it(string methodName)
    {
        MethodInfo method = Methods.Single(method => method.Name == methodName);

        Assert.Equal(NameBySdk(method), ToolNaming.DeriveName(methodName, IsAsync(method.ReturnType)));
    }

    [Theory]
    [InlineData("SearchIssuesAsync", true, "search_issues")]
    [InlineData("SearchIssuesAsync", false, "search_issues_async")]
    [InlineData("Async", true, "async")]
    [InlineData("AsyncAsync", true, "async")]
    [InlineData("GetURLForID", false, "get_url_for_id")]
    [InlineData("__Name__Async", true, "name")]
    [InlineData("__Name__Async", false, "name_async")]
    [InlineData("Überprüfe", false, "berpr_fe")]
    [InlineData("测试", false, "测试")]
    public void Well_known_names_stay_as_they_are(string methodName, bool isAsync, string expected) =>
        Assert.Equal(expected, ToolNaming.DeriveName(methodName, isAsync));

    [Fact]
    public void Any_identifier_is_snake_cased_as_by_System_Text_Json() => AssertSame(JsonNamingPolicy.SnakeCaseLower.ConvertName, ToolNaming.SnakeCaseLower);

    [Fact]
    public void Any_identifier_is_camel_cased_as_by_System_Text_Json() => AssertSame(JsonNamingPolicy.CamelCase.ConvertName, ToolNaming.CamelCase);

    private static string NameBySdk(MethodInfo method)
    {
        try
        {
            return McpServerTool.Create(method, target: null).ProtocolTool.Name;
        }
        catch (ArgumentException refused)
        {
            // A name without ASCII letters is derived and then refused; the message quotes it.
            return Regex.Match(refused.Message, "^The tool name '(.+)' is invalid").Groups[1].Value;
        }
    }

    private static void AssertSame(Func<string, string> original, Func<string, string> restated)
    {
        var random = new Random(20_261_103);
        string[] names = ["", .. Enumerable.Range(0, 20_000).Select(_ => RandomName(random))];

        Assert.All(names, name => Assert.Equal(original(name), restated(name)));
        Assert.Contains(names, name => original(name) != name);
    }

    private static string RandomName(Random random)
    {
        var name = new StringBuilder();
        for (int length = random.Next(1, 14); length > 0; length--)
            name.Append(Alphabet[random.Next(Alphabet.Length)]);
        return name.ToString();
    }

    private static bool IsAsync(Type returnType) =>
        returnType == typeof(Task)
        || returnType == typeof(ValueTask)
        || (returnType.IsGenericType && IsAsyncDefinition(returnType.GetGenericTypeDefinition()));

    private static bool IsAsyncDefinition(Type definition) =>
        definition == typeof(Task<>) || definition == typeof(ValueTask<>) || definition == typeof(IAsyncEnumerable<>);

#pragma warning disable IDE1006, CA1711 // The names are the test.
    private static class OddlyNamed
    {
        public static Task SearchIssuesAsync() => Task.CompletedTask;

        public static Task<int> CountIssuesAsync() => Task.FromResult(0);

        public static ValueTask PingAsync() => default;

        public static ValueTask<string> ReadAsync() => new("");

        public static IAsyncEnumerable<int> StreamAsync() => AsyncEnumerable.Empty<int>();

        public static int FireAsync() => 0;

        public static List<int> ListAsync() => [];

        public static Task Async() => Task.CompletedTask;

        public static Task AsyncAsync() => Task.CompletedTask;

        public static Task Run_Async() => Task.CompletedTask;

        public static Task RunAsync_() => Task.CompletedTask;

        public static Task RunAsync_WithRetry() => Task.CompletedTask;

        public static Task RunAsync2() => Task.CompletedTask;

        public static Task Lowerasync() => Task.CompletedTask;

        public static Task _Async() => Task.CompletedTask;

        public static Task __Name__Async() => Task.CompletedTask;

        public static Task ÜAsync() => Task.CompletedTask;

        public static int GetURLForID() => 0;

        public static int XMLHttpRequest() => 0;

        public static int A() => 0;

        public static int a() => 0;

        public static int aB() => 0;

        public static int get_item() => 0;

        public static int get__item() => 0;

        public static int Get_Item_2() => 0;

        public static int _x_() => 0;

        public static int ___() => 0;

        public static int IPv4Address2() => 0;

        public static int Überprüfe() => 0;

        public static int 测试() => 0;

        public static int Ⅻ() => 0;

        public static int HTTP2Server() => 0;

        public static int ABTest1x() => 0;

        public static int i18nText() => 0;

        public static int SCREAMING_CASE() => 0;

        public static int Éü_ñX() => 0;
    }
#pragma warning restore IDE1006, CA1711
}
