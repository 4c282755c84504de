using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace McpGen.Package.Tests.Harness;

/// <summary>What an assembly of the package and the symbols inside it say.</summary>
internal sealed record PackedAssembly(IReadOnlyList<string> PublicTypes, IReadOnlyList<string> Sources, bool EmbedsSources)
{
    private static readonly Guid s_embeddedSource = new("0E8A571B-6926-466E-B4AD-8AB04611F5FE");

    public static PackedAssembly Read(PackedSources packed, string entry)
    {
        using var assembly = new PEReader(new MemoryStream(packed.Read(entry)));
        DebugDirectoryEntry symbols = assembly.ReadDebugDirectory().Single(static directory => directory.Type == DebugDirectoryEntryType.EmbeddedPortablePdb);
        using MetadataReaderProvider provider = assembly.ReadEmbeddedPortablePdbDebugDirectoryData(symbols);
        MetadataReader reader = provider.GetMetadataReader();
        return new PackedAssembly(
            [.. TypesOf(assembly.GetMetadataReader())],
            [.. reader.Documents.Select(handle => reader.GetString(reader.GetDocument(handle).Name))],
            reader.Documents.All(handle => Embeds(reader, handle)));
    }

    private static IEnumerable<string> TypesOf(MetadataReader reader) =>
        from handle in reader.TypeDefinitions
        let type = reader.GetTypeDefinition(handle)
        where (type.Attributes & TypeAttributes.VisibilityMask) == TypeAttributes.Public
        select $"{reader.GetString(type.Namespace)}.{reader.GetString(type.Name)}";

    private static bool Embeds(MetadataReader reader, DocumentHandle document) =>
        reader.GetCustomDebugInformation(document).Any(handle => reader.GetGuid(reader.GetCustomDebugInformation(handle).Kind) == s_embeddedSource);
}
