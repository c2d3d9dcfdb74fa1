using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Onboarding.Core.Reporting;

/// <summary>Tells whether two readings of a report say the same.</summary>
internal static class ReportFingerprint
{
    private static readonly JsonSerializerOptions Options = new()
    {
        Converters = { new ChoiceConverter() },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOutTheTrail } },
    };

    /// <summary>SHA-256 of the kind and the data.</summary>
    public static byte[] Of(ReportKind kind, object model)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(JsonSerializer.SerializeToUtf8Bytes(kind, Options));
        hash.AppendData(JsonSerializer.SerializeToUtf8Bytes(model, model.GetType(), Options));
        return hash.GetHashAndReset();
    }

    // Printing and looking are events too: with them every form would differ from the one before.
    private static void LeaveOutTheTrail(JsonTypeInfo type)
    {
        if (type.Type == typeof(ReportSubject))
        {
            type.Properties.Remove(type.Properties.Single(property => property.Name == nameof(ReportSubject.Trail)));
        }
    }

    // A choice is declared as any enumeration; by its own type it would be written as nothing.
    private sealed class ChoiceConverter : JsonConverter<Enum>
    {
        public override bool CanConvert(Type typeToConvert) => typeToConvert == typeof(Enum);

        public override Enum Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, Enum value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }
}
