using McpGen.Urls;

namespace McpGen.Tests.Urls;

public sealed class UrlGuardTests
{
    private static readonly UrlGuard s_guard = new("api.example.com", "*.cdn.example.com", "xn--bcher-kva.example");
    private static readonly UrlGuard s_any = new("api.example.com", "8.8.8.8", "[2606:4700:4700::1111]") { Schemes = ["https", "http"], Ports = [80, 443, 8443] };

    [Theory]
    [InlineData("https://api.example.com", "https api.example.com 443")]
    [InlineData("https://api.example.com/a/b?c=d&e=%20", "https api.example.com 443")]
    [InlineData("HTTPS://API.Example.COM:443/", "https api.example.com 443")]
    [InlineData("https://api.example.com./", "https api.example.com 443")]
    [InlineData("https://api.example.com?x=/@:", "https api.example.com 443")]
    [InlineData("https://api.example.com/@other.example", "https api.example.com 443")]
    [InlineData("https://a.cdn.example.com/", "https a.cdn.example.com 443")]
    [InlineData("https://a.b-2.cdn.example.com/", "https a.b-2.cdn.example.com 443")]
    [InlineData("https://b\u00fccher.example/", "https xn--bcher-kva.example 443")]
    [InlineData("https://BU\u0308CHER.example/", "https xn--bcher-kva.example 443")]
    [InlineData("https://xn--bcher-kva.example/", "https xn--bcher-kva.example 443")]
    [InlineData("https://api\u3002example\uff0ecom/", "https api.example.com 443")]
    [InlineData("https://a\u00adpi.example.com/", "https api.example.com 443")]
    [InlineData("https://\uff41\uff50\uff49.example.com/", "https api.example.com 443")]
    [InlineData("https://api.example.com/\u00fc/\u4e2d?\ud83d\ude00", "https api.example.com 443")]
    public void What_is_allowed_is_brought_into_canonical_form(string text, string canonical) => Assert.Equal(canonical, s_guard.Bind(text).ToString());

    [Theory]
    [InlineData("http://8.8.8.8/", "http 8.8.8.8 80")]
    [InlineData("http://8.8.8.8.:8443/", "http 8.8.8.8 8443")]
    [InlineData("https://[2606:4700:4700:0:0:0:0:1111]/", "https [2606:4700:4700::1111] 443")]
    [InlineData("https://[2606:4700:4700::1111]:80/", "https [2606:4700:4700::1111] 80")]
    [InlineData("http://api.example.com:443", "http api.example.com 443")]
    public void Listed_addresses_schemes_and_ports_are_allowed(string text, string canonical) => Assert.Equal(canonical, s_any.Bind(text).ToString());

    [Theory]
    [InlineData("https://example.com/")]
    [InlineData("https://cdn.example.com/")]
    [InlineData("https://evilcdn.example.com/")]
    [InlineData("https://a.evilcdn.example.com/")]
    [InlineData("https://evilapi.example.com/")]
    [InlineData("https://api.example.com.evil.example/")]
    [InlineData("https://x.api.example.com/")]
    [InlineData("https://api.example.co/")]
    [InlineData("https://.cdn.example.com/")]
    [InlineData("https://a..cdn.example.com/")]
    [InlineData("https://*.cdn.example.com/")]
    [InlineData("https://-a.cdn.example.com/")]
    [InlineData("https://a_b.cdn.example.com/")]
    [InlineData("https://api.example.com../")]
    [InlineData("https://api-example.com/")]
    [InlineData("https://\u0430pi.example.com/")]
    [InlineData("https://a\u200dpi.example.com/")]
    public void A_host_is_compared_label_by_label(string text) => AssertRefused(text);

    [Theory]
    [InlineData("http://api.example.com/")]
    [InlineData("https://api.example.com:80/")]
    [InlineData("https://api.example.com:8443/")]
    [InlineData("https://api.example.com:0/")]
    [InlineData("https://api.example.com:65979/")]
    [InlineData("https://api.example.com:0443/")]
    [InlineData("https://api.example.com:4294967739/")]
    [InlineData("https://api.example.com:/")]
    [InlineData("https://api.example.com:+443/")]
    [InlineData("https://api.example.com:\uff14\uff14\uff13/")]
    [InlineData("https://api.example.com:443:443/")]
    [InlineData("ftp://api.example.com/")]
    [InlineData("file://api.example.com/etc/passwd")]
    [InlineData("javascript:https://api.example.com/")]
    [InlineData("view-source:https://api.example.com/")]
    [InlineData("https:api.example.com/")]
    [InlineData("https:/api.example.com/")]
    [InlineData("https:///api.example.com/")]
    [InlineData("//api.example.com/")]
    [InlineData("/a")]
    [InlineData("")]
    [InlineData(" https://api.example.com/")]
    [InlineData("https\uff1a//api.example.com/")]
    public void Another_scheme_or_port_or_no_absolute_URL_is_refused(string text) => AssertRefused(text);

