using Onboarding.Core.Workflow;

namespace Onboarding.Core.Clarifications;

/// <summary>How the applicant was spoken to.</summary>
public enum ContactChannel
{
    /// <summary>By telephone.</summary>
    Phone = 1,

    /// <summary>By WhatsApp.</summary>
    WhatsApp,

    /// <summary>By e-mail, outside of the portal.</summary>
    Email,

    /// <summary>In person.</summary>
    InPerson,
}

/// <summary>What came of a contact.</summary>
public enum ContactOutcome
{
    /// <summary>The applicant was reached.</summary>
    Reached = 1,

    /// <summary>Nobody was reached.</summary>
    NotReached,

    /// <summary>The applicant promised something by a date.</summary>
    Promised,
}

/// <summary>One contact with the applicant beside the portal's own requests (SOP stage 2: Log Verifikasi). Never changed.</summary>
public sealed class ContactEntry
{
    private ContactEntry()
    {
    }

    internal ContactEntry(Guid id, Guid caseId, Stage stage, NewContact given, Actor by, DateTimeOffset at)
    {
        Id = id;
        CaseId = caseId;
        Stage = stage;
        Channel = given.Channel;
        With = given.With;
        Summary = given.Summary;
        Outcome = given.Outcome;
        PromisedFor = given.PromisedFor;
        ById = by.Id;
        ByName = by.Name;
        At = at;
    }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <summary>The case.</summary>
    public Guid CaseId { get; private set; }

    /// <summary>The stage in which it was made.</summary>
    public Stage Stage { get; private set; }

    /// <summary>How.</summary>
    public ContactChannel Channel { get; private set; }

    /// <summary>With whom.</summary>
    public string With { get; private set; } = string.Empty;

    /// <summary>What was asked and answered.</summary>
    public string Summary { get; private set; } = string.Empty;

    /// <summary>What came of it.</summary>
    public ContactOutcome Outcome { get; private set; }

    /// <summary>Until when the applicant promised something, or null.</summary>
    public DateOnly? PromisedFor { get; private set; }

    /// <summary>Who made it.</summary>
    public string ById { get; private set; } = string.Empty;

    /// <summary>Display name at that time.</summary>
    public string ByName { get; private set; } = string.Empty;

    /// <summary>When (UTC).</summary>
    public DateTimeOffset At { get; private set; }
}

/// <summary>A contact as staff writes it down.</summary>
/// <param name="Channel">How.</param>
/// <param name="With">With whom; required.</param>
/// <param name="Summary">What was asked and answered; required.</param>
/// <param name="Outcome">What came of it.</param>
/// <param name="PromisedFor">Until when something was promised; required for that outcome, not for others.</param>
public sealed record NewContact(ContactChannel Channel, string With, string Summary, ContactOutcome Outcome, DateOnly? PromisedFor = null)
{
    /// <summary>It tells of a person and is not printed.</summary>
    public override string ToString() => $"{Channel} {Outcome}";
}
