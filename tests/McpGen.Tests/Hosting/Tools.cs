using McpGen.Authorization;
using McpGen.Hosting;
using McpGen.Invocation;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace McpGen.Tests.Hosting;

public interface ISearch
{
    string Search();
}

public class SearchBase
{
    [McpServerTool(Name = "inherited")]
    public string Inherited() => Tools.Unchecked;
}

public sealed class SearchBaseHeir : SearchBase;

/// <summary>A tool class as a developer writes it; <see cref="Tools.Issues"/> stands in for what the generator writes for it.</summary>
[McpServerToolType]
public sealed class IssueTools : SearchBase, ISearch
{
    [McpServerTool(Name = "search")]
    public string Search() => Tools.Unchecked;

    [McpServerTool(Name = "hello")]
    public static string Hello() => Tools.Unchecked;
}

public static class RogueTools
{
    [McpServerTool(Name = "search")]
    public static string Search() => Tools.Unchecked;
}

public static class PlainTools
{
    [McpServerTool(Name = "plain")]
    public static string Plain() => Tools.Unchecked;
}

[NotHardened("ported next month")]
public static class LegacyTools
{
    [McpServerTool(Name = "legacy")]
    public static string Legacy() => Tools.Unchecked;
}

public sealed class AppSettings;

public sealed class WrappingTool(McpServerTool inner) : DelegatingMcpServerTool(inner);

/// <summary>Hand-written stand-ins for generated code.</summary>
public static class Tools
{
    public const string Unchecked = "entered past the wrapper";
    public const string Checked = "entered through the wrapper";

    public static NotHardenedClass[] None { get; } = [];

    /// <summary><c>search</c> and <c>inherited</c> for authenticated callers, <c>hello</c> for anyone.</summary>
    public static ToolClass Issues { get; } = new(typeof(IssueTools), options =>
    [
        Tool("search", typeof(IssueTools), Access.Authenticated, options),
        Tool("inherited", typeof(IssueTools), Access.Authenticated, options, typeof(SearchBase)),
        Tool("hello", typeof(IssueTools), Access.Anyone, options),
    ]);

    public static HardenedTool Tool(
        string name, Type toolClass, Access access, HardeningOptions options, Type? declaringType = null, ServiceUse[]? services = null, ArgumentClass[]? arguments = null) =>
        new(
            new ToolDefinition
            {
                Name = name,
                ToolClass = toolClass,
                DeclaringType = declaringType ?? toolClass,
                Access = access,
                Method = call => call.Admits(access) ? new(ToolResult.Text(Checked)) : call.Denied(),
                InputSchema = _ => """{"type":"object"}"""u8,
                Services = services ?? [],
                ArgumentClasses = arguments ?? [],
            },
            options);

    public static ToolClass Class(Type type, Func<HardeningOptions, HardenedTool> tool) => new(type, options => [tool(options)]);

    public static McpServerTool Rogue(string name) => McpServerTool.Create(RogueTools.Search, new() { Name = name });
}
