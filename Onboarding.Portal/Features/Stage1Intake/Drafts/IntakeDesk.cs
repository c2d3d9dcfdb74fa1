using Onboarding.Core.Cases;
using Onboarding.Core.Documents.Reading;
using Onboarding.Core.Results;
using Onboarding.Core.Stages.Stage1Intake;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Features.Stage1Intake.Documents;

namespace Onboarding.Portal.Features.Stage1Intake.Drafts;

/// <summary>Turns what was typed into the staff's form into the use cases that save it, send it in or throw it away.</summary>
/// <param name="register">Makes a case.</param>
/// <param name="drafts">Saves a draft.</param>
/// <param name="submit">Sends a draft in.</param>
/// <param name="uploads">Keeps files beside the form.</param>
/// <param name="removals">Takes them out of a draft again.</param>
/// <param name="pendingCards">Reads photos beside the form.</param>
/// <param name="cards">Reads photos in a draft.</param>
public sealed class IntakeDesk(
    RegisterCaseHandler register,
    SaveDraftHandler drafts,
    SubmitDraftHandler submit,
    UploadPendingDocumentHandler uploads,
    RemoveDraftDocumentHandler removals,
    ReadPendingCardHandler pendingCards,
    ReadIdentityCardHandler cards)
{
    /// <summary>The documents of a form.</summary>
    public IntakeDocuments Documents(Guid submissionKey, Func<Task<Actor>> actor) => new(uploads, removals, submissionKey, actor);

    /// <summary>Reads the photo of a KTP: beside the form, or in its draft since it was last saved.</summary>
    public async Task<Result<CardReading>> ReadCardAsync(
        Guid submissionKey, string? number, Guid card, Actor actor, Action<CardReadingStep> progress, CancellationToken cancellationToken)
    {
        Result<CardReading> read = await pendingCards.HandleAsync(new ReadPendingCard(submissionKey, card), actor, progress, cancellationToken);
        return read.Refusal is NotFound && number is not null
            ? await cards.HandleAsync(new ReadIdentityCard(number, card), actor, progress, cancellationToken)
            : read;
    }

    /// <summary>Saves the form: the first time a draft comes of it.</summary>
    public Task<Result<CaseState>> SaveAsync(
        IntakeDocuments tray, RegistrationInput input, TimeSpan offset, IReadOnlySet<CardField> read, Actor actor, CancellationToken cancellationToken) =>
        tray.SaveAsync(
            draft => draft is { } target
                ? drafts.HandleAsync(
                    new SaveDraft(target, input.ProductCode, Channel(input), Language(input), input.ToData(), IntakeInput.Source(input, offset)) { MachineRead = read }, actor, cancellationToken)
                : RegisterAsync(Command(input, offset, policyVersion: null, read), actor, cancellationToken),
            cancellationToken);

    /// <summary>Sends the form in.</summary>
    public Task<Result<CaseState>> SendAsync(
        IntakeDocuments tray, RegistrationInput input, TimeSpan offset, string policyVersion, IReadOnlySet<CardField> read, Actor actor, CancellationToken cancellationToken) =>
        tray.SaveAsync(
            draft => draft is { } target
                ? submit.HandleAsync(new SubmitDraft(target, Consent(input, policyVersion), IntakeInput.Explanation(input)), actor, cancellationToken)
                : RegisterAsync(Command(input, offset, policyVersion, read), actor, cancellationToken),
            cancellationToken);

    /// <summary>Throws the draft away.</summary>
    public Task<Result<CaseState>> DiscardAsync(IntakeDocuments tray, Actor actor, CancellationToken cancellationToken) =>
        tray.SaveAsync(draft => submit.DiscardAsync(draft!, actor, cancellationToken), cancellationToken);

    private async Task<Result<CaseState>> RegisterAsync(RegisterCase command, Actor actor, CancellationToken cancellationToken)
    {
        Result<Registered> result = await register.HandleAsync(command, actor, cancellationToken);
        return result.IsDone ? result.Value.State : result.Refusal;
    }

    // Without a policy that was agreed to it is a draft.
    private static RegisterCase Command(RegistrationInput input, TimeSpan offset, string? policyVersion, IReadOnlySet<CardField> read) => new(
        input.SubmissionKey,
        input.ProductCode,
        Channel(input),
        Language(input),
        input.ToData(),
        policyVersion is null ? null : Consent(input, policyVersion),
        policyVersion is null,
        new IntakeDetails(IntakeInput.Source(input, offset), policyVersion is null ? null : IntakeInput.Explanation(input)) { MachineRead = read });

    private static GivenConsent Consent(RegistrationInput input, string policyVersion) =>
        new(policyVersion, input.IsTicked(FieldPaths.Consent), input.IsTicked(FieldPaths.Marketing));

    private static Channel Channel(RegistrationInput input) => IntakeInput.Channel(input) ?? Core.Cases.Channel.Offline;

    private static Language Language(RegistrationInput input) => input.Choice<Language>(FieldPaths.Language) ?? Core.Cases.Language.Indonesian;
}
