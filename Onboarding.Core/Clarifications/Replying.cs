using System.Globalization;
using System.Text.Json;
using Onboarding.Core.Cases;
using Onboarding.Core.Persistence;
using Onboarding.Core.Results;
using Onboarding.Core.Stages.Stage1Intake;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Clarifications;

/// <summary>What a reply behind the link and one that staff writes down have in common: the same rules and the same end.</summary>
internal static class Replying
{
    /// <summary>Whether a field belongs to what an item asks.</summary>
    public static bool Concerns(ClarificationItem item, string path) =>
        item.Field is { } field && (path == field || path.StartsWith(field + ".", StringComparison.Ordinal));

    /// <summary>Checks the answers by the rules of the form and closes the round with them.</summary>
    /// <param name="work">The case.</param>
    /// <param name="scope">The transaction, for files that wait.</param>
    /// <param name="round">The open round.</param>
    /// <param name="reply">The answers.</param>
    /// <param name="protection">Encrypts.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public static async Task<Refusal?> CloseAsync(
        CaseWork work, WriteScope scope, Clarification round, Reply reply, CaseProtection protection, CancellationToken cancellationToken)
    {
        var files = await WaitingFiles.ReadAsync(scope, round, cancellationToken);
        var proposed = ApplicantFields.With(work.Data, round.Items.SelectMany(item => Values(item, reply.Of(item))));
        var check = RegistrationRules.Check(proposed, work.Policy.DateAt(work.Now));
        List<FieldError> errors = [.. round.Items.SelectMany(item => Problems(item, reply.Of(item), files.Count(item) > 0, check, reply.EveryItem))];
        if (errors.Count > 0)
        {
            return new Invalid(errors);
        }

        if (work.Case.Documents.Count + files.Total > AddDocumentHandler.MostDocuments)
        {
            return new NotAllowed(RefusalCode.TooManyDocuments, AddDocumentHandler.MostDocuments.ToString(CultureInfo.InvariantCulture));
        }

        var answers = new Dictionary<int, ItemAnswer>();
        foreach (var item in round.Items.OrderBy(item => item.Position).Where(item => reply.Of(item).HasContent || files.Count(item) > 0))
        {
            var documents = await PendingDocuments.MoveAnswerAsync(work, scope, item, cancellationToken);
            answers[item.Position] = reply.Of(item) with
            {
                // As the rules write them, so that before and after differ only where they differ.
                Values = Values(item, reply.Of(item)).ToDictionary(entry => entry.Key, entry => ApplicantFields.Read(check.Data, entry.Key).GetValueOrDefault(entry.Key, entry.Value), StringComparer.Ordinal),
                Note = FreeText.CleanOrNull(reply.Of(item).Note),
                Documents = [.. documents.Select(document => document.Id)],
            };
        }

        if (work.Act(CaseAction.Reply, reply.Evidence, Details(work, round, answers), protection.ProtectReply(work.Case.Id, answers)) is { } refusal)
        {
            return refusal;
        }

        foreach (var item in round.Items.Where(item => answers.ContainsKey(item.Position)))
        {
            item.Answer(protection.ProtectAnswer(item.Id, answers[item.Position]), work.Now);
        }

        round.Close(reply.Outcome, work.Actor.Name, work.Now);
        return null;
    }

    private static IEnumerable<KeyValuePair<string, string>> Values(ClarificationItem item, ItemAnswer answer) =>
        answer.IsConfirmed ? [] : answer.Values.Where(entry => Concerns(item, entry.Key));

    private static IEnumerable<FieldError> Problems(ClarificationItem item, ItemAnswer answer, bool hasFiles, RegistrationCheck check, bool isRequired)
    {
        if (!answer.HasContent && !hasFiles)
        {
            return isRequired ? [new FieldError(ClarificationItem.PartOf(item.Position, "Answer"), InputProblem.Required)] : [];
        }

        var note = FreeText.Refuse(ClarificationItem.PartOf(item.Position, nameof(ItemAnswer.Note)), answer.Note, ItemAnswer.MaxNoteLength);
        var asked = Values(item, answer).Any() ? check.Errors.Where(error => Concerns(item, error.Field)) : [];
        return [.. note?.Errors ?? [], .. asked.Select(error => error with { Field = ClarificationItem.PartOf(item.Position, error.Field) })];
    }

    // What was answered, without saying what: the answers themselves stand encrypted beside it.
    private static string Details(CaseWork work, Clarification round, Dictionary<int, ItemAnswer> answers)
    {
        var sent = answers.Values.SelectMany(answer => answer.Documents).ToHashSet();
        return JsonSerializer.Serialize(new
        {
            round = round.Round,
            items = answers.Count,
            fields = answers.Values.SelectMany(answer => answer.Values.Keys),
            documents = work.Case.Documents.Where(document => sent.Contains(document.Id))
                .Select(document => new { document = document.Id.ToString("N"), kind = document.Kind.ToString(), sha256 = Convert.ToHexStringLower(document.Sha256) }),
        });
    }
}

/// <summary>A reply to a whole round.</summary>
/// <param name="Answers">Answers by item.</param>
/// <param name="Outcome">How the round ends by it.</param>
/// <param name="EveryItem">Whether each item needs an answer.</param>
/// <param name="Evidence">What a written-down reply rests on, or null.</param>
internal sealed record Reply(IReadOnlyDictionary<Guid, ItemAnswer> Answers, ClarificationOutcome Outcome, bool EveryItem, string? Evidence = null)
{
    private static readonly ItemAnswer Nothing = new();

    /// <summary>The answer to an item, empty where there is none.</summary>
    public ItemAnswer Of(ClarificationItem item) => Answers.GetValueOrDefault(item.Id, Nothing);
}
