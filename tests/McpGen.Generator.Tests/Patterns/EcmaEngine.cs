using System.Diagnostics;
using System.Text.Json;

namespace McpGen.Generator.Tests.Patterns;

/// <summary>What ECMA-262 itself says of a pattern: Node.js, where it is installed.</summary>
internal sealed class EcmaEngine : IDisposable
{
    private const string Program = """
        require('readline').createInterface({ input: process.stdin }).on('line', line => {
          const [pattern, texts] = JSON.parse(line);
          const expression = new RegExp(pattern, 'u');
          console.log(texts.map(text => expression.test(text) ? '1' : '0').join(''));
        });
        """;

    private readonly Process process;

    private EcmaEngine(Process process) => this.process = process;

    /// <summary>Starts Node.js; null where there is none.</summary>
    public static EcmaEngine? Start()
    {
        var start = new ProcessStartInfo("node", ["-e", Program]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        try
        {
            return new EcmaEngine(Process.Start(start)!);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    public static EcmaEngine StartOrSkip()
    {
        EcmaEngine? engine = Start();
        Assert.SkipWhen(engine is null, "Node.js is not on this machine.");
        return engine!;
    }

    public bool[] Test(string pattern, IReadOnlyList<string> texts)
    {
        process.StandardInput.WriteLine(JsonSerializer.Serialize(new object[] { pattern, texts }));
        process.StandardInput.Flush();
        string? verdicts = process.StandardOutput.ReadLine();
        Assert.True(verdicts?.Length == texts.Count, $"Node.js does not take {pattern}");
        return [.. verdicts!.Select(verdict => verdict == '1')];
    }

    public void Dispose()
    {
        process.Kill();
        process.Dispose();
    }
}
