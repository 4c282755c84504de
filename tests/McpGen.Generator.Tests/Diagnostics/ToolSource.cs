namespace McpGen.Generator.Tests.Diagnostics;

/// <summary>The smallest tool class around what a test is about.</summary>
internal static class ToolSource
{
    /// <summary>A tool with these parameters.</summary>
    public static string Taking(string parameters, string types = "") => Holding($"""
        /// <summary>Runs.</summary>
        [McpServerTool]
        public static string Run({parameters}) => "";
        """, types);

    /// <summary>A tool that returns this type.</summary>
    public static string Returning(string type, string types = "") => Holding($"""
        /// <summary>Runs.</summary>
        [McpServerTool]
        public static {type} [|Run|]() => throw new NotSupportedException();
        """, types);

    /// <summary>A tool class with these members.</summary>
    public static string Holding(string members, string types = "") => $$"""
        {{types}}

        [McpServerToolType, PublicTool]
        public partial class Tools
        {
        {{members}}
        }
        """;
}
