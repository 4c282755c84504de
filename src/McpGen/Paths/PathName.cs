namespace McpGen.Paths;

/// <summary>
/// Which texts are names at all, on every platform alike. One file has one name: nothing is trimmed, decoded, folded or normalized, and
/// what some platform would read as another name, a device or a stream is none. It is linked into the generator, so it keeps to netstandard2.0.
/// </summary>
internal static class PathName
{
    /// <summary>The root's own name. It has no component, so of all patterns only those that match nothing at all match it.</summary>
    public const string Root = ".";

    /// <summary>In UTF-8.</summary>
    public const int LongestName = 4096;

    /// <summary>In UTF-8.</summary>
    public const int LongestComponent = 255;

    public static bool IsValid(string name)
    {
        if (name.Length > LongestName || name.Length == 0)
        {
            return false;
        }

        if (name == Root)
        {
            return true;
        }

        int bytes = 0;
        for (int start = 0; start <= name.Length;)
        {
            int end = name.IndexOf('/', start);
            end = end < 0 ? name.Length : end;
            int length = ComponentBytes(name, start, end);
            if (length < 0)
            {
                return false;
            }

            bytes += length + 1;
            start = end + 1;
        }

        return bytes - 1 <= LongestName;
    }

    public static bool IsComponent(string component) => component.IndexOf('/') < 0 && ComponentBytes(component, 0, component.Length) > 0;

    /// <summary>The bytes of a component; negative when it is none.</summary>
    private static int ComponentBytes(string name, int start, int end)
    {
        // Windows drops dots and spaces at the end, so "x." would be "x"; this refuses "." and ".." too.
        if (start == end || name[end - 1] is '.' or ' ')
        {
            return -1;
        }

        int bytes = 0;
        for (int index = start; index < end; index++)
        {
            char unit = name[index];
            if (unit < 0x80)
            {
                if (unit < 0x20 || unit is '\\' or ':' or '\x7f')
                {
                    return -1;
                }

                bytes++;
            }
            else if (char.IsSurrogate(unit))
            {
                if (!char.IsHighSurrogate(unit) || index + 1 == end || !char.IsLowSurrogate(name[index + 1]))
                {
                    return -1;
                }

                index++;
                bytes += 4;
            }
            else if (char.IsControl(unit) || unit is '\u2028' or '\u2029')
            {
                return -1;
            }
            else
            {
                bytes += unit < 0x800 ? 2 : 3;
            }
        }

        return bytes > LongestComponent || IsDevice(name, start, end) ? -1 : bytes;
    }

    // With any extension, and with spaces before it: Windows opens the device for "nul .txt".
    private static bool IsDevice(string name, int start, int end)
    {
        int dot = name.IndexOf('.', start, end - start);
        int last = dot < 0 ? end : dot;
        while (last > start && name[last - 1] == ' ')
        {
            last--;
        }

        return (last - start) switch
        {
            3 => Is("CON") || Is("PRN") || Is("AUX") || Is("NUL"),
            4 => (Is("COM") || Is("LPT")) && name[last - 1] is (>= '0' and <= '9') or '\u00b9' or '\u00b2' or '\u00b3',
            6 => Is("CONIN$"),
            7 => Is("CONOUT$"),
            _ => false,
        };

        bool Is(string device) => string.Compare(name, start, device, 0, device.Length, System.StringComparison.OrdinalIgnoreCase) == 0;
    }
}
