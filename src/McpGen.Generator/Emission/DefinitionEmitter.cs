using System.Collections.Generic;
using System.Linq;
using McpGen.Generator.Model;
using static McpGen.Generator.KnownNames;

namespace McpGen.Generator.Emission;

/// <summary>The definitions of a class's tools: what is advertised, and what is verified at start.</summary>
public static class DefinitionEmitter
{
    public static void Write(SourceWriter writer, ToolSetModel set)
    {
        WriteTexts(writer, set, "InputSchema", static _ => true, static (writer, tool, set) => SchemaEmitter.WriteInput(writer, tool, set));
        WriteTexts(writer, set, "OutputSchema", static tool => tool.Result.Structure is not null, static (writer, tool, set) => SchemaEmitter.WriteOutput(writer, tool.Result.Structure!, set));
        WriteAttributes(writer, set);
        writer.Line("/// <summary>Makes the tools of this class.</summary>");
        using SourceWriter.Closing method = writer.Block($"internal static {Runtime.HardenedTool}[] Create({Runtime.HardeningOptions} options)");

        // Once for all of them: what is written for each of many tools is compiled for each, when the server starts.
        writer.Line($"var toolClass = typeof({set.TypeName});");
        writer.Line($"{Runtime.Utf8Text} inputSchema = InputSchema;");
        if (set.Tools.Any(static tool => tool.Result.Structure is not null))
        {
            writer.Line($"{Runtime.Utf8Text} outputSchema = OutputSchema;");
        }

        writer.Line($"global::System.Func<int, object[]> attributes = Attributes;");
        using SourceWriter.Closing list = writer.Enclose("return\n[", "];");
        for (int index = 0; index < set.Tools.Count; index++)
        {
            using SourceWriter.Closing definition = writer.Block($"new(new {Runtime.ToolDefinition}", "}, options),");
            WriteDefinition(writer, index, set.Tools[index], set);
        }
    }

    private static void WriteDefinition(SourceWriter writer, int index, ToolModel tool, ToolSetModel set)
    {
        writer.Line($"Index = {index.ToString(System.Globalization.CultureInfo.InvariantCulture)},");
        writer.Line($"Name = {CSharp.Literal(tool.Name)},");
        writer.Line($"ToolClass = toolClass,");
        writer.Line($"DeclaringType = {(tool.DeclaringType == set.TypeName ? "toolClass" : $"typeof({tool.DeclaringType})")},");
        writer.Line($"Method = new {Runtime.ToolMethod}({tool.Id}),");
        writer.Line($"Access = Access.{tool.Id},");
        Optional(writer, "HasAccessByValue", tool.Access.ByValue.IsEmpty ? null : "true");
        Optional(writer, "ScopesByValue", ScopesByValue(tool));
        Optional(writer, "Title", tool.Title is null ? null : CSharp.Literal(tool.Title));
        Optional(writer, "Description", tool.Description is null ? null : CSharp.Literal(tool.Description));
        Optional(writer, "IconSource", tool.IconSource is null ? null : CSharp.Literal(tool.IconSource));
        Optional(writer, "ReadOnly", Flag(tool.ReadOnly));
        Optional(writer, "Destructive", Flag(tool.Destructive));
        Optional(writer, "Idempotent", Flag(tool.Idempotent));
        Optional(writer, "OpenWorld", Flag(tool.OpenWorld));
        Optional(writer, "Limits", Limits(tool.Limits));
        Optional(writer, "Meta", tool.Meta is null ? null : $"static _ => {CSharp.Literal(tool.Meta)}u8");
        Optional(writer, "Services", Services(tool));
        Optional(writer, "Guards", Guards(tool, set));
        Optional(writer, "ArgumentClasses", ArgumentClasses(tool, set));
        Optional(writer, "Attributes", "attributes");
        Optional(writer, "InputSchema", "inputSchema");
        Optional(writer, "OutputSchema", tool.Result.Structure is null ? null : "outputSchema");
    }

    /// <summary>A text for each tool that has one, by its index.</summary>
    private static void WriteTexts(SourceWriter writer, ToolSetModel set, string name, System.Func<ToolModel, bool> has, System.Action<SourceWriter, ToolModel, ToolSetModel> write)
    {
        if (!set.Tools.Any(has))
        {
            return;
        }

        using (writer.Block($"private static {Runtime.RawText} {name}(int tool) => tool switch", "};"))
        {
            for (int index = 0; index < set.Tools.Count; index++)
            {
                if (has(set.Tools[index]))
                {
                    writer.Line("// " + set.Tools[index].Name);
                    using SourceWriter.Closing text = writer.Enclose($"{index.ToString(System.Globalization.CultureInfo.InvariantCulture)} => \"\"\"");
                    write(writer, set.Tools[index], set);
                    writer.Line("\"\"\"u8,");
                }
            }

            writer.Line("_ => default,");
        }

        writer.Line();
    }

