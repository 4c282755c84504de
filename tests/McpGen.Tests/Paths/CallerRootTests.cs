using McpGen.Paths;

namespace McpGen.Tests.Paths;

/// <summary>Roots that are not what whoever configured them meant.</summary>
public sealed class CallerRootTests
{
    public static TheoryData<string> Ways => PathTree.AllWays;

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_caller_without_a_name_gets_no_directory_of_others(string way)
    {
        using PathTree tree = new PathTree(way).File("bob/note", "of bob");
        tree.Roots.AddPerCaller("own", caller => $"{tree.Root}/{caller?.Identity?.Name}").AddPerCaller("all", static caller => $"/{caller?.Identity?.Name}");

        await Assert.ThrowsAsync<InvalidOperationException>(() => Bind(tree, "own", "bob/note").ReadAllTextAsync());
        Assert.Throws<InvalidOperationException>(() => Bind(tree, "all", ".").Enumerate());
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void A_root_that_is_not_there_is_named_and_its_path_is_not(string way)
    {
        using var tree = new PathTree(way);
        tree.Roots.Add("gone", Path.Combine(tree.Root, "gone")).AddPerCaller("own", _ => Path.Combine(tree.Root, "gone")).AddPerCaller("long", _ => Path.Combine(tree.Root, new string('a', 300)));

        foreach (string root in (string[])["gone", "own", "long"])
        {
            Exception refusal = Assert.ThrowsAny<IOException>(() => Bind(tree, root, "a").OpenRead());

            Assert.Contains($"'{root}'", refusal.Message, StringComparison.Ordinal);
            Assert.DoesNotContain(tree.Root, refusal.ToString(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void A_root_that_cannot_be_opened_is_objected_to_with_its_path(string way)
    {
        using var tree = new PathTree(way);
        string directory = Path.Combine(tree.Root, new string('a', 300));
        tree.Roots.Add("long", directory);

        Assert.Contains(directory, new PathGuard("long", "**").Objection(tree.Options), StringComparison.Ordinal);
    }

    private static SandboxedPath Bind(PathTree tree, string root, string name)
    {
        Assert.Null(new PathGuard(root, "**").TryBind(name, tree.Options, static () => null, out SandboxedPath? path));
        return path!;
    }
}
