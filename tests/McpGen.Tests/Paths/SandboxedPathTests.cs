using McpGen.Paths;

namespace McpGen.Tests.Paths;

/// <summary>What a tool does with a path, on every way of opening.</summary>
public sealed class SandboxedPathTests
{
    public static TheoryData<string> Ways => PathTree.AllWays;

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Files_are_read_and_written(string way)
    {
        using PathTree tree = new PathTree(way).File("a/b.md", "one");

        Assert.Equal("one", await tree.At("a/b.md").ReadAllTextAsync());
        Assert.Equal("one"u8.ToArray(), await tree.At("a/b.md").ReadAllBytesAsync());
        using (Stream file = tree.At("a/b.md").OpenRead())
        {
            Assert.Equal(3, file.Length);
            file.Position = 1;
            Assert.Equal((int)'n', file.ReadByte());
        }

        using (Stream file = tree.At("a/b.md").OpenWrite())
        {
            file.Write("2"u8);
        }

        Assert.Equal("2", tree.Content("a/b.md"));
        using (Stream file = tree.At("a/new").OpenWrite())
        {
            file.Write("3"u8);
        }

        Assert.Equal("3", tree.Content("a/new"));
        using (Stream file = tree.At("a/newer").CreateNew())
        {
            file.Write("4"u8);
        }

        Assert.Equal("4", tree.Content("a/newer"));
        Assert.Equal(PathRefusal.AlreadyExists, PathTree.Refused(() => tree.At("a/newer").CreateNew()));
        Assert.Equal("4", tree.Content("a/newer"));
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_text_is_written_in_one_step(string way)
    {
        using PathTree tree = new PathTree(way).File("a", "old and long");
        using Stream reader = tree.At("a").OpenRead();

        await tree.At("a").WriteAllTextAsync("né");
        await tree.At("b").WriteAllBytesAsync("new"u8.ToArray());

        Assert.Equal("n\u00e9"u8.ToArray(), File.ReadAllBytes(Path.Combine(tree.Root, "a")));
        Assert.Equal("old and long", await new StreamReader(reader).ReadToEndAsync());
        Assert.Equal(["a: né", "b: new"], PathTree.Snapshot(tree.Root));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => tree.At("a").WriteAllTextAsync("x", new CancellationToken(canceled: true)));
        Assert.Equal(PathRefusal.NotFound, await PathTree.RefusedAsync(() => tree.At("c/d").WriteAllTextAsync("x")));
        Assert.Equal(["a: né", "b: new"], PathTree.Snapshot(tree.Root));
    }

