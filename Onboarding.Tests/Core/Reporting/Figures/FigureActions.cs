using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Cases;
using Onboarding.Core.Persistence;
using Onboarding.Core.Queues;
using Onboarding.Core.Reporting.Figures;
using Onboarding.Core.Stages.Stage1Intake;
using Onboarding.Core.Stages.Stage2Verification;
using Onboarding.Core.Stages.Stage4Approval;
using Onboarding.Core.Stages.Stage5FollowUp;
using Onboarding.Core.Workflow;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Core.Reporting.Figures;

/// <summary>Whatever people and jobs do, by chance: many of these steps are refused, as in life, and then nothing may be counted.</summary>
/// <param name="core">The core.</param>
/// <param name="seed">Decides what happens.</param>
internal sealed class FigureActions(CoreHost core, int seed)
{
    private readonly Random _random = new(seed);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>One step on one case.</summary>
    public async Task StepAsync()
    {
        if (_random.Next(4) == 0)
        {
            core.Clock.Advance(TimeSpan.FromMinutes(_random.Next(1, 4000)));
        }

        if (_random.Next(8) == 0)
        {
            await SweepAsync();
            return;
        }

        var (id, number) = await PickAsync();
        var target = new CaseTarget(id, null);
        switch (_random.Next(15))
        {
            case 0:
                await ClaimAsync(id, Pick(Staff.Sari, Staff.Bayu, Staff.Dewi, Staff.Agus, Staff.Rudi, Staff.Maya, Staff.Hendra));
                break;
            case 1:
                await ReleaseAsync(id);
                break;
            case 2:
                await core.Get<WithdrawCaseHandler>().HandleAsync(new(target, null), Actor.Applicant(id), Token);
                break;
            case 3:
                await core.Get<HoldCaseHandler>().PlaceAsync(new(target, "periksa"), Staff.Ratna, Token);
                break;
            case 4 or 5:
                await core.Get<HoldCaseHandler>().ReleaseAsync(new(target, "selesai"), Staff.Ratna, Token);
                break;
            case 6:
                await core.Get<AskApplicantHandler>().HandleAsync(new(target, "Mohon dilengkapi."), Staff.Sari, Token);
                await core.Get<AskClarificationHandler>().HandleAsync(new(target, "Mohon dijelaskan."), Staff.Dewi, Token);
                break;
            case 7:
                await core.Get<CompleteIntakeHandler>().HandleAsync(new(target), Staff.Sari, Token);
                break;
            case 8:
                await core.Get<RejectCaseHandler>().HandleAsync(new(target, "OTHER", "Tidak memenuhi."), Staff.Maya, Token);
                break;
            case 9:
                await core.Get<SendBackCaseHandler>().HandleAsync(new(target, _random.Next(2) == 0 ? Stage.Verification : Stage.Recording, "Periksa lagi."), Staff.Maya, Token);
                break;
            case 10:
                await core.Get<ApproveCaseHandler>().HandleAsync(new(target, _random.Next(2) == 0 ? "Baik." : null), Staff.Maya, Token);
                break;
            case 11:
                await core.Get<ReopenCaseHandler>().HandleAsync(new(target, "Dapat diperbaiki."), Staff.Hendra, Token);
                break;
            case 12:
                await core.Get<ReportActivationFailureHandler>().HandleAsync(new(id, "timeout"), Actor.System("test"), Token);
                await core.Get<ConfirmActivationHandler>().HandleAsync(new(id, $"SVC-{number}"), Actor.System("test"), Token);
                break;
            case 13:
                await core.Get<RecordFollowUpHandler>().HandleAsync(new(target, Pick(Enum.GetValues<FollowUpOutcome>()), "dicatat"), Staff.Sari, Token);
                await core.Get<GiveFeedbackHandler>().HandleAsync(new(id, _random.Next(1, 6), _random.Next(1, 6), null), Actor.Applicant(id), Token);
                break;
            case 14:
                await core.Get<EditRegistrationHandler>().HandleAsync(new(target, Registrations.Person(9000 + _random.Next(900)) with { Address = Registrations.Address() with { VillageCode = Pick("31.71.03.1001", "32.73.01.1001", "35.78.01.1001") } }, null), Staff.Sari, Token);
                break;
        }
    }

    private async Task SweepAsync()
    {
        await core.Get<OpenDueFollowUpsHandler>().HandleAsync(Token);
        await core.Get<TakeEscalationStepsHandler>().HandleAsync(Token);
        if (_random.Next(2) == 0)
        {
            await core.Get<FoldFiguresHandler>().HandleAsync(Token);
        }
    }

    private async Task ClaimAsync(Guid id, Actor actor)
    {
        if (await LiveAsync(id) is { } item)
        {
            await core.Get<WorkItemHandler>().ClaimAsync(item, actor, Token);
        }
    }

    private async Task ReleaseAsync(Guid id)
    {
        if (await LiveAsync(id) is { } item)
        {
            await core.Get<WorkItemHandler>().ReleaseAsync(item, Pick(Staff.Sari, Staff.Dewi, Staff.Maya), Token);
        }
    }

    private async Task<Guid?> LiveAsync(Guid id)
    {
        await using var context = core.Get<OnboardingContextFactory>().CreateDbContext();
        return await context.WorkItems.Where(item => item.CaseId == id && item.ClosedAt == null).Select(item => (Guid?)item.Id).FirstOrDefaultAsync(Token);
    }

    private async Task<(Guid Id, string Number)> PickAsync()
    {
        await using var context = core.Get<OnboardingContextFactory>().CreateDbContext();
        var count = await context.Cases.CountAsync(Token);
        var found = await context.Cases.OrderBy(item => item.Number).Skip(_random.Next(count)).Select(item => new { item.Id, item.Number }).FirstAsync(Token);
        return (found.Id, found.Number);
    }

    private T Pick<T>(params T[] from) => from[_random.Next(from.Length)];
}
