using System.Collections.Immutable;
using System.Linq;
using McpGen.Generator.Diagnostics;
using McpGen.Generator.Model;
using Microsoft.CodeAnalysis;

namespace McpGen.Generator.Parsing;

/// <summary>What a method returns, and how that becomes a result.</summary>
public static class ResultParser
{
    private const string ContentBlock = "ModelContextProtocol.Protocol.ContentBlock";

    public static ResultModel? Parse(IMethodSymbol method, ImmutableArray<AttributeData> attributes, ImmutableArray<AttributeData> ofResult, ParseContext context)
    {
        AttributeData tool = attributes.Find(KnownNames.ToolAttribute)!;
        var schemaType = tool.Named("OutputSchemaType") as ITypeSymbol;
        bool isStructured = tool.Named("UseStructuredContent") is true || schemaType is not null;
        bool isReflected = attributes.Find(KnownNames.ReflectedResult) is not null;
        ITypeSymbol? type = TypeOf(method, out Awaiting awaiting);
        if (Contradiction(type, schemaType, isStructured, isReflected) is { } reason)
        {
            ToolParser.Refuse(method, reason, context);
            return null;
        }

        context.Result = new ResultPath(method, isStructured);
        ResultModel? result = Parse(method, type, ofResult, isStructured, isReflected, context);
        context.Result = null;
        return result is null ? null : result with { Awaiting = awaiting };
    }

    /// <summary>What is returned in the end; null for nothing.</summary>
    private static ITypeSymbol? TypeOf(IMethodSymbol method, out Awaiting awaiting)
    {
        awaiting = Awaiting.None;
        if ((method.ReturnType.Is("System.Threading.Tasks.Task") || method.ReturnType.Is("System.Threading.Tasks.ValueTask")) && method.ReturnType is INamedTypeSymbol task)
        {
            awaiting = Awaiting.Task;
            return task.TypeArguments.FirstOrDefault();
        }

        return method.ReturnsVoid ? null : method.ReturnType;
    }

    private static string? Contradiction(ITypeSymbol? type, ITypeSymbol? schemaType, bool isStructured, bool isReflected)
    {
        if (isReflected && (type is null || isStructured))
        {
            return type is null ? "is marked [ReflectedResult] but returns nothing; remove it"
                : "is marked [ReflectedResult] and asks for structured content, which needs a declared type; return a record without [ReflectedResult]";
        }

        if (!isStructured)
        {
            return null;
        }

        ITypeSymbol? plain = type is null ? null : Plain(type);
        return plain is null ? "asks for structured content but returns nothing; return a record"
            : plain.Is("ModelContextProtocol.Protocol.CallToolResult") ? "asks for structured content but returns CallToolResult, which nothing holds to a schema; return the record itself"
            : IsContent(plain) || IsContents(plain) ? "asks for structured content but returns content blocks, which have none; return a record"
            : schemaType is not null && !SymbolEqualityComparer.Default.Equals(Plain(schemaType), plain)
                ? $"declares the output schema of '{schemaType.ToDisplayString()}' but returns '{plain.ToDisplayString()}'; return '{schemaType.ToDisplayString()}'"
            : null;
    }

    private static ResultModel? Parse(IMethodSymbol method, ITypeSymbol? type, ImmutableArray<AttributeData> attributes, bool isStructured, bool isReflected, ParseContext context)
    {
        Annotations annotations = AnnotationParser.Parse(method.Name, method.Place(), attributes, context);
        RefuseRules(annotations, context);
        ResultKind? fixedKind = type is null ? ResultKind.Nothing : isReflected ? ResultKind.Reflected : isStructured ? null : Kind(Plain(type));
        if (fixedKind is { } kind)
        {
            return ParseFixed(type, kind, annotations, context);
        }

        // A result that is null has no content: null is no value of it.
        bool isText = Plain(type!).SpecialType == SpecialType.System_String;
        ValueModel? value = ValueParser.Parse(type!, annotations, allowsNull: false, context, TypePath.Empty);
        if (value is null)
        {
            return null;
        }

        bool refusesNull = !value.IsNullable || annotations.Required;
        return isText && !isStructured
            ? new ResultModel { Awaiting = default, Kind = ResultKind.Text, Value = IsLimited((StringValue)value) ? value : null, RefusesNull = refusesNull }
            : new ResultModel { Awaiting = default, Kind = ResultKind.Json, Value = value, RefusesNull = refusesNull, Structure = isStructured ? StructureOf(value, refusesNull, context) : null };
    }

