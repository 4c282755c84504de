using System.Diagnostics.CodeAnalysis;

namespace McpGen;

/// <summary>Requires a string to hold a match of a regular expression, as the <c>pattern</c> keyword of JSON Schema 2020-12 means it: a search.</summary>
/// <remarks>
/// <c>[Pattern("^[a-z]")]</c> asks only for the first character; <c>[RegularExpression("[a-z]+")]</c> speaks of the whole string. The
/// expression has its ECMA-262 meaning, runs in linear time, and one without an exact meaning is a build error. On a collection each item is meant.
/// </remarks>
/// <param name="pattern">The expression.</param>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.ReturnValue)]
public sealed class PatternAttribute([StringSyntax(StringSyntaxAttribute.Regex)] string pattern) : Attribute
{
    /// <summary>The expression.</summary>
    public string Pattern { get; } = pattern;
}
