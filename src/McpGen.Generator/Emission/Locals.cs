using System.Collections.Generic;

namespace McpGen.Generator.Emission;

/// <summary>Names for the locals of one generated method: the author's own wherever they do not clash.</summary>
public sealed class Locals(params string[] taken)
{
    private readonly HashSet<string> _taken = [.. taken];
    private readonly Dictionary<string, string> _given = [];

    /// <summary>The local for a parameter or member; the same one each time.</summary>
    public string Of(string name)
    {
        if (!_given.TryGetValue(name, out string? local))
        {
            string wanted = char.ToLowerInvariant(name[0]) + name.Substring(1);
            local = wanted;
            for (int number = 2; !_taken.Add(local); number++)
            {
                local = wanted + "_" + number.ToString(System.Globalization.CultureInfo.InvariantCulture);
            }

            _given.Add(name, local);
        }

        return CSharp.Identifier(local);
    }

    /// <summary>A local of the generator's own.</summary>
    public string Own(string name)
    {
        while (!_taken.Add(name))
        {
            name += "_";
        }

        return name;
    }
}
