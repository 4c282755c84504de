using System.Text;

namespace McpGen.Differential.Signatures;

/// <summary>A tool with random parameters.</summary>
/// <param name="Attributes">Attributes of the method.</param>
/// <param name="Echoes">Whether it returns its first argument, structured: what it binds it must be able to write.</param>
internal sealed record Signature(string Tool, IReadOnlyList<Member> Parameters, IReadOnlyList<Annotation> Attributes, bool Echoes = false)
{
    private const string Usings = """
        using System;
        using System.Collections.Frozen;
        using System.Collections.Generic;
        using System.Collections.Immutable;
        using System.ComponentModel;
        using System.ComponentModel.DataAnnotations;
        using System.Text.Json;
        using System.Text.Json.Nodes;
        using System.Text.Json.Serialization;
        using McpGen;
        using ModelContextProtocol.Server;

        """;

    public IEnumerable<Node> Nodes => Parameters.SelectMany(static parameter => parameter.Node.All());

    /// <summary>The rows of the documentation that the tool uses.</summary>
    public IReadOnlySet<string> UsedRows()
    {
        HashSet<string> rows = [.. Nodes.Select(static node => node.Row), .. Nodes.SelectMany(static node => node.Annotations).Concat(Attributes).Select(static annotation => annotation.Row)];
        foreach (Member member in Parameters.Concat(Nodes.SelectMany(static node => node.Members)).Where(static member => member.Node.IsNullable && !member.IsMarkedRequired))
        {
            rows.Add(member.IsNullAValue ? Rows.RequiredNullable : Rows.OptionalNullable);
        }

        if (Nodes.Any(static node => node.Item is { IsNullable: true }))
        {
            rows.Add(Rows.RequiredNullable);
        }

        return rows;
    }

    /// <summary>The source of a class with these tools and the types they use.</summary>
    public static string Source(IEnumerable<Signature> signatures)
    {
        Signature[] all = [.. signatures];
        var source = new StringBuilder(Usings).Append("[McpServerToolType, PublicTool(AllowAnonymous = true)]\npublic static partial class DrawnTools\n{\n");
        foreach (Signature signature in all)
        {
            string attributes = string.Concat(signature.Attributes.Select(static annotation => annotation.Code + " "));

            // What has a default stands last, as the language wants it.
            string parameters = string.Join(", ", signature.Parameters.OrderBy(static parameter => parameter.HasDefault).Select(Parameter));
            bool echoes = signature.Echoes && signature.Parameters.Count > 0;
            string result = echoes ? signature.Parameters[0].Node.TypeUse : "void";
            string body = echoes ? $"=> {signature.Parameters[0].Name};" : "{ }";
            source.Append($"    [McpServerTool(Name = \"{signature.Tool}\"{(echoes ? ", UseStructuredContent = true" : "")}), Description(\"-\")] {attributes}public static {result} {signature.Tool}({parameters}) {body}\n");
        }

        source.Append("}\n");
        foreach (string declaration in all.SelectMany(static signature => signature.Nodes).Where(static node => node.Declaration is not null).Select(static node => node.Declaration!(node)).Distinct())
        {
            source.Append(declaration).Append('\n');
        }

        return source.ToString();
    }

    /// <summary>A parameter of a tool or of a record, with what is written before it.</summary>
    public static string Parameter(Member member) =>
        $"{Annotations(member)}{member.Node.TypeUse} {member.Name}{(member.HasDefault ? " = " + member.Node.Default : "")}";

    /// <summary>A property, with what is written before it.</summary>
    public static string Property(Member member) =>
        $"{Annotations(member)}public {(member.Form == Form.Required ? "required " : "")}{member.Node.TypeUse} {member.Name} {{ get; {(member.Form == Form.Settable ? "set" : "init")}; }}{(member.HasDefault ? $" = {member.Node.Default};" : "")}";

    private static string Annotations(Member member) => string.Concat(member.Node.Annotations.Select(static annotation => annotation.Code + " "));
}
