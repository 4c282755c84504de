using McpGen.Paths;

namespace McpGen.Tests.Paths;

/// <summary>The way without native code keeps what does not need any.</summary>
public sealed class ManagedDirectoryTests
{
    [Fact]
    public async Task A_replaced_file_is_readable_to_nobody_else()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no permissions of this kind.");
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using PathTree tree = new PathTree(PathTree.Managed).File("a");
        string path = Path.Combine(tree.Root, "a");
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);

        await tree.At("a").WriteAllTextAsync("secret");

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
        Assert.Equal("secret", tree.Content("a"));
    }

    [Fact]
    public async Task What_the_file_system_refuses_names_no_path()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Needs a directory in which nobody may make anything.");
        using var tree = new PathTree(PathTree.Managed);
        tree.Roots.Add("system", "/sys");
        Assert.Null(new PathGuard("system", "**") { Access = PathAccess.ReadWrite }.TryBind("made", tree.Options, static () => null, out SandboxedPath? path));

        foreach (Action act in (Action[])[path!.CreateDirectory, () => path.CreateNew(), () => path.OpenWrite(), () => tree.File("a").At("a").Move(path), () => path.Combine("kernel")])
        {
            Assert.DoesNotContain("/sys", Record.Exception(act)?.ToString() ?? "", StringComparison.Ordinal);
        }

        Assert.DoesNotContain("/sys", Assert.ThrowsAny<SystemException>(path.CreateDirectory).ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("/sys", (await Assert.ThrowsAnyAsync<SystemException>(() => path.WriteAllTextAsync("x"))).ToString(), StringComparison.Ordinal);
    }
}
