using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Cases;
using Onboarding.Core.Catalog;
using Onboarding.Core.Documents.Reading;
using Onboarding.Core.Persistence;
using Onboarding.Core.Results;
using Onboarding.Core.Sla;
using Onboarding.Core.Time;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Stages.Stage1Intake;

/// <summary>Keeps an offline entry as far as it was typed (stage 1). Whatever it holds may still change.</summary>
/// <param name="Target">Which case.</param>
/// <param name="ProductCode">Product.</param>
/// <param name="Channel">Channel.</param>
/// <param name="Language">Language of the applicant.</param>
/// <param name="Data">The data as typed.</param>
/// <param name="Source">How it reached the company, as typed.</param>
public sealed record SaveDraft(CaseTarget Target, string ProductCode, Channel Channel, Language Language, ApplicantData Data, RegistrationSource? Source)
{
    /// <summary>The fields whose value was read from a card by the machine and taken over since the draft was last saved; the trail names them, never the values.</summary>
    public IReadOnlySet<CardField> MachineRead { get; init; } = new HashSet<CardField>();
}

/// <summary>Handles <see cref="SaveDraft"/>.</summary>
/// <param name="writer">The gate to a case.</param>
/// <param name="protection">Encryption.</param>
/// <param name="sla">Calendar.</param>
/// <param name="clock">Clock.</param>
public sealed class SaveDraftHandler(CaseWriter writer, CaseProtection protection, SlaPolicyProvider sla, TimeProvider clock) : IUseCase
{
    // A draft is typed, and the form saves it every few seconds. One event for a person and a sitting says who worked on it;
    // an event for each pause of the typist would bury the rest of the trail.
    private static readonly TimeSpan Sitting = TimeSpan.FromMinutes(15);

    /// <summary>Saves it; only what cannot be kept at all is refused.</summary>
    public async Task<Result<CaseState>> HandleAsync(SaveDraft command, Actor actor, CancellationToken cancellationToken)
    {
        var policy = await sla.GetAsync(cancellationToken);
        var now = Instant.Now(clock);
        var data = RegistrationRules.Check(command.Data, policy.DateAt(now)).Data;
        var source = SourceRules.Check(command.Channel, command.Source, now).Source;
        return await writer.ActAsync(
            command.Target,
            actor,
            async (work, scope) =>
            {
                if (TransitionEngine.Decide(work.Facts, CaseAction.EditData, actor, null).Refusal is { } refusal)
                {
                    return refusal;
                }

                if (work.Case.Status != CaseStatus.Draft)
                {
                    return new NotAllowed(RefusalCode.ActionNotInStatus);
                }

                if (await Catalogue.FindAsync(scope.Context, command.ProductCode, work.Now, cancellationToken) is not { } product || !product.IsOfferedTo(data.Kind))
                {
                    return new NotAllowed(RefusalCode.ProductNotOffered);
                }

                if (!Enum.IsDefined(command.Channel) || command.Channel is Channel.Online or Channel.Partner)
                {
                    return new Invalid(nameof(RegisterCase.Channel), InputProblem.UnknownChoice);
                }

                if (!Enum.IsDefined(command.Language))
                {
                    return new Invalid(nameof(RegisterCase.Language), InputProblem.UnknownChoice);
                }

                return await KeepAsync(command, work, scope, data, source, product, cancellationToken);
            },
            cancellationToken);
    }

    private async Task<Refusal?> KeepAsync(
        SaveDraft command, CaseWork work, WriteScope scope, ApplicantData data, RegistrationSource? source, Product product, CancellationToken cancellationToken)
    {
        if (command.MachineRead.Count == 0 && await IsOfThisSittingAsync(work, scope.Context, cancellationToken))
        {
            work.Case.Touch(work.Now);
        }
        else
        {
            var fields = DataComparison.ChangedFields(work.Data, data);
            var details = $$"""{"fields":["{{string.Join("\",\"", fields)}}"]{{MachineReading.Detail(command.MachineRead)}}}""";
            if (work.Act(CaseAction.EditData, reason: null, details, protection.ProtectChange(work.Case.Id, work.Data, data)) is { } refusal)
            {
                return refusal;
            }
        }

        work.Case.Redraft(product.Code, command.Channel, command.Language);
        work.Case.UseBrochure(product.Brochure, shown: false);
        work.Case.CameFrom(source?.OnPaper == true, protection.ProtectSource(work.Case.Id, source));
        work.Case.ReplaceData(data, protection.Protect(work.Case.Id, data), protection.Keys(data));
        return await PendingDocuments.MoveIntoDraftAsync(work, scope, cancellationToken);
    }

    private static async Task<bool> IsOfThisSittingAsync(CaseWork work, OnboardingContext context, CancellationToken cancellationToken)
    {
        var since = work.Now - Sitting;
        var last = await context.AuditEvents.AsNoTracking()
            .Where(item => item.StreamId == work.Case.Id && item.Sequence == work.Case.AuditSequence)
            .SingleAsync(cancellationToken);
        return last.Action == nameof(CaseAction.EditData) && last.ActorId == work.Actor.Id && last.At > since;
    }
}
