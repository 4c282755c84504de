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

        AttributeData[] ofMethod = [.. methodAttributes.Where(IsStatement)];
        AttributeData[] statements = [.. ofMethod, .. classAttributes.Where(IsStatement)];
        if (statements.Length == 0)
        {
            statements = [.. assembly.GetAttributes().Where(IsStatement)];
        }

        if (statements.Length == 0)
        {
            context.Report(Descriptors.NoAccess, method.Place(), tool);
            return null;
        }

        // Nearest first: whatever lets anyone in must not stand before what does not.
        int strict = System.Array.FindLastIndex(statements, static statement => !AllowsAnonymous(statement));
        int loose = System.Array.FindIndex(statements, AllowsAnonymous);
        if (loose >= 0 && loose < strict)
        {
            string loosened = strict < ofMethod.Length ? "the method it overrides" : loose < ofMethod.Length ? "its class" : "its base class";
            context.Report(Descriptors.AccessLoosened, statements[loose].Location() ?? method.Place(), tool, loosened);
            return null;
        }

        return new AccessModel(AllowAnonymous: strict < 0);
    }

    private static bool IsStatement(AttributeData attribute) => attribute.AttributeClass.Is(KnownNames.PublicTool);

    private static bool AllowsAnonymous(AttributeData attribute) => attribute.Named("AllowAnonymous") is true;
}
