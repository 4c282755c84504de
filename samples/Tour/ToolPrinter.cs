using System.Text.Json;
using ModelContextProtocol.Protocol;

namespace Tour;

/// <summary>Prints a tool: name and description, then a line of JSON Schema for each argument.</summary>
internal static class ToolPrinter
{
    public static void Print(Tool tool, Table table)
    {
        table.Line();
        table.Line($"{tool.Name}: {tool.Description}");
        JsonElement schema = tool.InputSchema;
        string[] required = schema.TryGetProperty("required", out JsonElement names) ? [.. names.EnumerateArray().Select(static name => name.GetString()!)] : [];
        foreach (JsonProperty argument in schema.GetProperty("properties").EnumerateObject())
        {
            table.Detail($"  {argument.Name}{(required.Contains(argument.Name) ? " (required)" : "")}: {argument.Value.GetRawText()}");
        }
    }
}
