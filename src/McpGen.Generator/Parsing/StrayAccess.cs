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

    /// <summary>ASP.NET Core's own attribute may stand anywhere in an application; where tools are, it is one of ours.</summary>
    private static bool IsElsewhere(GeneratorAttributeSyntaxContext target) =>
        target.Attributes[0].AttributeClass.Is(KnownNames.Authorize)
        && (target.TargetSymbol is INamedTypeSymbol type ? !HoldsToolClass(type) : !target.TargetSymbol.ContainingType.Has(KnownNames.ToolTypeAttribute) || target.TargetSymbol.ContainingType.Has(KnownNames.NotHardened));

    private static Diagnostic? Check(GeneratorAttributeSyntaxContext target) => !IsElsewhere(target) && WhyNotEnforced(target.TargetSymbol) is { } reason
        ? Diagnostic.Create(Descriptors.AccessRuleInvalid, target.Attributes[0].Location() ?? target.TargetSymbol.Place(), target.Attributes[0].ShortName(), target.TargetSymbol.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat), reason)
        : null;

    private static string? WhyNotEnforced(ISymbol symbol)
    {
        INamedTypeSymbol? type = symbol as INamedTypeSymbol ?? symbol.ContainingType;
        return symbol is IAssemblySymbol || type is null ? null
            : type.Has(KnownNames.NotHardened) ? $"is not enforced, because '{type.ToDisplayString()}' is marked [NotHardened]"
            : type.TypeKind == TypeKind.Interface ? "is not enforced, because what an interface says does not hold for the method that implements it; put it there"
            : IsOfPrompts(symbol, "Type") || (symbol is IMethodSymbol && IsOfPrompts(symbol, "")) ? "is not enforced, because only tools have wrappers; prompts and resources have none yet"
            : symbol is IMethodSymbol method ? WhyNoTool(method)
            : type.Has(KnownNames.ToolTypeAttribute) ? null
            : HoldsToolClass(type) ? "is not enforced, because it does not hold for the tool classes nested in it; put it there"
            : type.IsStatic || type.IsSealed ? "is not enforced, because it stands on a class that is no tool class, nor the base of one"
            : null;
    }

    /// <summary>What may be overridden may become a tool in a class that is not seen here.</summary>
    private static string? WhyNoTool(IMethodSymbol method) => method.MethodKind == MethodKind.Ordinary && (method.IsVirtual || method.IsAbstract || method.IsOverride || ToolMethods.IsTool(method))
        ? null
        : "is not enforced, because it stands on a method that is no tool";

    private static bool HoldsToolClass(INamedTypeSymbol type) => type.GetTypeMembers().Any(static nested => nested.Has(KnownNames.ToolTypeAttribute) || HoldsToolClass(nested));

    private static bool IsOfPrompts(ISymbol symbol, string suffix) =>
        !symbol.Has($"ModelContextProtocol.Server.McpServerTool{suffix}Attribute")
        && new[] { "Prompt", "Resource" }.Any(kind => symbol.Has($"ModelContextProtocol.Server.McpServer{kind}{suffix}Attribute"));
}
