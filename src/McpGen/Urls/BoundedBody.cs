using System.Net.Http;

namespace McpGen.Urls;

/// <summary>Reads the body of an answer up to a limit, which counts what decompression makes of it.</summary>
internal static class BoundedBody
{
    private const int ChunkSize = 16 * 1024;

    public static async Task<ReadOnlyMemory<byte>> ReadAsync(HttpContent content, int maxBytes, CancellationToken cancellationToken)
    {
        try
        {
            return await ReadToEndAsync(content, maxBytes, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException or InvalidOperationException)
        {
            // What a stream throws for a connection that breaks, and each decompression for what it cannot read.
            cancellationToken.ThrowIfCancellationRequested();
            HttpRequestError error = exception is HttpIOException http ? http.HttpRequestError : HttpRequestError.InvalidResponse;
            throw new HttpRequestException(error, "The server's answer could not be read to its end.", exception);
        }
    }

    private static async Task<ReadOnlyMemory<byte>> ReadToEndAsync(HttpContent content, int maxBytes, CancellationToken cancellationToken)
    {
        Stream stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            var body = new MemoryStream();
            byte[] chunk = new byte[ChunkSize];
            for (int count; (count = await stream.ReadAsync(chunk, cancellationToken).ConfigureAwait(false)) > 0;)
            {
                if (count > maxBytes - body.Length)
                {
                    throw new UrlRefusedException($"The server's answer is larger than {maxBytes} bytes.");
                }

                body.Write(chunk, 0, count);
            }

            return body.GetBuffer().AsMemory(0, (int)body.Length);
        }
    }
}
