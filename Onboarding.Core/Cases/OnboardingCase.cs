using Onboarding.Core.Audit;
using Onboarding.Core.Clarifications;
using Onboarding.Core.Documents;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Cases;

/// <summary>
/// An onboarding case (berkas pendaftaran): one registration on its way through the SOP. Its status is written by
/// <see cref="CaseWork"/> alone, which asks the transition table first.
/// </summary>
public sealed partial class OnboardingCase : IAuditStream
{
    private readonly List<WorkItem> _workItems = [];
    private readonly List<CaseDocument> _documents = [];
    private readonly List<ChecklistTick> _ticks = [];
    private readonly List<VerificationCheck> _checks = [];
    private readonly List<Clarification> _clarifications = [];
    private readonly List<ContactEntry> _contacts = [];
    private readonly List<Decision> _decisions = [];
    private readonly List<FollowUp> _followUps = [];
    private readonly List<Participation> _participations = [];
    private readonly List<ConsentRecord> _consents = [];
    private readonly List<DuplicateMatch> _duplicates = [];
    private readonly List<ReentryAttempt> _reentries = [];
    private readonly List<SourceAnswer> _sourceAnswers = [];
    private readonly List<Objection> _objections = [];
    private readonly List<SendBackPoint> _sendBackPoints = [];

    private OnboardingCase()
    {
    }

    internal OnboardingCase(NewCase given)
    {
        Id = given.Id;
        Number = given.Number.ToString();
        Year = given.Number.Year;
        Sequence = given.Number.Sequence;
        ProductCode = given.ProductCode;
        Channel = given.Channel;
        Language = given.Language;
        Describe(given.Data);
        ProtectedData = given.ProtectedData;
        SubmissionKey = given.SubmissionKey;
        SubmissionHash = given.SubmissionHash;
        StatusTokenHash = given.StatusLink.Hash;
        ProtectedStatusToken = given.StatusLink.ProtectedToken;
        Status = given.Status;
        CreatedById = given.CreatedById;
        CameFrom(given.OnPaper, given.ProtectedSource);
        PartnerId = given.PartnerId;
        CreatedAt = given.Now;
        UpdatedAt = given.Now;
        StatusSince = given.Now;
        ReceivedAt = given.Status == CaseStatus.Draft ? null : given.Now;
    }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <summary>Case number (nomor pendaftaran), for example ONB-2026-000123; gap-free per year.</summary>
    public string Number { get; private set; } = string.Empty;

    /// <summary>Year of the number, in the office's time zone.</summary>
    public int Year { get; private set; }

    /// <summary>Running number in that year.</summary>
    public int Sequence { get; private set; }

    /// <summary>Counts every change; a writer that saw another value is refused.</summary>
    public int Version { get; private set; } = 1;

    /// <summary>Person or business.</summary>
    public CustomerKind Kind { get; private set; }

    /// <summary>Code of the product registered for.</summary>
    public string ProductCode { get; private set; } = string.Empty;

    /// <summary>Over which channel it came in.</summary>
    public Channel Channel { get; private set; }

    /// <summary>Language in which the applicant is written to.</summary>
    public Language Language { get; private set; }

    /// <summary>Name shown in lists.</summary>
    public string ApplicantName { get; private set; } = string.Empty;

    /// <summary>Kemendagri code of the applicant's province, for filters and figures.</summary>
    public string ProvinceCode { get; private set; } = string.Empty;

    /// <summary>The applicant's data, encrypted.</summary>
    public byte[] ProtectedData { get; private set; } = [];

    /// <summary>Key under which the form was submitted; submitting twice makes one case.</summary>
    public Guid SubmissionKey { get; private set; }

    /// <summary>Keyed hash of what was submitted under that key; corrections of the staff leave it as it is.</summary>
    public byte[] SubmissionHash { get; private set; } = [];

    /// <summary>Hash of the token of the status page's link.</summary>
    public byte[] StatusTokenHash { get; private set; } = [];

    /// <summary>That token, encrypted.</summary>
    public byte[] ProtectedStatusToken { get; private set; } = [];

    /// <summary>Where the case stands.</summary>
    public CaseStatus Status { get; private set; }

