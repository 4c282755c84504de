using System.Text;
using System.Text.RegularExpressions;

namespace McpGen.Differential.Signatures;

/// <summary>Paths and URLs. What their guards refuse beyond the schema is difference 7 of docs/schema-mapping.md.</summary>
internal static partial class GuardKinds
{
    /// <summary>What is written where a collection holds them.</summary>
    public static readonly IReadOnlyDictionary<string, Annotation> OnItems = new Dictionary<string, Annotation>
    {
        [Rows.SandboxedPath] = new(Rows.AllowedPaths, "[AllowedPaths(\"notes\", \"**\")]"),
        [Rows.GuardedUri] = new(Rows.AllowedHosts, "[AllowedHosts(\"a.example\", \"*.b.example\")]"),
    };

    private static readonly string[] s_patterns = ["\"**\"", "\"**\"", "\"**/*.md\"", "\"*\"", "\"docs/**\"", "\"{docs,a b}/*.md\", \"*.txt\"", "\"**/c*/**\"", "\"*a*b*\"", "\".*/**\", \"caf\u00e9\""];
    private static readonly string[] s_components = ["a.md", "docs", "a b", "x.txt", "ab", "c", "cab", ".git", ".md", "caf\u00e9", "\U0001f600.md", "a..b", "notes.md"];
    private static readonly string[] s_odd = [".", "..", "", "con", "NUL.md", "com1.txt", "lpt\u00b9", "conin$", "a.", "a ", "a:b", "a\\b", "a\nb", "a\u2028", "aux .md", "console", "com", "com10"];

    public static readonly IReadOnlyList<Kind> All =
    [
        new(10, 0, PathOf),
        new(6, 0, UrlOf),
        new(1, 0, static place => PlainUrl(place, "Uri", Rows.Uri)),
        new(1, 0, static place => PlainUrl(place, "string", Rows.String)),
    ];

    /// <summary>Whether a node means nothing without its annotation.</summary>
    public static bool IsGuarded(Node node) => OnItems.ContainsKey(node.Row);

    private static Node PathOf(Place place)
    {
        Draw draw = place.Draw;
        string patterns = place.IsItem ? "\"**\"" : draw.Of(s_patterns);
        bool isRevealed = place.IsItem || draw.Chance(85);
        var node = new Node
        {
            Kind = "SandboxedPath", Row = Rows.SandboxedPath, Type = "SandboxedPath", Sample = Path, MayRefuseMore = !isRevealed,
            IsRefused = text => !IsName(text) || (text == "." && patterns != "\"**\""),
        };
        if (place.IsItem)
        {
            return node;
        }

        string settings = (draw.Chance(30) ? ", Hidden = true" : "") + (draw.Chance(20) ? ", Access = PathAccess.ReadWrite" : "") + (isRevealed ? "" : ", Reveal = false");
        return node with { Annotations = [new Annotation(Rows.AllowedPaths, $"[AllowedPaths(\"notes\", {patterns}{settings})]"), .. Lengths(draw, 2, 6)] };
    }

    private static Node UrlOf(Place place)
    {
        Draw draw = place.Draw;
        var node = new Node { Kind = "GuardedUri", Row = Rows.GuardedUri, Type = "GuardedUri", Sample = Url, MayRefuseMore = true };
        return place.IsItem ? node : node with { Annotations = [Hosts(draw), .. Lengths(draw, 18, 30)] };
    }

    private static Node PlainUrl(Place place, string type, string row) =>
        place.IsItem ? UrlOf(place) : new Node { Kind = type + " of a guard", Row = row, Type = type, Sample = Url, MayRefuseMore = true, Annotations = [Hosts(place.Draw), .. Lengths(place.Draw, 18, 30)] };

    private static Annotation Hosts(Draw draw) =>
        new(Rows.AllowedHosts, $"[AllowedHosts(\"a.example\", \"*.b.example\"{draw.Of("", "", ", Schemes = new[] { \"https\", \"http\" }", ", Ports = new[] { 443, 8443 }", ", Reveal = false")})]");

    private static IEnumerable<Annotation> Lengths(Draw draw, int least, int most) =>
        draw.Chance(40) ? [Annotating.Lengths(draw, Rows.TextLengths, least, most)] : [];

    /// <summary>A name, mostly one that some pattern allows.</summary>
    public static string Path(Draw draw) => draw.Chance(4) ? "." : string.Join('/', Enumerable.Range(0, draw.Of(1, 1, 2, 2, 3)).Select(_ => draw.Of(draw.Chance(96) ? s_components : s_odd)));

    /// <summary>A URL, mostly one of the hosts that are drawn.</summary>
    public static string Url(Draw draw) => draw.Chance(80)
        ? draw.Of("https", "HTTPS") + "://" + draw.Of("a.example", "A.Example.", "x.b.example", "x.y.b.example") + draw.Of("", "/", ":443/", "/a?b=c", "/%2e%2e/")
        : draw.Of("http", "https", "ftp", "") + draw.Of("://", "://", "//", ":\\\\") + draw.Of("a.example", "b.example", "u@a.example", "a.example#", "127.0.0.1", "[::1]", "0x7f.1", "c.example", "\uff41.example", "a.example:8443") + draw.Of("", "/", "/ ", "/\u00e9", "?q");

    /// <summary>Which texts are names: the list of docs/guards-paths.md, from its words.</summary>
    public static bool IsName(string text) => text == "." || (Encoding.UTF8.GetByteCount(text) <= 4096 && text.Split('/').All(IsComponent));

    private static bool IsComponent(string component) =>
        component.Length > 0 && Encoding.UTF8.GetByteCount(component) <= 255 && !component.EndsWith('.') && !component.EndsWith(' ')
        && !component.Any(static unit => char.IsControl(unit) || unit is '\\' or ':' or '\u2028' or '\u2029') && !Device().IsMatch(component);

    [GeneratedRegex(@"^(?:con|prn|aux|nul|(?:com|lpt)[0-9\u00b9\u00b2\u00b3]|conin\$|conout\$) *(?:\.|\z)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Device();
}
