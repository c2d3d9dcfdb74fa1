using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Audit;
using Onboarding.Core.Cases;
using Onboarding.Core.Documents;
using Onboarding.Core.Persistence;
using Onboarding.Core.Results;
using Onboarding.Core.Time;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Reporting.Printing;

/// <summary>Opens what a bulk print made.</summary>
/// <param name="RequestId">Which.</param>
/// <param name="Item">One of its reports, from 1, where they could not be joined; null for the joined file.</param>
public sealed record OpenPrinted(Guid RequestId, int? Item);

/// <summary>Handles <see cref="OpenPrinted"/>: for whoever started it, and no longer than the file is kept.</summary>
/// <param name="unitOfWork">The write path.</param>
/// <param name="storage">Document storage.</param>
/// <param name="clock">Clock.</param>
public sealed class OpenPrintedHandler(UnitOfWork unitOfWork, IDocumentStorage storage, TimeProvider clock) : IUseCase
{
    /// <summary>Writes the audit event first: nobody takes a file along without a trace.</summary>
    public async Task<Result<Stream>> HandleAsync(OpenPrinted command, Actor actor, CancellationToken cancellationToken)
    {
        if (!actor.Has(ActorRole.Supervisor))
        {
            return new NotAllowed(RefusalCode.RoleNotAllowed);
        }

        var found = await unitOfWork.WriteAsync<StoredDocument>(
            async scope =>
            {
                var now = Instant.Now(clock);
                var request = await scope.Context.PrintRequests.AsNoTracking().SingleOrDefaultAsync(
                    item => item.Id == command.RequestId && item.RequestedById == actor.Id && item.State == PrintState.Done && item.ExpiresAt > now, cancellationToken);
                if (request is null || await FileAsync(scope.Context, request, command.Item, cancellationToken) is not { } file)
                {
                    return new NotFound(RefusalCode.RecordNotFound);
                }

                var entry = new AuditEntry("Print.Open") { Details = $$"""{"print":"{{request.Id:N}}","sha256":"{{Convert.ToHexStringLower(file.Sha256)}}"}""" };
                await scope.RecordAsync(entry, actor, SequentialId.New(clock), now, cancellationToken);
                return file;
            },
            cancellationToken);
        if (!found.IsDone)
        {
            return found.Refusal;
        }

        try
        {
            return await storage.OpenAsync(found.Value, cancellationToken);
        }
        catch (DocumentUnreadableException)
        {
            return new NotAllowed(RefusalCode.DocumentNotOpenable);
        }
    }

    // A print of a single report has no joined file: that report is the result.
    private static async Task<StoredDocument?> FileAsync(OnboardingContext context, PrintRequest request, int? number, CancellationToken cancellationToken)
    {
        if (number is null && request.HasFile)
        {
            return request.ToStored();
        }

        var item = await context.PrintItems.AsNoTracking()
            .Where(row => row.RequestId == request.Id && row.FileId != null && (number == null || row.Number == number))
            .OrderBy(row => row.Number).FirstOrDefaultAsync(cancellationToken);
        return item?.ToStored();
    }
}
