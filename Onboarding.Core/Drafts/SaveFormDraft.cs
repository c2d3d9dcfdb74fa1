using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Cases;
using Onboarding.Core.Persistence;
using Onboarding.Core.Protection;
using Onboarding.Core.Results;
using Onboarding.Core.Time;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Drafts;

/// <summary>Keeps what a person has typed into a form.</summary>
/// <param name="Subject">The case or customer.</param>
/// <param name="Form">Which form of the page.</param>
/// <param name="Content">What stands in it.</param>
/// <param name="SeenVersion">The version that the person's window knows; 0 before the first save.</param>
public sealed record SaveFormDraft(DraftSubject Subject, string Form, FormContent Content, int SeenVersion)
{
    /// <summary>Leaves out what was typed: a command may be logged.</summary>
    public override string ToString() => $"{nameof(SaveFormDraft)} {Form}";
}

/// <summary>
/// Saves a draft. It is no change of the case: no version, no audit event and no notice, and nobody learns of it. Another window of the
/// same person that typed meanwhile is a conflict, and nothing is overwritten.
/// </summary>
/// <param name="unitOfWork">The write path.</param>
/// <param name="protector">Encrypts the content.</param>
/// <param name="clock">Clock.</param>
public sealed class SaveFormDraftHandler(UnitOfWork unitOfWork, PersonalDataProtector protector, TimeProvider clock) : IUseCase
{
    /// <summary>Forms that a person may have begun on one case; the page with the most has about forty.</summary>
    public const int MostForms = 100;

    /// <summary>Characters of the name of a form.</summary>
    public const int FormMaxLength = 120;

    /// <summary>Saves; the answer is the version to name the next time.</summary>
    public async Task<Result<int>> HandleAsync(SaveFormDraft command, Actor actor, CancellationToken cancellationToken) =>
        await SaveAsync(command.Subject, command.Form, command.SeenVersion, _ => command.Content, actor, cancellationToken);

    /// <summary>
    /// Adds words to what is kept, whatever its version: a browser that was cut off hands over what it holds before it loads the page anew.
    /// Fields that it does not name stay.
    /// </summary>
    public async Task<Result<int>> AddAsync(DraftSubject subject, string form, IReadOnlyDictionary<string, string> texts, Actor actor, CancellationToken cancellationToken) =>
        await SaveAsync(
            subject,
            form,
            seenVersion: null,
            kept =>
            {
                var merged = new Dictionary<string, string>(kept.Texts, StringComparer.Ordinal);
                foreach (var (name, text) in texts)
                {
                    merged[name] = text;
                }

                return kept with { Texts = merged };
            },
            actor,
            cancellationToken);

    private Task<Result<int>> SaveAsync(
        DraftSubject subject, string form, int? seenVersion, Func<FormContent, FormContent> change, Actor actor, CancellationToken cancellationToken) =>
        unitOfWork.WriteAsync<int>(
            async scope =>
            {
                if (form.Length is 0 or > FormMaxLength)
                {
                    return new Invalid(nameof(SaveFormDraft.Form), InputProblem.TooLong, FormMaxLength.ToString(CultureInfo.InvariantCulture));
                }

                if (!FreeText.CanBeAskedFor(form))
                {
                    return new Invalid(nameof(SaveFormDraft.Form), InputProblem.UnknownChoice);
                }

                if (await subject.FindAsync(scope.Context, actor, cancellationToken) is not { } id)
                {
                    return new NotFound(RefusalCode.RecordNotFound);
                }

                var own = scope.Context.FormDrafts.Where(item => item.SubjectId == id && item.PersonId == actor.Id);
                var draft = await own.SingleOrDefaultAsync(item => item.Form == form, cancellationToken);
                if (seenVersion is { } seen && seen != (draft?.Version ?? 0))
                {
                    return new Conflict(RefusalCode.VersionConflict);
                }

                if (draft is null)
                {
                    if (await own.CountAsync(cancellationToken) >= MostForms)
                    {
                        return new Invalid(nameof(SaveFormDraft.Form), InputProblem.TooLong, MostForms.ToString(CultureInfo.InvariantCulture));
                    }

                    draft = new FormDraft(SequentialId.New(clock), id, actor.Id, form);
                    scope.Context.FormDrafts.Add(draft);
                }

                var content = change(draft.Version == 0 ? FormContent.Empty : FormDraftReader.Open(protector, draft));
                if (content.Length > FormContent.MaxLength)
                {
                    return new Invalid(nameof(SaveFormDraft.Content), InputProblem.TooLong, FormContent.MaxLength.ToString(CultureInfo.InvariantCulture));
                }

                draft.Fill(protector.ProtectJson(content, FormDraftReader.Purpose(draft.Id)), Instant.Now(clock));
                return draft.Version;
            },
            cancellationToken);
}
