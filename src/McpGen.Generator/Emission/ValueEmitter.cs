using System.Collections.Generic;
using System.Linq;
using McpGen.Generator.Model;
using McpGen.Generator.Parsing;
using static McpGen.Generator.KnownNames;

namespace McpGen.Generator.Emission;

/// <summary>The expression that reads and checks one value.</summary>
public static class ValueEmitter
{
    /// <summary>The declared type of a local for the value.</summary>
    public static string LocalType(ValueModel value) => value.Type + (value.IsNullable ? "?" : "");

    /// <summary>What a member is when it is absent.</summary>
    public static string Absent(MemberModel member) => member.DefaultCode ?? (member.Value.IsNullable ? "null" : "default!");

    /// <summary>The expression that reads a value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="reader">The code of the reader that has met it.</param>
    /// <param name="element">The code of what has it as an element.</param>
    public static string Read(ValueModel value, string reader, string element)
    {
        // What holds others is walked; everything else is decided on its text.
        string raw = reader + ".RawText";
        string json = element + ".Value";
        string read = value switch
        {
            BooleanValue => $"reader.ReadBoolean({raw})",
            IntegerValue integer => Call($"reader.ReadInteger<{integer.Type}>", raw, Limits(integer)),
            NumberValue number => Call("reader.Read" + number.Kind, raw, Limits(number)),
            StringValue text => Call("reader.Read" + text.Kind, raw, Limits(text)),
            GuardedValue guarded => Call("reader.Read" + guarded.Kind, raw, Limits(guarded)),
            TextValue text => $"reader.Read{text.Kind}({raw})",
            BinaryValue binary => Call("reader.ReadBytes", raw, Limits(binary)),
            AnyJsonValue any => any.IsNode ? $"reader.ReadAnyNode({json})" : $"reader.ReadAny({json})",
            EnumValue shape => $"Read{shape.Method}(ref reader, {raw})",
            NamedValue shape => $"Read{shape.Method}(ref reader, {json})",
            _ => throw new System.InvalidOperationException(value.GetType().Name),
        };
        return !value.AllowsNull ? read : value.IsValueType ? $"{Runtime.ArgumentReader}.IsNull({raw}) ? ({value.Type}?)null : {read}" : $"{Runtime.ArgumentReader}.IsNull({raw}) ? null : {read}";
    }

    private static string Call(string method, string raw, IEnumerable<string> limits) => $"{method}({string.Join(", ", new[] { raw }.Concat(limits))})";

    public static IEnumerable<string> Limits(IntegerValue value)
    {
        if (value.HasOwnMin)
        {
            yield return "min: " + value.Min;
        }

        if (value.HasOwnMax)
        {
            yield return "max: " + value.Max;
        }

        foreach (string limit in Lists(value.MultipleOf, value.Allowed, value.Denied, suffix: ""))
        {
            yield return limit;
        }
    }

    public static IEnumerable<string> Limits(NumberValue value)
    {
        string suffix = value.Kind == NumberKind.Decimal ? "m" : "d";
        if (value.Min is not null)
        {
            yield return $"min: {value.Min}{suffix}";
        }

        if (value.Max is not null)
        {
            yield return $"max: {value.Max}{suffix}";
        }

        if (value.ExclusiveMin)
        {
            yield return "exclusiveMin: true";
        }

        if (value.ExclusiveMax)
        {
            yield return "exclusiveMax: true";
        }

        foreach (string limit in Lists(value.MultipleOf, value.Allowed, value.Denied, suffix))
        {
            yield return limit;
        }
    }

    private static IEnumerable<string> Lists(string? multipleOf, EquatableArray<string> allowed, EquatableArray<string> denied, string suffix)
    {
        if (multipleOf is not null)
        {
            yield return $"multipleOf: {multipleOf}m";
        }

        if (!allowed.IsEmpty)
        {
            yield return $"allowed: [{string.Join(", ", allowed.Select(text => text + suffix))}]";
        }

        if (!denied.IsEmpty)
        {
            yield return $"denied: [{string.Join(", ", denied.Select(text => text + suffix))}]";
        }
    }

    public static IEnumerable<string> Limits(BinaryValue value)
    {
        if (value.MinBytes > 0)
        {
            yield return $"minBytes: {value.MinBytes}";
        }

        if (value.MaxBytes < int.MaxValue)
        {
            yield return $"maxBytes: {value.MaxBytes}";
        }
    }

    private static IEnumerable<string> Limits(GuardedValue value)
    {
        yield return value.Guard;
        if (value.MinLength > 0)
        {
            yield return $"minLength: {value.MinLength}";
        }

        if (value.HasOwnMax)
        {
            yield return $"maxLength: {value.MaxLength}";
        }
    }

    /// <summary>The limits of a text as named arguments.</summary>
    public static IEnumerable<string> Limits(StringValue value)
    {
        if (value.MinLength > 0)
        {
            yield return $"minLength: {value.MinLength}";
        }

        if (value.MaxLength is { } max and < int.MaxValue)
        {
            yield return $"maxLength: {max}";
        }

        if (value.Format is not null && value.Kind == StringKind.String)
        {
            yield return $"format: {Runtime.StringFormat}.{value.Format}";
        }

        if (value.PatternField is not null)
        {
            yield return "pattern: " + value.PatternField;
        }

        if (!value.Allowed.IsEmpty)
        {
            yield return $"allowed: [{string.Join(", ", value.Allowed.Select(CSharp.Literal))}]";
        }

        if (!value.Denied.IsEmpty)
        {
            yield return $"denied: [{string.Join(", ", value.Denied.Select(CSharp.Literal))}]";
        }
    }
}
