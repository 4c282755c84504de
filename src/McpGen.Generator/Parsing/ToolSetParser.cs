using System.Collections.Generic;
using System.Linq;
using System.Threading;
using McpGen.Generator.Diagnostics;
using McpGen.Generator.Emission;
using McpGen.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace McpGen.Generator.Parsing;

/// <summary>A class marked [McpServerToolType] becomes a model.</summary>
public static class ToolSetParser
{
    public static ParseResult Parse(GeneratorAttributeSyntaxContext target, PatternCache patterns, CancellationToken cancellation)
    {
        var type = (INamedTypeSymbol)target.TargetSymbol;
        var context = new ParseContext(target.SemanticModel.Compilation, type, patterns, cancellation);
        if (type.GetAttributes().Find(KnownNames.ToolTypeAttribute)?.ApplicationSyntaxReference is { } first && !target.TargetNode.Contains(first.GetSyntax(cancellation)))
        {
            // The attribute stands on two parts, which the compiler refuses; the first one speaks for the class.
            return new ParseResult(null, null, []);
        }

        if (type.GetAttributes().Find(KnownNames.NotHardened) is { } notHardened)
        {
            return ParseNotHardened(type, notHardened, context);
        }

        List<IMethodSymbol> methods = ToolMethods.Of(type);
        Bind(methods);
        bool isUsable = CheckClass(type, methods, context);
        var toolClass = new ToolClassFacts(context);
        List<ToolModel> tools = [];
        foreach (IMethodSymbol method in methods)
        {
            if (ToolParser.Parse(method, toolClass, context) is { } tool)
            {
                tools.Add(tool);
            }
        }

        RuleParser.CheckReadable(type, context);
        ToolSetModel? model = isUsable && !context.HasErrors ? Create(type, tools, context) : null;
        return new ParseResult(model, null, [.. context.Diagnostics]);
    }

    /// <summary>
    /// Has the compiler bind the signatures of a class in one go. It would do so bit by bit as they are parsed, a tenth slower: each of the
    /// two has a lot of code, and would push the other out of the processor's caches.
    /// </summary>
    private static void Bind(List<IMethodSymbol> methods)
    {
        foreach (IParameterSymbol parameter in methods.SelectMany(static method => method.Parameters))
        {
            parameter.GetAttributes();
            _ = parameter.HasExplicitDefaultValue ? parameter.ExplicitDefaultValue : null;
        }
    }

    private static ToolSetModel Create(INamedTypeSymbol type, List<ToolModel> tools, ParseContext context) => new()
    {
        Namespace = type.ContainingNamespace.IsGlobalNamespace ? "" : type.ContainingNamespace.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat.WithGlobalNamespaceStyle(SymbolDisplayGlobalNamespaceStyle.Omitted)),
        Nesting = [.. Containers(type).Select(Declaration)],
        TypeName = type.Code(),
        MetadataName = MetadataNameOf(type),
        DisplayName = type.ToDisplayString(),
        Tools = [.. tools],
        Readers = context.Readers,
        Writers = context.Writers,
        Rules = context.Rules,
        Guards = context.Guards,
        Patterns = context.Patterns,
    };

    private static ParseResult ParseNotHardened(INamedTypeSymbol type, AttributeData attribute, ParseContext context)
    {
        Diagnostic? unreasoned = CheckReason(type, attribute);

        // Only a type the registration file can name is listed; another one still says so itself, in its tools' metadata.
        bool isNameable = !type.IsFileLocal && context.Compilation.IsSymbolAccessibleWithin(type, context.Compilation.Assembly);
        return new ParseResult(null, isNameable ? new NotHardenedModel(OpenCode(type), ReasonOf(attribute)) : null, unreasoned is null ? [] : [unreasoned]);
    }

    /// <summary>What is left out says why.</summary>
    public static Diagnostic? CheckReason(INamedTypeSymbol type, AttributeData notHardened) =>
        string.IsNullOrWhiteSpace(ReasonOf(notHardened))
            ? Diagnostic.Create(Descriptors.AnnotationMisplaced, notHardened.Location(), "NotHardened", type.ToDisplayString(), "must say why")
            : null;

    private static string ReasonOf(AttributeData notHardened) => notHardened.Argument(0) as string ?? "";

    private static bool CheckClass(INamedTypeSymbol type, List<IMethodSymbol> methods, ParseContext context)
    {
        foreach (INamedTypeSymbol container in Containers(type))
        {
            if (!container.DeclaringSyntaxReferences.Any(static reference => reference.GetSyntax() is TypeDeclarationSyntax declaration && declaration.Modifiers.Any(SyntaxKind.PartialKeyword)))
            {
                context.Report(Descriptors.NotPartial, container.Place(), container.ToDisplayString());
            }
        }

        (string What, string Advice)? reason =
            Containers(type).Any(static container => container.IsGenericType) ? ("generic", "derive a class that is not, and mark that")
            : Containers(type).Any(static container => container.IsFileLocal) ? ("file-local", "make it internal")
            : !context.Compilation.IsSymbolAccessibleWithin(type, context.Compilation.Assembly) ? ("not accessible from its assembly", "make it, and what it is nested in, internal")
            : type.IsAbstract && !type.IsStatic && methods.Exists(static method => !method.IsStatic) ? ("abstract", "mark the class that derives from it instead")
            : null;
        if (reason is { } found)
        {
            context.Report(Descriptors.ClassNotSupported, type.Place(), type.ToDisplayString(), found.What, found.Advice);
        }

        return !context.HasErrors;
    }

    /// <summary>The class and what it is nested in, outermost first.</summary>
    private static IEnumerable<INamedTypeSymbol> Containers(INamedTypeSymbol type) =>
        type.ContainingType is { } outer ? Containers(outer).Append(type) : [type];

    private static string MetadataNameOf(INamedTypeSymbol type)
    {
        string name = string.Join("+", Containers(type).Select(static container => container.MetadataName));
        for (INamespaceSymbol space = type.ContainingNamespace; !space.IsGlobalNamespace; space = space.ContainingNamespace)
        {
            name = space.Name + "." + name;
        }

        return name;
    }

    private static string Declaration(INamedTypeSymbol type)
    {
        string kind = type switch
        {
            { TypeKind: TypeKind.Interface } => "interface",
            { TypeKind: TypeKind.Struct, IsRecord: true } => "record struct",
            { TypeKind: TypeKind.Struct } => "struct",
            { IsRecord: true } => "record",
            _ => "class",
        };
        return $"partial {kind} {CSharp.Identifier(type.Name)}";
    }

    private static string OpenCode(INamedTypeSymbol type) => type.IsGenericType
        ? type.ConstructUnboundGenericType().ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)
        : type.Code();
}
