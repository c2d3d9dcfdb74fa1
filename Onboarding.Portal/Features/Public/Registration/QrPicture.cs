using QRCoder;

namespace Onboarding.Portal.Features.Public.Registration;

/// <summary>A link as a code that the camera of a phone reads. It is drawn here, so that no other site ever sees the link.</summary>
internal static class QrPicture
{
    private const int PixelsPerModule = 6;

    /// <summary>The picture as the address of an image.</summary>
    public static string Of(string link)
    {
        using QRCodeGenerator generator = new();
        using QRCodeData data = generator.CreateQrCode(link, QRCodeGenerator.ECCLevel.M);
        using PngByteQRCode picture = new(data);
        return $"data:image/png;base64,{Convert.ToBase64String(picture.GetGraphic(PixelsPerModule))}";
    }
}
