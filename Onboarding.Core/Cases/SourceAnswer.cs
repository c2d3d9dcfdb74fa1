using Onboarding.Core.Stages.Stage2Verification;

namespace Onboarding.Core.Cases;

/// <summary>What an external source answered about a case, with its date (SOP stage 2: "validasi data melalui sistem atau pihak ketiga").</summary>
public sealed class SourceAnswer
{
    private SourceAnswer()
    {
    }

    internal SourceAnswer(Guid id, Guid caseId, AskedSource asked, string byId, string byName, DateTimeOffset at)
    {
        Id = id;
        CaseId = caseId;
        Source = asked.Source;
        QuestionHash = asked.QuestionHash;
        State = asked.State;
        ProtectedReply = asked.ProtectedReply;
        AnsweredAt = asked.AnsweredAt;
        IsReused = asked.IsReused;
        ById = byId;
        ByName = byName;
        At = at;
    }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <summary>The case.</summary>
    public Guid CaseId { get; private set; }

    /// <summary>1 for the case's first answer, then counting up: two of the same instant still have an order.</summary>
    public int Number { get; private set; }

    /// <summary>Name of the source.</summary>
    public string Source { get; private set; } = string.Empty;

    /// <summary>Keyed hash of what was asked: the same question need not be asked twice.</summary>
    public byte[] QuestionHash { get; private set; } = [];

    /// <summary>What it said as a whole.</summary>
    public SourceState State { get; private set; }

    /// <summary>The reply field by field, encrypted.</summary>
    public byte[] ProtectedReply { get; private set; } = [];

    /// <summary>When the source answered (UTC); earlier than <see cref="At"/> when an answer was used again.</summary>
    public DateTimeOffset AnsweredAt { get; private set; }

    /// <summary>True when an earlier answer to the same question was used.</summary>
    public bool IsReused { get; private set; }

    /// <summary>Who asked.</summary>
    public string ById { get; private set; } = string.Empty;

    /// <summary>Display name at that time.</summary>
    public string ByName { get; private set; } = string.Empty;

    /// <summary>When it was asked for this case (UTC).</summary>
    public DateTimeOffset At { get; private set; }

    internal void Place(int number) => Number = number;
}

/// <summary>A question and its answer.</summary>
/// <param name="Source">Name of the source.</param>
/// <param name="QuestionHash">Keyed hash of what was asked.</param>
/// <param name="State">What it said.</param>
/// <param name="ProtectedReply">The reply, encrypted.</param>
/// <param name="AnsweredAt">When it answered (UTC).</param>
/// <param name="IsReused">True for an earlier answer.</param>
internal sealed record AskedSource(string Source, byte[] QuestionHash, SourceState State, byte[] ProtectedReply, DateTimeOffset AnsweredAt, bool IsReused);
