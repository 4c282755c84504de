using System.Security.Claims;

namespace McpGen.Tests.Paths;

/// <summary>A root as a path of the server's own.</summary>
public sealed class RootPathTests : IDisposable
{
    private readonly PathTree _tree = new();

    public void Dispose() => _tree.Dispose();

    [Fact]
    public void It_lists_and_opens_what_its_patterns_allow_and_nothing_else()
    {
        _tree.File("a.md", "1").File("b.txt", "2").File(".c.md", "3").File("d/e.md", "4");
        var roots = new HardeningOptions().Roots.Add("notes", _tree.Root);

        SandboxedPath root = roots.GetPath("notes", PathAccess.Read, "*.md");

        Assert.Equal(["a.md"], root.Enumerate().Select(static path => path.RelativePath));
        Assert.Equal("1", new StreamReader(root.Child("a.md").OpenRead()).ReadToEnd());
        Assert.Throws<PathRefusedException>(() => root.Child("b.txt"));
        Assert.Throws<PathRefusedException>(() => root.Combine("d/e.md"));
        Assert.Equal(PathRefusal.NoAccess, Assert.Throws<PathRefusedException>(() => root.Child("a.md").Delete()).Reason);
    }

    [Fact]
    public void It_is_the_callers_own_where_the_root_depends_on_the_caller()
    {
        _tree.File("ada/a.md", "").File("bob/b.md", "");
        var roots = new HardeningOptions().Roots.AddPerCaller("own", caller => Path.Combine(_tree.Root, caller!.Identity!.Name!));

        SandboxedPath root = roots.GetPath("own", PathAccess.Read, new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Name, "bob")], "test")), "**");

        Assert.Equal(["b.md"], root.Enumerate().Select(static path => path.RelativePath));
    }

    [Fact]
    public void What_the_root_does_not_have_or_grant_is_not_given()
    {
        var roots = new HardeningOptions().Roots.Add("notes", _tree.Root, PathAccess.Read);

        Assert.Throws<ArgumentException>(() => roots.GetPath("others", PathAccess.Read, "**"));
        Assert.Throws<ArgumentException>(() => roots.GetPath("notes", PathAccess.Read));
        Assert.Throws<ArgumentException>(() => roots.GetPath("notes", PathAccess.Read, "[a]"));
        Assert.Throws<ArgumentOutOfRangeException>(() => roots.GetPath("notes", PathAccess.ReadWrite, "**"));
        Assert.Throws<ArgumentOutOfRangeException>(() => roots.GetPath("notes", PathAccess.None, "**"));
    }
}
