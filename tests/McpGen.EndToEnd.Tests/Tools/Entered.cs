namespace McpGen.EndToEnd.Tests.Tools;

/// <summary>Counts how often a tool method was entered.</summary>
public sealed class Entered
{
    private int _count;

    public int Count => _count;

    public void Add() => Interlocked.Increment(ref _count);
}
