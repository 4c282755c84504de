using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace McpGen.Generator.Parsing;

/// <summary>The result that is being parsed, and the members that lead to where in it the parser is: for messages.</summary>
public sealed class ResultPath(IMethodSymbol method, bool isAdvertised)
{
    private readonly Stack<string> _members = new();

    /// <summary>Whether there is a schema of it.</summary>
    public bool IsAdvertised { get; } = isAdvertised;

    public Location Location { get; } = method.Place();

    public void Enter(string member) => _members.Push(member);

    public void Leave() => _members.Pop();

    /// <summary>The arguments of the message that a type cannot be written, from those that it cannot be read: subject, type and advice.</summary>
    public object?[] Describe(object?[] found)
    {
        string[] members = _members.ToArray();
        System.Array.Reverse(members);
        string advice = (string)found[2]!;
        return [method.Name, method.ReturnType.ToDisplayString(), members.Length == 0 ? advice : $"its '{string.Join(".", members)}' is of type '{found[1]}': {advice}, or [JsonIgnore] it"];
    }
}
