using System.Text.Json;
using System.Text.Json.Nodes;

namespace McpGen.Generator.Tests.Harness;

internal static class SchemaAssert
{
    /// <summary>Asserts the schema of the argument <c>value</c>, keyword by keyword in order.</summary>
    public static void IsArgument(LoadedTools tools, string tool, string schema) => Assert.Equal(
        JsonNode.Parse(schema)!.ToJsonString(),
        JsonNode.Parse(tools[tool].ProtocolTool.InputSchema.GetProperty("properties").GetProperty("value").GetRawText())!.ToJsonString());
}
