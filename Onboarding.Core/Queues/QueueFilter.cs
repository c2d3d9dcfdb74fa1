using Onboarding.Core.Cases;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Queues;

/// <summary>When work is due, seen from now in the zone of the office.</summary>
public enum DueTime
{
    /// <summary>Its time has passed.</summary>
    Late = 1,

    /// <summary>Not late yet, but before the end of this day.</summary>
    Today,

    /// <summary>Not late yet, but within seven days.</summary>
    Week,

    /// <summary>Its clock stands: it waits for the applicant, or compliance holds the case.</summary>
    Standing,
}

/// <summary>What is particular about a work item.</summary>
public enum QueueFlag
{
    /// <summary>Compliance holds the case.</summary>
    Hold = 1,

    /// <summary>It waits for the applicant.</summary>
    Waiting,

    /// <summary>It was late and the supervisors were told.</summary>
    Escalated,

    /// <summary>It is a concern and not the work of a stage.</summary>
    Concern,

    /// <summary>Administrasi recommended to reject the case.</summary>
    RejectionRecommended,

    /// <summary>The search for duplicates found somebody, and nobody has decided.</summary>
    PossibleDuplicate,
}

/// <summary>Which rows of the queues to show. Whatever is null is not asked for.</summary>
public sealed record QueueFilter
{
    /// <summary>Stands for whoever looks, where an assignee is asked for.</summary>
    public const string Me = "me";

    /// <summary>Stands for work that nobody has.</summary>
    public const string Nobody = "nobody";

    /// <summary>Nothing is asked for.</summary>
    public static QueueFilter None { get; } = new();

    /// <summary>Only work of this stage.</summary>
    public Stage? Stage { get; init; }

    /// <summary>Only of this product.</summary>
    public string? ProductCode { get; init; }

    /// <summary>Only what came in over this channel.</summary>
    public Channel? Channel { get; init; }

    /// <summary>Only persons, or only businesses.</summary>
    public CustomerKind? Kind { get; init; }

    /// <summary>Only what is due then.</summary>
    public DueTime? Due { get; init; }

    /// <summary><see cref="Me"/>, <see cref="Nobody"/>, or the id of a staff account.</summary>
    public string? Assignee { get; init; }

    /// <summary>Only of this province.</summary>
    public string? ProvinceCode { get; init; }

    /// <summary>Only with this particularity.</summary>
    public QueueFlag? Flag { get; init; }

    /// <summary>A case number, its running number, or beginnings of words of the applicant's name.</summary>
    public string? Text { get; init; }

    /// <summary>Whether a text is a case number or a running number: that tells nothing of a person, and may stand in an address.</summary>
    public static bool IsNumber(string? text) => QueueSearch.IsNumber(text);

    /// <summary>What was typed may be a name and is not printed.</summary>
    public override string ToString() => nameof(QueueFilter);
}
