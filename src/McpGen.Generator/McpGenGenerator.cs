using System.Collections.Immutable;
using McpGen.Generator.Diagnostics;
using McpGen.Generator.Emission;
using McpGen.Generator.Model;
using McpGen.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace McpGen.Generator;

/// <summary>From annotated tool classes to hardened wrappers. This file is the pipeline and nothing else.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class McpGenGenerator : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        // The registration methods are internal to each assembly, also to one that sees another's internals.
        context.RegisterPostInitializationOutput(static output => output.AddEmbeddedAttributeDefinition());

        var patterns = new PatternCache();

        // Class -> model. The only stage that touches symbols; it runs on every edit, so it ends in plain values.
        IncrementalValuesProvider<ParseResult> parsed = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                KnownNames.ToolTypeAttribute,
                static (node, _) => node is TypeDeclarationSyntax,
                (target, cancellation) => ToolSetParser.Parse(target, patterns, cancellation))
            .WithTrackingName(Steps.Parse);

        // Model -> one file per class. Printed again only when the model differs by value.
        IncrementalValuesProvider<ToolSetModel> models = parsed
            .Where(static result => result.Model is not null)
            .Select(static (result, _) => result.Model!)
            .WithTrackingName(Steps.Model);

        // Two classes whose names differ in case alone need two file names.
        IncrementalValueProvider<EquatableArray<string>> shared = models
            .Select(static (model, _) => model.MetadataName)
            .Collect()
            .Select(static (names, _) => HintNames.Shared(names));
        context.RegisterSourceOutput(models.Combine(shared), static (output, pair) => output.AddSource(HintNames.Of(pair.Left, pair.Right), ToolSetEmitter.Emit(pair.Left)));

        // Class names -> one registration file, also when there is no class yet.
        IncrementalValueProvider<RegistrationModel> registration = models
            .Select(static (model, _) => model.TypeName)
            .Collect()
            .Combine(parsed.Where(static result => result.NotHardened is not null).Select(static (result, _) => result.NotHardened!).Collect())
            .Select(static (lists, _) => RegistrationModel.Of(lists.Left, lists.Right))
            .WithTrackingName(Steps.Registration);
        context.RegisterSourceOutput(registration, static (output, model) => output.AddSource("McpGen.Registration.g.cs", RegistrationEmitter.Emit(model)));

        // Diagnostics travel apart from the models: they hold syntax trees.
        context.RegisterSourceOutput(parsed, static (output, result) => Report(output, result.Diagnostics));

        // What only all classes together show, and what would lead past them.
        IncrementalValueProvider<EquatableArray<ToolNames>> names = models
            .Select(static (model, _) => ToolNames.Of(model))
            .Collect()
            .Select(static (sets, _) => ToolNames.InOrder(sets))
            .WithTrackingName(Steps.Names);
        IncrementalValueProvider<EquatableArray<ToolNameClashes.Clash>> clashes = names.Select(static (sets, _) => ToolNameClashes.Among(sets));
        context.RegisterSourceOutput(clashes.Combine(context.CompilationProvider), static (output, pair) => Report(output, ToolNameClashes.Locate(pair.Left, pair.Right)));
        context.RegisterSourceOutput(StrayTools.Find(context.SyntaxProvider), static (output, stray) => output.ReportDiagnostic(stray));
        foreach (string attribute in KnownNames.Restrictions)
        {
            context.RegisterSourceOutput(StrayAccess.Find(context.SyntaxProvider, attribute), static (output, stray) => output.ReportDiagnostic(stray));
        }

        context.RegisterSourceOutput(SideDoors.Find(context.SyntaxProvider).Combine(names), static (output, pair) => Report(output, pair.Left.Given(pair.Right)));
    }

    private static void Report(SourceProductionContext output, ImmutableArray<Diagnostic> diagnostics)
    {
        foreach (Diagnostic diagnostic in diagnostics)
        {
            output.ReportDiagnostic(diagnostic);
        }
    }
}
