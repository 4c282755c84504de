using System.Linq;
using McpGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;

namespace McpGen.Generator.Parsing;

/// <summary>Which constructor makes a type: the one that is marked, the only one, or the one without parameters.</summary>
public static class ConstructorParser
{
    public static IMethodSymbol? Choose(INamedTypeSymbol type, Location location, ParseContext context, bool isToolClass = false)
    {
        IMethodSymbol[] all = [.. type.InstanceConstructors.Where(constructor => !IsCopy(constructor, type) && Unnameable.Reason(constructor) is null)];
        IMethodSymbol[] constructors = [.. all.Where(constructor => context.IsAccessible(constructor))];
        string mark = isToolClass ? "Microsoft.Extensions.DependencyInjection.ActivatorUtilitiesConstructorAttribute" : KnownNames.JsonSerialization + ".JsonConstructorAttribute";
        IMethodSymbol[] marked = [.. all.Where(constructor => constructor.Has(mark))];
        if (marked.Length == 1 && context.IsAccessible(marked[0]))
        {
            return marked[0];
        }

        string advice = isToolClass ? "mark the one to use [ActivatorUtilitiesConstructor]" : "mark the one to use [JsonConstructor]";
        if (marked.Length > 0)
        {
            return Refuse(marked.Length > 1 ? "several marked constructors" : "a marked constructor that the tool class cannot call");
        }

        // The constructor every struct has says nothing while another is declared.
        IMethodSymbol[] declared = [.. constructors.Where(constructor => !(constructor.IsImplicitlyDeclared && constructor.Parameters.IsEmpty && type.IsValueType))];
        IMethodSymbol[] open = [.. declared.Where(static constructor => constructor.DeclaredAccessibility == Accessibility.Public)];
        IMethodSymbol[] usable = open.Length > 0 ? open : declared.Length > 0 ? declared : constructors;
        return usable.Length switch
        {
            0 => Refuse("no constructor that the tool class can call"),
            1 => usable[0],
            _ => isToolClass ? Refuse($"{usable.Length} constructors") : usable.FirstOrDefault(static constructor => constructor.Parameters.IsEmpty) ?? Refuse($"{usable.Length} constructors"),
        };

        IMethodSymbol? Refuse(string what)
        {
            context.Report(Descriptors.AmbiguousConstructor, location, type.ToDisplayString(), what, advice);
            return null;
        }
    }

    private static bool IsCopy(IMethodSymbol constructor, INamedTypeSymbol type) =>
        type.IsRecord && constructor.Parameters.Length == 1 && SymbolEqualityComparer.Default.Equals(constructor.Parameters[0].Type, type);
}
