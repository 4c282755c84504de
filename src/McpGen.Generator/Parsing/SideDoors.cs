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

    private static bool IsCandidate(SyntaxNode node) =>
        node is InvocationExpressionSyntax { Expression: { } called }
        && (called switch { MemberAccessExpressionSyntax member => member.Name, MemberBindingExpressionSyntax binding => binding.Name, SimpleNameSyntax name => name, _ => null })
            ?.Identifier.ValueText is "WithTools" or "WithToolsFromAssembly" or "Create";

    private static SideDoor? Check(GeneratorSyntaxContext context, CancellationToken cancellation)
    {
        if (context.SemanticModel.GetOperation(context.Node, cancellation) is not IInvocationOperation call)
        {
            return null;
        }

        IMethodSymbol method = call.TargetMethod;
        if (method.Name == "Create")
        {
            return method.ContainingType.Is(KnownNames.McpServerTool) ? Reached(call.Arguments.SelectMany(static argument => Methods(argument.Value)).Select(static target => target.ContainingType), call, "McpServerTool.Create") : null;
        }

        if (!method.ContainingType.Is(KnownNames.SdkBuilderExtensions))
        {
            return null;
        }

        if (method.Name == "WithToolsFromAssembly")
        {
            return IsForeignAssembly(call, context.SemanticModel.Compilation) ? null : Door(call, "WithToolsFromAssembly", SomeClass, "WithHardenedTools()", needsToolClass: true);
        }

        if (method.TypeArguments.Length == 1)
        {
            return method.TypeArguments[0].TypeKind == TypeKind.TypeParameter
                ? Door(call, "WithTools of a type parameter", SomeClass, "WithHardenedTools<T>() with the class itself", needsToolClass: true)
                : Reached([method.TypeArguments[0]], call, "WithTools");
        }

        // The overload that takes types; the one that takes tools is checked when the server starts.
        IOperation? list = call.Arguments.FirstOrDefault(static argument => argument.Parameter?.Name == "toolTypes")?.Value;
        if (list is null)
        {
            return null;
        }

        ITypeOfOperation[] types = [.. list.DescendantsAndSelf().OfType<ITypeOfOperation>()];
        return Reached(types.Select(static type => type.TypeOperand), call, "WithTools")
            ?? (types.Length == 0 || !IsLiteralList(list) ? Door(call, "WithTools of types that cannot be seen here", SomeClass, "WithHardenedTools(typeof(...), ...) for the hardened ones and name the others with typeof", needsToolClass: true) : null);
    }

    private static SideDoor? Reached(IEnumerable<ITypeSymbol?> types, IInvocationOperation call, string what) =>
        types.FirstOrDefault(static type => type is not null && IsHardened(type)) is { } hardened
            ? Door(call, what, $"'{hardened.ToDisplayString()}'", hardened.IsStatic ? $"WithHardenedTools(typeof({hardened.Name}))" : $"WithHardenedTools<{hardened.Name}>()", needsToolClass: false)
            : null;

    private static SideDoor Door(IInvocationOperation call, string what, string reached, string advice, bool needsToolClass) =>
        new(Diagnostic.Create(Descriptors.SideDoor, call.Syntax.GetLocation(), what, reached, advice), needsToolClass);

    /// <summary>A class of this compilation that is meant to be hardened, or one of another assembly that was.</summary>
    private static bool IsHardened(ITypeSymbol type) =>
        type.DeclaringSyntaxReferences.IsEmpty
            ? !type.GetTypeMembers(KnownNames.WrapperClass).IsEmpty
            : type.Has(KnownNames.ToolTypeAttribute) && !type.Has(KnownNames.NotHardened);

    private static IEnumerable<IMethodSymbol> Methods(IOperation argument) =>
        argument.DescendantsAndSelf().OfType<IMethodReferenceOperation>().Select(static reference => reference.Method);

    /// <summary>Whether every element of the list is a typeof that was looked at.</summary>
    private static bool IsLiteralList(IOperation list) =>
        !list.DescendantsAndSelf().Any(static operation => operation is ILocalReferenceOperation or IFieldReferenceOperation or IPropertyReferenceOperation or IParameterReferenceOperation or IInvocationOperation or ISpreadOperation);

    /// <summary>Whether the assembly is named through a type of another assembly that has no hardened class.</summary>
    private static bool IsForeignAssembly(IInvocationOperation call, Compilation compilation) =>
        call.Arguments.FirstOrDefault(static argument => argument.Parameter?.Name == "toolAssembly")?.Value is { } assembly
        && assembly.DescendantsAndSelf().OfType<IPropertyReferenceOperation>().FirstOrDefault() is { Property.Name: "Assembly", Instance: ITypeOfOperation { TypeOperand.ContainingAssembly: { } named } }
        && !SymbolEqualityComparer.Default.Equals(named, compilation.Assembly)
        && !named.Modules.SelectMany(static module => module.ReferencedAssemblies).Any(static reference => reference.Name == "McpGen");
}
