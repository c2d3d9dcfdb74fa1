using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Persistence;
using Onboarding.Core.Results;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Documents.Quarantine;

/// <summary>A document in quarantine, as IT sees it.</summary>
/// <param name="Id">Identity.</param>
/// <param name="CaseNumber">Number of the case, or null when the registration was not sent in yet.</param>
/// <param name="Kind">What it was said to be.</param>
/// <param name="Type">Type of the file.</param>
/// <param name="Size">Its length in bytes.</param>
/// <param name="UploadedByName">Who uploaded it: a member of staff, "applicant", or null for a form that was not sent in yet.</param>
/// <param name="UploadedAt">When (UTC).</param>
/// <param name="Finding">What the virus scanner calls it.</param>
public sealed record QuarantineRow(
    Guid Id, string? CaseNumber, DocumentKind Kind, DocumentType Type, long Size, string? UploadedByName, DateTimeOffset UploadedAt, string Finding);

/// <summary>The list of what the virus scanner recognised, for Tim IT ("data pelanggan tersimpan secara aman").</summary>
/// <param name="contexts">Makes contexts for reading.</param>
public sealed class QuarantineReader(OnboardingContextFactory contexts)
{
    /// <summary>At most this many are shown; there are never many.</summary>
    public const int Limit = 100;

    /// <summary>The newest first. Only Tim IT learns of them.</summary>
    public async Task<Result<IReadOnlyList<QuarantineRow>>> ListAsync(Actor actor, CancellationToken cancellationToken)
    {
        if (!actor.Has(ActorRole.InformationTechnology))
        {
            return new NotAllowed(RefusalCode.RoleNotAllowed);
        }

        await using var context = contexts.CreateDbContext();
        var inCases = await context.Documents.AsNoTracking()
            .Where(document => document.State == DocumentState.Quarantined)
            .OrderByDescending(document => document.Id).Take(Limit)
            .Select(document => new QuarantineRow(
                document.Id,
                context.Cases.Where(owner => owner.Id == document.CaseId).Select(owner => owner.Number).FirstOrDefault(),
                document.Kind, document.Type, document.Size, document.UploadedByName, document.UploadedAt, document.Finding ?? ""))
            .ToListAsync(cancellationToken);
        var inForms = await context.PendingDocuments.AsNoTracking()
            .Where(document => document.State == DocumentState.Quarantined)
            .OrderByDescending(document => document.Id).Take(Limit)
            .Select(document => new QuarantineRow(
                document.Id, null, document.Kind, document.Type, document.Size, null, document.UploadedAt, document.Finding ?? ""))
            .ToListAsync(cancellationToken);
        return inCases.Concat(inForms).OrderByDescending(row => row.UploadedAt).Take(Limit).ToList();
    }
}
