using System.Security.Claims;
using System.Text.Json;
using McpGen.Paths;

namespace McpGen.Tests.Paths;

public sealed class PathBindingTests : IDisposable
{
    private readonly PathTree _tree = new();

    public void Dispose() => _tree.Dispose();

    [Fact]
    public void A_refusal_says_what_is_allowed_and_neither_the_value_nor_the_place()
    {
        Assert.Equal("must be a relative path under notes that matches **/*.md", Expectation(new PathGuard("notes", "**/*.md"), "../x"));
        Assert.Equal("must be a relative path under notes that matches a, b or c", Expectation(new PathGuard("notes", "a", "b", "c"), "x"));
        Assert.Equal("must be an allowed path", Expectation(new PathGuard("notes", "**/*.md") { Reveal = false }, "x"));
        Assert.Null(Expectation(new PathGuard("notes", "**/*.md"), "x.md"));
    }

    [Fact]
    public void Binding_opens_nothing()
    {
        var options = new HardeningOptions();
        options.Roots.Add("notes", "/nowhere/at/all").AddPerCaller("own", static _ => throw new InvalidOperationException("asked"));

        Assert.Null(new PathGuard("notes", "**").TryBind("a", options, static () => throw new InvalidOperationException("asked"), out SandboxedPath? path));
        Assert.Null(new PathGuard("own", "**").TryBind("a", options, static () => null, out SandboxedPath? own));

        Assert.Equal("a", path!.RelativePath);
        Assert.Throws<DirectoryNotFoundException>(() => path.OpenRead());
        Assert.Throws<InvalidOperationException>(() => own!.Exists());
    }

