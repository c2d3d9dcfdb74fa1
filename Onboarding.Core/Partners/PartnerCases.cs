using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Cases;
using Onboarding.Core.Documents;
using Onboarding.Core.Persistence;
using Onboarding.Core.Results;
using Onboarding.Core.Stages.Stage1Intake;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Partners;

/// <summary>What a partner learns of its own registration: how it stands, not what is in it.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Number">Its number.</param>
/// <param name="Status">Its status.</param>
/// <param name="StatusSince">Since when (UTC).</param>
/// <param name="Reason">Why it stands there, or null while it stands where it began.</param>
/// <param name="ReceivedAt">When it came in (UTC).</param>
/// <param name="ProductCode">Product.</param>
/// <param name="Kind">Person or business.</param>
/// <param name="Documents">What this partner added; nobody else's documents.</param>
/// <param name="MissingDocuments">Kinds that are still needed, whoever brings them.</param>
/// <param name="TakenDocuments">Kinds that this applicant brings, owed or not.</param>
public sealed record PartnerCase(
    Guid CaseId, string Number, CaseStatus Status, DateTimeOffset StatusSince, StatusReason? Reason, DateTimeOffset ReceivedAt, string ProductCode, CustomerKind Kind,
    IReadOnlyList<PartnerDocument> Documents, IReadOnlyList<DocumentKind> MissingDocuments,
    IReadOnlyList<DocumentKind> TakenDocuments);

/// <summary>A document that the partner added.</summary>
/// <param name="Id">Identity.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Version">Version, from 1.</param>
/// <param name="Part">Part of the version, from 1.</param>
/// <param name="FileName">The name it was sent under.</param>
/// <param name="Type">Type found from the content.</param>
/// <param name="Size">Length in bytes.</param>
/// <param name="State">What is known of its content.</param>
/// <param name="AddedAt">When (UTC).</param>
public sealed record PartnerDocument(Guid Id, DocumentKind Kind, int Version, int Part, string FileName, DocumentType Type, long Size, DocumentState State, DateTimeOffset AddedAt);

/// <summary>Reads the cases of a partner. A number of somebody else's is not told apart from one that does not exist.</summary>
/// <param name="contexts">Makes contexts.</param>
/// <param name="protection">Opens the applicant's data, which decides what is missing.</param>
public sealed class PartnerCases(OnboardingContextFactory contexts, CaseProtection protection)
{
    /// <summary>The partner's case with this number.</summary>
    public async Task<Result<PartnerCase>> FindAsync(Guid partnerId, string number, CancellationToken cancellationToken)
    {
        await using var context = contexts.CreateDbContext();
        var owner = await context.Cases.AsNoTracking()
            .Include(item => item.Documents)
            .SingleOrDefaultAsync(item => item.Number == number && item.PartnerId == partnerId, cancellationToken);
        if (owner is null)
        {
            return new NotFound(RefusalCode.CaseNotFound);
        }

        // The newest step that moved the case; a case that never moved stands where it began.
        var action = await context.AuditEvents.AsNoTracking()
            .Where(item => item.StreamId == owner.Id && item.From != null && item.To != null && item.From != item.To)
            .OrderByDescending(item => item.Sequence)
            .Select(item => item.Action)
            .FirstOrDefaultAsync(cancellationToken);
        var data = protection.Open(owner.Id, owner.ProtectedData);
        return new PartnerCase(
            owner.Id, owner.Number, owner.Status, owner.StatusSince, Enum.TryParse<CaseAction>(action, out var known) ? StatusReasons.Of(known) : null, owner.CreatedAt, owner.ProductCode, owner.Kind,
            Documents(owner, partnerId), Missing(data, owner),
            [.. Enum.GetValues<DocumentKind>().Where(kind => CompletenessChecklist.Takes(kind, data, owner.Requirements))]);
    }

    /// <summary>The documents of a case that this partner added, oldest first.</summary>
    internal static IReadOnlyList<PartnerDocument> Documents(OnboardingCase owner, Guid partnerId)
    {
        var uploader = Actor.Partner(partnerId, string.Empty).Id;
        return [.. owner.Documents
            .Where(document => document.UploadedById == uploader)
            .OrderBy(document => document.UploadedAt).ThenBy(document => document.Id)
            .Select(Read)];
    }

    /// <summary>The kinds of documents that are still needed: those that are not there, or lie in quarantine or were removed.</summary>
    private static IReadOnlyList<DocumentKind> Missing(ApplicantData data, OnboardingCase owner) =>
        [.. CompletenessChecklist.NeededDocuments(data, owner.Requirements)
            .Where(kind => owner.Documents.All(document => document.Kind != kind || document.State is DocumentState.Quarantined or DocumentState.Removed))];

    private static PartnerDocument Read(CaseDocument document) => new(
        document.Id, document.Kind, document.Version, document.Part, document.FileName, document.Type, document.Size, document.State, document.UploadedAt);
}
