namespace McpGen.Generator.Tests.Harness;

/// <summary>A directory of notes, and one beside it that nothing may reach; both temporary.</summary>
internal sealed class TemporaryRoot : IDisposable
{
    public const string Secret = "secret words";

    private readonly DirectoryInfo _base = Directory.CreateTempSubdirectory("mcpgen-guards-");

    public TemporaryRoot()
    {
        Base = _base.FullName;
        Path = System.IO.Path.Combine(Base, "root");
        Directory.CreateDirectory(Path);
        Directory.CreateDirectory(System.IO.Path.Combine(Base, "outside"));
        File.WriteAllText(System.IO.Path.Combine(Base, "outside", "secret.md"), Secret);
        Options.Roots.Add("notes", Path);
    }

    public string Base { get; }

    /// <summary>What the root <c>notes</c> is.</summary>
    public string Path { get; }

    public HardeningOptions Options { get; } = new();

    public string At(string name) => System.IO.Path.Combine(Path, name);

    public TemporaryRoot Add(string name, string content)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(At(name))!);
        File.WriteAllText(At(name), content);
        return this;
    }

    public TemporaryRoot Link(string name, string target)
    {
        File.CreateSymbolicLink(At(name), target);
        return this;
    }

    public void Dispose() => _base.Delete(recursive: true);
}
