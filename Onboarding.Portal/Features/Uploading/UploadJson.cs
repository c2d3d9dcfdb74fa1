using System.Text.Json.Serialization;

namespace Onboarding.Portal.Features.Uploading;

/// <summary>How answers to uploads are written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(UploadAnswer))]
internal sealed partial class UploadJson : JsonSerializerContext;
