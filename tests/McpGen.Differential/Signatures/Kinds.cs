namespace McpGen.Differential.Signatures;

/// <summary>What a declaration is drawn with.</summary>
/// <param name="Draw">The source of chance.</param>
/// <param name="Depth">How many more levels there may be.</param>
/// <param name="IsItem">Whether a collection holds it, so that it has no annotations of its own.</param>
/// <param name="NextName">Gives a type name that nothing else has.</param>
internal sealed record Place(Draw Draw, int Depth, bool IsItem, Func<string> NextName)
{
    public Place Below(bool isItem) => this with { Depth = Depth - 1, IsItem = isItem };
}

/// <summary>A type that declarations are drawn of.</summary>
/// <param name="Weight">How often, among the others.</param>
/// <param name="Levels">How many levels it takes at least.</param>
internal sealed record Kind(int Weight, int Levels, Func<Place, Node> Make);

/// <summary>Every type there is. A new type of the documentation is one entry here.</summary>
internal static class Kinds
{
    public static readonly IReadOnlyList<Kind> All = [.. ScalarKinds.All, .. TextKinds.All, .. GuardKinds.All, .. CollectionKinds.All, .. MapKinds.All, .. ObjectKinds.All, .. CaseKinds.All];

    public static Node Any(Place place)
    {
        Kind[] possible = [.. All.Where(kind => kind.Levels <= place.Depth)];
        int chosen = place.Draw.Int(1, possible.Sum(static kind => kind.Weight));
        foreach (Kind kind in possible)
        {
            chosen -= kind.Weight;
            if (chosen <= 0)
            {
                return kind.Make(place);
            }
        }

        throw new InvalidOperationException("The weights do not add up.");
    }
}
