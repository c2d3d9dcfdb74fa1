using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Onboarding.Core.Documents;
using Onboarding.Core.Stages.Stage1Intake;
using Onboarding.Portal.Features.Uploading;
using Onboarding.Tests.Core.Documents;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Integration.Uploading;

/// <summary>Counts what the whole process allocates, so nothing else may run meanwhile.</summary>
[CollectionDefinition(nameof(UploadMemoryTests), DisableParallelization = true)]
[Collection(nameof(UploadMemoryTests))]
public sealed class UploadMemoryTests
{
    private const int Files = 6;

    [Fact]
    public async Task Files_of_15_MB_that_come_over_HTTP_at_the_same_time_are_never_whole_in_memory()
    {
        await using PortalHost host = new();
        using FileSender applicant = await FileSender.OpenAsync(host);
        UploadPlace place = new(UploadDoor.Form, FileSender.NewId());
        byte[] file = TestFiles.Pdf(DocumentLimits.MaximumSize);
        await SendAsync(applicant, place, TestFiles.Pdf(200_000));

        long before = GC.GetTotalAllocatedBytes(precise: true);
        await Task.WhenAll(Enumerable.Range(0, Files).Select(_ => SendAsync(applicant, place, file)));
        long allocated = GC.GetTotalAllocatedBytes(precise: true) - before;

        // Both ends of the line are in this process; a copy of each file on either would be all of it.
        allocated.ShouldBeLessThan((long)Files * DocumentLimits.MaximumSize / 3);
        IReadOnlyList<PendingDocumentInfo> kept = await host.Services.GetRequiredService<UploadPendingDocumentHandler>().ListAsync(place.Key, TestContext.Current.CancellationToken);
        kept.Count(document => document.Size == DocumentLimits.MaximumSize).ShouldBe(Files);
    }

    private static async Task SendAsync(FileSender applicant, UploadPlace place, byte[] file)
    {
        using StreamContent content = new(new ArrivingStream(file, largestPiece: 64 * 1024));
        content.Headers.ContentLength = file.Length;
        using HttpResponseMessage answer = await applicant.SendAsync(place.Door, applicant.Ticket(place), content);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
    }
}
