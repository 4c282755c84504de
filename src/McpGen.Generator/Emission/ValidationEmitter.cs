using System.Collections.Generic;
using System.Linq;
using McpGen.Generator.Model;
using static McpGen.Generator.KnownNames;

namespace McpGen.Generator.Emission;

/// <summary>The walk over bound arguments that asks the developer's own validation; only for what has any.</summary>
public sealed class ValidationEmitter(SourceWriter writer, ToolSetModel set)
{
    /// <summary>The step of a wrapper, between binding and call.</summary>
    public void WriteStep(MemberModel[] arguments, Locals locals)
    {
        MemberModel[] validated = [.. arguments.Where(argument => Validated.Has(argument, set.Readers))];
        if (validated.Length == 0)
        {
            return;
        }

        writer.Line("// Validate");
        writer.Line($"var validation = new {Runtime.ArgumentValidation}(call);");
        foreach (MemberModel argument in validated)
        {
            WriteMember(argument, locals.Of(argument.Name), owner: "null", locals);
        }

        writer.Line("if (validation.IsRefused) return validation.Refusal();");
        writer.Line();
    }

    /// <summary>The methods that walk what the readers read.</summary>
    public void WriteMethods()
    {
        foreach (MethodModel reader in set.Readers.Where(reader => Validated.Has(reader.Value, set.Readers)))
        {
            WriteMethod(reader);
            writer.Line();
        }
    }

    private void WriteMethod(MethodModel reader)
    {
        using SourceWriter.Closing method = writer.Block($"private static void Validate{reader.Name}({Runtime.ArgumentValidation} validation, {reader.Value.Type} value)");
        switch (reader.Value)
        {
            case ArrayValue array:
                if (array.Kind == CollectionKind.ImmutableArray)
                {
                    writer.Line("if (value.IsDefault) return;");
                }

                writer.Line("int index = 0;");
                WriteItems(array.Item, "item", "item", "index++");
                break;
            case MapValue map:
                WriteItems(map.Item, "entry", "entry.Value", "entry.Key");
                break;
            case PolymorphicValue several:
                WriteCases(several);
                break;
            case ObjectValue shape:
                WriteObject(shape);
                break;
        }
    }

    private void WriteItems(ValueModel item, string each, string access, string place)
    {
        using SourceWriter.Closing loop = writer.Block($"foreach (var {each} in value)");
        writer.Line($"validation.Enter({place});");
        writer.Line($"if ({access} is {{ }} present) Validate{((NamedValue)item).Method}(validation, present);");
        writer.Line("validation.Leave();");
    }

    private void WriteCases(PolymorphicValue several)
    {
        // By the exact type: a case can be the base of another.
        using SourceWriter.Closing cases = writer.Block("switch (value)");
        foreach (ObjectValue shape in several.Cases.Where(shape => Validated.Has(shape, set.Readers)))
        {
            writer.Line($"case {shape.Type} {{ }} shape when shape.GetType() == typeof({shape.Type}): Validate{shape.Method}(validation, shape); break;");
        }
    }

    private void WriteObject(ObjectValue shape)
    {
        var locals = new Locals("validation", "value", "before");
        writer.Line("int before = validation.Count;");
        foreach (MemberModel member in shape.Members.Where(member => Validated.Has(member, set.Readers)))
        {
            WriteMember(member, "value." + member.Getter, "value", locals);
        }

        if (shape.Rules.IsEmpty && !shape.ValidatesItself)
        {
            return;
        }

        // As the framework does it: the whole is asked once its members are right.
        writer.Line("if (validation.Count != before) return;");
        foreach (RuleModel rule in shape.Rules)
        {
            writer.Line($"validation.CheckObject({rule.Field}, value, {CSharp.Literal(rule.Message)});");
        }

        if (shape.ValidatesItself)
        {
            string names = string.Join(", ", shape.Members.Where(static member => member.Getter is not null)
                .Select(static member => $"({CSharp.Literal(member.Getter!.TrimStart('@'))}, {CSharp.Literal(member.JsonName)})"));
            writer.Line(shape.Rules.IsEmpty ? $"validation.CheckItself(value{Rest(names)});" : $"if (validation.Count == before) validation.CheckItself(value{Rest(names)});");
        }

        static string Rest(string names) => names.Length == 0 ? "" : ", " + names;
    }

    private void WriteMember(MemberModel member, string access, string owner, Locals locals)
    {
        string name = CSharp.Literal(member.JsonName);
        foreach (RuleModel rule in member.Rules)
        {
            writer.Line($"validation.Check({rule.Field}, {access}, {owner}, {CSharp.Literal(member.Getter?.TrimStart('@') ?? member.Name)}, {name}, {CSharp.Literal(rule.Message)});");
        }

        if (Validated.Has(member.Value, set.Readers))
        {
            string local = locals.Of(member.Name + "Value");
            using SourceWriter.Closing present = writer.Block($"if ({access} is {{ }} {local})");
            writer.Line($"validation.Enter({name});");
            writer.Line($"Validate{((NamedValue)member.Value).Method}(validation, {local});");
            writer.Line("validation.Leave();");
        }
    }
}
