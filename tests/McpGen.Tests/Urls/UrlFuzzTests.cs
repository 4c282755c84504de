using System.Text;
using McpGen.Urls;
using static McpGen.Tests.Urls.UrlInternals;

namespace McpGen.Tests.Urls;

public sealed class UrlFuzzTests
{
    private const int Rounds = 100_000;

    private static readonly UrlGuard s_guard = new("a.example", "*.b.example", "8.8.8.8", "[2606:4700::1]") { Schemes = ["https", "http"], Ports = [80, 443] };
    private static readonly string[] s_seeds =
    [
        "https://a.example/a/b?c=d", "http://x.b.example:443/", "http://x.y.b.example./?q", "https://8.8.8.8/", "https://[2606:4700::1]:80/a", "HTTP://A.example",
    ];

    private static readonly string[] s_pieces =
    [
        ".", "@", "%", "%2e", "%00", "\\", "/", "//", "#", "?", ":", ":80", "[", "]", "-", "_", "*", "0", "8", "0x", "010", "a", "b", "A", "x.", ".b.example", "a.example",
        "127.0.0.1", "::", "\t", "\n", " ", "\0", "\u00ad", "\u3002", "\uff0e", "\uff61", "\uff18", "\u2467", "\uff41", "\uff0f", "\uff20", "\u200d", "\u202e", "\u00fc", "\u212a", "\ud83d\ude00", "\ud800",
    ];

    [Fact]
    public void Whatever_is_accepted_is_read_alike_by_everyone_and_listed()
    {
        var random = new Random(20261121);
        int accepted = 0;
        for (int round = 0; round < Rounds; round++)
        {
            string text = Mutate(random);
            if (s_guard.TryBind(text, out GuardedUri? uri) is not null)
            {
                continue;
            }

            accepted++;
            Assert.True(IsListed(uri!.Host), text);
            Assert.True(uri.Port is 80 or 443 && uri.Scheme is "https" or "http", text);

            // .NET's client finds the same host, and the canonical form is one.
            Uri sent = uri.ToUri();
            Assert.Equal((uri.Scheme, uri.Host, uri.Port, ""), (sent.Scheme, sent.Host, sent.Port, sent.UserInfo));
            Assert.Equal(uri.ToString(), s_guard.Bind($"{uri.Scheme}://{uri.Host}:{uri.Port}/").ToString());
        }

        // Otherwise the damage would be too great, or too small, to test anything.
        Assert.InRange(accepted, Rounds / 20, Rounds / 2);
    }

    private static string Mutate(Random random)
    {
        var text = new StringBuilder(s_seeds[random.Next(s_seeds.Length)]);
        for (int edits = random.Next(1, 4); edits > 0; edits--)
        {
            int at = random.Next(text.Length + 1);
            if (random.Next(3) == 0 && at < text.Length)
            {
                text.Remove(at, 1);
            }
            else
            {
                text.Insert(at, s_pieces[random.Next(s_pieces.Length)]);
            }
        }

        return text.ToString();
    }

    private static bool IsListed(string host) =>
        host is "a.example" or "8.8.8.8" or "[2606:4700::1]" || (host.Split('.') is [_, .., "b", "example"] labels && labels.Length > 2);
}
