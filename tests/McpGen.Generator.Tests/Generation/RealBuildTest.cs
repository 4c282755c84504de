using System.Diagnostics;
using System.Reflection;
using McpGen.Generator.Tests.Harness;

namespace McpGen.Generator.Tests.Generation;

/// <summary>
/// One real build by the SDK's own compiler, as a user's project is built: without a documentation file, where the compiler's own
/// documentation is empty and the generator reads the comments itself.
/// </summary>
public sealed class RealBuildTest : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(5);

    private const string Source = """
        using McpGen;
        using ModelContextProtocol.Server;

        namespace Shop;

        /// <summary>Tools.</summary>
        [McpServerToolType, PublicTool]
        public static partial class SearchTools
        {
            /// <summary>Searches the shop.</summary>
            /// <param name="query">Words to look for.</param>
            /// <returns>What was found.</returns>
            [McpServerTool]
            public static string Search([System.ComponentModel.DataAnnotations.MaxLength(5)] string query) => query;
        }
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("mcpgen-build-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Descriptions_arrive_in_a_build_without_a_documentation_file()
    {
        string references = string.Join("\n", References().Select(static path => $"<Reference Include=\"{path}\" />"));
        await WriteAsync("Directory.Build.props", "<Project />");
        await WriteAsync("Directory.Build.targets", "<Project />");
        await WriteAsync("Directory.Packages.props", "<Project />");
        await WriteAsync("Tools.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                <EmitCompilerGeneratedFiles>true</EmitCompilerGeneratedFiles>
                <CompilerGeneratedFilesOutputPath>generated</CompilerGeneratedFilesOutputPath>
                <EnableDefaultCompileItems>false</EnableDefaultCompileItems>
              </PropertyGroup>
              <ItemGroup>
                <Compile Include="Tools.cs" />
                <Analyzer Include="{typeof(McpGenGenerator).Assembly.Location}" />
                {references}
              </ItemGroup>
            </Project>
            """);
        await WriteAsync("Tools.cs", Source);

        string output = await BuildAsync();

        string generated = Directory.GetFiles(Path.Combine(_folder, "generated"), "Shop.SearchTools.McpGen.g.cs", SearchOption.AllDirectories).Single() is { } path ? await File.ReadAllTextAsync(path) : output;
        Assert.Contains("Description = \"Searches the shop.\\nReturns: What was found.\",", generated, StringComparison.Ordinal);
        Assert.Contains("\"description\": \"Words to look for.\"", generated, StringComparison.Ordinal);

        // Another process, another compiler: the same bytes.
        Assert.Equal(GeneratorRun.Of(Source).Wrappers, generated);
    }

    private static IEnumerable<string> References() =>
        new[] { typeof(PublicToolAttribute), typeof(ModelContextProtocol.Server.McpServerToolAttribute), typeof(Microsoft.Extensions.DependencyInjection.IMcpServerBuilder), typeof(Microsoft.Extensions.DependencyInjection.IServiceCollection), typeof(Microsoft.Extensions.AI.AIFunction) }
            .Select(static type => type.Assembly).Append(Assembly.Load("ModelContextProtocol")).Select(static assembly => assembly.Location).Distinct();

    private async Task WriteAsync(string name, string text) => await File.WriteAllTextAsync(Path.Combine(_folder, name), text);

    private async Task<string> BuildAsync()
    {
        var start = new ProcessStartInfo(DotNet) { WorkingDirectory = _folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (string argument in new[] { "build", "Tools.csproj", "--nologo", "-v", "quiet", "-nodeReuse:false", "-p:UseSharedCompilation=false" })
        {
            start.ArgumentList.Add(argument);
        }

        using Process process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(s_patience);
        Task<string> output = process.StandardOutput.ReadToEndAsync(patience.Token);
        Task<string> error = process.StandardError.ReadToEndAsync(patience.Token);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        string text = await output + await error;
        Assert.True(process.ExitCode == 0, text);
        return text;
    }

    /// <summary>The host that runs this test: the one above its runtime.</summary>
    private static string DotNet
    {
        get
        {
            string root = Path.GetFullPath(Path.Combine(System.Runtime.InteropServices.RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
            string host = Path.Combine(root, OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet");
            return File.Exists(host) ? host : "dotnet";
        }
    }
}
