using System.Collections.Generic;

namespace McpGen.Generator.Emission;

/// <summary>Names for the locals of one generated method: the author's own wherever they do not clash.</summary>
public sealed class Locals(params string[] taken)
{
    private readonly HashSet<string> _taken = [.. taken];
    private readonly Dictionary<string, string> _given = [];

    /// <summary>The local for a parameter or member; the same one each time.</summary>
    public string Of(string name) => Give(name, char.ToLowerInvariant(name[0]) + name.Substring(1));

    private string Give(string key, string wanted)
    {
        if (!_given.TryGetValue(key, out string? local))
        {
            local = wanted;
            for (int number = 2; !_taken.Add(local); number++)
            {
                local = wanted + "_" + number.ToString(System.Globalization.CultureInfo.InvariantCulture);
            }

            _given.Add(key, local);
        }

        return CSharp.Identifier(local);
    }

    /// <summary>The local that says whether a member was present.</summary>
    public string PresenceOf(string name) => Give("?" + name, "has" + char.ToUpperInvariant(name[0]) + name.Substring(1));
}
