using System.Text;
using McpGen.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace McpGen.Benchmarks.Generator;

/// <summary>
/// The least a generator for tool classes can do: found by the same attribute, it binds every parameter and attribute of every tool, reads
/// their documentation and prints one line for each class.
/// </summary>
internal sealed class FloorGenerator : IIncrementalGenerator
{
    /// <summary>What is kept of a class: the line, and how much was read for it.</summary>
    private sealed record Model(string Name, string Line, int Read);

    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<Model> models = context.SyntaxProvider.ForAttributeWithMetadataName(
            KnownNames.ToolTypeAttribute,
            static (node, _) => node is TypeDeclarationSyntax,
            static (target, cancellation) => Read((INamedTypeSymbol)target.TargetSymbol, cancellation));
        context.RegisterSourceOutput(models, static (output, model) => output.AddSource(model.Name + ".g.cs", SourceText.From(model.Line, Encoding.UTF8)));
    }

    private static Model Read(INamedTypeSymbol type, CancellationToken cancellation)
    {
        int read = Read(type);
        int tools = 0;
        foreach (IMethodSymbol method in type.GetMembers().OfType<IMethodSymbol>())
        {
            if (!method.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name == "McpServerToolAttribute"))
            {
                continue;
            }

            tools++;
            read += Read(method) + method.ReturnType.Name.Length + Documentation(method, cancellation);
            foreach (IParameterSymbol parameter in method.Parameters)
            {
                read += Read(parameter) + parameter.Type.Name.Length + (parameter is { HasExplicitDefaultValue: true, ExplicitDefaultValue: not null } ? 1 : 0);
            }
        }

        return new Model(type.Name, $"// {type.Name}: {tools} tools\n", read);
    }

    /// <summary>Binds the attributes and what they are given.</summary>
    private static int Read(ISymbol symbol)
    {
        int read = 0;
        foreach (AttributeData attribute in symbol.GetAttributes())
        {
            read += (attribute.AttributeClass?.Name.Length ?? 0) + attribute.ConstructorArguments.Length + attribute.NamedArguments.Length;
        }

        return read;
    }

    private static int Documentation(IMethodSymbol method, CancellationToken cancellation) =>
        method.DeclaringSyntaxReferences[0].GetSyntax(cancellation).GetLeadingTrivia().ToFullString().Length;
}
