using System.Reflection;
using Microsoft.CodeAnalysis;

namespace McpGen.Generator.Tests.Harness;

/// <summary>Finds what must not outlive a compilation, by walking the fields of a value.</summary>
internal static class RoslynObjects
{
    /// <summary>The Roslyn objects that can be reached from a value, each with the way there.</summary>
    public static IReadOnlyList<string> ReachableFrom(object? root)
    {
        var found = new List<string>();
        Walk(root, "value", new HashSet<object>(ReferenceEqualityComparer.Instance), found);
        return found;
    }

    private static void Walk(object? value, string path, HashSet<object> seen, List<string> found)
    {
        if (value is null or string or Type or MemberInfo || value.GetType().IsPrimitive || value.GetType().IsEnum || !seen.Add(value))
        {
            return;
        }

        if (value is ISymbol or Compilation or SemanticModel or SyntaxNode or SyntaxTree or Location or Diagnostic or AttributeData)
        {
            found.Add($"{path}: {value.GetType().Name}");
            return;
        }

        if (value is Array items)
        {
            int index = 0;
            foreach (object? item in items)
            {
                Walk(item, $"{path}[{index++}]", seen, found);
            }

            return;
        }

        for (Type? type = value.GetType(); type is not null; type = type.BaseType)
        {
            foreach (FieldInfo field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                Walk(field.GetValue(value), $"{path}.{field.Name}", seen, found);
            }
        }
    }
}
