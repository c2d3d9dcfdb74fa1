using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Cases;
using Onboarding.Core.Persistence;
using Onboarding.Core.Results;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Reporting.Issuing;

/// <summary>Opens an issued form: the bytes as they were stored, never a new print.</summary>
/// <param name="Number">Number of the case; a form of another case is not found.</param>
/// <param name="FormId">The form.</param>
public sealed record OpenIssuedForm(string Number, Guid FormId);

/// <summary>An issued form that was opened.</summary>
/// <param name="FormNumber">Its number, which names the file.</param>
/// <param name="Content">The bytes as stored, to be disposed of by the caller.</param>
public sealed record OpenedForm(string FormNumber, Stream Content);

/// <summary>Handles <see cref="OpenIssuedForm"/>; each opening is an audit event of the case (UU PDP Pasal 31 and 39).</summary>
/// <param name="contexts">Makes contexts for reading.</param>
/// <param name="documents">Opens documents.</param>
public sealed class OpenIssuedFormHandler(OnboardingContextFactory contexts, OpenDocumentHandler documents) : IUseCase
{
    /// <summary>Opens it.</summary>
    public async Task<Result<OpenedForm>> HandleAsync(OpenIssuedForm command, Actor actor, CancellationToken cancellationToken)
    {
        if (!actor.IsStaff || !CaseAccess.MayRead(actor))
        {
            return new NotFound(RefusalCode.DocumentNotFound);
        }

        await using var context = contexts.CreateDbContext();
        var found = await context.IssuedForms.AsNoTracking()
            .Where(form => form.Id == command.FormId && context.Cases.Any(owner => owner.Id == form.CaseId && owner.Number == command.Number))
            .Select(form => new { form.Number, form.DocumentId })
            .SingleOrDefaultAsync(cancellationToken);
        if (found?.DocumentId is not { } documentId)
        {
            return new NotFound(RefusalCode.DocumentNotFound);
        }

        var opened = await documents.HandleAsync(new OpenDocument(command.Number, documentId), actor, cancellationToken);
        return opened.IsDone ? new OpenedForm(found.Number, opened.Value.Content) : opened.Refusal;
    }
}