    /// <summary>Since when (UTC).</summary>
    public DateTimeOffset StatusSince { get; private set; }

    /// <summary>Id of the staff account that entered the case, or null when the applicant did.</summary>
    public string? CreatedById { get; private set; }

    /// <summary>The partner that sent it in, or null.</summary>
    public Guid? PartnerId { get; private set; }

    /// <summary>When it was entered (UTC).</summary>
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>When it came in as a registration (UTC); null for a draft that was not sent in.</summary>
    public DateTimeOffset? ReceivedAt { get; private set; }

    /// <summary>When it last changed (UTC).</summary>
    public DateTimeOffset UpdatedAt { get; private set; }

    /// <summary>The hold by compliance, or null.</summary>
    public Hold? Hold { get; private set; }

    /// <summary>The status out of which the case expired, or null.</summary>
    public CaseStatus? ExpiredFrom { get; private set; }

    /// <summary>True when Administrasi recommended rejection and nobody has sent the case back since.</summary>
    public bool RejectionRecommended { get; private set; }

    /// <summary>The customer made from this case in stage 3, or null.</summary>
    public Guid? CustomerId { get; private set; }

    /// <summary>When the customer record was confirmed in the present round (UTC), or null.</summary>
    public DateTimeOffset? RecordedAt { get; private set; }

    /// <summary>True when the last activation attempt failed for good and IT has to act.</summary>
    public bool ActivationFailed { get; private set; }

    /// <summary>The activation system's own reference, or null.</summary>
    public string? ActivationReference { get; private set; }

    /// <summary>When the service became active (UTC), or null.</summary>
    public DateTimeOffset? ActivatedAt { get; private set; }

    /// <summary>When the activation notice and guide were sent (UTC), or null.</summary>
    public DateTimeOffset? ActivationNoticeSentAt { get; private set; }

    /// <summary>The feedback request, or null.</summary>
    public Feedback? Feedback { get; private set; }

    /// <inheritdoc/>
    public Guid StreamId => Id;

    /// <inheritdoc/>
    public int AuditSequence { get; private set; }

    /// <inheritdoc/>
    public byte[] AuditHash { get; private set; } = [];

    /// <summary>Every work item the case ever had.</summary>
    public IReadOnlyList<WorkItem> WorkItems => _workItems;

    /// <summary>Every version of every document.</summary>
    public IReadOnlyList<CaseDocument> Documents => _documents;

    /// <summary>Ticks of both checklists.</summary>
    public IReadOnlyList<ChecklistTick> Ticks => _ticks;

    /// <summary>Every check ever made, oldest first.</summary>
    public IReadOnlyList<VerificationCheck> Checks => _checks;

    /// <summary>Every blind re-entry ever made.</summary>
    public IReadOnlyList<ReentryAttempt> Reentries => _reentries;

    /// <summary>Every answer of an external source.</summary>
    public IReadOnlyList<SourceAnswer> SourceAnswers => _sourceAnswers;

    /// <summary>Requests to the applicant, each a round.</summary>
    public IReadOnlyList<Clarification> Clarifications => _clarifications;

    /// <summary>Contacts with the applicant beside those requests.</summary>
    public IReadOnlyList<ContactEntry> Contacts => _contacts;

    /// <summary>Decisions and recommendations.</summary>
    public IReadOnlyList<Decision> Decisions => _decisions;

    /// <summary>Objections to rejections.</summary>
    public IReadOnlyList<Objection> Objections => _objections;

    /// <summary>Points with which the case was sent back.</summary>
    public IReadOnlyList<SendBackPoint> SendBackPoints => _sendBackPoints;

    /// <summary>Follow-ups.</summary>
    public IReadOnlyList<FollowUp> FollowUps => _followUps;

    /// <summary>Who took which part.</summary>
    public IReadOnlyList<Participation> Participations => _participations;

    /// <summary>Consents.</summary>
    public IReadOnlyList<ConsentRecord> Consents => _consents;

    /// <summary>Matches of the duplicate search.</summary>
    public IReadOnlyList<DuplicateMatch> Duplicates => _duplicates;

