using System.Collections.Generic;
using System.Collections.Immutable;
using McpGen.Generator.Model;
using Microsoft.CodeAnalysis;

namespace McpGen.Generator.Parsing;

/// <summary>What is the same for every tool of a class, found out once.</summary>
public sealed class ToolClassFacts(ParseContext context)
{
    private bool _isConstructionKnown;
    private List<string>? _attributeCode;

    public ImmutableArray<AttributeData> Attributes { get; } = InheritedAttributes.Of(context.ToolClass);

    public ImmutableArray<AttributeData> AssemblyAttributes { get; } = context.Compilation.Assembly.GetAttributes();

    /// <summary>What the class and its bases say about access, nearest first.</summary>
    public AccessLevel[] AccessLevels { get; } = [.. AccessLevel.Of(context.ToolClass)];

    public AccessLevel AssemblyAccess { get; } = AccessLevel.Of(context.Compilation.Assembly);

    public ScopeImplications Implications { get; } = ScopeImplications.Parse(context.Compilation.Assembly.GetAttributes(), context);

    /// <summary>The class's attributes as creation expressions.</summary>
    public List<string> AttributeCode => _attributeCode ??= Parsing.AttributeCode.Create(Attributes, context);

    /// <summary>How an instance is made; null after an error was reported. Asked for instance methods alone.</summary>
    public ConstructionModel? Construction
    {
        get
        {
            if (!_isConstructionKnown)
            {
                field = ToolClassParser.Parse(context.ToolClass, context);
                _isConstructionKnown = true;
            }

            return field;
        }
    }
}