    private static ResultModel? ParseFixed(ITypeSymbol? type, ResultKind kind, Annotations annotations, ParseContext context)
    {
        foreach (AttributeData attribute in annotations.Unused)
        {
            context.Report(Descriptors.AnnotationMisplaced, attribute.Location() ?? annotations.Location, attribute.ShortName(), annotations.Subject, "limits a result that is passed on as it is");
        }

        if (annotations.Required)
        {
            context.Report(Descriptors.AnnotationMisplaced, annotations.Location, "Required", annotations.Subject, "limits a result that is passed on as it is");
        }

        if (kind == ResultKind.Reflected && (type!.TypeKind is TypeKind.Dynamic or TypeKind.Pointer or TypeKind.FunctionPointer || type.IsRefLikeType))
        {
            string advice = type.TypeKind == TypeKind.Dynamic ? "declare it as object" : "it cannot leave the stack; use an array or a string";
            context.Report(Descriptors.TypeNotSupported, annotations.Location, annotations.Subject, type.ToDisplayString(), advice);
            return null;
        }

        return new ResultModel { Awaiting = default, Kind = kind };
    }

    /// <summary>What is passed on as it is.</summary>
    private static ResultKind? Kind(ITypeSymbol type) =>
        IsContent(type) ? ResultKind.Content
        : IsContents(type) ? ResultKind.Contents
        : type.Is("ModelContextProtocol.Protocol.CallToolResult") ? ResultKind.CallToolResult
        : type.Is("System.Text.Json.JsonElement") ? ResultKind.JsonElement
        : type.InheritsFrom("System.Text.Json.Nodes.JsonNode") ? ResultKind.JsonNode
        : null;

    /// <summary>The object that a value is sent as: clients of every version read one. What is no object, or may be null, or one of several, is held by one.</summary>
    private static NamedValue StructureOf(ValueModel value, bool refusesNull, ParseContext context)
    {
        ValueModel shape = value is ReferenceValue reference ? context.Writers.FirstOrDefault(writer => writer.Name == reference.Method)?.Value ?? value : value;
        if (refusesNull && !value.IsNullable && shape is ObjectValue or MapValue)
        {
            return (NamedValue)shape;
        }

        var result = new MemberModel { JsonName = "result", Name = "result", Value = value, IsRequired = refusesNull };
        return new ObjectValue { Type = "", Members = [result] };
    }

    /// <summary>Rules of the developer's own are about what is bound; on a result they would be a silent no-op.</summary>
    public static void RefuseRules(Annotations annotations, ParseContext context)
    {
        foreach (AttributeData rule in annotations.Rules)
        {
            context.Report(Descriptors.AnnotationNotSupported, rule.Location() ?? annotations.Location, rule.ShortName(), annotations.Subject, "validation of your own is not run on results; check it in the method");
        }
    }

    private static bool IsLimited(StringValue value) =>
        value.MinLength > 0 || value.MaxLength is not (null or int.MaxValue) || value.Format is not null || value.PatternField is not null || !value.Allowed.IsEmpty || !value.Denied.IsEmpty;

    private static bool IsContent(ITypeSymbol type) => type.InheritsFrom(ContentBlock);

    private static bool IsContents(ITypeSymbol type) => CollectionTypes.EnumeratedBy(type).InheritsFrom(ContentBlock);

    private static ITypeSymbol Plain(ITypeSymbol type)
    {
        ValueParser.IsNullable(type, out ITypeSymbol plain);
        return plain;
    }
}
