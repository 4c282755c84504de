using System.Text;
using Microsoft.Win32.SafeHandles;

namespace McpGen.Paths.Linux;

/// <summary>
/// Finds the name without links that a name with links stands for, beneath a root. Links are read as text and never followed. The answer is a
/// name to be checked and opened exactly, so a directory that changes meanwhile can make it wrong but not dangerous.
/// </summary>
internal sealed class LinkResolver
{
    private const int MostLinks = 40;

    // Links may go down and up again at will, and every way up is opened from the root.
    private const int MostSteps = 10_000;
    private const int LongestLink = PathName.LongestName;

    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly SafeFileHandle _root;
    private readonly Stack<string> _ahead = [];
    private readonly List<string> _behind = [];
    private SafeFileHandle _directory;
    private int _steps;

    private LinkResolver(SafeFileHandle root) => _directory = _root = root;

    /// <param name="root">The root.</param>
    /// <param name="name">A name beneath it.</param>
    /// <param name="guard">What is allowed; it words the refusal when a link leads out of the root.</param>
    /// <param name="followLast">Whether the name may be one of a link; otherwise only names on the way may be.</param>
    public static string Resolve(SafeFileHandle root, string name, PathGuard guard, bool followLast)
    {
        var resolver = new LinkResolver(root);
        try
        {
            return resolver.Resolve(name, guard, followLast);
        }
        finally
        {
            resolver.GoTo(root);
        }
    }

    private string Resolve(string name, PathGuard guard, bool followLast)
    {
        Push(name);
        for (int links = 0; _ahead.TryPop(out string? component);)
        {
            if (++_steps > MostSteps)
            {
                throw guard.Refused();
            }

            if (component is "" or ".")
            {
                continue;
            }

            if (component == "..")
            {
                if (_behind.Count == 0)
                {
                    throw guard.Refused();
                }

                _behind.RemoveAt(_behind.Count - 1);
                Reopen();
            }
            else if (Entry.Find(_directory, component) is not { IsLink: true })
            {
                _behind.Add(component);
                Enter(component);
            }
            else if (_ahead.Count == 0 && !followLast)
            {
                throw PathRefusals.Link();
            }
            else
            {
                string target = Read(component) ?? throw guard.Refused();
                if (++links > MostLinks || target.StartsWith('/'))
                {
                    throw guard.Refused();
                }

                Push(target);
            }
        }

        return _behind.Count == 0 ? PathName.Root : string.Join('/', _behind);
    }

    private void Push(string name)
    {
        string[] components = name.Split('/');
        for (int index = components.Length - 1; index >= 0; index--)
        {
            _ahead.Push(components[index]);
        }
    }

    // The last one need be neither a directory nor there at all.
    private void Enter(string component)
    {
        if (_ahead.Count > 0)
        {
            int error = ExactOpening.Step(_directory, component, OpenFlags.Place | OpenFlags.Directory, 0, out SafeFileHandle? next);
            GoTo(next ?? throw (error == Errno.Loop ? PathRefusals.NotFound() : Failure.Of(error)));
        }
    }

    private void Reopen()
    {
        _steps += _behind.Count;
        string name = _behind.Count == 0 ? PathName.Root : string.Join('/', _behind);
        int error = ExactOpening.Stepwise(_root, name, OpenFlags.Place | OpenFlags.Directory, 0, out SafeFileHandle? directory);
        GoTo(directory ?? throw (error == Errno.Loop ? PathRefusals.NotFound() : Failure.Of(error)));
    }

    private void GoTo(SafeFileHandle directory)
    {
        if (_directory != _root)
        {
            _directory.Dispose();
        }

        _directory = directory;
    }

    /// <summary>A link's text; null when it is too long, no Unicode, or no longer a link.</summary>
    private string? Read(string component)
    {
        Span<byte> text = stackalloc byte[LongestLink];
        nint length = Libc.ReadLinkAt(_directory, component, text, text.Length);
        if (length <= 0 || length == text.Length)
        {
            return null;
        }

        try
        {
            return s_utf8.GetString(text[..(int)length]);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
