using Onboarding.Core.Cases;
using Onboarding.Core.Results;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Clarifications;

/// <summary>Staff writes down what the applicant said on the telephone or at the counter (stages 1 and 2).</summary>
/// <param name="Target">Which case.</param>
/// <param name="Answers">Answers by item; at least one.</param>
/// <param name="Channel">How the applicant was spoken to.</param>
/// <param name="With">With whom; required.</param>
/// <param name="Evidence">What it rests on, for example the time of the call or the number called; required.</param>
public sealed record WriteDownReply(
    CaseTarget Target, IReadOnlyDictionary<Guid, ItemAnswer> Answers, ContactChannel Channel, string With, string Evidence)
{
    /// <summary>It tells of a person and is not printed.</summary>
    public override string ToString() => $"{Channel}";
}

/// <summary>Handles <see cref="WriteDownReply"/>.</summary>
/// <param name="writer">The gate to a case.</param>
/// <param name="protection">Encrypts.</param>
/// <param name="presence">Who works here.</param>
/// <param name="contexts">Makes contexts.</param>
public sealed class WriteDownReplyHandler(
    CaseWriter writer, CaseProtection protection, IStaffPresence presence, Persistence.OnboardingContextFactory contexts) : IUseCase
{
    private readonly ReturnToAsker _return = new(presence, contexts);

    /// <summary>Closes the round as a reply behind the link does, and logs the contact.</summary>
    public async Task<Result<CaseState>> HandleAsync(WriteDownReply command, Actor actor, CancellationToken cancellationToken)
    {
        var gone = await _return.FindGoneAsync(command.Target.Id, cancellationToken);
        return await writer.ActAsync(
            command.Target,
            actor,
            async (work, scope) =>
            {
                // The table lets the applicant reply too, but with the link in hand and not in somebody else's words.
                if (!actor.IsStaff)
                {
                    return new NotAllowed(RefusalCode.RoleNotAllowed);
                }

                if (TransitionEngine.Decide(work.Facts, CaseAction.Reply, actor, nameof(command.Evidence)).Refusal is { } notAllowed)
                {
                    return notAllowed;
                }

                if (work.Case.OpenClarification is not { } round)
                {
                    return new NotFound(RefusalCode.RecordNotFound);
                }

                if (Validate(command, round) is { } invalid)
                {
                    return invalid;
                }

                var reply = new Reply(command.Answers, ClarificationOutcome.WrittenDown, EveryItem: false, command.Evidence);
                if (await Replying.CloseAsync(work, scope, round, reply, protection, cancellationToken) is { } refusal)
                {
                    return refusal;
                }

                round.NoteEvidence(command.Channel, FreeText.Clean(command.Evidence));
                RecordContactHandler.Log(work, round.Stage, new NewContact(command.Channel, command.With, command.Evidence, ContactOutcome.Reached));
                ReturnToAsker.Return(work, gone);
                return null;
            },
            cancellationToken);
    }

    private static Invalid? Validate(WriteDownReply command, Clarification round)
    {
        if (!Enum.IsDefined(command.Channel))
        {
            return new Invalid(nameof(WriteDownReply.Channel), InputProblem.UnknownChoice);
        }

        // All at once, so that nobody is told of the next empty field only after the first was filled.
        List<FieldError> errors = round.Items.Any(item => command.Answers.GetValueOrDefault(item.Id)?.HasContent == true) ? [] : [new FieldError("Answer", InputProblem.Required)];
        errors.AddRange(FreeText.Refuse(nameof(WriteDownReply.With), command.With, RecordContactHandler.MaxWithLength, isRequired: true)?.Errors ?? []);
        errors.AddRange(FreeText.Refuse(nameof(WriteDownReply.Evidence), command.Evidence, RecordContactHandler.MaxSummaryLength, isRequired: true)?.Errors ?? []);
        return errors.Count == 0 ? null : new Invalid(errors);
    }
}
