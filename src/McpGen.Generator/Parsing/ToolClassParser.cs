using System.Collections.Generic;
using System.Linq;
using McpGen.Generator.Diagnostics;
using McpGen.Generator.Model;
using Microsoft.CodeAnalysis;

namespace McpGen.Generator.Parsing;

/// <summary>How an instance of a tool class is made for a call, and disposed of after it.</summary>
public static class ToolClassParser
{
    public static ConstructionModel? Parse(INamedTypeSymbol type, ParseContext context)
    {
        if (type.IsAbstract || ConstructorParser.Choose(type, type.Place(), context, isToolClass: true) is not { } constructor)
        {
            return null;
        }

        if (!constructor.Has("System.Diagnostics.CodeAnalysis.SetsRequiredMembersAttribute") && MemberCollector.Collect(type, context).Find(static member => member.IsRequired) is { } required)
        {
            context.Report(Descriptors.ClassNotSupported, type.Place(), type.ToDisplayString(), $"a class with the required member '{required.Symbol.Name}', which nothing would set", "take it in the constructor");
            return null;
        }

        List<ParameterModel?> parameters = [.. constructor.Parameters.Select(parameter => ParameterParser.ParseConstructor(parameter, context))];
        return parameters.Contains(null) ? null : new ConstructionModel([.. parameters!], DisposalOf(type));
    }

    private static Disposal DisposalOf(INamedTypeSymbol type) =>
        type.AllInterfaces.Any(static contract => contract.Is("System.IAsyncDisposable")) ? Disposal.DisposeAsync
        : type.AllInterfaces.Any(static contract => contract.Is("System.IDisposable")) ? Disposal.Dispose
        : Disposal.None;
}
