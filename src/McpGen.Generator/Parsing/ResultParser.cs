using System.Linq;
using McpGen.Generator.Diagnostics;
using McpGen.Generator.Model;
using Microsoft.CodeAnalysis;

namespace McpGen.Generator.Parsing;

/// <summary>What a method returns, and how that becomes a result.</summary>
public static class ResultParser
{
    private const string ContentBlock = "ModelContextProtocol.Protocol.ContentBlock";

    public static ResultModel? Parse(IMethodSymbol method, ParseContext context)
    {
        ITypeSymbol type = method.ReturnType;
        Awaiting awaiting = Awaiting.None;
        if ((type.Is("System.Threading.Tasks.Task") || type.Is("System.Threading.Tasks.ValueTask")) && type is INamedTypeSymbol task)
        {
            awaiting = Awaiting.Task;
            if (task.TypeArguments.IsEmpty)
            {
                return new ResultModel { Awaiting = awaiting, Kind = ResultKind.Nothing };
            }

            type = task.TypeArguments[0];
        }

        if (type.SpecialType == SpecialType.System_Void)
        {
            return new ResultModel { Awaiting = awaiting, Kind = ResultKind.Nothing };
        }

        bool isNullable = ValueParser.IsNullable(type, out ITypeSymbol plain);
        if (Single(plain) is { } kind)
        {
            return new ResultModel { Awaiting = awaiting, Kind = kind };
        }

        if (Scalar(plain, isNullable, method, context) is { } scalar)
        {
            return new ResultModel { Awaiting = awaiting, Kind = ResultKind.Scalar, Scalar = scalar };
        }

        if (ItemOf(plain) is { SpecialType: not SpecialType.System_Byte } item)
        {
            if (item.InheritsFrom(ContentBlock))
            {
                return new ResultModel { Awaiting = awaiting, Kind = ResultKind.Contents };
            }

            bool isItemNullable = ValueParser.IsNullable(item, out ITypeSymbol plainItem);
            ScalarModel? itemScalar = plainItem.SpecialType == SpecialType.System_String
                ? new ScalarModel(ScalarKind.String, plainItem.Code(), isItemNullable, [])
                : Scalar(plainItem, isItemNullable, method, context);
            if (itemScalar is not null)
            {
                return new ResultModel { Awaiting = awaiting, Kind = ResultKind.ScalarArray, Scalar = itemScalar };
            }
        }

        string advice = plain.SpecialType == SpecialType.System_Object
            ? "an object could be anything; return a string, a content block or CallToolResult"
            : "records are not supported as results yet; return a string, a number, a content block, JsonNode or CallToolResult";
        context.Report(Descriptors.ResultNotSupported, method.Place(), method.Name, method.ReturnType.ToDisplayString(), advice);
        return null;
    }

    private static ResultKind? Single(ITypeSymbol type) =>
        type.SpecialType == SpecialType.System_String ? ResultKind.Text
        : type.InheritsFrom(ContentBlock) ? ResultKind.Content
        : type.Is("ModelContextProtocol.Protocol.CallToolResult") ? ResultKind.CallToolResult
        : type.Is("System.Text.Json.JsonElement") ? ResultKind.JsonElement
        : type.InheritsFrom("System.Text.Json.Nodes.JsonNode") ? ResultKind.JsonNode
        : null;

    private static ScalarModel? Scalar(ITypeSymbol type, bool isNullable, IMethodSymbol method, ParseContext context)
    {
        if (type.SpecialType == SpecialType.System_Boolean)
        {
            return new ScalarModel(ScalarKind.Boolean, type.Code(), isNullable, []);
        }

        if (NumberParser.IsInteger(type.SpecialType) || type.SpecialType is SpecialType.System_Double or SpecialType.System_Single or SpecialType.System_Decimal)
        {
            return new ScalarModel(ScalarKind.Number, type.Code(), isNullable, []);
        }

        if (type is INamedTypeSymbol { TypeKind: TypeKind.Enum } names && !type.Has("System.FlagsAttribute"))
        {
            // Several members of one value: the first is the one that is written.
            EquatableArray<EnumMember> members = EnumParser.Members(names, method.Place(), context);
            EnumMember[] written = [.. names.GetMembers().OfType<IFieldSymbol>().Where(static field => field.HasConstantValue)
                .GroupBy(static field => field.ConstantValue)
                .Select(group => EnumParser.MemberOf(group.Key, names, members)).OfType<EnumMember>()];
            return new ScalarModel(ScalarKind.Enum, type.Code(), isNullable, [.. written]);
        }

        return null;
    }

    /// <summary>What a type enumerates; only of arrays and of types that say it once.</summary>
    private static ITypeSymbol? ItemOf(ITypeSymbol type)
    {
        if (type is IArrayTypeSymbol { Rank: 1 } array)
        {
            return array.ElementType;
        }

        INamedTypeSymbol[] contracts = [.. type.AllInterfaces.Concat(type is INamedTypeSymbol named ? [named] : [])
            .Where(static contract => contract.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T)];
        return contracts.Length == 1 ? contracts[0].TypeArguments[0] : null;
    }
}
