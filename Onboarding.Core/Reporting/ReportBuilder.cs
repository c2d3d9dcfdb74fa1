using Onboarding.Core.Audit;
using Onboarding.Core.Cases;
using Onboarding.Core.Catalog;
using Onboarding.Core.Documents;
using Onboarding.Core.Stages.Stage2Verification;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Reporting;

/// <summary>Makes the lines that several reports share out of a case.</summary>
internal static class ReportBuilder
{
    // Where a report has a table of its own for something, the history does not repeat it.
    private static readonly CaseAction[] ToldElsewhere =
        [CaseAction.RecordCheck, CaseAction.ReenterField, CaseAction.AskSource, CaseAction.TickChecklist, CaseAction.TickStorage, CaseAction.AddDocument, CaseAction.RecordContact, CaseAction.ReviewAnswers];

    public static ReportSubject Subject(CaseFile file, Product product) => new(
        file.Case.Id,
        file.Case.Number,
        file.Case.Kind,
        file.Data.DisplayName,
        new ReportProduct(product.Code, product.NameIndonesian, product.NameEnglish),
        file.Case.Channel,
        file.Case.CreatedAt,
        file.Case.Status,
        file.Case.Hold is not null,
        file.Customer?.Number,
        ReportFields.Of(file.Data),
        new AuditProof(file.Case.AuditSequence, Convert.ToHexStringLower(file.Case.AuditHash)));

    public static IReadOnlyList<DecisionLine> Decisions(CaseFile file) =>
        [.. file.Case.Decisions.OrderBy(decision => decision.At).ThenBy(decision => decision.Id).Select(decision => Line(file, decision))];

    public static DecisionLine Line(CaseFile file, Decision decision)
    {
        var category = decision.Category is { } code ? file.RejectionReasons.GetValueOrDefault(code) : null;
        return new DecisionLine(decision.Outcome, decision.Reason, decision.ByName, decision.At)
        {
            Category = category?.Name,
            Ground = category?.LegalGround,
            Points = [.. file.Case.SendBackPoints.Where(point => point.DecisionId == decision.Id).OrderBy(point => point.Position).Select(point => Line(file, point))],
            Objection = file.Objections.Where(shown => shown.Objection.DecisionId == decision.Id).Select(Line).FirstOrDefault(),
        };
    }

    private static ObjectionLine Line(ShownObjection shown) =>
        new(shown.Text, shown.Objection.SubmittedAt, shown.Objection.Answer, shown.Objection.AnsweredByName, shown.Objection.AnsweredAt);

    public static IReadOnlyList<PartLine> Parts(OnboardingCase owner) =>
        [.. owner.Participations.OrderBy(entry => entry.Part).ThenBy(entry => entry.At).Select(entry => new PartLine(entry.Part, entry.StaffName, entry.At))];

    public static IReadOnlyList<CheckLine> Checks(CaseFile file) =>
        [.. file.Verification.Lines
            .Where(line => line.IsRequired || line.Latest is not null)
            .Select(line => Line(file, line.Key, line.IsRequired, line.Stale is not null, line.Latest))];

    public static IReadOnlyList<CheckLine> ReplacedChecks(CaseFile file)
    {
        var latest = file.Verification.Lines.Select(line => line.Latest?.Id).ToHashSet();
        var required = file.Verification.Lines.Where(line => line.IsRequired).Select(line => line.Key).ToHashSet();
        return [.. file.Case.Checks
            .Where(check => !latest.Contains(check.Id))
            .OrderBy(check => check.Number)
            .Select(check => Line(file, check.Key, required.Contains(check.Key), isStale: false, check))];
    }

    public static IReadOnlyList<DocumentLine> Documents(OnboardingCase owner)
    {
        // What the portal issued says of itself where it is listed; a form that lists the forms before it would never be the same twice.
        var given = owner.Documents.Where(document => document.Kind != DocumentKind.IssuedForm).ToList();
        var newest = given.GroupBy(document => document.Kind).ToDictionary(group => group.Key, group => group.Max(document => document.Version));
        return [.. given
            .OrderBy(document => document.Kind).ThenBy(document => document.Version).ThenBy(document => document.Part)
            .Select(document => new DocumentLine(
                document.Kind,
                document.Version,
                PartOf(owner, document),
                document.Version == newest[document.Kind],
                document.Type,
                document.Size,
                Convert.ToHexStringLower(document.Sha256),
                Person(document.UploadedByName),
                document.UploadedAt,
                document.IsIntact,
                document.VerifiedAt))];
    }