    [Fact]
    public void A_path_shows_its_relative_name_only()
    {
        SandboxedPath path = _tree.At("a/b.tar.gz");

        Assert.Equal("a/b.tar.gz", path.ToString());
        Assert.Equal("b.tar.gz", path.Name);
        Assert.Equal(".gz", path.Extension);
        Assert.Equal("""{"File":"a/b.tar.gz"}""", JsonSerializer.Serialize(new { File = path }));
        Assert.Throws<NotSupportedException>(() => JsonSerializer.Deserialize<SandboxedPath>("\"a\""));
        Assert.DoesNotContain(typeof(SandboxedPath).GetProperties(), property => property.PropertyType == typeof(string) && ((string)property.GetValue(path)!).Contains(_tree.Root, StringComparison.Ordinal));
        using Stream created = _tree.File("x").At("x").OpenWrite();
        Assert.DoesNotContain("mcpgen", ((FileStream)created).Name, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_below_a_path_is_held_to_the_same_patterns()
    {
        SandboxedPath directory = _tree.Bind("docs", new PathGuard("notes", "docs/**"));

        Assert.Equal("docs/a/b", directory.Combine("a/b").RelativePath);
        Assert.Equal("docs/a", directory.Child("a").RelativePath);
        foreach (string name in (string[])["..", "../x", "a/../b", ".", "", "/etc", ".hidden", "a/.git/b", "c:x"])
        {
            Assert.Equal(PathRefusal.NotAllowed, PathTree.Refused(() => directory.Combine(name)));
        }

        Assert.Equal(PathRefusal.NotAllowed, PathTree.Refused(() => directory.Child("a/b")));
        Assert.Equal("a", _tree.At(".").Child("a").RelativePath);
    }

    [Fact]
    public void A_server_whose_roots_do_not_fit_is_told_so()
    {
        _tree.File("file");
        _tree.Roots.Add("readable", _tree.Root, PathAccess.Read).Add("missing", Path.Combine(_tree.Root, "missing")).Add("file", Path.Combine(_tree.Root, "file"))
            .AddPerCaller("own", static _ => "/nowhere");

        Assert.Null(Objection("notes", PathAccess.ReadWrite));
        Assert.Null(Objection("readable", PathAccess.Read));
        Assert.Null(Objection("own", PathAccess.Read));
        Assert.Contains("not in HardeningOptions.Roots", Objection("unknown", PathAccess.Read), StringComparison.Ordinal);
        Assert.Contains("grants Read", Objection("readable", PathAccess.Write), StringComparison.Ordinal);
        Assert.Contains("cannot be opened", Objection("missing", PathAccess.Read), StringComparison.Ordinal);
        Assert.Contains("cannot be opened", Objection("file", PathAccess.Read), StringComparison.Ordinal);
        Assert.Contains("neither Read", Objection("notes", PathAccess.None), StringComparison.Ordinal);
    }

    [Fact]
    public void A_root_has_one_name_and_grants_something()
    {
        Assert.Throws<ArgumentException>(() => _tree.Roots.Add("notes", _tree.Root));
        Assert.Throws<ArgumentException>(() => _tree.Roots.Add("a b", _tree.Root));
        Assert.Throws<ArgumentOutOfRangeException>(() => _tree.Roots.Add("none", _tree.Root, PathAccess.None));
        Assert.Throws<ArgumentOutOfRangeException>(() => _tree.Roots.MaxReadBytes = 0);
        Assert.Throws<ArgumentException>(() => new PathGuard("notes"));
        Assert.Throws<ArgumentException>(() => new PathGuard("notes", "a", "../b"));
    }

    [Fact]
    public async Task A_root_per_caller_is_the_callers_own()
    {
        _tree.File("ann/note", "of ann").File("bob/note", "of bob");
        int asked = 0;
        _tree.Roots.AddPerCaller("own", caller =>
        {
            asked++;
            return Path.Combine(_tree.Root, caller!.Identity!.Name!);
        });

        SandboxedPath ann = Own("ann"), bob = Own("bob");

        Assert.Equal(0, asked);
        Assert.Equal("of ann", await ann.Child("note").ReadAllTextAsync());
        Assert.Equal("of bob", await bob.Child("note").ReadAllTextAsync());
        Assert.Equal("of ann", await ann.Combine("note").ReadAllTextAsync());
        Assert.Equal(2, asked);
        Assert.Throws<InvalidOperationException>(() => Own("../outside").Enumerate());
        Assert.Throws<InvalidOperationException>(() => Own("ann/../bob").Enumerate());
        Assert.Throws<DirectoryNotFoundException>(() => Own("eve").Enumerate());
    }

    [Fact]
    public void No_number_of_callers_holds_directories_open()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Counts what /proc says is open.");
        _tree.Folder("ann").Roots.AddPerCaller("own", caller => Path.Combine(_tree.Root, caller!.Identity!.Name!));

        SandboxedPath[] paths = [.. Enumerable.Range(0, 500).Select(_ => Own("ann"))];
        Assert.All(paths, static path => Assert.True(path.Exists() && path.Enumerate().Count == 0));

        // Other tests have files open meanwhile; none has this directory.
        string own = Path.Combine(_tree.Root, "ann");
        Assert.DoesNotContain(Directory.EnumerateFileSystemEntries("/proc/self/fd"), entry => new FileInfo(entry).LinkTarget == own);
    }

    [Fact]
    public async Task A_root_stays_the_directory_that_was_opened()
    {
        _tree.File("a", "inside");
        SandboxedPath path = _tree.At("a");
        Assert.True(path.Exists());

        Directory.Move(_tree.Root, _tree.Root + "-moved");
        Directory.CreateSymbolicLink(_tree.Root, _tree.Outside);

        Assert.Equal("inside", await path.ReadAllTextAsync());
        Assert.False(_tree.At("secret.md").Exists());
    }

    private string? Expectation(PathGuard guard, string text) => guard.TryBind(text, _tree.Options, static () => null, out _);

    private string? Objection(string root, PathAccess access) => new PathGuard(root, "**") { Access = access }.Objection(_tree.Options);

    private SandboxedPath Own(string caller)
    {
        var user = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Name, caller)], "test"));
        Assert.Null(new PathGuard("own", "**").TryBind(".", _tree.Options, () => user, out SandboxedPath? path));
        return path!;
    }
}
