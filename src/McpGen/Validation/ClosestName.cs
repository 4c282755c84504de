namespace McpGen.Validation;

/// <summary>Finds the declared name that an unknown one was probably meant to be.</summary>
internal static class ClosestName
{
    /// <summary>Longer names are not compared: the cost grows with the product of the lengths.</summary>
    public const int Longest = 64;

    public static string? Find(string name, NameTable names)
    {
        if (name.Length > Longest)
        {
            return null;
        }

        string? closest = null;
        int least = Math.Max(1, name.Length / 3) + 1;
        foreach (string candidate in names.Names)
        {
            int distance = Distance(name, candidate, least);
            if (distance < least)
            {
                (closest, least) = (candidate, distance);
            }
        }

        return closest;
    }

    /// <summary>Edit distance with transpositions (optimal string alignment), ignoring ASCII case; anything from <paramref name="limit"/> on counts as too far.</summary>
    private static int Distance(string left, string right, int limit)
    {
        if (right.Length > Longest || Math.Abs(left.Length - right.Length) >= limit)
        {
            return limit;
        }

        Span<int> rows = stackalloc int[3 * (Longest + 1)];
        Span<int> before = rows[..(Longest + 1)];
        Span<int> above = rows.Slice(Longest + 1, Longest + 1);
        Span<int> row = rows[(2 * (Longest + 1))..];
        for (int column = 0; column <= right.Length; column++)
        {
            above[column] = column;
        }

        for (int line = 1; line <= left.Length; line++)
        {
            row[0] = line;
            for (int column = 1; column <= right.Length; column++)
            {
                bool same = Lower(left[line - 1]) == Lower(right[column - 1]);
                int cost = Math.Min(Math.Min(row[column - 1], above[column]) + 1, above[column - 1] + (same ? 0 : 1));
                if (line > 1 && column > 1 && Lower(left[line - 1]) == Lower(right[column - 2]) && Lower(left[line - 2]) == Lower(right[column - 1]))
                {
                    cost = Math.Min(cost, before[column - 2] + 1);
                }

                row[column] = cost;
            }

            Span<int> spare = before;
            before = above;
            above = row;
            row = spare;
        }

        return above[right.Length];
    }

    private static char Lower(char character) => char.IsAsciiLetterUpper(character) ? (char)(character | 0x20) : character;
}
