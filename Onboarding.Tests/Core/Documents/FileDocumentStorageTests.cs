using System.Security.Cryptography;
using Onboarding.Core.Documents;
using Onboarding.Core.Protection;
using Onboarding.Core.Results;
using Onboarding.Tests.Core.Protection;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Core.Documents;

public sealed class FileDocumentStorageTests : IDisposable
{
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly TemporaryFolder _folder = new();
    private readonly MasterKeyRing _ring = TestKeys.Ring();
    private readonly FileDocumentStorage _storage;
    private int _lastId;

    public FileDocumentStorageTests() => _storage = Open(_ring);

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(TestFiles.SmallestPdf)]
    [InlineData(65_535)]
    [InlineData(65_536)]
    [InlineData(65_537)]
    [InlineData(2 * 65_536)]
    [InlineData(DocumentLimits.MaximumSize - 1)]
    [InlineData(DocumentLimits.MaximumSize)]
    public async Task Gives_back_what_was_stored(int size)
    {
        var file = TestFiles.Pdf(size);

        var stored = await StoreAsync(file);

        stored.Size.ShouldBe(size);
        stored.Type.ShouldBe(DocumentType.Pdf);
        stored.Sha256.ShouldBe(SHA256.HashData(file));
        stored.KeyId.ShouldBe(_ring.ActiveKeyId);
        stored.WrappedKey.Length.ShouldBe(StoredDocument.WrappedKeySize);
        (await ReadAsync(stored)).AsSpan().SequenceEqual(file).ShouldBeTrue();
        (await _storage.VerifyAsync(stored, None)).Integrity.ShouldBe(DocumentIntegrity.Intact);
    }

    [Fact]
    public async Task Leaves_one_file_that_only_the_owner_can_read_and_that_holds_nothing_readable()
    {
        var stored = await StoreAsync([.. TestFiles.Pdf(), .. "3171230101909901"u8, .. TestFiles.Pdf()]);

        var path = _folder.Files.ShouldHaveSingleItem();
        Path.GetFileNameWithoutExtension(path).ShouldBe(stored.Id.ToString("N"));
        var content = await File.ReadAllBytesAsync(path, None);
        content.AsSpan().IndexOf("3171230101909901"u8).ShouldBe(-1);
        content.AsSpan().IndexOf("%PDF"u8).ShouldBe(-1);
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(path).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    [Fact]
    public async Task Stores_the_same_content_differently_each_time()
    {
        var file = TestFiles.Jpeg();

        await StoreAsync(file);
        await StoreAsync(file);

        (await Task.WhenAll(_folder.Files.Select(path => File.ReadAllBytesAsync(path, None))))
            .Select(Convert.ToHexString).Distinct().Count().ShouldBe(2);
    }

    [Fact]
    public async Task Reads_from_any_position()
    {
        var file = TestFiles.Pdf(200_000);
        RandomNumberGenerator.Fill(file.AsSpan(1024, 190_000));
        var stored = await StoreAsync(file);

        await using var stream = await _storage.OpenAsync(stored, None);
        stream.Length.ShouldBe(file.Length);
        foreach (var position in new[] { 199_999, 0, 65_535, 65_536, 131_071, 100_000 })
        {
            stream.Position = position;
            stream.ReadByte().ShouldBe(file[position]);
        }

        stream.Seek(-10, SeekOrigin.End);
        var end = new byte[20];
        (await stream.ReadAtLeastAsync(end, end.Length, throwOnEndOfStream: false, None)).ShouldBe(10);
        end.AsSpan(0, 10).SequenceEqual(file.AsSpan(199_990)).ShouldBeTrue();
    }

    [Fact]
    public async Task Stores_many_documents_at_once()
    {
        var stored = await Task.WhenAll(Enumerable.Range(0, 16).Select(number => Task.Run(() => StoreAsync(TestFiles.Pdf(100_000 + number)))));

        foreach (var document in stored)
        {
            (await _storage.VerifyAsync(document, None)).Integrity.ShouldBe(DocumentIntegrity.Intact);
        }
    }

    [Fact]
    public async Task Reads_old_documents_after_a_rotation_and_wraps_their_keys_anew()
    {
        var ring = MasterKeyRing.Open(new MasterKeyOptions { Folder = _folder.Combine("keys") });
        var storage = Open(ring);
        var old = (await storage.StoreAsync(NextId(), new ArrivingStream(TestFiles.Pdf()), None)).Value;

        ring.Rotate();
        var rewrapped = storage.Rewrap(old);

        (await storage.VerifyAsync(old, None)).Integrity.ShouldBe(DocumentIntegrity.Intact);
        old.KeyId.ShouldNotBe(ring.ActiveKeyId);
        rewrapped.KeyId.ShouldBe(ring.ActiveKeyId);
        rewrapped.WrappedKey.ShouldNotBe(old.WrappedKey);
        (await storage.VerifyAsync(rewrapped, None)).Integrity.ShouldBe(DocumentIntegrity.Intact);
    }

    [Fact]
    public async Task Never_overwrites_a_document()
    {
        var stored = await StoreAsync(TestFiles.Pdf());

        await Should.ThrowAsync<InvalidOperationException>(() => _storage.StoreAsync(stored.Id, new MemoryStream(TestFiles.Jpeg()), None));

        (await _storage.VerifyAsync(stored, None)).Integrity.ShouldBe(DocumentIntegrity.Intact);
    }

    [Fact]
    public async Task Removes_a_document_and_finds_nothing_wrong_in_removing_it_again()
    {
        var stored = await StoreAsync(TestFiles.Pdf());

        await _storage.DeleteAsync(stored.Id, None);
        await _storage.DeleteAsync(stored.Id, None);

        _folder.Files.ShouldBeEmpty();
        (await _storage.VerifyAsync(stored, None)).Integrity.ShouldBe(DocumentIntegrity.Missing);
        (await Should.ThrowAsync<DocumentUnreadableException>(() => _storage.OpenAsync(stored, None))).Finding.ShouldBe(DocumentIntegrity.Missing);
    }

    [Theory]
    [MemberData(nameof(ContentSnifferTests.HostileFiles), MemberType = typeof(ContentSnifferTests), DisableDiscoveryEnumeration = true)]
    public async Task Leaves_nothing_behind_of_a_hostile_file(string what, DocumentRejection rejection, byte[] file)
    {
        var content = new ArrivingStream(file, largestPiece: 100_000);

        var result = await _storage.StoreAsync(NextId(), content, None);

        Rejection(result).ShouldBe(rejection, what);
        _folder.Files.ShouldBeEmpty();
        content.IsDisposed.ShouldBeFalse();
    }

    [Fact]
    public async Task Stops_one_byte_beyond_the_limit_when_content_never_ends()
    {
        var content = new ArrivingStream(TestFiles.Pdf(), endless: true, largestPiece: 50_000);

        Rejection(await _storage.StoreAsync(NextId(), content, None)).ShouldBe(DocumentRejection.TooLarge);

        content.Taken.ShouldBe(DocumentLimits.MaximumSize + 1);
        _folder.Files.ShouldBeEmpty();
    }

    [Fact]
    public async Task Stops_at_the_first_chunk_when_the_type_is_not_accepted()
    {
        var content = new ArrivingStream("<html>"u8.ToArray(), endless: true);

        Rejection(await _storage.StoreAsync(NextId(), content, None)).ShouldBe(DocumentRejection.UnknownType);

        content.Taken.ShouldBeLessThanOrEqualTo(65_536);
    }

    [Fact]
    public async Task Leaves_nothing_behind_when_the_upload_is_cancelled()
    {
        using var cancellation = new CancellationTokenSource();
        var content = new ArrivingStream(TestFiles.Pdf(), endless: true, beforeRead: taken =>
        {
            if (taken > 1_000_000)
            {
                _folder.Files.ShouldNotBeEmpty();
                cancellation.Cancel();
            }
        });

        await Should.ThrowAsync<OperationCanceledException>(() => _storage.StoreAsync(NextId(), content, cancellation.Token));

        _folder.Files.ShouldBeEmpty();
    }

    [Fact]
    public async Task Leaves_nothing_behind_when_the_connection_breaks()
    {
        var content = new ArrivingStream(TestFiles.Pdf(), endless: true, beforeRead: taken =>
        {
            if (taken > 1_000_000)
            {
                throw new IOException("The connection is gone.");
            }
        });

        await Should.ThrowAsync<IOException>(() => _storage.StoreAsync(NextId(), content, None));

        _folder.Files.ShouldBeEmpty();
    }

    [Fact]
    public async Task Removes_what_a_crash_left_of_an_upload_and_nothing_else()
    {
        var stored = await StoreAsync(TestFiles.Pdf());
        var now = new DateTimeOffset(2026, 7, 1, 0, 0, 0, TimeSpan.Zero);
        var (abandoned, running) = (_folder.Combine("documents/incoming/abandoned"), _folder.Combine("documents/incoming/running"));
        await File.WriteAllTextAsync(abandoned, "", None);
        await File.WriteAllTextAsync(running, "", None);
        File.SetLastWriteTimeUtc(abandoned, now.AddDays(-2).UtcDateTime);
        File.SetLastWriteTimeUtc(running, now.AddMinutes(-1).UtcDateTime);

        _storage.RemoveAbandonedUploads(now.AddDays(-1)).ShouldBe(1);

        File.Exists(abandoned).ShouldBeFalse();
        File.Exists(running).ShouldBeTrue();
        (await _storage.VerifyAsync(stored, None)).Integrity.ShouldBe(DocumentIntegrity.Intact);
    }

    private static DocumentRejection Rejection(Result<StoredDocument> result)
    {
        var refusal = result.Refusal.ShouldNotBeNull();
        refusal.Code.ShouldBe(RefusalCode.DocumentRejected);
        return Enum.Parse<DocumentRejection>(refusal.Arguments.ShouldHaveSingleItem());
    }

    private FileDocumentStorage Open(MasterKeyRing ring) =>
        new(new DocumentStorageOptions { Folder = _folder.Combine("documents") }, ring);

    private Guid NextId() => new(Interlocked.Increment(ref _lastId), 0, 0, new byte[8]);

    private async Task<StoredDocument> StoreAsync(byte[] content) =>
        (await _storage.StoreAsync(NextId(), new ArrivingStream(content, largestPiece: 100_000), None)).Value;

    private async Task<byte[]> ReadAsync(StoredDocument document)
    {
        await using var stream = await _storage.OpenAsync(document, None);
        using var content = new MemoryStream();
        await stream.CopyToAsync(content, None);
        return content.ToArray();
    }
}