    [Theory]
    [MemberData(nameof(PathTree.LinuxWays), MemberType = typeof(PathTree))]
    public async Task A_replaced_file_is_readable_to_nobody_else(string way)
    {
        using PathTree tree = new PathTree(way).File("a");
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        File.SetUnixFileMode(Path.Combine(tree.Root, "a"), UnixFileMode.UserRead | UnixFileMode.UserWrite);

        await tree.At("a").WriteAllTextAsync("secret");

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(tree.Root, "a")));
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void What_is_there_is_told(string way)
    {
        using PathTree tree = new PathTree(way).File("d/a", "12345");
        DateTime changed = new(2020, 1, 2, 3, 4, 5, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(Path.Combine(tree.Root, "d/a"), changed);

        PathInfo file = tree.At("d/a").Info(), directory = tree.At("d").Info();

        Assert.Equal((PathKind.File, 5, new DateTimeOffset(changed)), (file.Kind, file.Length, file.LastModified));
        Assert.Equal((PathKind.Directory, 0), (directory.Kind, directory.Length));
        Assert.Equal(PathKind.Directory, tree.At(".").Info().Kind);
        Assert.True(tree.At("d/a").Exists());
        Assert.False(tree.At("d/b").Exists());
        Assert.False(tree.At("d/a/b").Exists());
        Assert.Equal(PathRefusal.NotFound, PathTree.Refused(() => tree.At("d/b").Info()));
        Assert.Equal(PathRefusal.NotFound, PathTree.Refused(() => tree.At("d/b").OpenRead()));
        Assert.Equal(PathRefusal.WrongKind, PathTree.Refused(() => tree.At("d").OpenRead()));
        Assert.Equal(PathRefusal.WrongKind, PathTree.Refused(() => tree.At("d").OpenWrite()));
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void Directories_are_made_and_files_and_empty_directories_deleted(string way)
    {
        using PathTree tree = new PathTree(way).File("d/a");

        tree.At("d/e").CreateDirectory();
        tree.At("d/e").CreateDirectory();
        Assert.True(Directory.Exists(Path.Combine(tree.Root, "d/e")));
        Assert.Equal(PathRefusal.NotFound, PathTree.Refused(() => tree.At("x/y").CreateDirectory()));
        Assert.Equal(PathRefusal.AlreadyExists, PathTree.Refused(() => tree.At("d/a").CreateDirectory()));
        Assert.Equal(PathRefusal.NotEmpty, PathTree.Refused(() => tree.At("d").Delete()));
        tree.At("d/e").Delete();
        tree.At("d/a").Delete();
        tree.At("d").Delete();
        Assert.Empty(PathTree.Snapshot(tree.Root));
        Assert.Equal(PathRefusal.NotFound, PathTree.Refused(() => tree.At("d").Delete()));
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void The_root_itself_stays(string way)
    {
        using var tree = new PathTree(way);
        SandboxedPath root = tree.At(".");

        Assert.Equal(PathRefusal.WrongKind, PathTree.Refused(root.Delete));
        Assert.Equal(PathRefusal.WrongKind, PathTree.Refused(() => root.Move(tree.At("x"))));
        Assert.Equal(PathRefusal.WrongKind, PathTree.Refused(() => root.OpenWrite()));
        Assert.True(root.Exists());
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void A_file_is_renamed_and_replaces_only_when_told(string way)
    {
        using PathTree tree = new PathTree(way).File("a", "1").File("b", "2").Folder("d");
        tree.Roots.Add("other", tree.Folder("d/other").Root + "/d/other");
        SandboxedPath other = tree.Bind("x", new PathGuard("other", "**") { Access = PathAccess.Write });

        Assert.Equal(PathRefusal.AlreadyExists, PathTree.Refused(() => tree.At("a").Move(tree.At("b"))));
        Assert.Equal("2", tree.Content("b"));
        tree.At("a").Move(tree.At("b"), overwrite: true);
        Assert.Equal("1", tree.Content("b"));
        tree.At("b").Move(tree.At("d/c"));
        tree.At("d/c").Move(other);
        Assert.Equal("1", tree.Content("d/other/x"));
        Assert.Equal(PathRefusal.NotFound, PathTree.Refused(() => tree.At("a").Move(tree.At("z"))));
        Assert.Equal(PathRefusal.WrongKind, PathTree.Refused(() => tree.At("d").Move(tree.At("z"))));
        Assert.Equal(PathRefusal.WrongKind, PathTree.Refused(() => tree.File("f").At("f").Move(tree.At("d"), overwrite: true)));
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void A_directory_is_listed_as_far_as_the_patterns_go(string way)
    {
        using PathTree tree = new PathTree(way).File("d/b.md").File("d/a.md").File("d/c.txt").File("d/.x.md").Folder("d/sub.md").Folder("d/plain").Folder("d/.git");

        Assert.Equal(["d/a.md", "d/b.md", "d/sub.md"], tree.Bind("d", new PathGuard("notes", "d", "**/*.md")).Enumerate().Select(static path => path.RelativePath));
        Assert.Equal(["d"], tree.At(".").Enumerate().Select(static path => path.RelativePath));
        Assert.Equal(7, tree.At("d").Enumerate().Count);
        Assert.Equal(PathRefusal.WrongKind, PathTree.Refused(() => tree.At("d/a.md").Enumerate()));
        Assert.Equal(PathRefusal.NotFound, PathTree.Refused(() => tree.At("x").Enumerate()));
        tree.Roots.MaxEntries = 7;
        Assert.Equal(7, tree.At("d").Enumerate().Count);
        tree.Roots.MaxEntries = 6;
        Assert.Equal(PathRefusal.TooLarge, PathTree.Refused(() => tree.At("d").Enumerate()));
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task No_more_is_read_than_the_limit(string way)
    {
        using PathTree tree = new PathTree(way).File("a", "12345").File("b", "123456");
        tree.Roots.MaxReadBytes = 5;

        Assert.Equal("12345", await tree.At("a").ReadAllTextAsync());
        Assert.Equal(PathRefusal.TooLarge, PathTree.Refused(() => tree.At("b").OpenRead()));
        Assert.Equal(PathRefusal.TooLarge, await PathTree.RefusedAsync(() => tree.At("b").ReadAllTextAsync()));

        using Stream growing = tree.At("a").OpenRead();
        File.AppendAllText(Path.Combine(tree.Root, "a"), "67");
        Assert.Equal(PathRefusal.TooLarge, await PathTree.RefusedAsync(() => new StreamReader(growing).ReadToEndAsync()));
        Assert.Equal(PathRefusal.TooLarge, PathTree.Refused(() => growing.CopyTo(Stream.Null)));
        growing.Position = 5;
        Assert.Equal(PathRefusal.TooLarge, PathTree.Refused(() => growing.ReadByte()));
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Only_what_was_granted_is_done(string way)
    {
        using PathTree tree = new PathTree(way).File("a", "1").File("b", "2");
        SandboxedPath readable = tree.Bind("a", new PathGuard("notes", "**") { Access = PathAccess.Read });
        SandboxedPath writable = tree.Bind("b", new PathGuard("notes", "**") { Access = PathAccess.Write });

        foreach (Action write in (Action[])[() => readable.OpenWrite(), () => readable.CreateNew(), readable.Delete, readable.CreateDirectory, () => readable.Move(tree.At("c")), () => tree.At("b").Move(readable, overwrite: true)])
        {
            Assert.Equal(PathRefusal.NoAccess, PathTree.Refused(write));
        }

        Assert.Equal(PathRefusal.NoAccess, await PathTree.RefusedAsync(() => readable.WriteAllTextAsync("x")));
        Assert.Equal(PathRefusal.NoAccess, await PathTree.RefusedAsync(() => readable.WriteAllBytesAsync("x"u8.ToArray())));
        foreach (Action read in (Action[])[() => writable.OpenRead(), () => writable.Enumerate(), () => writable.Info()])
        {
            Assert.Equal(PathRefusal.NoAccess, PathTree.Refused(read));
        }

        Assert.Equal(PathRefusal.NoAccess, await PathTree.RefusedAsync(() => writable.ReadAllTextAsync()));
        Assert.Equal(["a: 1", "b: 2"], PathTree.Snapshot(tree.Root));
        Assert.Equal("1", await readable.ReadAllTextAsync());
        await writable.WriteAllTextAsync("3");
        Assert.Equal("3", tree.Content("b"));
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void A_root_that_grants_less_than_the_argument_asks_for_still_grants_no_more(string way)
    {
        using PathTree tree = new PathTree(way, PathAccess.Read).File("a", "1");

        Assert.Equal(PathRefusal.NoAccess, PathTree.Refused(() => tree.At("a").OpenWrite()));
        Assert.Equal("1", tree.Content("a"));
    }
}
