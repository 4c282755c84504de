using System.Collections.Generic;
using System.Linq;
using McpGen.Generator.Model;
using static McpGen.Generator.KnownNames;

namespace McpGen.Generator.Emission;

/// <summary>The method that writes one kind of object, array or enum.</summary>
public static class WriterEmitter
{
    private const string Generic = "global::System.Collections.Generic.";

    public static void Write(SourceWriter writer, MethodModel method)
    {
        switch (method.Value)
        {
            case EnumValue value:
                WriteEnum(writer, method.Name, value);
                break;
            case ArrayValue { Kind: CollectionKind.Flags } value:
                WriteFlags(writer, method.Name, value);
                break;
            case ArrayValue value:
                WriteArray(writer, method.Name, value);
                break;
            case MapValue value:
                WriteMap(writer, method.Name, value);
                break;
            case PolymorphicValue value:
                WriteCases(writer, method.Name, value);
                break;
            case ObjectValue value:
                WriteObject(writer, method.Name, value);
                break;
        }
    }

    /// <summary>Writes a member that stands in a local, or that is read once, into a local of this name where it may be null.</summary>
    public static void WriteMember(SourceWriter writer, MemberModel member, string access, string? local)
    {
        string name = $"writer.Name({CSharp.Literal(member.JsonName)}u8);";
        string present = local is null ? $"{access} is not null" : $"{access} is {{ }} {local}";
        string value = local ?? (member.Value.IsValueType && member.Value.IsNullable ? access + ".Value" : access);
        if (!member.IsRequired)
        {
            string condition = member.OmitsDefault ? $"{access} is var {local} && !{Generic}EqualityComparer<{member.Value.Type}>.Default.Equals({local}, default)" : present;
            using SourceWriter.Closing block = writer.Block($"if ({condition})");
            writer.Line(name);
            writer.Line(Call(member.Value, value) + ";");
            return;
        }

        writer.Line(name);
        if (member.Value.AllowsNull)
        {
            writer.Line($"if ({present}) {Call(member.Value, value)};");
            writer.Line("else writer.WriteNull();");
        }
        else
        {
            writer.Line(Call(member.Value, member.Value.IsNullable ? $"{access} ?? throw writer.UndeclaredNull()" : access) + ";");
        }
    }

    /// <summary>The call that writes a value that is there.</summary>
    public static string Call(ValueModel value, string access) => value switch
    {
        BooleanValue => $"writer.WriteBoolean({access})",
        IntegerValue integer => Call($"writer.WriteInteger<{integer.Type}>", access, ValueEmitter.Limits(integer)),
        NumberValue number => Call("writer.Write" + number.Kind, access, ValueEmitter.Limits(number)),
        StringValue text => Call("writer.Write" + text.Kind, access, ValueEmitter.Limits(text)),
        GuardedValue => $"writer.WriteGuarded({access})",
        TextValue text => $"writer.Write{text.Kind}({access})",
        BinaryValue binary => Call("writer.WriteBytes", access, ValueEmitter.Limits(binary)),
        AnyJsonValue any => any.IsNode ? $"writer.WriteAnyNode({access})" : $"writer.WriteAny({access})",
        NamedValue shape => $"Write{shape.Method}(writer, {access})",
        _ => throw new System.InvalidOperationException(value.GetType().Name),
    };

    private static string Call(string method, string access, IEnumerable<string> limits) => $"{method}({string.Join(", ", new[] { access }.Concat(limits))})";

    private static SourceWriter.Closing Method(SourceWriter writer, string name, string type) => writer.Block($"private static void Write{name}({Runtime.ResultWriter} writer, {type} value)");

    private static void WriteEnum(SourceWriter writer, string name, EnumValue value)
    {
        using SourceWriter.Closing names = writer.Block($"private static void Write{name}({Runtime.ResultWriter} writer, {value.Type} value) => writer.WriteName(value switch", "});");
        foreach (EnumMember member in value.Members)
        {
            writer.Line($"{member.Member} => {CSharp.Literal(member.JsonName)},");
        }

        writer.Line("_ => throw writer.UndefinedValue(),");
    }

    /// <summary>Every name whose bits are all there and not all named yet: so any value is found that names can be joined to.</summary>
    private static void WriteFlags(SourceWriter writer, string name, ArrayValue value)
    {
        using SourceWriter.Closing method = Method(writer, name, value.Type);
        writer.Line("var rest = value;");
        writer.Line("writer.BeginArray();");
        foreach (EnumMember member in ((EnumValue)value.Item).Members)
        {
            using SourceWriter.Closing present = writer.Block($"if ((value & {member.Member}) == {member.Member} && (rest & {member.Member}) != 0)");
            writer.Line(Call(value.Item, member.Member) + ";");
            writer.Line($"rest &= ~{member.Member};");
        }

        writer.Line("if (rest != 0) throw writer.UndefinedValue();");
        writer.Line("writer.EndArray();");
    }

