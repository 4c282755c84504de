using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using McpGen.Generator.Diagnostics;
using McpGen.Generator.Model;
using Microsoft.CodeAnalysis;

namespace McpGen.Generator.Parsing;

/// <summary>Who may call a tool: method, overridden methods and class add up, the assembly counts where they are silent.</summary>
public static class AccessParser
{
    public static AccessModel? Parse(IMethodSymbol method, ToolAttributes attributes, ParseContext context)
    {
        bool isEnforced = true;
        foreach (AttributeData attribute in attributes.All)
        {
            if (AttributeCode.NamesAuthorization(attribute.AttributeClass))
            {
                context.Report(Descriptors.AccessNotSupported, attribute.Location() ?? method.Place(), attribute.ShortName(), NameOf(method));
                isEnforced = false;
            }
        }

        if (!isEnforced)
        {
            return null;
        }

        List<AttributeData> statements = Statements(attributes.Own);
        int ofMethod = statements.Count;
        statements.AddRange(Statements(attributes.OfClass));
        if (statements.Count == 0)
        {
            statements = Statements(attributes.OfAssembly);
        }

        if (statements.Count == 0)
        {
            context.Report(Descriptors.NoAccess, method.Place(), NameOf(method));
            return null;
        }

        // Nearest first: whatever lets anyone in must not stand before what does not.
        int strict = statements.FindLastIndex(static statement => !AllowsAnonymous(statement));
        int loose = statements.FindIndex(AllowsAnonymous);
        if (loose >= 0 && loose < strict)
        {
            string loosened = strict < ofMethod ? "the method it overrides" : loose < ofMethod ? "its class" : "its base class";
            context.Report(Descriptors.AccessLoosened, statements[loose].Location() ?? method.Place(), NameOf(method), loosened);
            return null;
        }

        return new AccessModel(AllowAnonymous: strict < 0);
    }

    private static string NameOf(IMethodSymbol method) => method.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat);

    private static List<AttributeData> Statements(ImmutableArray<AttributeData> attributes) => [.. attributes.Where(static attribute => attribute.AttributeClass.Is(KnownNames.PublicTool))];

    private static bool AllowsAnonymous(AttributeData attribute) => attribute.Named("AllowAnonymous") is true;
}
