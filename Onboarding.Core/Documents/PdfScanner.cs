namespace Onboarding.Core.Documents;

/// <summary>PDF: the end mark within the last 1024 bytes, as readers look for it. The header was found by the sniffer.</summary>
internal sealed class PdfScanner : FormatScanner
{
    private readonly TailWindow _tail = new();

    public override DocumentRejection? Append(ReadOnlySpan<byte> bytes)
    {
        _tail.Append(bytes);
        return null;
    }

    public override DocumentRejection? Complete(long size) =>
        _tail.Bytes.IndexOf("%%EOF"u8) < 0 ? DocumentRejection.Damaged : null;
}
