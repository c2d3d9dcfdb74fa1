using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Onboarding.Core.Cases;
using Onboarding.Core.Customers;
using Onboarding.Core.Persistence;
using Onboarding.Core.Queues;
using Onboarding.Core.Results;
using Onboarding.Core.Stages.Stage1Intake;
using Onboarding.Core.Stages.Stage2Verification;
using Onboarding.Core.Stages.Stage3Recording;
using Onboarding.Core.Stages.Stage4Approval;
using Onboarding.Core.Stages.Stage5FollowUp;
using Onboarding.Core.Workflow;

namespace Onboarding.Tests.Support;

/// <summary>Makes cases that stand at a stage, by walking every earlier stage through the real use cases.</summary>
/// <param name="services">The core's services, in a test's own host or in a whole portal.</param>
public sealed class CasesAt(IServiceProvider services)
{
    private int _serial = 9900;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>A registration that just came in, with all its documents.</summary>
    public async Task<CaseState> ReceivedAsync(ApplicantData? data = null, Guid? submissionKey = null)
    {
        data ??= Registrations.Person(Interlocked.Increment(ref _serial));
        var key = submissionKey ?? Guid.CreateVersion7(Get<TimeProvider>().GetUtcNow());
        foreach (var (_, kind) in CompletenessChecklist.RequiredDocuments(data))
        {
            (await Get<UploadPendingDocumentHandler>().HandleAsync(new(key, kind, $"{kind}.png"), Registrations.Picture(), Token)).ShouldBeDone();
        }

        var product = data is BusinessData ? "INTERNET-BISNIS" : "INTERNET-RUMAH";
        var registered = await Get<RegisterCaseHandler>().HandleAsync(
            new(key, product, Channel.Online, Language.Indonesian, data, new("2026-01", Registration: true, Marketing: false)), Actor.Applicant(key), Token);
        return registered.ShouldBeDone().State;
    }

    /// <summary>Stage 2, not yet claimed.</summary>
    public async Task<CaseState> InVerificationAsync(ApplicantData? data = null) => await ToVerificationAsync(await ReceivedAsync(data));

    /// <summary>Leads a registration that just came in to stage 2.</summary>
    public async Task<CaseState> ToVerificationAsync(CaseState received)
    {
        var state = await ClaimAsync(received, Staff.Sari);
        state = (await Get<TickChecklistItemHandler>().HandleAsync(Explained(Target(state)), Staff.Sari, Token)).ShouldBeDone();
        return (await Get<CompleteIntakeHandler>().HandleAsync(new(Target(state)), Staff.Sari, Token)).ShouldBeDone();
    }

    /// <summary>Stage 3, customer record, not yet claimed.</summary>
    public async Task<CaseState> VerifiedAsync(ApplicantData? data = null)
    {
        var state = await ClaimAsync(await InVerificationAsync(data), Staff.Dewi);
        state = await PassChecksAsync(state, Staff.Dewi);
        return (await Get<CompleteVerificationHandler>().HandleAsync(new(Target(state)), Staff.Dewi, Token)).ShouldBeDone();
    }

    /// <summary>Lets who has claimed a case in stage 2 do every required line of the form that has not passed, re-entries by typing the truth.</summary>
    public async Task<CaseState> PassChecksAsync(CaseState state, Actor verifier)
    {
        var file = (await Get<CaseFileReader>().ReadAsync(state.Number, verifier, Token)).ShouldBeDone();
        foreach (var line in file.Verification.Lines.Where(line => line.IsRequired && line.Result != CheckResult.Passed))
        {
            var result = line.Code == CheckCode.BlindReentry
                ? await ReenterAsync(state, Enum.Parse<ReentryField>(line.Key.Subject), ReentryFields.ValueOf(file.Data, Enum.Parse<ReentryField>(line.Key.Subject))!, verifier)
                : await CheckAsync(state, line.Key, CheckResult.Passed, verifier);
            state = result.ShouldBeDone();
        }

        return state;
    }

    /// <summary>Records one check.</summary>
    public Task<Result<CaseState>> CheckAsync(CaseState state, CheckKey key, CheckResult result, Actor verifier, string text = "dilihat", string? remark = null) =>
        Get<RecordCheckHandler>().HandleAsync(new(Target(state), key, result, new([], text), remark), verifier, Token);

    /// <summary>Types a field from the document.</summary>
    public Task<Result<CaseState>> ReenterAsync(CaseState state, ReentryField field, string typed, Actor verifier) =>
        Get<ReenterFieldHandler>().HandleAsync(new(Target(state), field, typed), verifier, Token);

