using System.Globalization;
using System.Text;

namespace McpGen.Benchmarks.Calls.ByHand;

/// <summary>Everything that is wrong with one call: sixteen findings in full, the rest counted, at most 4 KB.</summary>
internal sealed class Refusals
{
    private readonly StringBuilder _lines = new();
    private int _count;
    private int _printed;

    public void Add(string pointer, string message)
    {
        if (++_count <= 16 && _lines.Length + pointer.Length + message.Length < 3900)
        {
            _lines.Append("\n  ").Append(pointer).Append(": ").Append(message);
            _printed++;
        }
    }

    public override string ToString()
    {
        string rest = _count > _printed ? string.Create(CultureInfo.InvariantCulture, $"\n  and {_count - _printed} more") : "";
        return string.Create(CultureInfo.InvariantCulture, $"Invalid arguments for search: {_count} {(_count == 1 ? "violation" : "violations")}{_lines}{rest}");
    }
}
