using System.Security.Cryptography;
using Onboarding.Core.Documents;
using Onboarding.Core.Protection;
using Onboarding.Tests.Core.Protection;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Core.Documents;

public sealed class DocumentTamperingTests : IDisposable
{
    private const int Header = 8;
    private const int Tag = 16;
    private const int Chunk = 65_536;
    private const int SealedChunk = Chunk + Tag;

    private static readonly CancellationToken None = CancellationToken.None;

    private readonly TemporaryFolder _folder = new();
    private readonly MasterKeyRing _ring = TestKeys.Ring();
    private readonly FileDocumentStorage _storage;

    public DocumentTamperingTests() => _storage = Open(_ring);

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(0, "format")]
    [InlineData(Header, "first byte of the first chunk")]
    [InlineData(Header + Chunk, "first tag")]
    [InlineData(Header + SealedChunk + 100, "second chunk")]
    [InlineData(Header + (2 * SealedChunk) + 10, "last chunk")]
    public async Task Is_noticed_when_a_bit_of_the_file_changed(int position, string what)
    {
        var document = await StoreAsync((2 * Chunk) + 1000);
        Change(document, bytes => bytes[position] ^= 1);

        await ShouldBeAlteredAsync(document, what);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(1000 + Tag)]
    [InlineData(SealedChunk + 1000 + Tag)]
    public async Task Is_noticed_when_the_file_was_cut_off(int removed)
    {
        var document = await StoreAsync((2 * Chunk) + 1000);
        Change(document, bytes => bytes[..^removed]);

        await ShouldBeAlteredAsync(document);
    }

    [Fact]
    public async Task Is_noticed_when_the_file_was_cut_off_at_a_chunk_and_the_record_with_it()
    {
        var document = await StoreAsync((2 * Chunk) + 1000);
        Change(document, bytes => bytes[..(Header + (2 * SealedChunk))]);

        await ShouldBeAlteredAsync(document with { Size = 2 * Chunk });
    }

    [Fact]
    public async Task Is_noticed_when_bytes_were_added()
    {
        var document = await StoreAsync(1000);
        Change(document, bytes => [.. bytes, 0]);

        await ShouldBeAlteredAsync(document);
    }

    [Fact]
    public async Task Is_noticed_when_two_chunks_were_swapped()
    {
        var document = await StoreAsync((2 * Chunk) + 1000);
        Change(document, bytes =>
        [
            .. bytes[..Header],
            .. bytes[(Header + SealedChunk)..(Header + (2 * SealedChunk))],
            .. bytes[Header..(Header + SealedChunk)],
            .. bytes[(Header + (2 * SealedChunk))..],
        ]);

        await ShouldBeAlteredAsync(document);
    }

    [Fact]
    public async Task Is_noticed_when_a_file_took_the_place_of_another()
    {
        var one = await StoreAsync(1000);
        var other = await StoreAsync(1000);
        File.Copy(PathOf(other), PathOf(one), overwrite: true);

        await ShouldBeAlteredAsync(one);
        await ShouldBeAlteredAsync(one with { WrappedKey = other.WrappedKey, KeyId = other.KeyId });
    }

    [Fact]
    public async Task Is_noticed_when_the_record_names_another_hash()
    {
        var document = await StoreAsync(1000);

        (await _storage.VerifyAsync(document with { Sha256 = new byte[32] }, None)).Integrity.ShouldBe(DocumentIntegrity.Altered);
    }

    [Fact]
    public async Task Is_noticed_when_the_wrapped_key_changed()
    {
        var document = await StoreAsync(1000);
        var changed = document.WrappedKey.ToArray();
        changed[^1] ^= 1;

        await ShouldBeAlteredAsync(document with { WrappedKey = changed });
        await ShouldBeAlteredAsync(document with { WrappedKey = [] });
        await ShouldBeAlteredAsync(document with { Size = 0 });
    }

    [Fact]
    public async Task Is_told_from_a_master_key_that_is_not_there()
    {
        var document = await StoreAsync(1000);
        var elsewhere = Open(TestKeys.Ring());

        (await elsewhere.VerifyAsync(document, None)).Integrity.ShouldBe(DocumentIntegrity.UnknownKey);
        var exception = await Should.ThrowAsync<DocumentUnreadableException>(() => elsewhere.OpenAsync(document, None));
        exception.Finding.ShouldBe(DocumentIntegrity.UnknownKey);
        exception.InnerException!.Message.ShouldContain(_ring.ActiveKeyId.ToString());
        Should.Throw<DocumentUnreadableException>(() => elsewhere.Rewrap(document)).Finding.ShouldBe(DocumentIntegrity.UnknownKey);
    }

    [Fact]
    public async Task Gives_out_the_authentic_chunks_before_it_and_nothing_of_the_altered_one()
    {
        var document = await StoreAsync(2 * Chunk);
        Change(document, bytes => bytes[Header + SealedChunk] ^= 1);
        await using var stream = await _storage.OpenAsync(document, None);

        await stream.ReadExactlyAsync(new byte[Chunk], None);
        var rest = new byte[Chunk];
        await Should.ThrowAsync<DocumentUnreadableException>(async () => await stream.ReadExactlyAsync(rest, None));
        Should.Throw<DocumentUnreadableException>(() => stream.ReadByte());

        rest.ShouldAllBe(value => value == 0);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(Chunk)]
    [InlineData(Chunk + 1)]
    public void Is_noticed_when_a_chunk_is_asked_for_as_another_one(int size)
    {
        var key = RandomNumberGenerator.GetBytes(ChunkCipher.KeySize);
        using var cipher = new ChunkCipher(key, Guid.Empty);
        using var otherFile = new ChunkCipher(key.ToArray(), new Guid(1, 0, 0, new byte[8]));
        var length = Math.Min(size, Chunk);
        var content = RandomNumberGenerator.GetBytes(length);
        var buffer = new byte[SealedChunk];
        content.CopyTo(buffer, 0);

        var chunk = cipher.Seal(buffer, length, index: 3, isLast: true).ToArray();

        Should.Throw<AuthenticationTagMismatchException>(() => cipher.Open(chunk.ToArray(), index: 4, isLast: true));
        Should.Throw<AuthenticationTagMismatchException>(() => cipher.Open(chunk.ToArray(), index: 3, isLast: false));
        Should.Throw<AuthenticationTagMismatchException>(() => otherFile.Open(chunk.ToArray(), index: 3, isLast: true));
        cipher.Open(chunk, index: 3, isLast: true);
        chunk.AsSpan(0, length).SequenceEqual(content).ShouldBeTrue();
    }

    private FileDocumentStorage Open(MasterKeyRing ring) => new(new DocumentStorageOptions { Folder = _folder.Path }, ring);

    private async Task<StoredDocument> StoreAsync(int size)
    {
        var id = new Guid(RandomNumberGenerator.GetBytes(16));
        return (await _storage.StoreAsync(id, new MemoryStream(TestFiles.Pdf(size)), None)).Value;
    }

    private async Task ShouldBeAlteredAsync(StoredDocument document, string? what = null)
    {
        (await _storage.VerifyAsync(document, None)).Integrity.ShouldBe(DocumentIntegrity.Altered, what);
        var exception = await Should.ThrowAsync<DocumentUnreadableException>(async () =>
        {
            await using var stream = await _storage.OpenAsync(document, None);
            await stream.CopyToAsync(Stream.Null, None);
        });
        exception.Finding.ShouldBe(DocumentIntegrity.Altered, what);
    }

    private string PathOf(StoredDocument document) => _folder.Files.Single(path => path.Contains(document.Id.ToString("N"), StringComparison.Ordinal));

    private void Change(StoredDocument document, Action<byte[]> change) => Change(document, bytes =>
    {
        change(bytes);
        return bytes;
    });

    private void Change(StoredDocument document, Func<byte[], byte[]> change)
    {
        var path = PathOf(document);
        File.WriteAllBytes(path, change(File.ReadAllBytes(path)));
    }
}
