using System.Reflection;
using System.Text.Json;
using McpGen.Urls;

namespace McpGen.Tests.Urls;

public sealed class GuardedUriTests
{
    private static readonly GuardedUri s_uri = new UrlGuard("api.example.com").Bind("https://api.example.com/a?token=secret");

    [Fact]
    public void It_converts_to_neither_string_nor_Uri()
    {
        MemberInfo[] members = typeof(GuardedUri).GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly);

        Assert.Equal(
            ["Host", "Port", "Scheme", "ToString"],
            members.Where(static member => member is not MethodInfo { IsSpecialName: true, Name: ['g', 'e', 't', '_', ..] }).Select(static member => member.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Its_text_is_no_URL_and_shows_neither_path_nor_query()
    {
        Assert.Equal("https api.example.com 443", s_uri.ToString());
        Assert.False(Uri.TryCreate(s_uri.ToString(), UriKind.Absolute, out _));
    }

    [Fact]
    public void Json_shows_the_same_text_and_makes_none()
    {
        Assert.Equal("\"https api.example.com 443\"", JsonSerializer.Serialize(s_uri));
        Assert.Throws<NotSupportedException>(static () => JsonSerializer.Deserialize<GuardedUri>("\"https://api.example.com/\""));
    }
}
