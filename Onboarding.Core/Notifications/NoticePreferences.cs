using Onboarding.Core.Cases;

namespace Onboarding.Core.Notifications;

/// <summary>How a kind of notice is mailed. Stored as text.</summary>
public enum NoticeMailing
{
    /// <summary>Not at all.</summary>
    Off = 1,

    /// <summary>In one mail each working day, when the office opens.</summary>
    Daily,

    /// <summary>Within a minute; for urgent kinds alone.</summary>
    AtOnce,
}

/// <summary>How a person wants to be told of one kind.</summary>
/// <param name="InPage">It counts at the bell and stands in the list.</param>
/// <param name="InBrowser">The browser shows it while the portal is out of sight, where the person allowed that.</param>
/// <param name="Mail">Whether it is mailed.</param>
public sealed record NoticeChoice(bool InPage, bool InBrowser, NoticeMailing Mail)
{
    /// <summary>What holds until the person chooses.</summary>
    public static NoticeChoice DefaultOf(NoticeKind kind) => kind switch
    {
        NoticeKind.Late or NoticeKind.Escalated => new(true, true, NoticeMailing.AtOnce),
        NoticeKind.Assigned or NoticeKind.Mention or NoticeKind.DueSoon or NoticeKind.CameBack or NoticeKind.Answered => new(true, true, NoticeMailing.Daily),
        NoticeKind.SnoozeEnded => new(true, true, NoticeMailing.Off),
        NoticeKind.Decided => new(true, false, NoticeMailing.Daily),
    };
}

/// <summary>What one member of staff chose. Who chose nothing yet has no row, and the defaults hold.</summary>
public sealed class NoticePreferences
{
    /// <summary>The greatest length of <see cref="MailAddress"/>.</summary>
    public const int MailAddressMaxLength = 254;

    private NoticePreferences()
    {
    }

    internal NoticePreferences(string personId) => PersonId = personId;

    /// <summary>Whose: id of the staff account.</summary>
    public string PersonId { get; private set; } = string.Empty;

    /// <summary>Counts the changes; 0 before the first.</summary>
    public int Version { get; private set; }

    /// <summary>Where mails go, or null for none.</summary>
    public string? MailAddress { get; private set; }

    /// <summary>The language of the mails.</summary>
    public Language Language { get; private set; }

    /// <summary>Mails come also outside of working hours.</summary>
    public bool MailsAtAnyTime { get; private set; }

    /// <summary>The choices that were made.</summary>
    public IReadOnlyDictionary<NoticeKind, NoticeChoice> Choices { get; private set; } = new Dictionary<NoticeKind, NoticeChoice>();

    /// <summary>The defaults, for who chose nothing yet.</summary>
    public static NoticePreferences Default(string personId) => new(personId);

    /// <summary>How the person wants to be told of a kind.</summary>
    public NoticeChoice Of(NoticeKind kind) => Choices.TryGetValue(kind, out var choice) ? choice : NoticeChoice.DefaultOf(kind);

    /// <summary>The kinds of which this holds.</summary>
    public IReadOnlyList<NoticeKind> KindsWhere(Func<NoticeChoice, bool> holds) => [.. NoticeKinds.All.Where(kind => holds(Of(kind)))];

    internal void Change(string? mailAddress, Language language, bool mailsAtAnyTime, IReadOnlyDictionary<NoticeKind, NoticeChoice> choices)
    {
        MailAddress = mailAddress;
        Language = language;
        MailsAtAnyTime = mailsAtAnyTime;
        Choices = choices;
        Version++;
    }
}
