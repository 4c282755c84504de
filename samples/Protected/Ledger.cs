namespace Protected;

/// <summary>Who did what, since the ledger was last rotated.</summary>
public sealed class Ledger
{
    private const int MostEntries = 10_000;

    private readonly Lock _lock = new();
    private readonly Queue<string> _entries = [];

    public void Add(string? user, string what)
    {
        lock (_lock)
        {
            if (_entries.Count == MostEntries)
            {
                _entries.Dequeue();
            }

            _entries.Enqueue($"{user}: {what}");
        }
    }

    public int Count()
    {
        lock (_lock)
        {
            return _entries.Count;
        }
    }

    public IReadOnlyList<string> Rotate()
    {
        lock (_lock)
        {
            string[] closed = [.. _entries];
            _entries.Clear();
            return closed;
        }
    }
}
