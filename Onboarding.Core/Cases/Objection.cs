using Onboarding.Core.Workflow;

namespace Onboarding.Core.Cases;

/// <summary>
/// The applicant's objection (keberatan) to a rejection, one for each, and what a supervisor who did not reject answered
/// (PP 33/2026 Pasal 93-95: review by a human).
/// </summary>
public sealed class Objection
{
    /// <summary>The greatest length of the applicant's text.</summary>
    public const int TextMaxLength = 2000;

    private Objection()
    {
    }

    internal Objection(Guid decisionId, Guid caseId, byte[] protectedText, DateTimeOffset submittedAt)
    {
        DecisionId = decisionId;
        CaseId = caseId;
        ProtectedText = protectedText;
        SubmittedAt = submittedAt;
    }

    /// <summary>The rejection; the key, since there is one objection for each.</summary>
    public Guid DecisionId { get; private set; }

    /// <summary>The case.</summary>
    public Guid CaseId { get; private set; }

    /// <summary>What the applicant wrote, encrypted.</summary>
    public byte[] ProtectedText { get; private set; } = [];

    /// <summary>When it came in (UTC).</summary>
    public DateTimeOffset SubmittedAt { get; private set; }

    /// <summary>What was answered, as the applicant reads it; or null.</summary>
    public string? Answer { get; private set; }

    /// <summary>Who answered: id of the staff account, or null.</summary>
    public string? AnsweredById { get; private set; }

    /// <summary>Display name of that person.</summary>
    public string? AnsweredByName { get; private set; }

    /// <summary>When it was answered (UTC), or null.</summary>
    public DateTimeOffset? AnsweredAt { get; private set; }

    internal void Reply(string answer, Actor by, DateTimeOffset at)
    {
        Answer = answer;
        (AnsweredById, AnsweredByName) = (by.Id, by.Name);
        AnsweredAt = at;
    }
}

/// <summary>An objection as staff read it.</summary>
/// <param name="Objection">When, and what was answered.</param>
/// <param name="Text">What the applicant wrote.</param>
public sealed record ShownObjection(Objection Objection, string Text)
{
    /// <inheritdoc/>
    public override string ToString() => Objection.DecisionId.ToString("N");
}
