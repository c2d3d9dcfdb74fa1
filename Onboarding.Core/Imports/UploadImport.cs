using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Audit;
using Onboarding.Core.Cases;
using Onboarding.Core.Catalog;
using Onboarding.Core.Persistence;
using Onboarding.Core.Results;
using Onboarding.Core.Time;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Imports;

/// <summary>Takes in a file of registrations (SOP stage 1), which then waits for its dry run.</summary>
/// <param name="contexts">Makes contexts for reading.</param>
/// <param name="unitOfWork">The write path.</param>
/// <param name="storage">The files.</param>
/// <param name="settings">Limits.</param>
/// <param name="feed">Told of the new import.</param>
/// <param name="clock">Clock.</param>
public sealed class UploadImportHandler(
    OnboardingContextFactory contexts, UnitOfWork unitOfWork, ImportFileStorage storage, ImportSettings settings, ImportProgressFeed feed, TimeProvider clock) : IUseCase
{
    /// <summary>Stores the file encrypted while it is read; answers the id of the import. What is refused leaves nothing behind.</summary>
    /// <param name="declaration">What is said of the file.</param>
    /// <param name="content">The file, read to its end.</param>
    /// <param name="actor">Customer Service.</param>
    /// <param name="cancellationToken">Cancels until the commit begins.</param>
    public async Task<Result<Guid>> HandleAsync(ImportDeclaration declaration, Stream content, Actor actor, CancellationToken cancellationToken)
    {
        if (!actor.Has(ActorRole.CustomerService))
        {
            return new NotAllowed(RefusalCode.RoleNotAllowed);
        }

        if (await ValidateAsync(declaration, cancellationToken) is { } invalid)
        {
            return invalid;
        }

        var id = SequentialId.New(clock);
        var stored = await storage.StoreAsync(id, content, settings.MaxBytes, cancellationToken);
        if (!stored.IsDone)
        {
            return stored.Refusal;
        }

        var isRecorded = false;
        try
        {
            var recorded = await RecordAsync(new ImportBatch(id, declaration, stored.Value, actor, Instant.Now(clock)), actor, cancellationToken);
            isRecorded = recorded.IsDone;
            feed.Publish(id, isMoved: true);
            return recorded;
        }
        finally
        {
            if (!isRecorded)
            {
                storage.Delete(id);
            }
        }
    }

    private Task<Result<Guid>> RecordAsync(ImportBatch batch, Actor actor, CancellationToken cancellationToken) => unitOfWork.WriteAsync<Guid>(
        async scope =>
        {
            scope.Context.ImportBatches.Add(batch);
            await scope.RecordAsync(
                new AuditEntry("Import.Upload") { Details = $$"""{"import":"{{batch.Id:N}}","sha256":"{{Convert.ToHexStringLower(batch.Sha256)}}","bytes":{{batch.Size}}}""" },
                actor, SequentialId.New(clock), batch.UploadedAt, cancellationToken);
            return batch.Id;
        },
        cancellationToken);

    private async Task<Invalid?> ValidateAsync(ImportDeclaration declaration, CancellationToken cancellationToken)
    {
        if (FreeText.Refuse(nameof(ImportDeclaration.Evidence), declaration.Evidence, ImportBatch.MaxEvidenceLength, isRequired: true) is { } evidence)
        {
            return evidence;
        }

        if (declaration.Channel is not (Channel.Offline or Channel.Partner))
        {
            return new Invalid(nameof(ImportDeclaration.Channel), InputProblem.UnknownChoice);
        }

        if (declaration.Channel == Channel.Partner && declaration.PartnerId is null)
        {
            return new Invalid(nameof(ImportDeclaration.PartnerId), InputProblem.Required);
        }

        await using var context = contexts.CreateDbContext();
        if (declaration.PartnerId is { } partnerId
            && !await context.Partners.AnyAsync(partner => partner.Id == partnerId && partner.DisabledAt == null, cancellationToken))
        {
            return new Invalid(nameof(ImportDeclaration.PartnerId), InputProblem.UnknownChoice);
        }

        return declaration.ProductCode is { } code && await Catalogue.FindAsync(context, code, Instant.Now(clock), cancellationToken) is not { IsOffered: true }
            ? new Invalid(nameof(ImportDeclaration.ProductCode), InputProblem.UnknownChoice)
            : null;
    }
}
