using System.Xml;
using Onboarding.Portal.Hosting;

namespace Onboarding.Portal.Reports;

/// <summary>Whose forms these are: the name and the logo on every letterhead, read and checked once, at the start.</summary>
/// <param name="Name">Name of the company.</param>
/// <param name="Logo">Its logo as the address of an image, or null for the portal's own mark.</param>
internal sealed record CompanyIdentity(string Name, string? Logo)
{
    /// <summary>The setting with the name.</summary>
    public const string NameSetting = "Company:Name";

    /// <summary>The setting with the path of a PNG or SVG file.</summary>
    public const string LogoSetting = "Company:Logo";

    // A letterhead is a few centimetres wide; a larger file is a mistake, and would be in every document.
    private const int MostBytes = 512 * 1024;

    // A form without a letterhead would look like a mistake; this says whose it is and that nobody has set it.
    private const string Unset = "Nama Perusahaan";

    private static readonly byte[] PngSignature = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>Reads both settings.</summary>
    /// <exception cref="StartupRefusedException">The logo is set and cannot be used.</exception>
    public static CompanyIdentity Read(IConfiguration configuration) => new(
        configuration[NameSetting] is { } name && !string.IsNullOrWhiteSpace(name) ? name.Trim() : Unset,
        configuration[LogoSetting] is { } logo && !string.IsNullOrWhiteSpace(logo) ? ReadLogo(logo.Trim()) : null);

    private static string ReadLogo(string path)
    {
        FileInfo file = new(path);
        if (!file.Exists || file.Length > MostBytes)
        {
            throw new StartupRefusedException($"{LogoSetting} names no file of at most 512 kB: {path}");
        }

        byte[] content = File.ReadAllBytes(path);
        string type = content.AsSpan().StartsWith(PngSignature) ? "image/png" : IsSvg(content) ? "image/svg+xml" : "";
        return type.Length > 0
            ? $"data:{type};base64,{Convert.ToBase64String(content)}"
            : throw new StartupRefusedException($"{LogoSetting} is neither a PNG nor an SVG picture: {path}");
    }

    private static bool IsSvg(byte[] content)
    {
        try
        {
            using MemoryStream stream = new(content, writable: false);
            using XmlReader reader = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null });
            reader.MoveToContent();
            bool isSvg = reader is { LocalName: "svg", NamespaceURI: "http://www.w3.org/2000/svg" };
            while (reader.Read())
            {
                // To its end: half a picture is none.
            }

            return isSvg;
        }
        catch (XmlException)
        {
            return false;
        }
    }
}
