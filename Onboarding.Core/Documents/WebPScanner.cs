using System.Buffers.Binary;

namespace Onboarding.Core.Documents;

/// <summary>WebP: the container's own size and the dimensions in its first chunk (lossy, lossless or extended).</summary>
internal sealed class WebPScanner : FormatScanner
{
    private const int HeaderSize = 30;

    private readonly byte[] _header = new byte[HeaderSize];
    private long _passed;

    public override DocumentRejection? Append(ReadOnlySpan<byte> bytes)
    {
        var before = _passed;
        _passed += bytes.Length;
        if (before < HeaderSize)
        {
            bytes[..(int)Math.Min(HeaderSize - before, bytes.Length)].CopyTo(_header.AsSpan((int)before));
            if (_passed >= HeaderSize && JudgeHeader() is { } rejection)
            {
                return rejection;
            }
        }

        var overhang = Math.Min(_passed - ContainerSize, bytes.Length);
        if (_passed >= HeaderSize && overhang > 0)
        {
            AppendBehindImage(bytes[^(int)overhang..]);
        }

        return null;
    }

    public override DocumentRejection? Complete(long size) =>
        size < HeaderSize || ContainerSize < HeaderSize || size < ContainerSize ? DocumentRejection.Damaged : JudgeBehindImage();

    private long ContainerSize => BinaryPrimitives.ReadUInt32LittleEndian(_header.AsSpan(4)) + 8L;

    private DocumentRejection? JudgeHeader()
    {
        var payload = _header.AsSpan(20);
        switch (_header.AsSpan(12, 4))
        {
            case [(byte)'V', (byte)'P', (byte)'8', (byte)' '] when payload[3..].StartsWith<byte>([0x9D, 0x01, 0x2A]):
                return Judge(
                    BinaryPrimitives.ReadUInt16LittleEndian(payload[6..]) & 0x3FFF,
                    BinaryPrimitives.ReadUInt16LittleEndian(payload[8..]) & 0x3FFF);
            case [(byte)'V', (byte)'P', (byte)'8', (byte)'L'] when payload[0] == 0x2F:
                var bits = BinaryPrimitives.ReadUInt32LittleEndian(payload[1..]);
                return Judge((bits & 0x3FFF) + 1, ((bits >> 14) & 0x3FFF) + 1);
            case [(byte)'V', (byte)'P', (byte)'8', (byte)'X']:
                return Judge(
                    1 + (payload[4] | (payload[5] << 8) | (payload[6] << 16)),
                    1 + (payload[7] | (payload[8] << 8) | (payload[9] << 16)));
            default:
                return DocumentRejection.Damaged;
        }
    }
}
