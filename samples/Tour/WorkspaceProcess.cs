using ModelContextProtocol.Client;

namespace Tour;

/// <summary>How the Workspace server is started: with the .NET that runs this program, from its own folder.</summary>
internal static class WorkspaceProcess
{
    public static string Command => Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

    public static string[] Arguments(string notes) => [Path.Combine(AppContext.BaseDirectory, "Workspace.dll"), "--notes", notes];

    public static StdioClientTransport Transport(string notes) => new(new() { Command = Command, Arguments = Arguments(notes), Name = "Workspace" });
}
