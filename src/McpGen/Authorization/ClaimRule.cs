using System.Globalization;
using System.Security.Claims;

namespace McpGen.Authorization;

/// <summary>Demands that the identity has exactly one claim of a type, and that an argument equals it.</summary>
public sealed class ClaimRule
{
    private readonly string _type;

    /// <summary>Demands a claim.</summary>
    /// <param name="type">Its type, compared ordinally.</param>
    public ClaimRule(string type)
    {
        ArgumentNullException.ThrowIfNull(type);
        _type = type;
    }

    internal AccessRule EqualTo(string value) => new Bound(_type, claimed => claimed == value);

    internal AccessRule EqualTo(Guid value) => new Bound(_type, claimed => Guid.TryParse(claimed, CultureInfo.InvariantCulture, out Guid id) && id == value);

    internal AccessRule EqualTo(Int128 value) =>
        new Bound(_type, claimed => Int128.TryParse(claimed, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out Int128 number) && number == value);

    /// <summary>The rule for one call, with the value that was bound.</summary>
    private sealed class Bound(string type, Func<string, bool> equals) : AccessRule
    {
        internal override bool Holds(ClaimsIdentity identity, HardeningOptions options)
        {
            string? only = null;
            foreach (Claim claim in ClaimsOf(identity))
            {
                if (claim.Type == type)
                {
                    if (only is not null)
                    {
                        return false;
                    }

                    only = claim.Value;
                }
            }

            return only is not null && equals(only);
        }
    }
}
