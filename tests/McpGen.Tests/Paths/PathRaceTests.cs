using McpGen.Paths;

namespace McpGen.Tests.Paths;

/// <summary>One thread swaps a directory and a link out of the root while another uses a path through their name.</summary>
public sealed class PathRaceTests
{
    private const int Swaps = 10_000;
    private const int MostSwaps = 5_000_000;
    private const int Enough = 200;
    private const int Uses = 3_000;

    public static TheoryData<string, string, bool> Ways => new(
        from way in (string[])[PathTree.Best, PathTree.Walk]
        from target in (string[])["../outside", "/absolute"]
        from viaLink in (bool[])[false, true]
        select (way, target, viaLink));

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Nothing_outside_is_touched(string way, string target, bool viaLink)
    {
        using PathTree tree = new PathTree(way).File("d/secret.md", "inside");
        tree.Link("l", target == "/absolute" ? tree.Outside : target).Link("via", "d");
        File.WriteAllText(Path.Combine(tree.Outside, "only-outside"), "");
        string[] before = PathTree.Snapshot(tree.Outside);
        SandboxedPath directory = tree.At(viaLink ? "via" : "d");

        await RaceAsync(tree, "d", number => ActAsync(directory, tree, number));

        Assert.Equal(before, PathTree.Snapshot(tree.Outside));
    }

    [Theory]
    [MemberData(nameof(PathTree.LinuxWays), MemberType = typeof(PathTree))]
    public async Task No_file_outside_is_read_or_emptied(string way)
    {
        using PathTree tree = new PathTree(way).File("f", "inside").Link("l", "../outside/secret.md");
        string[] before = PathTree.Snapshot(tree.Outside);
        SandboxedPath path = tree.At("f");

        await RaceAsync(tree, "f", async number =>
        {
            if (number % 2 == 0)
            {
                using Stream file = path.OpenWrite();
                file.Write("inside"u8);
            }
            else
            {
                Assert.StartsWith(await path.ReadAllTextAsync(), "inside", StringComparison.Ordinal);
            }
        });

        Assert.Equal(before, PathTree.Snapshot(tree.Outside));
    }

    private static async Task RaceAsync(PathTree tree, string name, Func<int, Task> act)
    {
        using var stop = new CancellationTokenSource();
        Task<(int Done, int Refused)> victim = Task.Run(() => UseAsync(act, stop.Token));

        int swaps = 0;
        while (swaps < Swaps || (!victim.IsCompleted && swaps < MostSwaps))
        {
            tree.Swap(name, "l");
            swaps++;
        }

        await stop.CancelAsync();
        (int done, int refused) = await victim;
        Assert.True(done >= Enough && refused >= Enough, $"{done} operations done, {refused} refused in {swaps} swaps: the race says too little.");
    }

    // Until both have happened often enough: that what is allowed was there, and that the link was.
    private static async Task<(int Done, int Refused)> UseAsync(Func<int, Task> act, CancellationToken stop)
    {
        int done = 0, refused = 0;
        for (int number = 0; !stop.IsCancellationRequested && (done < Enough || refused < Enough || number < Uses); number++)
        {
            try
            {
                await act(number);
                done++;
            }
            catch (PathRefusedException)
            {
                refused++;
            }
        }

        return (done, refused);
    }

    private static async Task ActAsync(SandboxedPath directory, PathTree tree, int number)
    {
        switch (number % 10)
        {
            case 0:
            case 1:
            case 2:
                Assert.Equal("inside", await directory.Child("secret.md").ReadAllTextAsync());
                break;
            case 3:
                using (Stream file = directory.Child("written").OpenWrite())
                {
                    file.WriteByte(1);
                }

                break;
            case 4:
                directory.Child("written").Delete();
                break;
            case 5:
                directory.Child($"made{number % 7}").CreateDirectory();
                break;
            case 6:
                directory.Child($"made{number % 7}").Delete();
                break;
            case 7:
                Assert.DoesNotContain(directory.Enumerate(), static path => path.Name == "only-outside");
                break;
            case 8:
                directory.Child("written").Move(tree.At("moved"), overwrite: true);
                break;
            case 9 when number % 100 == 9:
                await directory.Child("text").WriteAllTextAsync("x");
                break;
            default:
                Assert.Equal(6, directory.Child("secret.md").Info().Length);
                break;
        }
    }
}
