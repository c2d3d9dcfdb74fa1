using Onboarding.Core.Documents;
using Onboarding.Tests.Core.Protection;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Core.Documents;

/// <summary>Copies of the stored files on other disks: made with the upload, proved with the file, and used to bring it back.</summary>
public sealed class DocumentMirrorTests : IDisposable
{
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly TemporaryFolder _folder = new();
    private readonly FileDocumentStorage _storage;

    public DocumentMirrorTests()
    {
        Directory.CreateDirectory(Mirror);
        _storage = new FileDocumentStorage(new DocumentStorageOptions { Folder = Main, Mirrors = [Mirror] }, TestKeys.Ring());
    }

    private string Main => _folder.Combine("main");

    private string Mirror => _folder.Combine("mirror");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Every_file_lies_in_every_place_and_only_encrypted()
    {
        var file = TestFiles.Pdf(70_000);
        var stored = await StoreAsync(file);

        (await _storage.VerifyAsync(stored, None)).ShouldBe(new DocumentProof(DocumentIntegrity.Intact, 2, 2));
        var copy = await File.ReadAllBytesAsync(FileIn(Mirror), None);
        copy.ShouldBe(await File.ReadAllBytesAsync(FileIn(Main), None));
        copy.AsSpan().IndexOf(file.AsSpan(0, 200)).ShouldBe(-1);
    }

    [Fact]
    public async Task A_disk_that_is_away_stops_no_upload_and_its_copies_are_made_up_later()
    {
        Directory.Delete(Mirror, recursive: true);
        var stored = await StoreAsync(TestFiles.Pdf(70_000));

        (await _storage.VerifyAsync(stored, None)).ShouldBe(new DocumentProof(DocumentIntegrity.Intact, 2, 1));
        (await _storage.RestoreAsync(stored, None)).IsWhole.ShouldBeFalse();
        Directory.Exists(Mirror).ShouldBeFalse("a disk that is not mounted must not be taken for another one");

        Directory.CreateDirectory(Mirror);
        (await _storage.RestoreAsync(stored, None)).ShouldBe(new DocumentProof(DocumentIntegrity.Intact, 2, 2));
    }

    [Theory]
    [InlineData(true, DocumentIntegrity.Missing)]
    [InlineData(false, DocumentIntegrity.Altered)]
    public async Task A_lost_or_altered_file_comes_back_from_its_copy(bool isLost, DocumentIntegrity found)
    {
        var file = TestFiles.Pdf(70_000);
        var stored = await StoreAsync(file);
        Damage(FileIn(Main), isLost);

        (await _storage.VerifyAsync(stored, None)).ShouldBe(new DocumentProof(found, 2, 1));
        (await _storage.RestoreAsync(stored, None)).ShouldBe(new DocumentProof(DocumentIntegrity.Intact, 2, 2));

        using var content = new MemoryStream();
        await using (var opened = await _storage.OpenAsync(stored, None))
        {
            await opened.CopyToAsync(content, None);
        }

        content.ToArray().ShouldBe(file);
        Directory.EnumerateFiles(Main, "*.damaged", SearchOption.AllDirectories).Count().ShouldBe(isLost ? 0 : 1, "what was altered is put aside");
        _storage.StoredBefore(DateTimeOffset.MaxValue).ShouldBe([stored.Id], "what was put aside is no document");
    }

    [Fact]
    public async Task Where_no_place_has_it_intact_nothing_changes()
    {
        var stored = await StoreAsync(TestFiles.Pdf(70_000));
        Damage(FileIn(Main), isLost: false);
        Damage(FileIn(Mirror), isLost: false);
        var before = await File.ReadAllBytesAsync(FileIn(Main), None);

        (await _storage.RestoreAsync(stored, None)).ShouldBe(new DocumentProof(DocumentIntegrity.Altered, 2, 0));
        (await File.ReadAllBytesAsync(FileIn(Main), None)).ShouldBe(before);
    }

    [Fact]
    public async Task A_document_that_is_removed_goes_from_every_place()
    {
        var stored = await StoreAsync(TestFiles.Pdf(70_000));

        await _storage.DeleteAsync(stored.Id, None);

        Directory.EnumerateFiles(_folder.Path, "*.bin", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_was_put_aside_as_damaged_goes_with_its_document_and_with_no_other()
    {
        var stored = await StoreAsync(TestFiles.Pdf(70_000));
        Damage(FileIn(Main), isLost: false);
        await _storage.RestoreAsync(stored, None);
        var aside = Directory.EnumerateFiles(Main, "*.damaged", SearchOption.AllDirectories).ShouldHaveSingleItem();
        var other = aside.Replace(stored.Id.ToString("N"), Guid.Empty.ToString("N"), StringComparison.Ordinal);
        File.Copy(aside, other);

        await _storage.DeleteAsync(stored.Id, None);

        Directory.EnumerateFiles(_folder.Path, "*.damaged", SearchOption.AllDirectories).ShouldBe([other]);
    }

    [Fact]
    public async Task A_copy_on_a_disk_that_was_away_at_the_removal_is_found_when_the_disk_is_back()
    {
        var stored = await StoreAsync(TestFiles.Pdf(70_000));
        var away = _folder.Combine("away");
        Directory.Move(Mirror, away);
        await _storage.DeleteAsync(stored.Id, None);
        _storage.StoredBefore(DateTimeOffset.MaxValue).ShouldBeEmpty();

        Directory.Move(away, Mirror);

        _storage.StoredBefore(DateTimeOffset.MaxValue).ShouldBe([stored.Id]);
    }

    private static string FileIn(string place) => Directory.EnumerateFiles(place, "*.bin", SearchOption.AllDirectories).Single();

    private static void Damage(string path, bool isLost)
    {
        if (isLost)
        {
            File.Delete(path);
            return;
        }

        using var file = File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite);
        var place = RandomAccess.GetLength(file) / 2;
        var one = new byte[1];
        RandomAccess.Read(file, one, place);
        one[0] ^= 1;
        RandomAccess.Write(file, one, place);
    }

    private async Task<StoredDocument> StoreAsync(byte[] content)
    {
        using var stream = new MemoryStream(content);
        return (await _storage.StoreAsync(Guid.Parse("01935d00-0000-7000-8000-000000000001"), stream, None)).ShouldBeDone();
    }
}
