using System.Buffers.Binary;

namespace Onboarding.Core.Documents;

/// <summary>PNG: signature, a header chunk with sane values, image data, and all chunks up to the end chunk.</summary>
internal sealed class PngScanner : FormatScanner
{
    private const int ChunkHeaderSize = 8;
    private const int ChecksumSize = 4;
    private const int HeaderChunkSize = 13;

    private readonly byte[] _buffer = new byte[ChunkHeaderSize + HeaderChunkSize];
    private int _wanted = Signature.Length;
    private int _length;
    private long _remaining;
    private Expect _expect = Expect.Signature;
    private bool _hasHeader;
    private bool _hasImageData;

    private enum Expect
    {
        Signature,
        ChunkHeader,
        ImageHeader,
        Chunk,
        EndChecksum,
        Nothing,
    }

    public static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    public override DocumentRejection? Append(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            if (_expect == Expect.Nothing)
            {
                AppendBehindImage(bytes);
                return null;
            }

            if (_expect is Expect.Chunk or Expect.EndChecksum)
            {
                var skipped = (int)Math.Min(_remaining, bytes.Length);
                _remaining -= skipped;
                bytes = bytes[skipped..];
                if (_remaining == 0)
                {
                    Want(_expect == Expect.Chunk ? Expect.ChunkHeader : Expect.Nothing, ChunkHeaderSize);
                }

                continue;
            }

            var taken = Math.Min(_wanted - _length, bytes.Length);
            bytes[..taken].CopyTo(_buffer.AsSpan(_length));
            _length += taken;
            bytes = bytes[taken..];
            if (_length == _wanted && TakeBuffer() is { } rejection)
            {
                return rejection;
            }
        }

        return null;
    }

    public override DocumentRejection? Complete(long size) =>
        _expect == Expect.Nothing && _hasImageData ? JudgeBehindImage() : DocumentRejection.Damaged;

    private DocumentRejection? TakeBuffer()
    {
        switch (_expect)
        {
            case Expect.Signature:
                Want(Expect.ChunkHeader, ChunkHeaderSize);
                return _buffer.AsSpan().StartsWith(Signature) ? null : DocumentRejection.Damaged;
            case Expect.ChunkHeader:
                return TakeChunkHeader();
            default:
                return TakeImageHeader();
        }
    }

    private DocumentRejection? TakeChunkHeader()
    {
        long size = BinaryPrimitives.ReadUInt32BigEndian(_buffer);
        var type = _buffer.AsSpan(4, 4);
        var isImageHeader = type.SequenceEqual("IHDR"u8);
        if (isImageHeader == _hasHeader || size > int.MaxValue || (isImageHeader && size != HeaderChunkSize))
        {
            return DocumentRejection.Damaged;
        }

        _hasHeader = true;
        _hasImageData |= type.SequenceEqual("IDAT"u8) && size > 0;
        var isEnd = type.SequenceEqual("IEND"u8);
        if (isImageHeader)
        {
            Want(Expect.ImageHeader, HeaderChunkSize);
        }
        else
        {
            _remaining = size + ChecksumSize;
            _expect = isEnd ? Expect.EndChecksum : Expect.Chunk;
        }

        return isEnd && size != 0 ? DocumentRejection.Damaged : null;
    }

    private DocumentRejection? TakeImageHeader()
    {
        var depth = _buffer[8];
        var colour = _buffer[9];
        _remaining = ChecksumSize;
        _expect = Expect.Chunk;
        return depth is not (1 or 2 or 4 or 8 or 16) || colour is not (0 or 2 or 3 or 4 or 6)
            ? DocumentRejection.Damaged
            : Judge(BinaryPrimitives.ReadUInt32BigEndian(_buffer), BinaryPrimitives.ReadUInt32BigEndian(_buffer.AsSpan(4)));
    }

    private void Want(Expect expect, int size)
    {
        _expect = expect;
        _wanted = size;
        _length = 0;
    }
}
