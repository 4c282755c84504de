using System.Linq;
using McpGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;

namespace McpGen.Generator.Parsing;

/// <summary>Restrictions of access that stand where no wrapper enforces them: whoever reads them there would believe them.</summary>
public static class StrayAccess
{
    public static IncrementalValuesProvider<Diagnostic> Find(SyntaxValueProvider syntax, string attribute) => syntax
        .ForAttributeWithMetadataName(attribute, static (_, _) => true, static (target, _) => Check(target))
        .Where(static diagnostic => diagnostic is not null)
        .Select(static (diagnostic, _) => diagnostic!)
        .WithTrackingName(Steps.Strays);

    private static Diagnostic? Check(GeneratorAttributeSyntaxContext target) => WhyNotEnforced(target.TargetSymbol) is { } reason
        ? Diagnostic.Create(Descriptors.AccessRuleInvalid, target.Attributes[0].Location() ?? target.TargetSymbol.Place(), target.Attributes[0].ShortName(), target.TargetSymbol.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat), reason)
        : null;

    private static string? WhyNotEnforced(ISymbol symbol)
    {
        INamedTypeSymbol? type = symbol as INamedTypeSymbol ?? symbol.ContainingType;
        return symbol is IAssemblySymbol || type is null ? null
            : type.Has(KnownNames.NotHardened) ? $"is not enforced, because '{type.ToDisplayString()}' is marked [NotHardened]"
            : type.TypeKind == TypeKind.Interface ? "is not enforced, because what an interface says does not hold for the method that implements it; put it there"
            : IsOfPrompts(symbol, "Type") || (symbol is IMethodSymbol && IsOfPrompts(symbol, "")) ? "is not enforced, because only tools have wrappers; prompts and resources have none yet"
            : symbol is IMethodSymbol { MethodKind: not MethodKind.Ordinary } ? "is not enforced, because it stands on no method that could be a tool"
            : null;
    }

    private static bool IsOfPrompts(ISymbol symbol, string suffix) =>
        !symbol.Has($"ModelContextProtocol.Server.McpServerTool{suffix}Attribute")
        && new[] { "Prompt", "Resource" }.Any(kind => symbol.Has($"ModelContextProtocol.Server.McpServer{kind}{suffix}Attribute"));
}
