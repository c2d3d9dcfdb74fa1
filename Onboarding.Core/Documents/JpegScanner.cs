namespace Onboarding.Core.Documents;

/// <summary>JPEG: the segments up to the end marker, through all scans of a progressive image.</summary>
internal sealed class JpegScanner : FormatScanner
{
    private const int FrameHeaderLength = 6;
    private const byte Prefix = 0xFF;
    private const byte StartOfImage = 0xD8;
    private const byte EndOfImage = 0xD9;
    private const byte StartOfScan = 0xDA;

    private readonly byte[] _frame = new byte[FrameHeaderLength];
    private Expect _expect = Expect.Start;
    private byte _marker;
    private int _remaining;
    private int _frameLength;
    private bool _hasFrame;
    private bool _hasScan;

    private enum Expect
    {
        Start,
        StartMarker,
        Prefix,
        Marker,
        LengthHigh,
        LengthLow,
        FrameHeader,
        Segment,
        Scan,
        ScanMarker,
        Nothing,
    }

    /// <summary>Colour channels: 1 grey, 3 colour, 4 the inks of a printer.</summary>
    public int Channels { get; private set; }

    public override DocumentRejection? Append(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            switch (_expect)
            {
                case Expect.Segment:
                    var skipped = Math.Min(_remaining, bytes.Length);
                    _remaining -= skipped;
                    bytes = bytes[skipped..];
                    EndSegmentWhenPassed();
                    continue;
                case Expect.Scan:
                    var prefix = bytes.IndexOf(Prefix);
                    bytes = prefix < 0 ? [] : bytes[(prefix + 1)..];
                    _expect = prefix < 0 ? Expect.Scan : Expect.ScanMarker;
                    continue;
                case Expect.Nothing:
                    AppendBehindImage(bytes);
                    return null;
            }

            if (Take(bytes[0]) is { } rejection)
            {
                return rejection;
            }

            bytes = bytes[1..];
        }

        return null;
    }

    public override DocumentRejection? Complete(long size) =>
        _expect == Expect.Nothing && _hasFrame && _hasScan ? JudgeBehindImage() : DocumentRejection.Damaged;

    private DocumentRejection? Take(byte value)
    {
        switch (_expect)
        {
            case Expect.Start when value == Prefix:
                _expect = Expect.StartMarker;
                return null;
            case Expect.StartMarker when value == StartOfImage:
                _expect = Expect.Prefix;
                return null;
            case Expect.Prefix when value == Prefix:
                _expect = Expect.Marker;
                return null;
            case Expect.Marker when value == Prefix:
                return null;
            case Expect.Marker:
                return TakeMarker(value);
            case Expect.LengthHigh:
                _remaining = value << 8;
                _expect = Expect.LengthLow;
                return null;
            case Expect.LengthLow:
                return TakeLength(value);
            case Expect.FrameHeader:
                return TakeFrameHeader(value);
            case Expect.ScanMarker when value == Prefix:
                return null;
            case Expect.ScanMarker when value is 0 or (>= 0xD0 and <= 0xD7):
                _expect = Expect.Scan;
                return null;
            case Expect.ScanMarker:
                return TakeMarker(value);
            default:
                return DocumentRejection.Damaged;
        }
    }

    private DocumentRejection? TakeMarker(byte marker)
    {
        _marker = marker;
        _expect = marker switch
        {
            EndOfImage => Expect.Nothing,
            0x01 => Expect.Prefix,
            _ => Expect.LengthHigh,
        };
        return marker is 0 or StartOfImage or (>= 0xD0 and <= 0xD7) || (marker == StartOfScan && !_hasFrame) ? DocumentRejection.Damaged : null;
    }

    private DocumentRejection? TakeLength(byte low)
    {
        _remaining += low - 2;
        if (_remaining < 0 || (IsFrame && _remaining < FrameHeaderLength))
        {
            return DocumentRejection.Damaged;
        }

        _frameLength = 0;
        _expect = IsFrame ? Expect.FrameHeader : Expect.Segment;
        EndSegmentWhenPassed();
        return null;
    }

    private DocumentRejection? TakeFrameHeader(byte value)
    {
        _frame[_frameLength++] = value;
        _remaining--;
        if (_frameLength < FrameHeaderLength)
        {
            return null;
        }

        _hasFrame = true;
        Channels = _frame[5];
        _expect = Expect.Segment;
        EndSegmentWhenPassed();
        return Judge(width: (_frame[3] << 8) | _frame[4], height: (_frame[1] << 8) | _frame[2]);
    }

    private void EndSegmentWhenPassed()
    {
        if (_expect == Expect.Segment && _remaining == 0)
        {
            _hasScan |= _marker == StartOfScan;
            _expect = _marker == StartOfScan ? Expect.Scan : Expect.Prefix;
        }
    }

    // C4 (Huffman tables), C8 (reserved) and CC (arithmetic coding) lie in the range of the frame markers.
    private bool IsFrame => _marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);
}
