using System.Text.Json;
using System.Text.Json.Serialization;

namespace McpGen.Paths;

/// <summary>Writes a <see cref="SandboxedPath"/> as its relative name. It reads none: a path is bound to an argument, with its guard.</summary>
public sealed class SandboxedPathConverter : JsonConverter<SandboxedPath>
{
    /// <inheritdoc/>
    public override SandboxedPath Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("A SandboxedPath is made by binding an argument marked [AllowedPaths], or from another one; JSON alone has no root.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, SandboxedPath value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        writer.WriteStringValue(value.RelativePath);
    }
}
