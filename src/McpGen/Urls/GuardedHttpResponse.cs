using System.Net;
using System.Net.Http;
using System.Text;

namespace McpGen;

/// <summary>An answer that was read to its end, within the limits of the client.</summary>
public sealed class GuardedHttpResponse
{
    private readonly HttpResponseMessage _message;

    internal GuardedHttpResponse(HttpResponseMessage message, GuardedUri uri, ReadOnlyMemory<byte> content)
    {
        _message = message;
        Uri = uri;
        Content = content;
    }

    /// <summary>The status; of a redirect only where it names no other URL.</summary>
    public HttpStatusCode StatusCode => _message.StatusCode;

    /// <summary>Whether the status is from 200 to 299.</summary>
    public bool IsSuccess => _message.IsSuccessStatusCode;

    /// <summary>The URL that answered, at the end of all redirects.</summary>
    public GuardedUri Uri { get; }

    /// <summary>What was answered, decompressed.</summary>
    public ReadOnlyMemory<byte> Content { get; }

    /// <summary>The media type, such as <c>application/json</c>; null where the answer has none that can be read.</summary>
    public string? MediaType => _message.Content.Headers.ContentType?.MediaType;

    /// <summary>A header of the answer, several values with commas between them; null where it has none.</summary>
    /// <param name="name">The name.</param>
    public string? Header(string name) =>
        _message.Headers.NonValidated.TryGetValues(name, out var values) || _message.Content.Headers.NonValidated.TryGetValues(name, out values)
            ? string.Join(", ", values)
            : null;

    /// <summary>The answer as text, in the character set it names, or in UTF-8 where it names none or one that is not known.</summary>
    public string ReadText()
    {
        Encoding encoding = Encoding.UTF8;
        if (_message.Content.Headers.ContentType?.CharSet is { } charset)
        {
            try
            {
                encoding = Encoding.GetEncoding(charset.Trim('"'));
            }
            catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
            {
                // Not known here, or not spoken, as UTF-7: UTF-8 stays.
            }
        }

        ReadOnlySpan<byte> bytes = Content.Span;
        return encoding.GetString(bytes.StartsWith(encoding.Preamble) ? bytes[encoding.Preamble.Length..] : bytes);
    }

    /// <summary>Goes on only with a success.</summary>
    /// <exception cref="HttpRequestException">The status is another.</exception>
    public GuardedHttpResponse EnsureSuccess() =>
        IsSuccess ? this : throw new HttpRequestException($"The server answered {(int)StatusCode}.", null, StatusCode);
}
