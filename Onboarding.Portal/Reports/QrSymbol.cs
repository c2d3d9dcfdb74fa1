using System.Collections;
using System.Globalization;
using System.Text;
using QRCoder;

namespace Onboarding.Portal.Reports;

/// <summary>A link as a QR code, drawn as one path, so that it stays sharp on paper and needs no picture.</summary>
/// <param name="Side">How many squares a side has, with the quiet margin.</param>
/// <param name="Path">The dark squares, as the path of an SVG element.</param>
internal sealed record QrSymbol(int Side, string Path)
{
    /// <summary>Draws a link.</summary>
    public static QrSymbol Of(string link)
    {
        using QRCodeGenerator generator = new();
        using QRCodeData data = generator.CreateQrCode(link, QRCodeGenerator.ECCLevel.M);
        StringBuilder path = new();
        for (int row = 0; row < data.ModuleMatrix.Count; row++)
        {
            BitArray line = data.ModuleMatrix[row];
            for (int column = 0; column < line.Count; column++)
            {
                int from = column;
                while (column < line.Count && line[column])
                {
                    column++;
                }

                if (column > from)
                {
                    path.Append(CultureInfo.InvariantCulture, $"M{from} {row}h{column - from}v1h-{column - from}z");
                }
            }
        }

        return new QrSymbol(data.ModuleMatrix.Count, path.ToString());
    }
}
