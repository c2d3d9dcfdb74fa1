using System.Security.Cryptography;
using Onboarding.Core.Results;
using Onboarding.Core.Tools;

namespace Onboarding.Core.Documents.Inspection;

/// <summary>A file that came in and lies in a private folder, where the tools can read it, until it is stored or refused.</summary>
/// <param name="Folder">The folder.</param>
/// <param name="Type">The type found in the content.</param>
/// <param name="Size">Its length in bytes.</param>
/// <param name="Sha256">SHA-256 of the content as it came.</param>
/// <param name="Pixels">Width times height of an image.</param>
/// <param name="IsInPrinterInks">True for a JPEG in four inks.</param>
public sealed record ReceivedFile(ToolFolder Folder, DocumentType Type, long Size, byte[] Sha256, long Pixels, bool IsInPrinterInks)
{
    /// <summary>The name of the file in its folder: without an extension, so that no tool guesses from it.</summary>
    public const string Name = "received";

    private const int PieceSize = 64 * 1024;

    /// <summary>Full path.</summary>
    public string Path => Folder.File(Name);

    /// <summary>
    /// Takes content in, judging it as it passes by: reading stops as soon as a rejection is certain, one byte behind the
    /// limit at the latest, whatever length was announced.
    /// </summary>
    /// <param name="folder">Where to put it.</param>
    /// <param name="content">The content, read to its end; it stays open.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The file, or why it is refused.</returns>
    public static async Task<Result<ReceivedFile>> TakeAsync(ToolFolder folder, Stream content, CancellationToken cancellationToken)
    {
        var sniffer = new ContentSniffer();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var file = folder.Create(Name);
        var piece = new byte[PieceSize];
        while (await content.ReadAsync(piece, cancellationToken) is > 0 and var count)
        {
            if (sniffer.Append(piece.AsSpan(0, count)) is { } early)
            {
                return early.ToRefusal();
            }

            hash.AppendData(piece, 0, count);
            await file.WriteAsync(piece.AsMemory(0, count), cancellationToken);
        }

        return sniffer.Complete() is { } late
            ? late.ToRefusal()
            : new ReceivedFile(folder, sniffer.Type!.Value, file.Length, hash.GetHashAndReset(), sniffer.Pixels, sniffer.IsInPrinterInks);
    }
}
