using Onboarding.Core.Clarifications;
using Onboarding.Core.Documents;
using Onboarding.Core.Documents.Inspection;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Cases;

// What the use cases may change, each after the transition table has allowed its action.
public sealed partial class OnboardingCase
{
    /// <summary>
    /// All keys under which the search for duplicates is to find the case from now on, or null where they stay as they are. Known ones are not loaded:
    /// there are many, and nothing is decided by them. A draft has none.
    /// </summary>
    internal IReadOnlyList<SearchKey>? NewSearchKeys { get; private set; }

    /// <summary>True when this very piece of work wrote the name; not stored.</summary>
    internal bool IsNamedAnew { get; private set; }

    internal void MoveTo(CaseStatus status, DateTimeOffset now)
    {
        if (status == CaseStatus.Expired)
        {
            ExpiredFrom = Status;
        }

        Status = status;
        StatusSince = now;
        if (status == CaseStatus.Received)
        {
            ReceivedAt ??= now;
        }
    }

    internal void Touch(DateTimeOffset now)
    {
        Version++;
        UpdatedAt = now;
    }

    internal void Add(WorkItem item) => _workItems.Add(item);

    internal void PlaceHold(Hold hold) => Hold = hold;

    internal void LiftHold() => Hold = null;

    internal void TakePart(Actor actor, Part part, DateTimeOffset now)
    {
        if (actor.IsStaff && !_participations.Any(entry => entry.StaffId == actor.Id && entry.Part == part))
        {
            _participations.Add(new Participation(Id, actor.Id, actor.Name, part, now));
        }
    }

    internal void ReplaceData(ApplicantData data, byte[] protectedData, IReadOnlyCollection<long> keys)
    {
        Describe(data);
        ProtectedData = protectedData;
        if (Status != CaseStatus.Draft)
        {
            MakeFindable(keys);
        }
    }

    /// <summary>Puts the case into the search index.</summary>
    internal void MakeFindable(IReadOnlyCollection<long> keys) => NewSearchKeys = [.. keys.Distinct().Select(hash => new SearchKey(Id, hash))];

    internal CaseDocument AddDocument(
        Guid documentId, DocumentKind kind, string fileName, TakenDocument taken, Actor actor, DateTimeOffset now, Guid? uploadId = null, Guid? replacement = null)
    {
        var document = new CaseDocument(documentId, Id, kind, DocumentPlace.Next(_documents, kind, replacement), fileName, taken, uploadId, actor.Id, actor.Name, now);
        _documents.Add(document);
        return document;
    }

    internal void Add(ConsentRecord consent) => _consents.Add(consent);

    internal void Tick(Guid tickId, ChecklistKind list, string item, string? remark, Actor actor, DateTimeOffset now)
    {
        Untick(list, item);
        _ticks.Add(new ChecklistTick(tickId, Id, list, item, remark, actor.Id, actor.Name, now));
    }

    internal void Untick(ChecklistKind list, string item) =>
        _ticks.RemoveAll(tick => tick.List == list && tick.Item == item);

    internal void AddDuplicates(IEnumerable<DuplicateMatch> matches) => _duplicates.AddRange(matches);

    internal void Drop(DuplicateMatch match) => _duplicates.Remove(match);

    internal void Add(VerificationCheck check)
    {
        check.Place(_checks.Count + 1);
        _checks.Add(check);
    }

    internal void Add(ReentryAttempt attempt) => _reentries.Add(attempt);

    internal void Add(SourceAnswer answer)
    {
        answer.Place(_sourceAnswers.Count + 1);
        _sourceAnswers.Add(answer);
    }

    internal void Add(Clarification clarification) => _clarifications.Add(clarification);

    internal void Add(ContactEntry contact) => _contacts.Add(contact);

    internal void Add(Decision decision) => _decisions.Add(decision);

    internal void Add(Objection objection) => _objections.Add(objection);

    internal void Add(SendBackPoint point) => _sendBackPoints.Add(point);

    internal void RecommendRejection() => RejectionRecommended = true;

    internal void RecordCustomer(Guid customerId, DateTimeOffset now)
    {
        CustomerId = customerId;
        RecordedAt = now;
    }

    /// <summary>Going back to an earlier stage: what comes after it has to be done again.</summary>
    internal void ReturnToEarlierStage()
    {
        RejectionRecommended = false;
        RecordedAt = null;
        _ticks.RemoveAll(tick => tick.List == ChecklistKind.Storage);
    }

    internal void MarkActivationFailed() => ActivationFailed = true;

    internal void RetryActivation() => ActivationFailed = false;

    internal void Activate(string reference, DateTimeOffset now)
    {
        ActivationFailed = false;
        ActivationReference = reference;
        ActivatedAt = now;
    }

    internal void RecordActivationNotice(DateTimeOffset now) => ActivationNoticeSentAt = now;

    internal void TakeBackActivationNotice() => ActivationNoticeSentAt = null;

    internal void Add(FollowUp followUp) => _followUps.Add(followUp);

    internal void AskFeedback(Feedback feedback) => Feedback = feedback;

    // A draft may hold anything that was typed; what stands in lists and filters has to fit there.
    private void Describe(ApplicantData data)
    {
        Kind = data.Kind;
        var name = FreeText.Clean(data.DisplayName[..Math.Min(data.DisplayName.Length, ApplicantData.MaxTextLength)]);
        IsNamedAnew |= name != ApplicantName;
        ApplicantName = name;
        ProvinceCode = data.Address.Province?.Code ?? string.Empty;
        _workItems.ForEach(item => item.BeOf(this));
    }
}
