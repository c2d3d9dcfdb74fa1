using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Persistence;
using Onboarding.Core.Protection;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Drafts;

/// <summary>A draft, readable.</summary>
/// <param name="Form">Which form of the page.</param>
/// <param name="Content">What was typed.</param>
/// <param name="Version">To be named when it is saved again.</param>
/// <param name="SavedAt">When it was last saved (UTC).</param>
public sealed record KeptDraft(string Form, FormContent Content, int Version, DateTimeOffset SavedAt);

/// <summary>Finds the drafts of a person, and of nobody else.</summary>
/// <param name="contexts">Makes contexts.</param>
/// <param name="protector">Opens them.</param>
public sealed class FormDraftReader(OnboardingContextFactory contexts, PersonalDataProtector protector)
{
    /// <summary>Row and purpose of a draft's content.</summary>
    internal static string Purpose(Guid id) => $"form-draft/{id:N}";

    /// <summary>Everything that this person has begun and not sent on a case or customer; nothing where they may not look any more.</summary>
    public async Task<IReadOnlyList<KeptDraft>> ReadAsync(DraftSubject subject, Actor actor, CancellationToken cancellationToken)
    {
        await using var context = contexts.CreateDbContext();
        if (await subject.FindAsync(context, actor, cancellationToken) is not { } id)
        {
            return [];
        }

        var drafts = await context.FormDrafts.AsNoTracking()
            .Where(draft => draft.SubjectId == id && draft.PersonId == actor.Id)
            .OrderBy(draft => draft.Form)
            .Take(SaveFormDraftHandler.MostForms)
            .ToListAsync(cancellationToken);
        return [.. drafts.Select(draft => new KeptDraft(draft.Form, Open(protector, draft), draft.Version, draft.SavedAt))];
    }

    /// <summary>What was typed; nothing where it cannot be opened any more, since a lost draft must not keep anybody from the case.</summary>
    internal static FormContent Open(PersonalDataProtector protector, FormDraft draft)
    {
        try
        {
            return protector.UnprotectJson<FormContent>(draft.ProtectedContent, Purpose(draft.Id));
        }
        catch (Exception failure) when (failure is ProtectionException or JsonException)
        {
            return FormContent.Empty;
        }
    }
}
