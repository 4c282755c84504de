using System;
using System.Collections.Generic;

namespace McpGen.Paths;

/// <summary>
/// A pattern for relative names: <c>**</c> for any number of components, <c>*</c>, <c>?</c> for one character, <c>{a,b}</c>. Compared
/// ordinally. It is linked into the generator, so it keeps to netstandard2.0.
/// </summary>
internal sealed class Glob
{
    /// <summary>What the braces of one pattern may come to.</summary>
    public const int MostAlternatives = 64;

    public const int LongestPattern = 1024;

    // The states of a match are bits.
    public const int MostComponents = 32;

    private readonly GlobComponent[][] _alternatives;

    private Glob(string pattern, GlobComponent[][] alternatives)
    {
        Pattern = pattern;
        _alternatives = alternatives;
    }

    /// <summary>As it was written.</summary>
    public string Pattern { get; }

    internal IReadOnlyList<IReadOnlyList<GlobComponent>> Alternatives => _alternatives;

    /// <exception cref="GlobException">It is no pattern, or one that matches no name.</exception>
    public static Glob Parse(string pattern) => new(pattern, GlobParser.Parse(pattern));

    /// <summary>Whether a name that <see cref="PathName"/> accepts is one of those meant.</summary>
    /// <param name="name">The name.</param>
    /// <param name="hidden">Whether a wildcard matches the dot at the start of a component.</param>
    public bool Matches(string name, bool hidden)
    {
        long steps = 0;
        return Matches(name, hidden, ref steps);
    }

    public bool Matches(string name, bool hidden, ref long steps)
    {
        foreach (GlobComponent[] alternative in _alternatives)
        {
            if (Matches(alternative, name, hidden, ref steps))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// The same names as an expression for a schema, anchored and without look-around. It may say yes to more than the check does: what
    /// <see cref="PathName"/> refuses is not in it, nor that the root's own name is not hidden. Null where it would be too long to be read.
    /// </summary>
    public string? ToEcmaPattern(bool hidden) => GlobPrinter.Print(_alternatives, hidden);

    // All the places that the pattern may have come to at once, one bit each, so that every component of the name is looked at once a place.
    private static bool Matches(GlobComponent[] components, string name, bool hidden, ref long steps)
    {
        ulong places = Enter(components, 0);
        for (int start = 0; start <= name.Length && name != PathName.Root && places != 0;)
        {
            int end = name.IndexOf('/', start);
            end = end < 0 ? name.Length : end;
            ulong next = 0;
            for (int place = 0; place < components.Length; place++)
            {
                if ((places >> place & 1) == 0)
                {
                    continue;
                }

                steps++;
                if (components[place].IsDeep)
                {
                    next |= hidden || name[start] != '.' ? Enter(components, place) : 0;
                }
                else if (components[place].Matches(name, start, end, hidden, ref steps))
                {
                    next |= Enter(components, place + 1);
                }
            }

            places = next;
            start = end + 1;
        }

        return (places >> components.Length & 1) != 0;
    }

    // A "**" may match nothing, so whoever stands before it stands behind it too.
    private static ulong Enter(GlobComponent[] components, int place)
    {
        ulong places = 1UL << place;
        while (place < components.Length && components[place].IsDeep)
        {
            places |= 1UL << ++place;
        }

        return places;
    }
}
