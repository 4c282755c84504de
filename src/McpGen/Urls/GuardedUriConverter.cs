using System.Text.Json;
using System.Text.Json.Serialization;

namespace McpGen.Urls;

/// <summary>Writes what <see cref="GuardedUri.ToString"/> says, and reads nothing: only a guard makes one. Public for generated serializers.</summary>
public sealed class GuardedUriConverter : JsonConverter<GuardedUri>
{
    /// <inheritdoc/>
    public override GuardedUri Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("A GuardedUri is made by the guard of a tool's argument and by nothing else.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, GuardedUri value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
