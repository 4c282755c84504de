namespace McpGen.Differential.Signatures;

/// <summary>One annotation as it is written, and the row of the documentation it stands in.</summary>
internal sealed record Annotation(string Row, string Code);

/// <summary>What a JSON number becomes, where that is not the number itself.</summary>
internal enum Storage
{
    Exact,
    Double,
    Single,
    Decimal,
}

/// <summary>A type as one parameter, member or item uses it.</summary>
internal sealed record Node
{
    /// <summary>The type's name in the report.</summary>
    public required string Kind { get; init; }

    /// <summary>The row of the documentation the type stands in.</summary>
    public required string Row { get; init; }

    /// <summary>The C# type, without a nullable mark.</summary>
    public required string Type { get; init; }

    public bool IsValueType { get; init; }

    public bool IsNullable { get; init; }

    /// <summary>What is written before the parameter or member; on a collection also what is meant for its items.</summary>
    public IReadOnlyList<Annotation> Annotations { get; init; } = [];

    /// <summary>A default inside the limits, as code; null where none is drawn.</summary>
    public string? Default { get; init; }

    public Storage Storage { get; init; }

    /// <summary>What a collection holds.</summary>
    public Node? Item { get; init; }

    /// <summary>The members of an object.</summary>
    public IReadOnlyList<Member> Members { get; init; } = [];

    /// <summary>The types that a discriminator chooses from, by its name.</summary>
    public IReadOnlyDictionary<string, Node> Branches { get; init; } = new Dictionary<string, Node>();

    /// <summary>A text that the pattern or format of the declaration accepts; null where length alone decides.</summary>
    public Func<Draw, string>? Sample { get; init; }

    /// <summary>The same for the names of a dictionary.</summary>
    public Func<Draw, string>? NameSample { get; init; }

    /// <summary>Whether the type holds a text that has its form; null where it holds every one.</summary>
    public Func<string, bool>? Holds { get; init; }

    /// <summary>Whether a text is refused whatever the schema says of it; null where nothing is.</summary>
    public Func<string, bool>? IsRefused { get; init; }

    /// <summary>Whether other texts may be refused too that the schema allows.</summary>
    public bool MayRefuseMore { get; init; }

    /// <summary>What a text becomes, where several texts become the same value.</summary>
    public Func<string, object>? Identity { get; init; }

    /// <summary>The declaration of a type that is drawn too, given the members that are left of it.</summary>
    public Func<Node, string>? Declaration { get; init; }

    public string TypeUse => Type + (IsNullable ? "?" : "");

    /// <summary>This and every node below.</summary>
    public IEnumerable<Node> All() =>
        new[] { this }.Concat(Item?.All() ?? []).Concat(Members.SelectMany(static member => member.Node.All())).Concat(Branches.Values.SelectMany(static branch => branch.All()));

    /// <summary>Of several types the one that has one of these names.</summary>
    public Node BranchOf(IEnumerable<string?> tags) => tags.Select(tag => tag is null ? null : Branches.GetValueOrDefault(tag)).FirstOrDefault(static branch => branch is not null) ?? this;

    /// <summary>The node of a member.</summary>
    public Node? MemberOf(string jsonName) => Members.FirstOrDefault(member => member.JsonName == jsonName)?.Node;
}

internal enum Form
{
    /// <summary>A parameter of the tool or of a constructor.</summary>
    Parameter,

    /// <summary>A property that is set after construction.</summary>
    Settable,

    InitOnly,

    /// <summary>A property marked <c>required</c>.</summary>
    Required,
}

/// <summary>A parameter of a tool or a member of an object.</summary>
/// <param name="HasDefault">Whether the node's default is written.</param>
internal sealed record Member(string Name, string JsonName, Node Node, Form Form = Form.Parameter, bool HasDefault = false)
{
    public bool IsNullAValue => Node.IsNullable && Form == Form.Required && !IsMarkedRequired;

    public bool IsMarkedRequired => Node.Annotations.Any(static annotation => annotation.Row is Rows.Required or Rows.RequiredText);
}