    private static void WriteAttributes(SourceWriter writer, ToolSetModel set)
    {
        using (writer.Block("private static object[] Attributes(int tool) => tool switch", "};"))
        {
            for (int index = 0; index < set.Tools.Count; index++)
            {
                writer.Line($"{index.ToString(System.Globalization.CultureInfo.InvariantCulture)} => [{string.Join(", ", set.Tools[index].Attributes)}], // {set.Tools[index].Name}");
            }

            writer.Line("_ => [],");
        }

        writer.Line();
    }

    private static void Optional(SourceWriter writer, string property, string? code)
    {
        if (code is not null)
        {
            writer.Line($"{property} = {code},");
        }
    }

    private static string? Flag(bool? flag) => flag is { } value ? CSharp.Literal(value) : null;

    private static string? ScopesByValue(ToolModel tool)
    {
        string[] fields = [.. tool.Access.ByValue.OfType<ScopeWhenModel>().Select(static rule => "Access." + rule.Field)];
        return fields.Length == 0 ? null : $"[{string.Join(", ", fields)}]";
    }

    private static string? Limits(LimitsModel limits)
    {
        List<string> set = [];
        Add("MaxDepth", limits.MaxDepth);
        Add("MaxArgumentBytes", limits.MaxArgumentBytes);
        Add("MaxResultBytes", limits.MaxResultBytes);
        return set.Count == 0 ? null : $"new {Runtime.ToolLimits} {{ {string.Join(", ", set)} }}";

        void Add(string name, int? value)
        {
            if (value is { } number)
            {
                set.Add($"{name} = {number.ToString(System.Globalization.CultureInfo.InvariantCulture)}");
            }
        }
    }

    private static string? Services(ToolModel tool)
    {
        string[] uses = [.. tool.Parameters.Concat(tool.Construction?.Parameters ?? []).OfType<ServiceParameter>().Where(static service => !service.IsOptional)
            .Select(static service => $"new {Runtime.ServiceUse}({CSharp.Literal(service.Name)}, typeof({service.Type}){(service.Key is null ? "" : ", " + service.Key)})")];
        return uses.Length == 0 ? null : $"[{string.Join(", ", uses)}]";
    }

    private static string? Guards(ToolModel tool, ToolSetModel set)
    {
        IEnumerable<(string Place, ValueModel Value)> inArguments = tool.Parameters.OfType<ArgumentParameter>()
            .SelectMany(parameter => ValuesIn(parameter.Member.Value, parameter.Member.JsonName, static member => member.JsonName, set.Readers, []))
            .Select(static found => (CSharp.Literal(found.Path), found.Value));
        IEnumerable<(string Place, ValueModel Value)> inResult = tool.Result.Value is { } result
            ? ValuesIn(result, "", static _ => "", set.Writers, []).Select(static found => ("null", found.Value))
            : [];
        string[] guards = [.. inArguments.Concat(inResult)
            .Select(static found => (found.Place, Guard: found.Value switch
            {
                GuardedValue guarded => guarded.Guard,
                StringValue { IsNormalized: true, PatternField: { } pattern } => pattern,
                _ => "",
            }))
            .Where(static found => found.Guard.Length > 0)
            .Select(static found => $"new {Runtime.GuardUse}({found.Place}, {found.Guard})").Distinct()];
        return guards.Length == 0 ? null : $"[{string.Join(", ", guards)}]";
    }

    private static string? ArgumentClasses(ToolModel tool, ToolSetModel set)
    {
        string[] classes = [.. tool.Parameters.OfType<ArgumentParameter>()
            .SelectMany(parameter => parameter.Member.IsMarkedArgument ? [] : ValuesIn(parameter.Member.Value, parameter.Name, static member => member.Name, set.Readers, []))
            .Where(static found => found.Value is ObjectValue { IsValueType: false, IsMarkedArgument: false })
            .Select(static found => $"new {Runtime.ArgumentClass}({CSharp.Literal(found.Path)}, typeof({found.Value.Type}))").Distinct()];
        return classes.Length == 0 ? null : $"[{string.Join(", ", classes)}]";
    }

    /// <summary>A value and those in it, innermost first, each with the path to it; a recursive one is entered once.</summary>
    private static IEnumerable<(string Path, ValueModel Value)> ValuesIn(ValueModel value, string path, System.Func<MemberModel, string> nameOf, EquatableArray<MethodModel> methods, HashSet<string> entered) => (value switch
    {
        ArrayValue array => ValuesIn(array.Item, path, nameOf, methods, entered),
        MapValue map => ValuesIn(map.Key, path, nameOf, methods, entered).Concat(ValuesIn(map.Item, path, nameOf, methods, entered)),
        PolymorphicValue several => several.Cases.SelectMany(shape => ValuesIn(shape, path, nameOf, methods, entered)),
        ReferenceValue reference => entered.Add(reference.Method) ? ValuesIn(methods.First(method => method.Name == reference.Method).Value, path, nameOf, methods, entered) : [],
        ObjectValue shape => shape.Members.SelectMany(member => ValuesIn(member.Value, $"{path}.{nameOf(member)}", nameOf, methods, entered)),
        _ => [],
    }).Append((path, value));
}
