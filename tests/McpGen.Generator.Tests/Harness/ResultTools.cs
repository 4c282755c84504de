using System.Globalization;
using System.Text;
using System.Text.Json;
using McpGen.Invocation;
using ModelContextProtocol.Protocol;

namespace McpGen.Generator.Tests.Harness;

/// <summary>
/// Tools that take nothing and return one expression, each twice: as text, and under its name with <c>_structured</c> behind it as structured
/// content too. So a test reads as a table: type, value in, JSON out.
/// </summary>
internal static class ResultTools
{
    /// <summary>Generates and loads a class of such tools.</summary>
    /// <param name="types">Types the tools use.</param>
    /// <param name="tools">Each tool's name, its return type behind any <c>[return: ...]</c>, and the expression it returns.</param>
    public static LoadedTools Load(string types, params (string Name, string Type, string Code)[] tools) => LoadedTools.Of(Source(types, tools));

    public static string Source(string types, params (string Name, string Type, string Code)[] tools)
    {
        var source = new StringBuilder(types).Append("\n[McpServerToolType, PublicTool]\npublic static partial class ResultTools\n{\n");
        for (int index = 0; index < tools.Length; index++)
        {
            (string name, string type, string code) = tools[index];
            int end = type.StartsWith('[') ? type.LastIndexOf("] ", StringComparison.Ordinal) + 1 : 0;
            source.Append(CultureInfo.InvariantCulture, $$"""
                    [McpServerTool(Name = "{{name}}"), Description("d")] {{type[..end]}}
                    public static {{type[end..]}} Text{{index}}() => {{code}};
                    [McpServerTool(Name = "{{name}}_structured", UseStructuredContent = true), Description("d")] {{type[..end]}}
                    public static {{type[end..]}} Structured{{index}}() => {{code}};

                """);
        }

        return source.Append("}\n").ToString();
    }

    /// <summary>Asserts what a tool returns: as text, and as the same structured content, which its schema allows.</summary>
    /// <param name="tools">The tools.</param>
    /// <param name="name">The tool.</param>
    /// <param name="json">The JSON.</param>
    /// <param name="isObject">Whether it is sent as it is; otherwise as the member <c>result</c> of an object.</param>
    public static async Task ReturnsAsync(this LoadedTools tools, string name, string json, bool isObject = false)
    {
        Assert.Equal(json, await tools.AcceptAsync(name, "{}"));
        Assert.Null((await tools.CallAsync(name, "{}")).StructuredContent);
        Assert.Null(tools[name].ProtocolTool.OutputSchema);
        await tools.ReturnsStructuredAsync(name + "_structured", isObject ? json : $$"""{"result":{{json}}}""");
    }

    /// <summary>Asserts what a tool returns as structured content and text, and that its schema allows it.</summary>
    public static async Task ReturnsStructuredAsync(this LoadedTools tools, string name, string json)
    {
        CallToolResult result = await tools.CallAsync(name, "{}");
        Assert.True(result.IsError is not true, $"{name} failed: {tools.Log.LastException}");
        Assert.Equal(json, Assert.IsType<TextContentBlock>(Assert.Single(result.Content)).Text);
        Assert.Equal(json, result.StructuredContent!.Value.GetRawText());
        Assert.Null(new SchemaValidator(tools.OutputSchema(name)).FindViolation(result.StructuredContent.Value));
    }

    /// <summary>Asserts that a tool ends in the fixed error, in both forms, and what the log is told.</summary>
    public static async Task FailsAsync(this LoadedTools tools, string name, string under, string expected)
    {
        await tools.FailsOnceAsync(name, $"{(under.Length == 0 ? "The result" : under + " of the result")} {expected}.");
        bool isHeld = tools.OutputSchema(name + "_structured").TryGetProperty("properties", out JsonElement members) && members.TryGetProperty("result", out _);
        await tools.FailsOnceAsync(name + "_structured", $"{(isHeld ? "/result" + under : under)}{(isHeld || under.Length > 0 ? " of the result" : "The result")} {expected}.");
    }

    /// <summary>Asserts that a tool ends in the fixed error, and what the log is told.</summary>
    public static async Task FailsOnceAsync(this LoadedTools tools, string name, string logged)
    {
        tools.Log.Clear();
        CallToolResult result = await tools.CallAsync(name, "{}");

        Assert.True(result.IsError, $"{name} returned {JsonSerializer.Serialize(result.Content.OfType<TextContentBlock>().Select(static block => block.Text))}");
        Assert.Null(result.StructuredContent);
        Assert.Matches($"^{name} failed\\. The server's log has the details under [0-9a-f]{{16}}\\.$", Assert.IsType<TextContentBlock>(Assert.Single(result.Content)).Text);
        Assert.Equal(logged, Assert.Single(tools.Log.Entries).Exception!.Message);
    }

    public static JsonElement OutputSchema(this LoadedTools tools, string name) => tools[name].ProtocolTool.OutputSchema!.Value;
}
