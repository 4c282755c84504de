using McpGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;

namespace McpGen.Generator.Parsing;

/// <summary>Methods marked [McpServerTool] that stand where no wrapper is made.</summary>
public static class StrayTools
{
    public static IncrementalValuesProvider<Diagnostic> Find(SyntaxValueProvider syntax) => syntax
        .ForAttributeWithMetadataName(KnownNames.ToolAttribute, static (_, _) => true, static (target, _) => Check(target))
        .Where(static diagnostic => diagnostic is not null)
        .Select(static (diagnostic, _) => diagnostic!)
        .WithTrackingName(Steps.Strays);

    private static Diagnostic? Check(GeneratorAttributeSyntaxContext target)
    {
        if (target.TargetSymbol is not IMethodSymbol { ContainingType: { } type } method)
        {
            return null;
        }

        if (type.GetAttributes().Find(KnownNames.NotHardened) is { } left)
        {
            return type.Has(KnownNames.ToolTypeAttribute) ? null : ToolSetParser.CheckReason(type, left);
        }

        // A member of a tool class is parsed with its class; a function inside a member is not.
        bool isMember = method.MethodKind is not (MethodKind.LocalFunction or MethodKind.AnonymousFunction);
        if (isMember && type.Has(KnownNames.ToolTypeAttribute))
        {
            return null;
        }

        // Instance methods of an abstract class are wrapped through the classes that derive from it.
        (string Reason, string Advice)? stray = type.TypeKind switch
        {
            TypeKind.Interface => ("an interface's methods are not called by their own name", "mark the method of the class that implements it"),
            TypeKind.Struct => ("a struct cannot be a tool class", "make it a class"),
            _ when method.MethodKind != MethodKind.Ordinary => ("it is no ordinary method", "declare a method that calls it"),
            _ when type.IsAbstract && !type.IsStatic && !method.IsStatic => null,
            _ => ($"'{type.ToDisplayString()}' is not marked [McpServerToolType]", "mark it"),
        };
        return stray is { } found
            ? Diagnostic.Create(Descriptors.NoWrapper, method.Place(), method.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat), found.Reason, found.Advice)
            : null;
    }
}
