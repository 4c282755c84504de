using System.Collections.Generic;
using System.Linq;
using McpGen.Generator.Model;
using static McpGen.Generator.KnownNames;

namespace McpGen.Generator.Emission;

/// <summary>The wrapper of one tool, in the order of a call: access, bind, call.</summary>
public static class WrapperEmitter
{
    private const string Result = Runtime.ValueTask + "<" + Runtime.CallToolResult + ">";

    public static void Write(SourceWriter writer, ToolModel tool, ToolSetModel set)
    {
        MemberModel[] arguments = [.. tool.Parameters.OfType<ArgumentParameter>().Select(static parameter => parameter.Member)];
        var locals = new Locals("call", "reader", "argument", "tool", "disposal", "result", "writer", "validation", "Call", "access", "identities", "Admitted");

        writer.Line($"private static readonly {Runtime.NameTable} {tool.Id}Arguments = new({string.Join(", ", arguments.Select(static argument => CSharp.Literal(argument.JsonName)))});");
        writer.Line();
        writer.Line($"/// <summary>{tool.Name}</summary>");
        using SourceWriter.Closing method = writer.Block($"private static {Result} {tool.Id}({Runtime.ToolCall} call)");

        using SourceWriter.Closing? admitted = AccessEmitter.WriteGate(writer, tool, Result);
        writer.Line("// Bind");
        foreach (MemberModel argument in arguments)
        {
            writer.Line($"{ValueEmitter.LocalType(argument.Value)} {locals.Of(argument.Name)} = {ValueEmitter.Absent(argument)};");
        }

        MemberModel[] required = [.. arguments.Where(static argument => argument.IsRequired)];
        if (required.Length > 0)
        {
            writer.Line($"bool {string.Join(", ", required.Select(argument => locals.PresenceOf(argument.Name) + " = false"))};");
        }

        writer.Line($"var reader = new {Runtime.ArgumentReader}(call);");
        WriteLoop(writer, tool, arguments, locals);
        foreach (MemberModel argument in required)
        {
            writer.Line($"if (!{locals.PresenceOf(argument.Name)}) reader.RefuseMissing({CSharp.Literal(argument.JsonName)});");
        }

        writer.Line("if (reader.IsRefused) return reader.Refusal();");
        writer.Line();
        AccessEmitter.WriteStep(writer, tool, locals);
        WriteFullPaths(writer, arguments, locals);
        new ValidationEmitter(writer, set).WriteStep(arguments, locals);
        writer.Line("// Call");
        WriteCall(writer, tool, set, arguments, locals);
    }

    /// <summary>One case an argument, as one would write it by hand: names are compared ordinally, and whatever is left is unknown.</summary>
    private static void WriteLoop(SourceWriter writer, ToolModel tool, MemberModel[] arguments, Locals locals)
    {
        using SourceWriter.Closing loop = writer.Block("foreach (var argument in reader.Arguments)");
        writer.Line("reader.Take(argument.Key, argument.Value);");
        using SourceWriter.Closing cases = writer.Block("switch (argument.Key)");
        foreach (MemberModel argument in arguments)
        {
            string assignment = $"{locals.Of(argument.Name)} = {ValueEmitter.Read(argument.Value, "reader", "argument")};";
            string body = argument.IsRequired ? $"{locals.PresenceOf(argument.Name)} = true; {assignment}" : $"if (reader.HasValue) {assignment}";
            writer.Line($"case {CSharp.Literal(argument.JsonName)}: {body} break;");
        }

        string ignored = tool.IgnoredArguments.IsEmpty ? "" : $", ignored: [{string.Join(", ", tool.IgnoredArguments.Select(CSharp.Literal))}]";
        writer.Line($"default: reader.RefuseUnknown({tool.Id}Arguments{ignored}); break;");
    }

    /// <summary>Full paths are made where everything else about the call is decided: files are looked at for it.</summary>
    private static void WriteFullPaths(SourceWriter writer, MemberModel[] arguments, Locals locals)
    {
        MemberModel[] paths = [.. arguments.Where(static argument => argument.Value is GuardedValue { Kind: GuardedKind.PathName })];
        if (paths.Length == 0)
        {
            return;
        }

        writer.Line("// Guard");
        foreach (MemberModel path in paths)
        {
            string local = locals.Of(path.Name);
            writer.Line($"{local} = reader.FullPath({CSharp.Literal(path.JsonName)}, {local}, {((GuardedValue)path.Value).Guard});");
        }

        writer.Line("if (reader.IsRefused) return reader.Refusal();");
        writer.Line();
    }

    /// <summary>An asynchronous method, or one whose instance is disposed of asynchronously, is awaited in a local function: the reader lives on the stack.</summary>
    private static void WriteCall(SourceWriter writer, ToolModel tool, ToolSetModel set, MemberModel[] arguments, Locals locals)
    {
        if (tool.Result.Awaiting == Awaiting.None && tool.Construction?.Disposal != Disposal.DisposeAsync)
        {
            WriteBody(writer, tool, set, locals, isAsync: false);
            return;
        }

        string given = string.Concat(arguments.Select(argument => ", " + locals.Of(argument.Name)));
        string taken = string.Concat(arguments.Select(argument => $", {ValueEmitter.LocalType(argument.Value)} {locals.Of(argument.Name)}"));
        writer.Line($"return Call(call{given});");
        writer.Line();
        using SourceWriter.Closing function = writer.Block($"static async {Result} Call({Runtime.ToolCall} call{taken})");
        WriteBody(writer, tool, set, locals, isAsync: true);
    }

    private static void WriteBody(SourceWriter writer, ToolModel tool, ToolSetModel set, Locals locals, bool isAsync)
    {
        if (tool.Construction is { } construction)
        {
            string creation = $"new {set.TypeName}({Arguments(construction.Parameters, locals)})";
            writer.Line(construction.Disposal switch
            {
                Disposal.None => $"var tool = {creation};",
                Disposal.Dispose => $"using var tool = {creation};",
                _ => $"var tool = {creation};\nawait using var disposal = global::System.Threading.Tasks.TaskAsyncEnumerableExtensions.ConfigureAwait((global::System.IAsyncDisposable)tool, false);",
            });
        }

        string target = tool.Construction is null ? tool.DeclaringType : tool.IsHidden ? $"(({tool.DeclaringType})tool)" : "tool";
        string invocation = $"{target}.{tool.MethodName}({Arguments(tool.Parameters, locals)})";
        if (tool.Result.Awaiting == Awaiting.Task)
        {
            invocation = $"await {invocation}.ConfigureAwait(false)";
        }

        if (tool.Result.Kind == ResultKind.Nothing)
        {
            writer.Line(invocation + ";");
        }
        else
        {
            writer.Line($"var result = {invocation};");
        }

        ResultEmitter.Write(writer, tool.Result, isAsync);
    }

    private static string Arguments(IEnumerable<ParameterModel> parameters, Locals locals) => string.Join(", ", parameters.Select(parameter => parameter switch
    {
        ArgumentParameter argument => locals.Of(argument.Member.Name),
        SuppliedParameter supplied => supplied.Expression,
        ServiceParameter service => Resolve(service),
        _ => throw new System.InvalidOperationException(parameter.GetType().Name),
    }));

    private static string Resolve(ServiceParameter service) =>
        $"call.{(service.IsOptional ? "Optional" : "")}{(service.Key is null ? "" : "Keyed")}Service<{service.Type}>({service.Key}){(service.IsOptional ? "!" : "")}";
}
