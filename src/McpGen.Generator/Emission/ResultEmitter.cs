using System.Linq;
using McpGen.Generator.Model;
using static McpGen.Generator.KnownNames;

namespace McpGen.Generator.Emission;

/// <summary>The expression that turns what a method returned into a result.</summary>
public static class ResultEmitter
{
    public static string Create(ResultModel result) => result.Kind switch
    {
        ResultKind.Text => $"{Runtime.ToolResult}.Text(result)",
        ResultKind.Content => $"{Runtime.ToolResult}.Content(result)",
        ResultKind.Contents => $"{Runtime.ToolResult}.Contents(call, result)",
        ResultKind.CallToolResult => $"{Runtime.ToolResult}.Own(result)",
        ResultKind.JsonElement => $"{Runtime.ToolResult}.Json(result)",
        ResultKind.JsonNode => $"{Runtime.ToolResult}.Json(call, result)",
        ResultKind.Scalar => $"{Runtime.ToolResult}.{(result.Scalar!.IsNullable ? "WriteOptional" : "Write")}(call, result, static (writer, value) => {Write(result.Scalar!, "value")})",
        ResultKind.ScalarArray => $"{Runtime.ToolResult}.Write(call, result, static (writer, values) => {Runtime.ToolResult}.WriteArray(writer, values, static (writer, value) => {WriteItem(result.Scalar!)}))",
        _ => $"{Runtime.ToolResult}.Nothing()",
    };

    private static string WriteItem(ScalarModel scalar)
    {
        if (!scalar.IsNullable)
        {
            // A null where none is declared ends in the fixed error, not on the wire.
            return scalar.Kind == ScalarKind.String ? $"writer.WriteStringValue(value ?? throw {Runtime.ToolResult}.UndeclaredNull())" : Write(scalar, "value");
        }

        string value = scalar.Kind == ScalarKind.String ? "value" : "value.Value";
        return $"{{ if (value is null) writer.WriteNullValue(); else {Write(scalar, value)}; }}";
    }

    private static string Write(ScalarModel scalar, string value) => scalar.Kind switch
    {
        ScalarKind.Boolean => $"writer.WriteBooleanValue({value})",
        ScalarKind.Number => $"writer.WriteNumberValue({value})",
        ScalarKind.String => $"writer.WriteStringValue({value})",
        _ => $"writer.WriteStringValue({value} switch {{ {string.Concat(scalar.EnumMembers.Select(static member => $"{member.Member} => {CSharp.Literal(member.JsonName)}, "))}_ => throw {Runtime.ToolResult}.UndefinedValue({value}) }})",
    };
}
