using System.Globalization;
using Onboarding.Core.Cases;
using Onboarding.Core.Documents;
using Onboarding.Core.Outbox;
using Onboarding.Core.Results;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Clarifications;

/// <summary>Asking the applicant, which Customer Service does in stage 1 and Administrasi in stage 2.</summary>
internal static class Asking
{
    /// <summary>More items than anybody answers in one go.</summary>
    public const int MostItems = 15;

    /// <summary>Name of the items as a whole in a refusal.</summary>
    public const string ItemsField = "Items";

    /// <summary>Greatest length of one question.</summary>
    public const int MaxQuestionLength = 1000;

    /// <summary>Keeps the questions, parks the work item and sends one mail with one reply link.</summary>
    public static Refusal? Ask(CaseWork work, CaseAction action, IReadOnlyList<AskedItem> items, CaseProtection protection)
    {
        // The questions are the reason of the step: who may not ask is told so, and who may is told what is missing.
        if (items.Count == 0)
        {
            return TransitionEngine.Decide(work.Facts, action, work.Actor, nameof(AskedItem.Question)).Refusal ?? new Invalid(ItemsField, InputProblem.Required);
        }

        if (Validate(work, items) is { Count: > 0 } errors)
        {
            return new Invalid(errors);
        }

        var stage = CaseStatuses.Of(work.Case.Status).Stage;
        var round = work.Case.Clarifications.Count + 1;
        if (work.Act(action, Reason(items), $$"""{"round":{{round}},"items":{{items.Count}}}""") is { } refusal)
        {
            return refusal;
        }

        Supersede(work, items);
        var clarification = Make(work, round, stage, items, protection);
        work.Case.Add(clarification);
        work.Send(OutboxKind.MailQuestion, clarification.Id);
        return null;
    }

    /// <summary>Makes the round; the value of each field is kept as it is now, to be compared with the answer.</summary>
    public static Clarification Make(CaseWork work, int round, Stage stage, IReadOnlyList<AskedItem> items, CaseProtection protection)
    {
        var clarification = new Clarification(new NewClarification(
            work.NewId(), work.Case.Id, round, stage, work.Actor, work.Now, work.Policy.AnswerBy(work.Now), work.Policy.RemindAt(work.Now),
            protection.NewLink(work.Case.Id).Link));
        foreach (var (index, asked) in items.Index())
        {
            var id = work.NewId();
            var before = asked.Subject.Field is { } path ? protection.ProtectValues(id, ApplicantFields.Read(work.Data, path)) : null;
            clarification.Add(new ClarificationItem(id, clarification.Id, index + 1, asked, FreeText.Clean(asked.Question), before));
        }

        return clarification;
    }

    // An answer that is asked for again was not good enough; that needs no second click.
    private static void Supersede(CaseWork work, IReadOnlyList<AskedItem> items)
    {
        foreach (var earlier in work.Case.Clarifications.SelectMany(round => round.Items)
            .Where(earlier => earlier.AwaitsReview && items.Any(asked => asked.Subject.IsSameAs(earlier.Subject))))
        {
            earlier.Review(AnswerVerdict.NotAccepted, work.Actor, work.Now);
        }
    }

    private static string Reason(IReadOnlyList<AskedItem> items)
    {
        var all = string.Join('\n', items.Select(item => FreeText.Clean(item.Question)));
        return all.Length <= FreeText.MaxLength ? all : $"{all[..(FreeText.MaxLength - 1)]}…";
    }

    private static List<FieldError> Validate(CaseWork work, IReadOnlyList<AskedItem> items)
    {
        if (items.Count > MostItems)
        {
            return [new FieldError(ItemsField, InputProblem.OutOfRange, "1", MostItems.ToString(CultureInfo.InvariantCulture))];
        }

        var askable = ApplicantFields.Askable(work.Data);
        var errors = new List<FieldError>();
        foreach (var (index, item) in items.Index())
        {
            var part = ClarificationItem.PartOf(index + 1, nameof(AskedItem.Question));
            errors.AddRange(FreeText.Refuse(part, item.Question, MaxQuestionLength, isRequired: true)?.Errors ?? []);
            if (!Enum.IsDefined(item.Problem) || !IsKnown(work.Case, item.Subject, askable))
            {
                errors.Add(new FieldError(ClarificationItem.PartOf(index + 1, nameof(AskedItem.Subject)), InputProblem.UnknownChoice));
            }
            else if (items.Take(index).Any(earlier => earlier.Subject.IsSameAs(item.Subject)))
            {
                errors.Add(new FieldError(ClarificationItem.PartOf(index + 1, nameof(AskedItem.Subject)), InputProblem.MustDiffer));
            }
        }

        return errors;
    }

    private static bool IsKnown(OnboardingCase owner, ItemSubject subject, IReadOnlyList<string> askable) => subject switch
    {
        { Kind: ItemKind.Field, Field: { } path, Document: null, DocumentId: null } => askable.Contains(path),
        { Kind: ItemKind.Document, Document: { } kind, Field: null } =>
            DocumentKinds.ComesFromApplicants(kind) && (subject.DocumentId is not { } id || owner.Documents.Any(document => document.Id == id && document.Kind == kind)),
        { Kind: ItemKind.Question, Field: null, Document: null, DocumentId: null } => true,
        _ => false,
    };
}
