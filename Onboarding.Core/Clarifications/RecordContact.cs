using Onboarding.Core.Cases;
using Onboarding.Core.Results;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Clarifications;

/// <summary>Writes a contact with the applicant into the Log Verifikasi (stages 1 and 2).</summary>
/// <param name="Target">Which case.</param>
/// <param name="Contact">The contact.</param>
public sealed record RecordContact(CaseTarget Target, NewContact Contact);

/// <summary>Handles <see cref="RecordContact"/>.</summary>
/// <param name="writer">The gate to a case.</param>
public sealed class RecordContactHandler(CaseWriter writer) : IUseCase
{
    /// <summary>Greatest length of the name of who was spoken to.</summary>
    public const int MaxWithLength = 200;

    /// <summary>Greatest length of the summary.</summary>
    public const int MaxSummaryLength = 2000;

    /// <summary>Keeps the contact.</summary>
    public Task<Result<CaseState>> HandleAsync(RecordContact command, Actor actor, CancellationToken cancellationToken) =>
        writer.ActAsync(command.Target, actor, work => Record(work, command.Contact), cancellationToken);

    private static Refusal? Record(CaseWork work, NewContact contact)
    {
        if (Validate(work, contact) is { } invalid)
        {
            return invalid;
        }

        var stage = CaseStatuses.Of(work.Case.Status).Stage;
        var details = $$"""{"contactChannel":"{{contact.Channel}}","contactOutcome":"{{contact.Outcome}}"}""";
        if (work.Act(CaseAction.RecordContact, details: details) is { } refusal)
        {
            return refusal;
        }

        Log(work, stage, contact);
        return null;
    }

    /// <summary>Adds a contact that another use case has made.</summary>
    internal static void Log(CaseWork work, Stage stage, NewContact contact)
    {
        work.Case.Add(new ContactEntry(
            work.NewId(), work.Case.Id, stage,
            contact with { With = FreeText.Clean(contact.With), Summary = FreeText.Clean(contact.Summary) }, work.Actor, work.Now));
    }

    private static Invalid? Validate(CaseWork work, NewContact contact)
    {
        if (!Enum.IsDefined(contact.Channel))
        {
            return new Invalid(nameof(NewContact.Channel), InputProblem.UnknownChoice);
        }

        if (!Enum.IsDefined(contact.Outcome))
        {
            return new Invalid(nameof(NewContact.Outcome), InputProblem.UnknownChoice);
        }

        return FreeText.Refuse(nameof(NewContact.With), contact.With, MaxWithLength, isRequired: true)
            ?? FreeText.Refuse(nameof(NewContact.Summary), contact.Summary, MaxSummaryLength, isRequired: true)
            ?? ValidatePromise(contact, work.Policy.DateAt(work.Now));
    }

    private static Invalid? ValidatePromise(NewContact contact, DateOnly today) => (contact.Outcome, contact.PromisedFor) switch
    {
        (ContactOutcome.Promised, null) => new Invalid(nameof(NewContact.PromisedFor), InputProblem.Required),
        (ContactOutcome.Promised, { } date) when date < today => new Invalid(nameof(NewContact.PromisedFor), InputProblem.DateInPast),
        (not ContactOutcome.Promised, not null) => new Invalid(nameof(NewContact.PromisedFor), InputProblem.UnknownChoice),
        _ => null,
    };
}