    private static void WriteArray(SourceWriter writer, string name, ArrayValue value)
    {
        string item = ValueEmitter.LocalType(value.Item);

        // A type that enumerates in a way of its own is taken as the contract it implements.
        bool isContract = value.Kind == CollectionKind.Array && value.Type != item + "[]";
        using SourceWriter.Closing method = Method(writer, name, isContract ? $"{Generic}IEnumerable<{item}>" : value.Type);
        bool isCounted = value.MinItems > 0 || value.MaxItems < int.MaxValue;
        if (value.Kind == CollectionKind.ImmutableArray)
        {
            writer.Line("if (value.IsDefault) throw writer.UndeclaredNull();");
            writer.Line("writer.BeginArray();");
        }
        else
        {
            writer.Line("writer.BeginArray(value);");
        }

        if (value.Unique)
        {
            writer.Line($"var items = new {Generic}List<{item}>();");
        }
        else if (isCounted)
        {
            writer.Line("int count = 0;");
        }

        using (writer.Block("foreach (var item in value)"))
        {
            WriteItem(writer, value.Item, "item");
            if (value.Unique || isCounted)
            {
                writer.Line(value.Unique ? "items.Add(item);" : "count++;");
            }
        }

        if (value.Unique)
        {
            writer.Line($"writer.RequireUnique<{item}>(global::System.Runtime.InteropServices.CollectionsMarshal.AsSpan(items));");
        }

        writer.Line(isCounted ? $"writer.EndArray({(value.Unique ? "items.Count" : "count")}{CollectionEmitter.Counts("Items", value.MinItems, value.MaxItems)});" : "writer.EndArray();");
    }

    private static void WriteMap(SourceWriter writer, string name, MapValue value)
    {
        string item = ValueEmitter.LocalType(value.Item);
        bool isContract = value.Kind == MapKind.Dictionary && value.Type != $"{Generic}Dictionary<string, {item}>";
        using SourceWriter.Closing method = Method(writer, name, isContract ? $"{Generic}IEnumerable<{Generic}KeyValuePair<string, {item}>>" : value.Type);
        writer.Line("var names = writer.BeginMap(value);");
        using (writer.Block("foreach (var entry in value)"))
        {
            writer.Line($"writer.WriteKey(names, entry.Key{string.Concat(ValueEmitter.Limits(value.Key).Select(static limit => ", " + limit))});");
            WriteItem(writer, value.Item, "entry.Value");
        }

        writer.Line($"writer.EndMap(names{CollectionEmitter.Counts("Entries", value.MinItems, value.MaxItems)});");
    }

    private static void WriteItem(SourceWriter writer, ValueModel item, string access)
    {
        if (item.AllowsNull)
        {
            writer.Line($"if ({access} is null) writer.WriteNull();");
            writer.Line($"else {Call(item, item.IsValueType ? access + ".Value" : access)};");
        }
        else
        {
            writer.Line(Call(item, access) + ";");
        }
    }

    /// <summary>The cases are told apart by the exact type: what derives from one of them may be something else.</summary>
    private static void WriteCases(SourceWriter writer, string name, PolymorphicValue value)
    {
        using SourceWriter.Closing method = Method(writer, name, value.Type);
        using SourceWriter.Closing cases = writer.Block("switch (value)");
        foreach (ObjectValue shape in value.Cases)
        {
            writer.Line($"case {shape.Type} shape when shape.GetType() == typeof({shape.Type}): Write{shape.Method}(writer, shape); break;");
        }

        writer.Line("case null: throw writer.UndeclaredNull();");
        writer.Line("default: throw writer.UnlistedType();");
    }

    private static void WriteObject(SourceWriter writer, string name, ObjectValue value)
    {
        var locals = new Locals("writer", "value");
        using (Method(writer, name, value.Type))
        {
            writer.Line(value.IsValueType ? "writer.BeginObject();" : "writer.BeginObject(value);");
            if (value.Tag is { } tag)
            {
                writer.Line($"writer.Name({CSharp.Literal(tag.Name)}u8);");
                writer.Line($"writer.WriteName({CSharp.Literal(tag.Value)});");
            }

            foreach (MemberModel member in value.Members)
            {
                WriteMember(writer, member, Access(name, value, member), locals.Of(member.Name));
            }

            writer.Line("writer.EndObject();");
        }

        WriteAccessors(writer, name, value);
    }

    private static string Access(string name, ObjectValue value, MemberModel member) => member.Retrieval switch
    {
        Retrieval.Direct => "value." + CSharp.Identifier(member.Name),
        Retrieval.Contract => $"(({member.AccessorType})value).{CSharp.Identifier(member.Name)}",
        _ => $"{CSharp.Accessor("Get", name, value, member)}({(value.IsValueType ? "ref value" : "value")})",
    };

    private static void WriteAccessors(SourceWriter writer, string name, ObjectValue value)
    {
        foreach (MemberModel member in value.Members.Where(static member => member.Retrieval is Retrieval.Accessor or Retrieval.FieldAccessor))
        {
            bool isField = member.Retrieval == Retrieval.FieldAccessor;
            string kind = isField ? "Field" : "Method";
            writer.Line();
            writer.Line($"[global::System.Runtime.CompilerServices.UnsafeAccessor(global::System.Runtime.CompilerServices.UnsafeAccessorKind.{kind}, Name = {CSharp.Literal((isField ? "" : "get_") + member.Name)})]");
            writer.Line($"private static extern {(isField ? "ref " : "")}{ValueEmitter.LocalType(member.Value)} {CSharp.Accessor("Get", name, value, member)}({(value.IsValueType ? "ref " : "")}{member.AccessorType} target);");
        }
    }
}
