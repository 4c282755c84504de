namespace McpGen.Generator.Tests.Diagnostics;

/// <summary>What a developer can set against a diagnostic.</summary>
public enum Silencer
{
    Pragma,
    NoWarn,
    EditorConfig,
    GlobalConfig,
    SuppressMessage,
}
