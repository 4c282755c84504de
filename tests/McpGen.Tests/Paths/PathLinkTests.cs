using McpGen.Paths;

namespace McpGen.Tests.Paths;

/// <summary>Links, with openat2 and without.</summary>
public sealed class PathLinkTests
{
    public static TheoryData<string> Ways => PathTree.LinuxWays;

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_link_to_what_is_allowed_is_read(string way)
    {
        using PathTree tree = new PathTree(way).File("dir/a.md", "inside").Link("link.md", "dir/a.md").Link("to", "dir/").Link("x/y/up", "../../dir/.").Link("chain", "x/y/up");

        Assert.Equal("inside", await tree.At("link.md").ReadAllTextAsync());
        Assert.Equal("inside", await tree.At("to/a.md").ReadAllTextAsync());
        Assert.Equal("inside", await tree.At("x/y/up/a.md").ReadAllTextAsync());
        Assert.Equal("inside", await tree.At("chain/a.md").ReadAllTextAsync());
        Assert.Equal(["chain/a.md"], tree.At("chain").Enumerate().Select(static path => path.RelativePath));
        Assert.Equal(PathKind.File, tree.At("link.md").Info().Kind);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_link_out_of_the_root_leads_nowhere(string way)
    {
        using var tree = new PathTree(way);
        tree.Link("up", "..").Link("file.md", "../outside/secret.md").Link("folder", "../outside").Link("d/far", "../../outside").Link("back", "../root").Link("root", "/")
            .Link("absolute", tree.Outside).Link("inside", tree.Root).Link("magic", "/proc/self/root/etc").Link("handle", "/proc/self/fd/0").Link("chain", "d/far");
        string[] names = ["up", "up/outside/secret.md", "file.md", "folder", "folder/secret.md", "d/far/secret.md", "back", "root/etc/passwd", "absolute/secret.md", "inside", "magic/passwd", "handle", "chain/secret.md"];
        string[] before = PathTree.Snapshot(tree.Outside);

        foreach (string name in names)
        {
            SandboxedPath path = tree.At(name);
            Assert.False(path.Exists());
            Assert.Equal(PathRefusal.NotAllowed, await PathTree.RefusedAsync(() => path.ReadAllTextAsync()));
            Assert.Equal(PathRefusal.NotAllowed, PathTree.Refused(() => path.Enumerate()));
            Assert.Equal(PathRefusal.NotAllowed, PathTree.Refused(() => path.Child("x").CreateNew()));
            Assert.Equal(PathRefusal.NotAllowed, await PathTree.RefusedAsync(() => path.Child("x").WriteAllTextAsync("x")));
            Assert.Equal(PathRefusal.NotAllowed, PathTree.Refused(() => path.Child("x").CreateDirectory()));
            Assert.Equal(PathRefusal.NotAllowed, PathTree.Refused(() => path.Child("secret.md").Delete()));
            Assert.Equal(PathRefusal.NotAllowed, PathTree.Refused(() => path.Child("secret.md").Move(tree.At("taken"))));
            Assert.Equal(PathRefusal.NotAllowed, PathTree.Refused(() => tree.File("given").At("given").Move(path.Child("given"))));
        }

        Assert.Equal(before, PathTree.Snapshot(tree.Outside));
        Assert.False(tree.Has("taken"));
        Assert.Equal(["d", "given"], tree.At(".").Enumerate().Select(static path => path.RelativePath));
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_link_inside_the_root_leads_not_around_the_pattern(string way)
    {
        using PathTree tree = new PathTree(way).File("public/a.md", "open").File("private/key", "secret").File(".env", "secret")
            .Link("public/key.md", "../private/key").Link("public/env.md", "../.env").Link("public/all", "..").Link("public/same.md", "a.md");
        PathGuard guard = new("notes", "public/**") { Access = PathAccess.ReadWrite };

        Assert.Equal("open", await tree.Bind("public/same.md", guard).ReadAllTextAsync());
        foreach (string name in (string[])["public/key.md", "public/env.md", "public/all", "public/all/private/key", "public/all/private"])
        {
            SandboxedPath path = tree.Bind(name, guard);
            Assert.Equal(PathRefusal.NotAllowed, PathTree.Refused(() => path.OpenRead()));
            Assert.Equal(PathRefusal.NotAllowed, PathTree.Refused(() => path.Enumerate()));
            Assert.False(path.Exists());
        }

        SandboxedPath around = tree.Bind("public/all/private/key", guard);
        Assert.Equal(PathRefusal.NotAllowed, PathTree.Refused(() => around.OpenWrite()));
        Assert.Equal(PathRefusal.NotAllowed, PathTree.Refused(around.Delete));
        Assert.Equal(PathRefusal.NotAllowed, await PathTree.RefusedAsync(() => around.WriteAllTextAsync("x")));
        Assert.Equal("secret", tree.Content("private/key"));
        Assert.Equal(["public/a.md", "public/same.md"], tree.Bind("public", guard).Enumerate().Select(static path => path.RelativePath));
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Writing_renaming_and_deleting_follow_no_link(string way)
    {
        using PathTree tree = new PathTree(way).File("dir/a", "1").File("b", "2").Link("link", "dir/a").Link("dangling", "dir/new").Link("folder", "dir");
        string[] before = PathTree.Snapshot(tree.Root);

        foreach (string name in (string[])["link", "dangling", "folder"])
        {
            SandboxedPath path = tree.At(name);
            Assert.Equal(PathRefusal.WrongKind, PathTree.Refused(() => path.OpenWrite()));
            Assert.Contains(PathTree.Refused(() => path.CreateNew()), (PathRefusal[])[PathRefusal.WrongKind, PathRefusal.AlreadyExists]);
            Assert.Equal(PathRefusal.WrongKind, await PathTree.RefusedAsync(() => path.WriteAllTextAsync("x")));
            Assert.Equal(PathRefusal.WrongKind, PathTree.Refused(path.Delete));
            Assert.Equal(PathRefusal.AlreadyExists, PathTree.Refused(path.CreateDirectory));
            Assert.Equal(PathRefusal.WrongKind, PathTree.Refused(() => path.Move(tree.At("c"))));
            Assert.Equal(PathRefusal.WrongKind, PathTree.Refused(() => tree.At("b").Move(path, overwrite: true)));
            Assert.Equal(PathRefusal.AlreadyExists, PathTree.Refused(() => tree.At("b").Move(path)));
        }

        Assert.Equal(before, PathTree.Snapshot(tree.Root));

        // On the way a link to what is allowed is followed.
        await tree.At("folder/a").WriteAllTextAsync("3");
        Assert.Equal("3", tree.Content("dir/a"));
        tree.At("folder/a").Move(tree.At("folder/z"));
        tree.At("folder/z").Delete();
        Assert.Empty(tree.At("dir").Enumerate());
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void Links_without_end_are_refused(string way)
    {
        using PathTree tree = new PathTree(way).Link("self", "self").Link("ping", "pong").Link("pong", "ping").Link("grow", "grow/grow").Link("dangling", "nothing");
        for (int number = 0; number < 41; number++)
        {
            tree.Link($"l{number}", number == 0 ? "file" : $"l{number - 1}");
        }

        tree.File("file");

        foreach (string name in (string[])["self", "ping", "grow", "grow/a", "l40"])
        {
            Assert.Equal(PathRefusal.NotAllowed, PathTree.Refused(() => tree.At(name).OpenRead()));
        }

        Assert.True(tree.At("l39").Exists());
        Assert.Equal(PathRefusal.NotFound, PathTree.Refused(() => tree.At("dangling").OpenRead()));
        Assert.Equal(PathRefusal.NotFound, PathTree.Refused(() => tree.At("dangling/a").OpenRead()));
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void What_is_neither_file_nor_directory_is_refused_without_waiting(string way)
    {
        using PathTree tree = new PathTree(way).Folder("d");
        tree.Fifo("d/fifo");
        using var socket = new System.Net.Sockets.Socket(System.Net.Sockets.AddressFamily.Unix, System.Net.Sockets.SocketType.Stream, System.Net.Sockets.ProtocolType.Unspecified);
        socket.Bind(new System.Net.Sockets.UnixDomainSocketEndPoint(Path.Combine(tree.Root, "d/socket")));

        AssertRefused(tree, "d/fifo");
        AssertRefused(tree, "d/socket");
        Assert.Empty(tree.At("d").Enumerate());
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void A_large_directory_is_listed_whole_but_for_what_no_name_says(string way)
    {
        using var tree = new PathTree(way);
        string[] names = [.. Enumerable.Range(1000, 2500).Select(static number => $"{number} {new string('x', number % 60)}y")];
        Array.ForEach(names, name => tree.File(name));
        tree.File("device.").File("a\\b").File("nul.txt").File("tab\t").UnnameableFolder();

        Assert.Equal(names.Order(StringComparer.Ordinal), tree.At(".").Enumerate().Select(static path => path.RelativePath));
        tree.Roots.MaxEntries = 2504;
        Assert.Equal(PathRefusal.TooLarge, PathTree.Refused(() => tree.At(".").Enumerate()));
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void A_device_is_refused(string way)
    {
        using var tree = new PathTree(way);
        tree.Device("null");

        AssertRefused(tree, "null");
        Assert.Empty(tree.At(".").Enumerate());
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task No_refusal_says_where_the_root_is_or_what_was_sent(string way)
    {
        using PathTree tree = new PathTree(way).Link("attack-name", "../outside").Folder("attack-folder");
        SandboxedPath[] paths = [tree.At("attack-name"), tree.At("attack-folder"), tree.At("attack-missing/x"), tree.At("attack-folder/" + string.Join('/', Enumerable.Repeat("attack", 500)))];

        foreach (SandboxedPath path in paths)
        {
            string message = (await Assert.ThrowsAsync<PathRefusedException>(() => path.ReadAllTextAsync())).Message;
            Assert.DoesNotContain("attack", message, StringComparison.Ordinal);
            Assert.DoesNotContain(Path.GetTempPath().TrimEnd('/'), message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void A_text_for_a_tool_is_the_full_path_that_links_lead_to(string way)
    {
        using PathTree tree = new PathTree(way).File("public/a.md").File("private/key").Link("public/same.md", "a.md").Link("public/key.md", "../private/key").Link("public/out", "../../outside");
        PathGuard guard = new("notes", "public/**");

        Assert.Equal(Path.Combine(tree.Root, "public/a.md"), FullPath("public/a.md"));
        Assert.Equal(Path.Combine(tree.Root, "public/a.md"), FullPath("public/same.md"));
        Assert.Equal(Path.Combine(tree.Root, "public/new.md"), FullPath("public/new.md"));
        Assert.Null(FullPath("public/key.md"));
        Assert.Null(FullPath("public/out"));
        Assert.Null(FullPath("public/out/secret.md"));
        Assert.Null(FullPath("public/missing/new.md"));
        Assert.Null(FullPath("private/key"));

        string? FullPath(string text)
        {
            string? expectation = guard.TryBindFullPath(text, tree.Options, static () => null, out string? path);
            Assert.Equal(expectation is null, path is not null);
            return path;
        }
    }

    [Fact]
    public async Task Elsewhere_no_link_is_followed_at_all()
    {
        using PathTree tree = new PathTree(PathTree.Managed).File("dir/a").Link("out", "../outside").Link("in", "dir").Link("file", "dir/a").Link("secret", "../outside/secret.md");
        (string[] outside, string[] root) = (PathTree.Snapshot(tree.Outside), PathTree.Snapshot(tree.Root));

        foreach (SandboxedPath path in (SandboxedPath[])[tree.At("out/secret.md"), tree.At("in/a"), tree.At("file"), tree.At("secret")])
        {
            Assert.False(path.Exists());
            foreach (Action act in (Action[])[() => path.OpenRead(), () => path.OpenWrite(), () => path.CreateNew(), path.Delete, path.CreateDirectory, () => path.Enumerate(), () => path.Move(tree.At("x")), () => tree.At("dir/a").Move(path, overwrite: true)])
            {
                Assert.Equal(PathRefusal.NotAllowed, PathTree.Refused(act));
            }

            Assert.Equal(PathRefusal.NotAllowed, await PathTree.RefusedAsync(() => path.WriteAllTextAsync("x")));
        }

        Assert.Equal(["dir"], tree.At(".").Enumerate().Select(static path => path.RelativePath));
        Assert.Equal(outside, PathTree.Snapshot(tree.Outside));
        Assert.Equal(root, PathTree.Snapshot(tree.Root));
    }

    private static void AssertRefused(PathTree tree, string name)
    {
        SandboxedPath path = tree.At(name);
        Assert.False(path.Exists());
        foreach (Action act in (Action[])[() => path.OpenRead(), () => path.OpenWrite(), () => path.Info(), path.Delete, () => path.Move(tree.At("x")), () => path.WriteAllTextAsync("x").GetAwaiter().GetResult()])
        {
            Assert.Equal(PathRefusal.WrongKind, PathTree.Refused(act));
        }
    }
}
