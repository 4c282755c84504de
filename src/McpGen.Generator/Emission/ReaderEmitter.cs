using System.Collections.Generic;
using System.Linq;
using McpGen.Generator.Model;
using static McpGen.Generator.KnownNames;

namespace McpGen.Generator.Emission;

/// <summary>The method that reads one kind of object, array or enum.</summary>
public static class ReaderEmitter
{
    public static void Write(SourceWriter writer, MethodModel reader)
    {
        switch (reader.Value)
        {
            case EnumValue value:
                WriteEnum(writer, reader.Name, value);
                break;
            case ArrayValue value:
                CollectionEmitter.WriteArray(writer, reader.Name, value);
                break;
            case MapValue value:
                CollectionEmitter.WriteMap(writer, reader.Name, value);
                break;
            case PolymorphicValue value:
                WriteCases(writer, reader.Name, value);
                break;
            case ObjectValue value:
                WriteObject(writer, reader.Name, value);
                break;
        }
    }

    private static void WriteTable(SourceWriter writer, string field, IEnumerable<MemberModel> members, TagModel? tag)
    {
        IEnumerable<string> names = members.Where(static member => member.IsRequired).Select(static member => member.JsonName);
        string required = string.Join(", ", (tag is null ? names : names.Prepend(tag.Name)).Select(CSharp.Literal));
        string optional = string.Join(", ", members.Where(static member => !member.IsRequired).Select(static member => CSharp.Literal(member.JsonName)));
        writer.Line($"private static readonly {Runtime.MemberTable} {field} = new(required: [{required}], optional: [{optional}]);");
    }

    /// <summary>The loop over the members that are there; one without members still refuses what is.</summary>
    private static void WriteLoop(SourceWriter writer, IReadOnlyCollection<MemberModel> members, Locals locals, TagModel? tag)
    {
        if (members.Count == 0)
        {
            writer.Line("while (members.Next(ref reader)) { }");
            return;
        }

        using SourceWriter.Closing loop = writer.Block("while (members.Next(ref reader))");
        using SourceWriter.Closing cases = writer.Block("switch (members.Index)");
        int index = 0;
        if (tag is not null)
        {
            writer.Line($"case {index++}: break; // {CSharp.Literal(tag.Name)} has led here");
        }

        foreach (MemberModel member in InOrder(members))
        {
            string mark = NeedsPresence(member) ? $" {locals.PresenceOf(member.Name)} = true;" : "";
            writer.Line($"case {index++}: {locals.Of(member.Name)} = {ValueEmitter.Read(member.Value, "members", "members")};{mark} break; // {CSharp.Literal(member.JsonName)}");
        }
    }

    /// <summary>As the table has them: the required ones first.</summary>
    private static IEnumerable<MemberModel> InOrder(IReadOnlyCollection<MemberModel> members) =>
        members.Where(static member => member.IsRequired).Concat(members.Where(static member => !member.IsRequired));

    private static void WriteLocal(SourceWriter writer, MemberModel member, Locals locals)
    {
        writer.Line($"{ValueEmitter.LocalType(member.Value)} {locals.Of(member.Name)} = {ValueEmitter.Absent(member)};");
        if (NeedsPresence(member))
        {
            writer.Line($"bool {locals.PresenceOf(member.Name)} = false;");
        }
    }

    /// <summary>A member that is set only when it was present, so that the type's own initializer holds otherwise.</summary>
    private static bool NeedsPresence(MemberModel member) =>
        !member.IsRequired && member.DefaultCode is null && IsSetLater(member);

    private static bool IsSetLater(MemberModel member) => member.Assignment is Assignment.Assign or Assignment.Accessor or Assignment.FieldAccessor;

    private static void WriteEnum(SourceWriter writer, string name, EnumValue value)
    {
        writer.Line($"private static readonly {Runtime.NameTable} {name}Names = new({string.Join(", ", value.Members.Select(static member => CSharp.Literal(member.JsonName)))});");
        writer.Line();
        using SourceWriter.Closing names = writer.Block($"private static {value.Type} Read{name}(ref {Runtime.ArgumentReader} reader, {Runtime.RawText} raw) => reader.ReadName(raw, {name}Names) switch", "};");
        for (int index = 0; index < value.Members.Count; index++)
        {
            writer.Line($"{index} => {value.Members[index].Member}, // {CSharp.Literal(value.Members[index].JsonName)}");
        }

        writer.Line("_ => default,");
    }

