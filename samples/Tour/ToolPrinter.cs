using System.Text.Encodings.Web;
using System.Text.Json;
using ModelContextProtocol.Protocol;

namespace Tour;

/// <summary>Prints a tool: name and description, then a line of JSON Schema for each argument.</summary>
internal static class ToolPrinter
{
    private static readonly JsonSerializerOptions s_readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Print(Tool tool, Table table)
    {
        table.Line($"\n{tool.Name}: {tool.Description}");
        foreach (JsonProperty argument in tool.InputSchema.GetProperty("properties").EnumerateObject())
        {
            string required = IsRequired(tool.InputSchema, argument.Name) ? " (required)" : "";
            table.Detail($"  {argument.Name}{required}: {JsonSerializer.Serialize(argument.Value, s_readable)}");
        }
    }

    private static bool IsRequired(JsonElement schema, string argument) =>
        schema.TryGetProperty("required", out JsonElement names) && names.EnumerateArray().Any(name => name.ValueEquals(argument));
}
