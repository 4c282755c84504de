using Microsoft.Extensions.Logging;

namespace McpGen.Generator.Tests.Harness;

/// <summary>What was logged, in order.</summary>
internal sealed class RecordedLog : ILoggerProvider
{
    private readonly List<Entry> _entries = [];

    public IReadOnlyList<Entry> Entries => _entries;

    public Exception? LastException => _entries.Count == 0 ? null : _entries[^1].Exception;

    public ILogger CreateLogger(string categoryName) => new Logger(this);

    public void Clear() => _entries.Clear();

    public void Dispose()
    {
    }

    internal sealed record Entry(LogLevel Level, string Message, Exception? Exception);

    private sealed class Logger(RecordedLog log) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            log._entries.Add(new Entry(logLevel, formatter(state, exception), exception));
    }
}
