using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using McpGen.Generator.Diagnostics;
using McpGen.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace McpGen.Generator.Parsing;

/// <summary>A registration call that can lead past a wrapper.</summary>
/// <param name="Diagnostic">What is reported.</param>
/// <param name="NeedsToolClass">Whether it only matters when the assembly has a hardened class at all: what the call reaches cannot be seen.</param>
public sealed record SideDoor(Diagnostic Diagnostic, bool NeedsToolClass)
{
    public ImmutableArray<Diagnostic> Given(EquatableArray<ToolNames> hardened) => NeedsToolClass && hardened.IsEmpty ? [] : [Diagnostic];
}

/// <summary>Calls of the SDK's own registration that can reach a hardened class.</summary>
public static class SideDoors
{
    private const string SomeClass = "a hardened tool class";

    public static IncrementalValuesProvider<SideDoor> Find(SyntaxValueProvider syntax) => syntax
        .CreateSyntaxProvider(static (node, _) => IsCandidate(node), static (context, cancellation) => Check(context, cancellation))
        .Where(static door => door is not null)
        .Select(static (door, _) => door!)
        .WithTrackingName(Steps.SideDoors);

    /// <summary>A name, called or taken as a delegate.</summary>
    private static bool IsCandidate(SyntaxNode node) => node is SimpleNameSyntax { Identifier.ValueText: "WithTools" or "WithToolsFromAssembly" or "Create" };

    private static SideDoor? Check(GeneratorSyntaxContext context, CancellationToken cancellation)
    {
        SyntaxNode used = context.Node.Parent is MemberAccessExpressionSyntax or MemberBindingExpressionSyntax ? context.Node.Parent : context.Node;
        if (context.SemanticModel.GetSymbolInfo(used, cancellation).Symbol is not IMethodSymbol method)
        {
            return null;
        }

        var call = used.Parent is InvocationExpressionSyntax invocation ? context.SemanticModel.GetOperation(invocation, cancellation) as IInvocationOperation : null;
        Location place = (call?.Syntax ?? used).GetLocation();
        if (method.Name == "Create" && method.ContainingType.Is(KnownNames.McpServerTool))
        {
            IEnumerable<ITypeSymbol> types = call is null ? [] : call.Arguments.SelectMany(static argument => Methods(argument.Value)).Select(static target => target.ContainingType);
            return Reached(types, place, "McpServerTool.Create");
        }

        return !method.ContainingType.Is(KnownNames.SdkBuilderExtensions) ? null
            : method.Name == "WithToolsFromAssembly" ? CheckAssembly(call, place, context.SemanticModel.Compilation)
            : method.TypeArguments.Length == 1 ? CheckType(method.TypeArguments[0], place)
            : CheckTypes(method, call, place);
    }

    private static SideDoor? CheckAssembly(IInvocationOperation? call, Location place, Compilation compilation)
    {
        IOperation? argument = call?.Arguments.FirstOrDefault(static argument => argument.Parameter?.Name == "toolAssembly")?.Value;
        IAssemblySymbol? named = argument?.DescendantsAndSelf().OfType<IPropertyReferenceOperation>().FirstOrDefault() is { Property.Name: "Assembly", Instance: ITypeOfOperation type }
            ? type.TypeOperand.ContainingAssembly
            : null;
        if (named is null || SymbolEqualityComparer.Default.Equals(named, compilation.Assembly))
        {
            return Door(place, "WithToolsFromAssembly", SomeClass, "WithHardenedTools()", needsToolClass: true);
        }

        // Another assembly: one that knows McpGen may have hardened classes.
        return named.Modules.SelectMany(static module => module.ReferencedAssemblies).Any(static reference => reference.Name == "McpGen")
            ? Door(place, "WithToolsFromAssembly", $"a hardened tool class of '{named.Name}'", "a WithHardenedTools() call in that assembly", needsToolClass: false)
            : null;
    }

    private static SideDoor? CheckType(ITypeSymbol type, Location place) => type.TypeKind == TypeKind.TypeParameter
        ? Door(place, "WithTools of a type parameter", SomeClass, "WithHardenedTools<T>() with the class itself", needsToolClass: true)
        : Reached([type], place, "WithTools");

    /// <summary>The overload that takes types; the one that takes tools is checked when the server starts.</summary>
    private static SideDoor? CheckTypes(IMethodSymbol method, IInvocationOperation? call, Location place)
    {
        if (!method.Parameters.Any(static parameter => parameter.Name == "toolTypes"))
        {
            return null;
        }

        IOperation? list = call?.Arguments.FirstOrDefault(static argument => argument.Parameter?.Name == "toolTypes")?.Value;
        ITypeSymbol[] types = [.. list?.DescendantsAndSelf().OfType<ITypeOfOperation>().Select(static type => type.TypeOperand) ?? []];
        bool isSeen = list is not null && types.Length > 0 && IsLiteralList(list) && types.All(static type => type.TypeKind != TypeKind.TypeParameter);
        return Reached(types, place, "WithTools")
            ?? (isSeen ? null : Door(place, "WithTools of types that cannot be seen here", SomeClass, "WithHardenedTools(typeof(...), ...) for the hardened ones and name the others with typeof", needsToolClass: true));
    }

    private static SideDoor? Reached(IEnumerable<ITypeSymbol> types, Location place, string what) =>
        types.FirstOrDefault(IsHardened) is { } hardened
            ? Door(place, what, $"'{hardened.ToDisplayString()}'", hardened.IsStatic ? $"WithHardenedTools(typeof({hardened.Name}))" : $"WithHardenedTools<{hardened.Name}>()", needsToolClass: false)
            : null;

    private static SideDoor Door(Location place, string what, string reached, string advice, bool needsToolClass) =>
        new(Diagnostic.Create(Descriptors.SideDoor, place, what, reached, advice), needsToolClass);

    /// <summary>
    /// A class whose tools are meant to be hardened, or inherits such: of this compilation by its attribute or its tool methods, of another
    /// assembly by its wrappers.
    /// </summary>
    private static bool IsHardened(ITypeSymbol type)
    {
        for (ITypeSymbol? current = type; current is not null && current.SpecialType == SpecialType.None && !current.Has(KnownNames.NotHardened); current = current.BaseType)
        {
            bool isMeant = current.DeclaringSyntaxReferences.IsEmpty
                ? !current.GetTypeMembers(KnownNames.WrapperClass).IsEmpty
                : current.Has(KnownNames.ToolTypeAttribute) || current.GetMembers().OfType<IMethodSymbol>().Any(ToolMethods.IsTool);
            if (isMeant)
            {
                return true;
            }
        }

        return false;
    }

    private static IEnumerable<IMethodSymbol> Methods(IOperation argument) =>
        argument.DescendantsAndSelf().OfType<IMethodReferenceOperation>().Select(static reference => reference.Method);

    /// <summary>Whether every element of the list is a typeof that was looked at.</summary>
    private static bool IsLiteralList(IOperation list) =>
        !list.DescendantsAndSelf().Any(static operation => operation is ILocalReferenceOperation or IFieldReferenceOperation or IPropertyReferenceOperation or IParameterReferenceOperation or IInvocationOperation or ISpreadOperation);
}
