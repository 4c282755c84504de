namespace McpGen.Validation;

/// <summary>Whether scalars differ from each other: by pairs while there are few, by hash or in order above.</summary>
internal static class UniqueItems
{
    private const int FewItems = 16;

    public static bool AreUnique<T>(ReadOnlySpan<T> values)
    {
        if (values.Length > FewItems)
        {
            return !typeof(T).IsValueType ? AreUniqueByHash(values) : AreUniqueInOrder(values);
        }

        for (int index = 1; index < values.Length; index++)
        {
            for (int other = 0; other < index; other++)
            {
                if (EqualityComparer<T>.Default.Equals(values[index], values[other]))
                {
                    return false;
                }
            }
        }

        return true;
    }

    /// <summary>The hashes of strings, and of URIs, which hash their text, are seeded per process, so that nobody can prepare colliding ones.</summary>
    private static bool AreUniqueByHash<T>(ReadOnlySpan<T> values)
    {
        var seen = new HashSet<T>(values.Length);
        foreach (T value in values)
        {
            if (!seen.Add(value))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Numbers hash to themselves: colliding ones are easy to prepare, and sorting has no worst case to meet.</summary>
    private static bool AreUniqueInOrder<T>(ReadOnlySpan<T> values)
    {
        T[] sorted = values.ToArray();
        Array.Sort(sorted);
        for (int index = 1; index < sorted.Length; index++)
        {
            if (EqualityComparer<T>.Default.Equals(sorted[index - 1], sorted[index]))
            {
                return false;
            }
        }

        return true;
    }
}
