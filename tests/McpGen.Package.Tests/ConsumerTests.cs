using McpGen.Package.Tests.Harness;

namespace McpGen.Package.Tests;

/// <summary>What a user gets who has the package and nothing else.</summary>
public sealed class ConsumerTests(Consumers consumers) : IClassFixture<Consumers>
{
    [Fact(Timeout = Limits.Milliseconds)]
    public async Task A_console_project_with_the_package_serves_a_hardened_tool()
    {
        await using Server server = await Server.StartAsync(Dotnet.Path, Path.Combine(consumers.Output("Server"), "Server.dll"));

        Assert.Equal(["find_books"], await server.ToolsAsync());
        Assert.Equal("5 books about whales", await server.AcceptedAsync("find_books", ("title", "whales")));
        Assert.Equal(
            """
            Invalid arguments for find_books: 2 violations
              /limit: must be an integer from 1 to 20
              /titel: unknown argument; did you mean "title"?
            """.ReplaceLineEndings("\n"),
            await server.RefusedAsync("find_books", ("title", "whales"), ("limit", "5"), ("titel", "x")));
    }

    [Fact(Timeout = Limits.Milliseconds)]
    public async Task A_project_that_has_the_package_through_another_project_hardens_its_own_tools()
    {
        await using Server server = await Server.StartAsync(Dotnet.Path, Path.Combine(consumers.Output("Second"), "Second.dll"));

        Assert.Equal(["greet_reader", "lend_book"], await server.ToolsAsync());
        Assert.Equal("hello Ada", await server.AcceptedAsync("greet_reader", ("name", "Ada")));
        Assert.Contains("/name: must be a string", await server.RefusedAsync("greet_reader", ("name", 1)));
        Assert.Contains("/book: must be an integer", await server.RefusedAsync("lend_book", ("book", "1")));
    }

    [Fact(Timeout = Limits.Milliseconds)]
    public async Task A_project_behind_one_that_keeps_the_runtime_private_builds_without_the_generator() =>
        Assert.Equal("McpGen", (await Dotnet.RunAsync(consumers.Output("Unaware"), ["Unaware.dll"])).Trim());

    [Theory]
    [InlineData("Server")]
    [InlineData("Second")]
    public void Neither_compiler_nor_generator_lands_beside_the_program(string project)
    {
        string[] files = [.. Directory.EnumerateFiles(consumers.Output(project), "*", SearchOption.AllDirectories).Select(static file => Path.GetFileName(file))];

        Assert.Contains("McpGen.dll", files);
        Assert.DoesNotContain(files, static file => file.StartsWith("Microsoft.CodeAnalysis", StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(files, static file => file.StartsWith("McpGen.Generator", StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain("CodeAnalysis", File.ReadAllText(Path.Combine(consumers.Output(project), $"{project}.deps.json")), StringComparison.OrdinalIgnoreCase);
    }

    [Fact(Timeout = Limits.Milliseconds)]
    public async Task A_compiler_that_cannot_load_the_generator_is_a_build_error_that_says_so()
    {
        (int exitCode, string output) = await consumers.RebuildAsync("Server", "-p:CompilerApiVersion=roslyn4.12");

        Assert.NotEqual(0, exitCode);
        Assert.Contains("error : McpGen needs the compiler of the .NET 10 SDK (Roslyn 4.14 or later). This project is compiled by Roslyn 4.12", output);
    }

    [Fact(Timeout = Limits.Milliseconds)]
    public async Task A_project_that_takes_the_generator_away_does_not_build()
    {
        (int exitCode, string output) = await consumers.RebuildAsync("Second", "-p:WithoutAnalyzers=true");

        Assert.NotEqual(0, exitCode);
        Assert.Contains("error : McpGen's generator is not among the compiler's analyzers, so no tool would be hardened.", output);
    }
}
