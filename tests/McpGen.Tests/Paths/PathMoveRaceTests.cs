namespace McpGen.Tests.Paths;

/// <summary>A file is swapped with a directory or a link while it is renamed.</summary>
public sealed class PathMoveRaceTests
{
    private const int Enough = 50;
    private const int Most = 20_000;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Only_a_file_is_renamed(bool isDirectory)
    {
        using PathTree tree = new PathTree().File("a.md", "a");
        _ = isDirectory ? tree.File("other.md/hidden.txt", "h") : tree.Link("other.md", "a.md");
        int moved = 0, refused = 0;
        for (int number = 0; number < Most && (moved < Enough || refused < Enough); number++)
        {
            using var stop = new CancellationTokenSource();
            using var started = new SemaphoreSlim(0);
            Task swapping = Task.Run(() => SwapUntil(tree, started, stop.Token));
            await started.WaitAsync();
            try
            {
                tree.At("a.md").Move(tree.At("b.md"));
                moved++;
                Assert.Null(new FileInfo(Path.Combine(tree.Root, "b.md")).LinkTarget);
                Assert.True(File.Exists(Path.Combine(tree.Root, "b.md")));
            }
            catch (PathRefusedException)
            {
                refused++;
                Assert.False(tree.Has("b.md"));
            }
            finally
            {
                await stop.CancelAsync();
                await swapping;
            }

            if (tree.Has("b.md"))
            {
                // Whichever name the file had when it was taken.
                File.Move(Path.Combine(tree.Root, "b.md"), Path.Combine(tree.Root, IsThere(tree, "a.md") ? "other.md" : "a.md"));
            }
        }

        Assert.True(moved >= Enough && refused >= Enough, $"{moved} were renamed and {refused} refused: the race says too little.");
    }

    // Also a link that leads nowhere.
    private static bool IsThere(PathTree tree, string name) => tree.Has(name) || new FileInfo(Path.Combine(tree.Root, name)).LinkTarget is not null;

    // The swap needs both names, so it fails while one of them is away.
    private static void SwapUntil(PathTree tree, SemaphoreSlim started, CancellationToken stop)
    {
        tree.TrySwap("a.md", "other.md");
        started.Release();
        while (!stop.IsCancellationRequested)
        {
            tree.TrySwap("a.md", "other.md");
        }
    }
}
