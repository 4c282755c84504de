using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace McpGen.Generator.Parsing;

/// <summary>Which types are services by their nature, when no attribute says so.</summary>
public static class ServiceRules
{
    /// <summary>Whether a value of this type comes from the services: a contract, a class of another assembly, or a class that owns or needs something.</summary>
    public static bool IsService(ITypeSymbol type, IAssemblySymbol assembly) => IsService(type, assembly, around: null);

    private static bool IsService(ITypeSymbol type, IAssemblySymbol assembly, HashSet<ITypeSymbol>? around)
    {
        if (type.SpecialType is not (SpecialType.None or SpecialType.System_IDisposable) || CollectionTypes.IsCollection(type) || TextParser.IsText(type) || type.TypeKind is TypeKind.Array or TypeKind.Enum or TypeKind.Struct or TypeKind.TypeParameter
            || type.Is("System.Text.Json.Nodes.JsonNode") || GuardParser.IsGuard(type) || UnsupportedTypes.Advice(type, isResult: false) is not null)
        {
            return false;
        }

        if (type.TypeKind == TypeKind.Interface || type.IsAbstract)
        {
            return !PolymorphicParser.IsPolymorphic(type);
        }

        if (type is not INamedTypeSymbol named || type.Has(KnownNames.Argument) || PolymorphicParser.IsPolymorphic(type))
        {
            return false;
        }

        if (!SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, assembly) || IsDisposable(type))
        {
            return true;
        }

        around ??= [];
        return around.Count < TypePath.Deepest && around.Add(named) && NeedsService(named, assembly, around);
    }

    /// <summary>A type that needs itself is no service by that alone, nor is one whose generic arguments grow without end.</summary>
    private static bool NeedsService(INamedTypeSymbol type, IAssemblySymbol assembly, HashSet<ITypeSymbol> around) => type.InstanceConstructors
        .SelectMany(static constructor => constructor.Parameters)
        .Any(parameter => !SymbolEqualityComparer.Default.Equals(parameter.Type, type) && IsService(Plain(parameter.Type), assembly, around));

    private static ITypeSymbol Plain(ITypeSymbol type)
    {
        ValueParser.IsNullable(type, out ITypeSymbol plain);
        return plain;
    }

    public static bool IsDisposable(ITypeSymbol type) =>
        type.AllInterfaces.Any(static contract => contract.Is("System.IDisposable") || contract.Is("System.IAsyncDisposable"));
}