    public static IReadOnlyList<DuplicateLine> Duplicates(OnboardingCase owner) =>
        [.. owner.Duplicates
            .OrderByDescending(match => match.Score).ThenBy(match => match.OtherNumber, StringComparer.Ordinal)
            .Select(match => match.IsOpen
                ? new DuplicateLine(match.OtherNumber, match.Score, match.Reasons, match.FoundAt, null, null, null, null)
                : new DuplicateLine(
                    match.OtherNumber, match.Score, match.Reasons, match.FoundAt, match.Verdict, match.Reason, match.DecidedByName, match.DecidedAt))];

    public static IReadOnlyList<ConsentLine> Consents(OnboardingCase owner) =>
        [.. owner.Consents
            .OrderBy(consent => consent.At).ThenBy(consent => consent.Id)
            .Select(consent => new ConsentLine(consent.Purpose, consent.TextVersion, consent.IsGiven, consent.At))];

    public static IReadOnlyList<HistoryLine> History(CaseFile file) =>
        [.. file.Timeline.OrderBy(item => item.Sequence).Select(Step).OfType<HistoryLine>()];

    /// <summary>Who it was; the applicant and the portal have no name of their own.</summary>
    public static ReportPerson Person(string name, string? roles = null)
    {
        if (name == Actor.Applicant(Guid.Empty).Name)
        {
            return new ReportPerson(string.Empty, ReportParty.Applicant);
        }

        return roles == nameof(ActorRole.System)
            ? new ReportPerson(string.Empty, ReportParty.Portal)
            : new ReportPerson(name, ReportParty.Staff);
    }

    // Every step that leaves the case in a status; reading, claiming and printing leave none.
    private static HistoryLine? Step(AuditEvent item) =>
        Enum.TryParse(item.To, out CaseStatus to) && !(Enum.TryParse(item.Action, out CaseAction action) && ToldElsewhere.Contains(action))
            ? new HistoryLine(item.Sequence, item.Action, to, Person(item.ActorName, item.ActorRoles), Roles(item.ActorRoles), item.At, item.Reason)
            : null;

    private static IReadOnlyList<ActorRole> Roles(string names) =>
        [.. names.Split(',').Select(name => Enum.TryParse(name, out ActorRole role) ? role : (ActorRole?)null).OfType<ActorRole>()];

    public static IReadOnlyList<ReentryLine> Reentries(OnboardingCase owner) =>
        [.. owner.Reentries
            .OrderBy(attempt => attempt.Field).ThenBy(attempt => attempt.Number)
            .Select(attempt => new ReentryLine(attempt.Field, attempt.Number, attempt.IsEqual, attempt.Positions, attempt.Resolution, attempt.ByName, attempt.At))];

    public static IReadOnlyList<SourceAnswerLine> Sources(CaseFile file) =>
        [.. file.Case.SourceAnswers
            .OrderBy(answer => answer.Number)
            .Select(answer => new SourceAnswerLine(answer.Source, Source(file, answer.Source), answer.State, answer.AnsweredAt, answer.IsReused, answer.ByName, answer.At))];

    private static CheckLine Line(CaseFile file, CheckKey key, bool isRequired, bool isStale, VerificationCheck? check)
    {
        var document = file.Case.Documents.FirstOrDefault(item => item.Id == check?.DocumentId);
        return new CheckLine(key, isRequired, isStale, check, document?.Version, document is null ? null : PartOf(file.Case, document), document?.Kind, Source(file, key.Subject));
    }

    private static PointLine Line(CaseFile file, SendBackPoint point)
    {
        var check = file.Verification.Lines.Where(line => line.Key.ToString() == point.Check).Select(line => (CheckKey?)line.Key).FirstOrDefault();
        return new PointLine(point.Subject, check, check is { } key ? Source(file, key.Subject) : null, point.Remark, point.DoneByName, point.DoneAt);
    }

    private static PartNumber? PartOf(OnboardingCase owner, CaseDocument document) =>
        owner.PartsOf(document) is > 1 and var count ? new PartNumber(document.Part, count) : null;

    private static SourceInfo? Source(CaseFile file, string name) => file.Sources.FirstOrDefault(source => source.Info.Name == name)?.Info;
}