    /// <summary>Every field of the customer record, of whatever kind.</summary>
    public static IReadOnlySet<string> AllFields { get; } = Enum.GetValues<CustomerKind>().SelectMany(RecordSheet.MainFields).ToHashSet(StringComparer.Ordinal);

    /// <summary>Stage 3, storage, not yet claimed.</summary>
    public async Task<CaseState> RecordedAsync(ApplicantData? data = null)
    {
        var state = await ClaimAsync(await VerifiedAsync(data), Staff.Agus);
        return (await Get<CompleteRecordingHandler>().HandleAsync(new(Target(state), AllFields), Staff.Agus, Token)).ShouldBeDone();
    }

    /// <summary>Stage 4, not yet claimed.</summary>
    public async Task<CaseState> AwaitingApprovalAsync(ApplicantData? data = null)
    {
        var state = await ClaimAsync(await RecordedAsync(data), Staff.Rudi);
        state = (await Get<VerifyStoredDocumentsHandler>().HandleAsync(new(Target(state)), Staff.Rudi, null, Token)).ShouldBeDone();
        foreach (var item in Enum.GetValues<StorageItem>().Where(item => !StorageChecklist.IsProvenBySystem(item)))
        {
            state = (await Get<TickStorageItemHandler>().HandleAsync(new(Target(state), item, true, null), Staff.Rudi, Token)).ShouldBeDone();
        }

        return (await Get<ConfirmStorageHandler>().HandleAsync(new(Target(state)), Staff.Rudi, Token)).ShouldBeDone();
    }

    /// <summary>Stage 4, approved, the activation not yet confirmed.</summary>
    public async Task<CaseState> ActivatingAsync(ApplicantData? data = null)
    {
        var state = await ClaimAsync(await AwaitingApprovalAsync(data), Staff.Maya);
        return (await Get<ApproveCaseHandler>().HandleAsync(new(Target(state), null), Staff.Maya, Token)).ShouldBeDone();
    }

    /// <summary>Stage 5, the follow-up planned but not due.</summary>
    public async Task<CaseState> ActiveAsync(ApplicantData? data = null)
    {
        var state = await ActivatingAsync(data);
        return (await Get<ConfirmActivationHandler>().HandleAsync(new(state.CaseId, $"SVC-{state.Number}"), Actor.System("test"), Token)).ShouldBeDone();
    }

    /// <summary>Stage 5, followed up and asked for feedback; Sari has the case.</summary>
    public async Task<CaseState> FeedbackAskedAsync(ApplicantData? data = null)
    {
        var state = await ActiveAsync(data);
        (await Get<CaseWriter>().ActAsync(new(state.CaseId, null), Actor.System("test"), work =>
        {
            work.Case.FollowUps[0].Open(work.Now);
            work.OpenWorkItem(WorkQueue.FollowUp);
            return work.Act(CaseAction.OpenFollowUp);
        }, Token)).ShouldBeDone();
        await ClaimAsync(state, Staff.Sari);
        (await Get<RecordFollowUpHandler>().HandleAsync(new(new(state.CaseId, null), FollowUpOutcome.Understood, null), Staff.Sari, Token)).ShouldBeDone();
        return (await Get<AskFeedbackHandler>().HandleAsync(new(new(state.CaseId, null)), Staff.Sari, Token)).ShouldBeDone();
    }

    /// <summary>Lets a person claim the case's live work item.</summary>
    public async Task<CaseState> ClaimAsync(CaseState state, Actor actor) =>
        (await Get<WorkItemHandler>().ClaimAsync(await LiveWorkItemAsync(state.CaseId), actor, Token)).ShouldBeDone();

    /// <summary>Id of the case's live work item.</summary>
    public async Task<Guid> LiveWorkItemAsync(Guid caseId)
    {
        await using var context = Get<OnboardingContextFactory>().CreateDbContext();
        return await context.WorkItems.Where(item => item.CaseId == caseId && item.ClosedAt == null && item.Concern == null).Select(item => item.Id).SingleAsync(Token);
    }

    /// <summary>The case as it stands in the database.</summary>
    public async Task<OnboardingCase> LoadAsync(Guid caseId)
    {
        await using var context = Get<OnboardingContextFactory>().CreateDbContext();
        return (await CaseWriter.LoadAsync(context, caseId, Token))!;
    }

    /// <summary>Product and requirements were explained, by the brochure that a new installation starts with.</summary>
    public static TickChecklistItem Explained(CaseTarget target) =>
        new(target, ChecklistItem.ProductExplained, IsDone: true, Remark: null) { Explanation = new(1, ExplanationMeans.InPerson) };

    /// <summary>How to address the case in its next command.</summary>
    public static CaseTarget Target(CaseState state) => new(state.CaseId, state.Version);

    private T Get<T>()
        where T : notnull => services.GetRequiredService<T>();
}
