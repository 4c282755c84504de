using System.Globalization;
using McpGen.Paths;

namespace McpGen.Tests.Paths;

/// <summary>Random trees with links: whatever is accepted, the file that was opened is inside the root and under a name that the pattern allows.</summary>
public sealed class PathRandomTreeTests
{
    private const int Trees = 60;
    private const int NamesPerTree = 120;

    private static readonly string[] s_components = ["a", "b", "c", "d", ".h"];

    public static TheoryData<string> Ways => PathTree.LinuxWays;

    [Theory]
    [MemberData(nameof(Ways))]
    public void Whatever_is_accepted_is_inside_the_root(string way)
    {
        int accepted = 0, throughLinks = 0, refused = 0;
        for (int seed = 0; seed < Trees; seed++)
        {
            using var tree = new PathTree(way);
            var random = new Random(seed);
            string[] planted = Plant(tree, random);
            PathGuard guard = new("notes", "{a,b}/**", "**/c") { Access = PathAccess.ReadWrite };
            string[] before = PathTree.Snapshot(tree.Outside);
            for (int number = 0; number < NamesPerTree; number++)
            {
                string name = random.Next(2) == 0 ? RandomName(random, 1 + random.Next(5)) : planted[random.Next(planted.Length)] + (random.Next(2) == 0 ? "" : "/" + RandomName(random, 1));
                if (guard.TryBind(name, tree.Options, static () => null, out SandboxedPath? path) is not null)
                {
                    continue;
                }

                try
                {
                    using Stream file = path!.OpenRead();
                    string content = new StreamReader(file).ReadToEnd();

                    // Every file holds its own real name.
                    Assert.True(guard.Admits(content) && PathTree.Snapshot(tree.Root).Contains($"{content}: {content}"), $"seed {seed}: {name} opened {content}");
                    accepted++;
                    throughLinks += content == name ? 0 : 1;
                }
                catch (PathRefusedException)
                {
                    refused++;
                }

                Change(path!, random);
            }

            Assert.True(before.SequenceEqual(PathTree.Snapshot(tree.Outside)), $"seed {seed}");
        }

        TestContext.Current.TestOutputHelper!.WriteLine($"{accepted} accepted, {throughLinks} of them through links, {refused} refused");
        Assert.True(accepted > 100 && throughLinks > 20 && refused > 500, $"{accepted} accepted, {throughLinks} of them through links, {refused} refused: the trees say too little.");
    }

    private static string[] Plant(PathTree tree, Random random)
    {
        var planted = new List<string>();
        for (int number = 0; number < 40; number++)
        {
            string name = RandomName(random, 1 + random.Next(3));
            try
            {
                if (IsThroughLink(tree, name))
                {
                    continue;
                }

                _ = planted.Count > 0 && random.Next(2) == 0 ? tree.Link(name, RandomTarget(tree, random, name, planted)) : tree.File(name, name);
                planted.Add(name);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                // Another one is in the way.
            }
        }

        return [.. planted];
    }

    // A file planted through a link would not hold its own name, or lie outside.
    private static bool IsThroughLink(PathTree tree, string name)
    {
        string[] components = name.Split('/');
        return Enumerable.Range(1, components.Length).Any(count => new FileInfo(Path.Combine(tree.Root, string.Join('/', components[..count]))).LinkTarget is not null);
    }

    private static string RandomTarget(PathTree tree, Random random, string name, List<string> planted) => random.Next(12) switch
    {
        0 => "../outside",
        1 => "../../outside/secret.md",
        2 => tree.Outside,
        3 => Path.Combine(tree.Root, RandomName(random, 1)),
        4 => "../root/" + RandomName(random, 1),
        5 => string.Concat(Enumerable.Repeat("../", random.Next(4))) + RandomName(random, 2),
        6 => RandomName(random, 1 + random.Next(2)),
        7 => Path.GetRelativePath(Path.GetDirectoryName("/" + name)!, "/" + planted[random.Next(planted.Count)].Split('/')[0]) + "/",
        _ => Path.GetRelativePath(Path.GetDirectoryName("/" + name)!, "/" + planted[random.Next(planted.Count)]),
    };

    private static string RandomName(Random random, int components) =>
        string.Join('/', Enumerable.Range(0, components).Select(_ => s_components[random.Next(s_components.Length)]));

    private static void Change(SandboxedPath path, Random random)
    {
        try
        {
            switch (random.Next(12))
            {
                case 0:
                    path.Delete();
                    break;
                case 1:
                    path.CreateDirectory();
                    break;
                case 2:
                    path.Child("gone-" + random.Next(1000).ToString(CultureInfo.InvariantCulture)).CreateNew().Dispose();
                    break;
                case 3:
                    _ = path.Enumerate();
                    break;
            }
        }
        catch (PathRefusedException)
        {
        }
    }
}
