using System.Reflection;
using System.Runtime.Loader;
using McpGen.Differential.Signatures;
using McpGen.Generator;
using McpGen.Invocation;

namespace McpGen.Differential.Compilation;

/// <summary>Compiled tools of one batch, in the order of their signatures. Disposing lets the assembly go.</summary>
internal sealed class LoadedBatch : IDisposable
{
    private readonly AssemblyLoadContext _context = new(null, isCollectible: true);

    public LoadedBatch(Stream image, IReadOnlyList<Signature> signatures)
    {
        Assembly assembly = _context.LoadFromStream(image);
        Type wrappers = assembly.GetType("DrawnTools")!.GetNestedType(KnownNames.WrapperClass, BindingFlags.NonPublic)!;
        var options = new HardeningOptions();

        // Binding looks at the letters of a path alone: nothing is opened here.
        options.Roots.Add("notes", AppContext.BaseDirectory);
        var tools = (HardenedTool[])wrappers.GetMethod("Create", BindingFlags.NonPublic | BindingFlags.Static)!.Invoke(null, [options])!;
        Tools = [.. signatures.Select(signature => new LoadedTool(tools.Single(tool => tool.Name == signature.Tool), signature))];
    }

    public IReadOnlyList<LoadedTool> Tools { get; }

    public void Dispose() => _context.Unload();
}