    private static void WriteCases(SourceWriter writer, string name, PolymorphicValue value)
    {
        writer.Line($"private static readonly {Runtime.NameTable} {name}Names = new({string.Join(", ", value.Cases.Select(static shape => CSharp.Literal(shape.Tag!.Value)))});");
        writer.Line();
        string head = $"private static {value.Type} Read{name}(ref {Runtime.ArgumentReader} reader, {Runtime.JsonElement} json) => reader.ReadTag(json, {CSharp.Literal(value.Discriminator)}u8, {name}Names) switch";
        using SourceWriter.Closing cases = writer.Block(head, "};");
        for (int index = 0; index < value.Cases.Count; index++)
        {
            writer.Line($"{index} => Read{value.Cases[index].Method}(ref reader, json), // {CSharp.Literal(value.Cases[index].Tag!.Value)}");
        }

        writer.Line("_ => default!,");
    }

    private static void WriteObject(SourceWriter writer, string name, ObjectValue value)
    {
        var locals = new Locals("reader", "json", "members", "value");
        WriteTable(writer, name + "Members", value.Members, value.Tag);
        writer.Line();
        using (writer.Block($"private static {value.Type} Read{name}(ref {Runtime.ArgumentReader} reader, {Runtime.JsonElement} json)"))
        {
            foreach (MemberModel member in value.Members)
            {
                WriteLocal(writer, member, locals);
            }

            writer.Line($"var members = new {Runtime.ObjectReader}(json, reader.EnterObject(json), {name}Members);");
            WriteLoop(writer, value.Members, locals, value.Tag);

            writer.Line("if (reader.IsRefused) return default!;");
            WriteConstruction(writer, name, value, locals);
        }

        WriteAccessors(writer, name, value);
    }

    private static void WriteConstruction(SourceWriter writer, string name, ObjectValue value, Locals locals)
    {
        Dictionary<string, MemberModel> byName = value.Members.ToDictionary(static member => member.JsonName);
        string arguments = string.Join(", ", value.Constructor.Select(argument => $"{CSharp.Identifier(argument.Parameter)}: {locals.Of(byName[argument.JsonName].Name)}"));
        string initializer = string.Join(", ", value.Members.Where(static member => member.Assignment == Assignment.Initializer)
            .Select(member => $"{CSharp.Identifier(member.Name)} = {locals.Of(member.Name)}"));
        string creation = $"new {value.Type}({arguments})" + (initializer.Length == 0 ? "" : $" {{ {initializer} }}");
        MemberModel[] later = [.. value.Members.Where(IsSetLater)];
        if (later.Length == 0)
        {
            writer.Line($"return {creation};");
            return;
        }

        writer.Line($"var value = {creation};");
        foreach (MemberModel member in later)
        {
            string local = locals.Of(member.Name);
            string target = value.IsValueType ? "ref value" : "value";
            string assignment = member.Assignment switch
            {
                Assignment.Assign => $"value.{CSharp.Identifier(member.Name)} = {local};",
                Assignment.Accessor => $"{Accessor(name, value, member)}({target}, {local});",
                _ => $"{Accessor(name, value, member)}({target}) = {local};",
            };
            writer.Line(NeedsPresence(member) ? $"if ({locals.PresenceOf(member.Name)}) {assignment}" : assignment);
        }

        writer.Line("return value;");
    }

    private static string Accessor(string name, ObjectValue value, MemberModel member) =>
        CSharp.Accessor("Set", name, value, member) + (member.GenericAccessor is { } generic ? $"{generic.Arguments}.Set" : "");

    private static void WriteAccessors(SourceWriter writer, string name, ObjectValue value)
    {
        string reference = value.IsValueType ? "ref " : "";
        foreach (MemberModel member in value.Members.Where(static member => member.Assignment is Assignment.Accessor or Assignment.FieldAccessor))
        {
            writer.Line();
            if (member.GenericAccessor is { } generic)
            {
                using SourceWriter.Closing holder = writer.Block($"private static class {CSharp.Accessor("Set", name, value, member)}{generic.Parameters}{generic.Constraints}");
                WriteAccessor(writer, member, "internal", "Set", reference + generic.Type, generic.ValueType);
            }
            else
            {
                WriteAccessor(writer, member, "private", CSharp.Accessor("Set", name, value, member), reference + member.AccessorType, ValueEmitter.LocalType(member.Value));
            }
        }
    }

    private static void WriteAccessor(SourceWriter writer, MemberModel member, string access, string method, string target, string type)
    {
        bool isField = member.Assignment == Assignment.FieldAccessor;
        writer.Line(isField
            ? $"[global::System.Runtime.CompilerServices.UnsafeAccessor(global::System.Runtime.CompilerServices.UnsafeAccessorKind.Field, Name = {CSharp.Literal(member.Name)})]"
            : $"[global::System.Runtime.CompilerServices.UnsafeAccessor(global::System.Runtime.CompilerServices.UnsafeAccessorKind.Method, Name = {CSharp.Literal("set_" + member.Name)})]");
        writer.Line(isField
            ? $"{access} static extern ref {type} {method}({target} target);"
            : $"{access} static extern void {method}({target} target, {type} value);");
    }
}
