namespace Onboarding.Core.Documents;

/// <summary>Keeps the last 1024 bytes of a stream that passes by.</summary>
internal sealed class TailWindow
{
    public const int Size = 1024;

    private readonly byte[] _bytes = new byte[Size];
    private int _length;

    public ReadOnlySpan<byte> Bytes => _bytes.AsSpan(0, _length);

    public void Append(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length >= Size)
        {
            bytes[^Size..].CopyTo(_bytes);
            _length = Size;
            return;
        }

        var kept = Math.Min(_length, Size - bytes.Length);
        _bytes.AsSpan(_length - kept, kept).CopyTo(_bytes);
        bytes.CopyTo(_bytes.AsSpan(kept));
        _length = kept + bytes.Length;
    }
}
