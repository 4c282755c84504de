using McpGen.Differential.Oracles;
using McpGen.Differential.Signatures;

namespace McpGen.Differential.Values;

/// <summary>Texts that JSON Schema cannot see are wrong: repeated names and halves of surrogate pairs. Every one of them must be refused.</summary>
internal static class Hostile
{
    /// <summary>Makes a value hostile; null where it has no place for it.</summary>
    public static JsonObject? Make(Draw draw, JsonObject arguments, Schema schema, Signature signature)
    {
        List<Spot> spots = Mutator.Spots(arguments, schema, signature);
        Spot[] able = [.. spots.Where(static spot => spot.Value is JsonObject { Members.Count: > 0 } || (spot.Value is JsonText && spot.Node is not null))];
        if (able.Length == 0)
        {
            return null;
        }

        Spot spot = draw.Of<Spot>(able);
        return (JsonObject)spot.Replace(spot.Value switch
        {
            JsonObject shape => Repeated(draw, shape),
            JsonText text => text with { Value = text.Value.Insert(draw.Of(0, text.Value.Length), draw.Of("\ud800", "\udc00", "\udbff")) },
            _ => throw new InvalidOperationException(),
        });
    }

    private static JsonObject Repeated(Draw draw, JsonObject shape)
    {
        JsonMember member = draw.Of(shape.Members);
        List<JsonMember> members = [.. shape.Members];
        members.Insert(draw.Int(0, members.Count), member with { IsEscaped = draw.Chance(50), Value = draw.Chance(50) ? member.Value : Json.Null });
        return new JsonObject(members);
    }
}
