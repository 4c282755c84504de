using System.Globalization;
using System.Text;

namespace McpGen.Generator.Tests.Harness;

/// <summary>
/// Tools that take one parameter, called <c>value</c>, and answer with it as System.Text.Json writes it. So a test reads as a table:
/// declaration, JSON in, value out.
/// </summary>
internal static class EchoTools
{
    /// <summary>Generates and loads a class of echo tools.</summary>
    /// <param name="types">Types the tools use; assembly attributes first.</param>
    /// <param name="tools">Each tool's name and its parameter as declared.</param>
    public static LoadedTools Load(string types, params (string Name, string Parameter)[] tools) => LoadedTools.Of(Source(types, tools));

    public static string Source(string types, params (string Name, string Parameter)[] tools)
    {
        var source = new StringBuilder(types).Append("\n[McpServerToolType, PublicTool]\npublic static partial class EchoTools\n{\n");
        for (int index = 0; index < tools.Length; index++)
        {
            source.Append(CultureInfo.InvariantCulture, $"""
                    [McpServerTool(Name = "{tools[index].Name}"), Description("Answers with its argument.")]
                    public static string Echo{index}({tools[index].Parameter}) => JsonSerializer.Serialize(value);

                """);
        }

        return source.Append("}\n").ToString();
    }

    /// <summary>Asserts that a value is accepted and what it was bound to.</summary>
    public static async Task BindsAsync(this LoadedTools tools, string tool, string json, string bound) =>
        Assert.Equal(bound, await tools.AcceptAsync(tool, $$"""{"value":{{json}}}"""));

    /// <summary>Asserts that a value is refused with one violation, at a place under the argument and in these words.</summary>
    public static async Task RefusesAsync(this LoadedTools tools, string tool, string json, string expected, string under = "")
    {
        string answer = await tools.RefuseAsync(tool, $$"""{"value":{{json}}}""");
        Assert.Equal($"Invalid arguments for {tool}: 1 violation\n  /value{under}: {expected}", answer);
    }
}