    /// <summary>The work of the present stage that is not done, or null. There is never more than one.</summary>
    public WorkItem? LiveWorkItem => _workItems.SingleOrDefault(item => item.IsLive && item.Concern is null);

    /// <summary>The concerns that nobody has resolved.</summary>
    public IEnumerable<WorkItem> LiveConcerns => _workItems.Where(item => item.IsLive && item.Concern is not null);

    /// <summary>True for the work of stage 5 while the customer has the feedback form: nothing is late then.</summary>
    internal bool WaitsForFeedback(WorkItem item) => item.Concern is null && Feedback is { GivenAt: null };

    /// <summary>The request that is waiting for an answer, or null.</summary>
    public Clarification? OpenClarification => _clarifications.SingleOrDefault(question => question.ClosedAt is null);

    /// <summary>The latest rejection, or null.</summary>
    public Decision? LastRejection => _decisions.Where(decision => decision.Outcome == DecisionOutcome.Rejected).MaxBy(decision => decision.At);

    /// <summary>The points that matter in a stage, in their order: those of the last time it was sent back, and older ones that nobody mended.</summary>
    public IReadOnlyList<SendBackPoint> CurrentPoints(Stage stage)
    {
        var last = _decisions.Where(decision => decision.IsSendBack).MaxBy(decision => decision.At)?.Id;
        return [.. _sendBackPoints.Where(point => point.Stage == stage && (point.DoneAt is null || point.DecisionId == last)).OrderBy(point => point.Position).ThenBy(point => point.Id)];
    }

    /// <summary>Every part of the newest version of a kind, the first part first; empty when there is none.</summary>
    public IReadOnlyList<CaseDocument> CurrentDocuments(DocumentKind kind)
    {
        var same = _documents.Where(document => document.Kind == kind).ToList();
        return [.. same.Where(document => same.TrueForAll(other => other.Version <= document.Version)).OrderBy(document => document.Part)];
    }

    /// <summary>The file that stands for a kind: of its newest version the first part that can be opened, else the first part; null when there is none.</summary>
    public CaseDocument? LeadingDocument(DocumentKind kind)
    {
        var parts = CurrentDocuments(kind);
        return parts.FirstOrDefault(document => document.IsUsable) ?? (parts.Count > 0 ? parts[0] : null);
    }

    /// <summary>How many parts the version of a document has.</summary>
    public int PartsOf(CaseDocument document) => _documents.Count(other => other.Kind == document.Kind && other.Version == document.Version);

    void IAuditStream.Advance(int sequence, byte[] hash)
    {
        AuditSequence = sequence;
        AuditHash = hash;
    }
}

/// <summary>What a new case is made of.</summary>
/// <param name="Id">Identity.</param>
/// <param name="Number">Its number.</param>
/// <param name="Status">Received, or Draft for an offline entry that is not finished.</param>
/// <param name="ProductCode">Product registered for.</param>
/// <param name="Channel">Channel.</param>
/// <param name="Language">Language of the applicant.</param>
/// <param name="Data">The applicant's data.</param>
/// <param name="ProtectedData">The same, encrypted.</param>
/// <param name="SubmissionKey">Key of the submission.</param>
/// <param name="StatusLink">Link of the status page.</param>
/// <param name="CreatedById">Staff account that enters it, or null.</param>
/// <param name="Now">The present instant (UTC).</param>
internal sealed record NewCase(
    Guid Id,
    CaseNumber Number,
    CaseStatus Status,
    string ProductCode,
    Channel Channel,
    Language Language,
    ApplicantData Data,
    byte[] ProtectedData,
    Guid SubmissionKey,
    AccessLink StatusLink,
    string? CreatedById,
    DateTimeOffset Now)
{
    /// <summary>Keyed hash of what was submitted; empty for a case that nobody sends again.</summary>
    public byte[] SubmissionHash { get; init; } = [];

    /// <summary>True when a paper form was handed in.</summary>
    public bool OnPaper { get; init; }

    /// <summary>How it reached the company, encrypted, or null.</summary>
    public byte[]? ProtectedSource { get; init; }

    /// <summary>The partner that sends it in, or null.</summary>
    public Guid? PartnerId { get; init; }
}
