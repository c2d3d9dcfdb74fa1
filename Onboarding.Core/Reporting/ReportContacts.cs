using Onboarding.Core.Cases;
using Onboarding.Core.Clarifications;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Reporting;

/// <summary>One contact with the applicant beside the portal's own requests (Log Verifikasi).</summary>
/// <param name="Stage">Stage in which it was made.</param>
/// <param name="Channel">How.</param>
/// <param name="With">With whom.</param>
/// <param name="Summary">What was asked and answered.</param>
/// <param name="Outcome">What came of it.</param>
/// <param name="PromisedFor">Until when something was promised, or null.</param>
/// <param name="By">Who made it.</param>
/// <param name="At">When (UTC).</param>
public sealed record ContactLine(
    Stage Stage, ContactChannel Channel, string With, string Summary, ContactOutcome Outcome, DateOnly? PromisedFor, string By, DateTimeOffset At);

/// <summary>One round of clarification: one request and what came back.</summary>
/// <param name="Round">Which round.</param>
/// <param name="Stage">Stage in which it was asked.</param>
/// <param name="AskedBy">Who asked.</param>
/// <param name="AskedAt">When (UTC).</param>
/// <param name="AnswerBy">Until when an answer was awaited (UTC).</param>
/// <param name="Reminders">How many reminders were sent.</param>
/// <param name="Outcome">How it ended, or null while it is open.</param>
/// <param name="RepliedBy">Who replied or wrote the reply down, or null.</param>
/// <param name="Evidence">What a written-down reply rests on, or null.</param>
/// <param name="ClosedAt">When it was closed (UTC); null while it is open.</param>
/// <param name="Items">Its items.</param>
public sealed record RoundLine(
    int Round,
    Stage Stage,
    string AskedBy,
    DateTimeOffset AskedAt,
    DateTimeOffset AnswerBy,
    int Reminders,
    ClarificationOutcome? Outcome,
    ReportPerson? RepliedBy,
    string? Evidence,
    DateTimeOffset? ClosedAt,
    IReadOnlyList<RoundItemLine> Items);

/// <summary>One item of a round. Identity numbers are masked, as everywhere on paper.</summary>
/// <param name="Subject">What it is about.</param>
/// <param name="Question">The question.</param>
/// <param name="IsAnswered">Whether an answer came.</param>
/// <param name="IsConfirmed">Whether the applicant said that the value was right.</param>
/// <param name="Changes">Values before and after.</param>
/// <param name="Note">The answer in words, or null.</param>
/// <param name="Versions">Versions of the document that came with it.</param>
/// <param name="Verdict">What was decided, or null.</param>
/// <param name="ReviewedBy">Who decided, or null.</param>
public sealed record RoundItemLine(
    ItemSubject Subject, string Question, bool IsAnswered, bool IsConfirmed, IReadOnlyList<FieldChange> Changes, string? Note,
    IReadOnlyList<int> Versions, AnswerVerdict? Verdict, string? ReviewedBy)
{
    /// <summary>The fields that were written again and are what we had, by their paths.</summary>
    public IReadOnlyList<string> WrittenAgain { get; init; } = [];
}

/// <summary>Makes the lines of the Log Verifikasi out of a case.</summary>
internal static class ReportContacts
{
    public static IReadOnlyList<ContactLine> Contacts(OnboardingCase owner) =>
        [.. owner.Contacts
            .OrderBy(contact => contact.At).ThenBy(contact => contact.Id)
            .Select(contact => new ContactLine(
                contact.Stage, contact.Channel, contact.With, contact.Summary, contact.Outcome, contact.PromisedFor, contact.ByName, contact.At))];

    public static IReadOnlyList<RoundLine> Rounds(CaseFile file) =>
        [.. file.Rounds.Select(round => new RoundLine(
            round.Request.Round,
            round.Request.Stage,
            round.Request.AskedByName,
            round.Request.AskedAt,
            round.Request.AnswerBy,
            round.Request.RemindersSent,
            round.Request.Outcome,
            round.Request.RepliedByName is { } name ? ReportBuilder.Person(name) : null,
            round.Request.Evidence,
            round.Request.ClosedAt,
            [.. round.Items.Select(Line)]))];

    private static RoundItemLine Line(RoundItem item) => new(
        item.Item.Subject,
        item.Item.Question,
        item.Answer is not null,
        item.Answer?.IsConfirmed == true,
        [.. item.Changes.Select(change => change with
        {
            Before = ReportFields.Masked(change.Field, change.Before),
            After = ReportFields.Masked(change.Field, change.After),
        })],
        item.Answer?.Note,
        [.. item.Sent.Select(document => document.Version).Distinct()],
        item.Item.Verdict,
        item.Item.ReviewedByName)
    {
        WrittenAgain = [.. item.WrittenAgain.Select(entry => entry.Key)],
    };
}
