using Onboarding.Core.Cases;
using Onboarding.Core.Stages.Stage1Intake;

namespace Onboarding.Core.Clarifications;

/// <summary>A round as the staff sees it: every item before and after.</summary>
/// <param name="Request">The request.</param>
/// <param name="Items">Its items, in order.</param>
public sealed record ClarificationRound(Clarification Request, IReadOnlyList<RoundItem> Items)
{
    /// <summary>True while the applicant owes an answer.</summary>
    public bool IsOpen => Request.ClosedAt is null;

    /// <summary>Answers that nobody looked at.</summary>
    public int AwaitingReview => Items.Count(item => item.Item.AwaitsReview);

    /// <summary>The rounds of a case, oldest first. What an applicant typed and did not send stays closed.</summary>
    /// <param name="owner">The case.</param>
    /// <param name="data">Its data, with which answers that await a decision are compared.</param>
    /// <param name="today">The date in the office's zone.</param>
    /// <param name="protection">Opens the answers.</param>
    public static IReadOnlyList<ClarificationRound> Read(OnboardingCase owner, ApplicantData data, DateOnly today, CaseProtection protection)
    {
        List<ClarificationRound> rounds = [.. owner.Clarifications.OrderBy(request => request.Round)
            .Select(request => new ClarificationRound(request, [.. request.Items.OrderBy(item => item.Position).Select(item => Read(owner, item, protection))]))];
        List<RoundItem> waiting = [.. rounds.SelectMany(round => round.Items).Where(item => item.Item.AwaitsReview)];
        if (waiting.Count == 0)
        {
            return rounds;
        }

        var warnings = AnswerWarnings.Read(data, waiting.SelectMany(item => item.Values), today);
        return [.. rounds.Select(round => round with { Items = [.. round.Items.Select(item => item.Item.AwaitsReview ? item.With(warnings) : item)] })];
    }

    private static RoundItem Read(OnboardingCase owner, ClarificationItem item, CaseProtection protection)
    {
        var answer = item is { AnsweredAt: not null, ProtectedAnswer: { } bytes } ? protection.OpenAnswer(item.Id, bytes) : null;
        return new RoundItem(
            item,
            item.ProtectedBefore is { } before ? protection.OpenValues(item.Id, before) : new Dictionary<string, string>(StringComparer.Ordinal),
            answer,
            owner.Documents.FirstOrDefault(document => document.Id == item.DocumentId),
            [.. owner.Documents.Where(document => answer?.Documents.Contains(document.Id) == true).OrderBy(document => document.Version).ThenBy(document => document.Part)]);
    }
}

/// <summary>One item, before and after.</summary>
/// <param name="Item">The item.</param>
/// <param name="Before">Values when it was asked, by field.</param>
/// <param name="Answer">The answer that was sent, or null.</param>
/// <param name="AskedAbout">The version of the document that was looked at, or null.</param>
/// <param name="Sent">The documents that came with the answer.</param>
public sealed record RoundItem(
    ClarificationItem Item, IReadOnlyDictionary<string, string> Before, ItemAnswer? Answer, CaseDocument? AskedAbout, IReadOnlyList<CaseDocument> Sent)
{
    /// <summary>The fields whose value the answer changes, with their value before and after.</summary>
    public IReadOnlyList<FieldChange> Changes =>
        [.. Values.Select(entry => new FieldChange(entry.Key, Before.GetValueOrDefault(entry.Key, string.Empty), entry.Value)).Where(change => change.Before != change.After)];

    /// <summary>The values that were written again and are what we had.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> WrittenAgain =>
        [.. Values.Where(entry => entry.Value.Length > 0 && entry.Value == Before.GetValueOrDefault(entry.Key))];

    /// <summary>What the rules find odd in the fields of an answer that awaits a decision, as the data would be with it.</summary>
    public IReadOnlyList<FieldWarning> Warnings { get; private init; } = [];

    /// <summary>The values that the answer brings.</summary>
    internal IEnumerable<KeyValuePair<string, string>> Values => Answer is { IsConfirmed: false } answer ? answer.Values : [];

    /// <summary>The item with those of the warnings that are about what it asks.</summary>
    internal RoundItem With(IReadOnlyList<FieldWarning> warnings) =>
        this with { Warnings = [.. warnings.Where(warning => Before.Keys.Any(warning.Concerns))] };

    /// <summary>It holds personal data and is not printed.</summary>
    public override string ToString() => Item.Id.ToString("N");
}

/// <summary>A value before and after.</summary>
/// <param name="Field">Path of the field.</param>
/// <param name="Before">Before.</param>
/// <param name="After">After.</param>
public sealed record FieldChange(string Field, string Before, string After)
{
    /// <summary>Values are personal data and are not printed.</summary>
    public override string ToString() => Field;
}
