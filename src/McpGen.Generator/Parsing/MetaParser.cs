using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using McpGen.Generator.Diagnostics;
using McpGen.Generator.Emission;
using Microsoft.CodeAnalysis;

namespace McpGen.Generator.Parsing;

/// <summary>[McpMeta] attributes become the tool's <c>_meta</c> object; the first of a name counts.</summary>
public static class MetaParser
{
    public static string? Parse(ImmutableArray<AttributeData> attributes, IMethodSymbol method, ParseContext context)
    {
        var members = new List<KeyValuePair<string, string>>();
        foreach (AttributeData attribute in attributes.Where(static attribute => attribute.AttributeClass.Is(KnownNames.MetaAttribute)))
        {
            string name = attribute.Argument(0) as string ?? "";
            string? json = attribute.Named("JsonValue") is string raw ? (JsonSyntax.IsValid(raw) ? raw : null) : Write(attribute.ConstructorArguments.ElementAtOrDefault(1));
            if (json is null)
            {
                context.Report(Descriptors.AnnotationMisplaced, attribute.Location() ?? method.Place(), "McpMeta", method.Name, "must have a value that is JSON");
            }
            else if (!members.Exists(member => member.Key == name))
            {
                members.Add(new KeyValuePair<string, string>(name, json));
            }
        }

        return members.Count == 0 ? null : $"{{ {string.Join(", ", members.Select(static member => $"{Json.String(member.Key)}: {member.Value}"))} }}";
    }

    private static string? Write(TypedConstant constant) => constant.Value switch
    {
        string text => Json.String(text),
        bool flag => CSharp.Literal(flag),
        double number => Numbers.Text(number),
        null when constant.Kind == TypedConstantKind.Primitive => "null",
        _ => null,
    };
}