    [Theory]
    [InlineData("https://user@api.example.com/")]
    [InlineData("https://user:password@api.example.com/")]
    [InlineData("https://@api.example.com/")]
    [InlineData("https://api.example.com@evil.example/")]
    [InlineData("https://evil.example#@api.example.com/")]
    [InlineData("https://evil.example\\@api.example.com/")]
    [InlineData("https://api.example.com\\.evil.example/")]
    [InlineData("https:\\\\api.example.com/")]
    [InlineData("https://api.example.com/#a")]
    [InlineData("https://api%2eexample.com/")]
    [InlineData("https://%61pi.example.com/")]
    [InlineData("https://api.example.com%00.evil.example/")]
    [InlineData("https://api.example.com/a b")]
    [InlineData("https://api.example.com/\t")]
    [InlineData("https://ap\ti.example.com/")]
    [InlineData("https://api.example.com/\r\nX: y")]
    [InlineData("https://api.example.com/\0")]
    [InlineData("https://api.example.com/\u0085")]
    [InlineData("https://api.example.com/\u2028")]
    [InlineData("https://api.example.com/%zz")]
    [InlineData("https://api.example.com/%2")]
    [InlineData("https://api.example.com\u2215evil.example/")]
    [InlineData("https://api.example.com\uff0fevil.example/")]
    [InlineData("https://api.example.com\uff20evil.example/")]
    [InlineData("https://api.example.com\uff03.evil.example/")]
    public void What_readers_disagree_on_is_refused(string text) => AssertRefused(text);

    // Apart: an attribute cannot hold it.
    [Fact]
    public void Half_a_surrogate_pair_is_refused() => AssertRefused("https://api.example.com/\ud800");

    // 8.8.8.8 is allowed here, and spelled in these ways it is not.
    [Theory]
    [InlineData("http://134744072/")]
    [InlineData("http://0x08080808/")]
    [InlineData("http://0X8.8.8.8/")]
    [InlineData("http://010.8.8.8/")]
    [InlineData("http://8.8.8.010/")]
    [InlineData("http://8.8.2056/")]
    [InlineData("http://8.526344/")]
    [InlineData("http://08.8.8.8/")]
    [InlineData("http://8.8.8.8.8/")]
    [InlineData("http://8.8.8/")]
    [InlineData("http://api.example.1/")]
    [InlineData("http://api.0x/")]
    [InlineData("http://264.8.8.8/")]
    [InlineData("http://9.8.8.8/")]
    [InlineData("http://[::ffff:8.8.8.8]/")]
    [InlineData("http://[8.8.8.8]/")]
    [InlineData("https://[2606:4700:4700::1111%1]/")]
    [InlineData("https://[2606:4700:4700::1111%25eth0]/")]
    [InlineData("https://[2606:4700:4700::1111/")]
    [InlineData("https://[2606:4700:4700::1111]a/")]
    [InlineData("https://[2606:4700:4700::1111]:/")]
    [InlineData("https://2606:4700:4700::1111/")]
    [InlineData("https://[2606:4700:4700::1112]/")]
    [InlineData("https://[v1.a]/")]
    [InlineData("https://[]/")]
    public void Every_other_spelling_of_an_address_is_refused(string text) => Assert.NotNull(s_any.TryBind(text, out _));

    // Mapped first and decided on afterwards: this one is the listed address, and would not be if it were private.
    [Theory]
    [InlineData("http://\uff18.\uff18.\uff18.\uff18/")]
    [InlineData("http://8\u30028\u30028\uff618/")]
    [InlineData("http://\u2467.\u2467.\u2467.\u2467/")]
    public void Other_digits_and_dots_are_mapped_before_the_decision(string text)
    {
        Assert.Equal("8.8.8.8", s_any.Bind(text).Host);
        AssertRefused(text.Replace("http://", "https://", StringComparison.Ordinal));
    }

    [Fact]
    public void A_URL_has_at_most_2048_characters()
    {
        string url = "https://api.example.com/".PadRight(2048, 'a');

        Assert.Equal(443, s_guard.Bind(url).Port);
        AssertRefused(url + "a");
    }

    [Fact]
    public void A_host_has_at_most_253_characters_and_a_label_63()
    {
        string name = string.Concat(Enumerable.Repeat($"{new string('a', 58)}.", 4)); // 236 characters

        Assert.NotNull(s_guard.Bind($"https://{name}cdn.example.com/"));
        Assert.NotNull(s_guard.Bind($"https://a.{name}cdn.example.com/"));
        AssertRefused($"https://a.{name}cdn.example.com.evil.example/");
        AssertRefused($"https://aa.{name}cdn.example.com/");
        AssertRefused($"https://{new string('a', 64)}.cdn.example.com/");
        AssertRefused($"https://{string.Concat(Enumerable.Repeat("\u00fcb\u00e4\u00f6.", 40))}cdn.example.com/");
    }

    [Fact]
    public void A_refusal_says_what_is_allowed_and_nothing_of_the_caller()
    {
        Assert.Equal(
            "must be an https URL of api.example.com, *.cdn.example.com, xn--bcher-kva.example; at most 2048 characters, without user name and fragment",
            s_guard.TryBind("http://secret.example/", out GuardedUri? uri));
        Assert.Null(uri);
        Assert.Contains("https or http URL of api.example.com, 8.8.8.8, [2606:4700:4700::1111], port 80 or 443 or 8443;", s_any.TryBind("x", out _), StringComparison.Ordinal);
    }

    [Fact]
    public void A_refusal_can_hide_what_is_allowed() =>
        Assert.Equal("must be an allowed URL", new UrlGuard("internal.example.com") { Ports = [8443], Reveal = false }.TryBind("x", out _));

    [Fact]
    public void A_refusal_is_short_however_many_hosts_there_are()
    {
        var guard = new UrlGuard([.. Enumerable.Range(0, 1000).Select(static number => $"host{number}.example.com")]);

        Assert.Contains("host7.example.com and 992 more;", guard.TryBind("x", out _), StringComparison.Ordinal);
    }

    private static void AssertRefused(string text)
    {
        Assert.StartsWith("must be an https URL", s_guard.TryBind(text, out GuardedUri? uri), StringComparison.Ordinal);
        Assert.Null(uri);
    }
}
