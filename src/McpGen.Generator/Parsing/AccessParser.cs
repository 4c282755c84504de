using System.Collections.Generic;
using System.Linq;
using McpGen.Generator.Diagnostics;
using McpGen.Generator.Model;
using Microsoft.CodeAnalysis;

namespace McpGen.Generator.Parsing;

/// <summary>Who may call a tool: method, overridden methods and class add up, the assembly counts where they are silent.</summary>
public static class AccessParser
{
    public static AccessModel? Parse(
        IMethodSymbol method, IReadOnlyList<AttributeData> methodAttributes, IReadOnlyList<AttributeData> classAttributes, ParseContext context)
    {
        IAssemblySymbol assembly = context.Compilation.Assembly;
        string tool = method.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat);
        bool isEnforced = true;
        foreach (AttributeData attribute in methodAttributes.Concat(classAttributes).Concat(assembly.GetAttributes()).Where(static attribute => AttributeCode.NamesAuthorization(attribute.AttributeClass)))
        {
            context.Report(Descriptors.AccessNotSupported, attribute.Location() ?? method.Place(), attribute.ShortName(), tool);
            isEnforced = false;
        }

        if (!isEnforced)
        {
            return null;
        }

        AccessModel? ofMethod = Of(methodAttributes);
        AccessModel? ofClass = Of(classAttributes);
        if (ofMethod is { AllowAnonymous: true } && ofClass is { AllowAnonymous: false })
        {
            AttributeData loose = methodAttributes.First(static attribute => attribute.AttributeClass.Is(KnownNames.PublicTool) && AllowsAnonymous(attribute));
            context.Report(Descriptors.AccessLoosened, loose.Location() ?? method.Place(), tool, "its class");
            return null;
        }

        if ((ofMethod ?? ofClass) is null)
        {
            AccessModel? ofAssembly = Of(assembly.GetAttributes());
            if (ofAssembly is null)
            {
                context.Report(Descriptors.NoAccess, method.Place(), tool);
            }

            return ofAssembly;
        }

        // Every statement holds: anonymous callers come in only where none shuts them out.
        return new AccessModel((ofMethod?.AllowAnonymous ?? true) && (ofClass?.AllowAnonymous ?? true));
    }

    /// <summary>What several statements on one level add up to.</summary>
    private static AccessModel? Of(IEnumerable<AttributeData> attributes)
    {
        AttributeData[] statements = [.. attributes.Where(static attribute => attribute.AttributeClass.Is(KnownNames.PublicTool))];
        return statements.Length == 0 ? null : new AccessModel(statements.All(AllowsAnonymous));
    }

    private static bool AllowsAnonymous(AttributeData attribute) => attribute.Named("AllowAnonymous") is true;
}
