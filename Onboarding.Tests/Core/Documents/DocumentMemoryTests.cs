using Onboarding.Core.Documents;
using Onboarding.Tests.Core.Protection;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Core.Documents;

/// <summary>Counts what the whole process allocates, so nothing else may run meanwhile.</summary>
[CollectionDefinition(nameof(DocumentMemoryTests), DisableParallelization = true)]
[Collection(nameof(DocumentMemoryTests))]
public sealed class DocumentMemoryTests
{
    private const long Bound = 3 * 1024 * 1024;

    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task Costs_no_15_MB_of_memory_to_store_and_read_15_MB()
    {
        using var folder = new TemporaryFolder();
        var storage = new FileDocumentStorage(new DocumentStorageOptions { Folder = folder.Path }, TestKeys.Ring());
        var file = TestFiles.Pdf(DocumentLimits.MaximumSize);
        await StoreAndReadAsync(storage, TestFiles.Pdf(), number: 1);

        var before = GC.GetTotalAllocatedBytes(precise: true);
        await StoreAndReadAsync(storage, file, number: 2);
        var allocated = GC.GetTotalAllocatedBytes(precise: true) - before;

        allocated.ShouldBeLessThan(Bound);
    }

    private static async Task StoreAndReadAsync(FileDocumentStorage storage, byte[] file, int number)
    {
        var stored = await storage.StoreAsync(new Guid(number, 0, 0, new byte[8]), new ArrivingStream(file, largestPiece: 32_768), None);
        await using var stream = await storage.OpenAsync(stored.Value, None);
        var buffer = new byte[32_768];
        while (await stream.ReadAsync(buffer, None) > 0)
        {
            // The content itself is compared elsewhere.
        }
    }
}
