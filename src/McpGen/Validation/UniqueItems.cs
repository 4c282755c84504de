namespace McpGen.Validation;

/// <summary>Whether scalars differ from each other: by pairs while there are few, by a hash table above.</summary>
internal static class UniqueItems
{
    private const int FewItems = 16;

    public static bool AreUnique<T>(ReadOnlySpan<T> values)
    {
        if (values.Length > FewItems)
        {
            // The hashes of strings are seeded per process, so that nobody can prepare colliding ones.
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
}
