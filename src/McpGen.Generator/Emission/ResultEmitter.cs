using System.Linq;
using McpGen.Generator.Model;
using static McpGen.Generator.KnownNames;

namespace McpGen.Generator.Emission;

/// <summary>The statements that turn what a method returned into a result.</summary>
public static class ResultEmitter
{
    public static void Write(SourceWriter writer, ResultModel result, bool isAsync)
    {
        if (result.Kind != ResultKind.Json)
        {
            writer.Line(Return(Create(result), isAsync));
            return;
        }

        ValueModel value = result.Value!;
        bool isHeld = result.Structure is ObjectValue { Type: "" };
        if (value.IsNullable && !result.RefusesNull && !isHeld)
        {
            writer.Line($"if (result is null) {Return($"{Runtime.ToolResult}.Nothing()", isAsync)}");
        }

        writer.Line($"using var writer = call.WriteResult({(result.Structure is null ? "" : "isStructured: true")});");
        if (isHeld)
        {
            writer.Line("writer.BeginObject();");
            WriterEmitter.WriteMember(writer, ((ObjectValue)result.Structure!).Members.Single(), "result", local: null);
            writer.Line("writer.EndObject();");
        }
        else
        {
            string there = value.IsNullable && result.RefusesNull ? "result ?? throw writer.UndeclaredNull()" : value is { IsNullable: true, IsValueType: true } ? "result.Value" : "result";
            writer.Line(WriterEmitter.Call(value, there) + ";");
        }

        writer.Line(Return("writer.ToResult()", isAsync));
    }

    private static string Create(ResultModel result) => result.Kind switch
    {
        ResultKind.Text when result.Value is StringValue value => Limited(value, result.RefusesNull),
        ResultKind.Text => $"{Runtime.ToolResult}.Text(result)",
        ResultKind.Content => $"{Runtime.ToolResult}.Content(result)",
        ResultKind.Contents => $"{Runtime.ToolResult}.Contents(call, result)",
        ResultKind.CallToolResult => $"{Runtime.ToolResult}.Own(result)",
        ResultKind.JsonElement => $"{Runtime.ToolResult}.Json(result)",
        ResultKind.JsonNode => $"{Runtime.ToolResult}.Json(call, result)",
        ResultKind.Reflected => $"{Runtime.ToolResult}.Reflected(call, result)",
        _ => $"{Runtime.ToolResult}.Nothing()",
    };

    private static string Limited(StringValue value, bool refusesNull)
    {
        string limited = $"{Runtime.ToolResult}.LimitedText({string.Join(", ", new[] { "result" }.Concat(ValueEmitter.Limits(value)))})";
        return refusesNull ? limited : $"result is null ? {Runtime.ToolResult}.Nothing() : {limited}";
    }

    private static string Return(string result, bool isAsync) => isAsync ? $"return {result};" : $"return new({result});";
}
