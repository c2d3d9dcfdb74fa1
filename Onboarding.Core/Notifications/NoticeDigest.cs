namespace Onboarding.Core.Notifications;

/// <summary>One mail with notices to one person. The notices name it, so each is mailed once; a day has one at most.</summary>
public sealed class NoticeDigest
{
    private NoticeDigest()
    {
    }

    internal NoticeDigest(Guid id, string personId, DateOnly? day, DateTimeOffset now)
    {
        Id = id;
        PersonId = personId;
        Day = day;
        CreatedAt = now;
    }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <summary>To whom: id of the staff account.</summary>
    public string PersonId { get; private set; } = string.Empty;

    /// <summary>The day of the office whose daily mail it is; null for one that was sent at once.</summary>
    public DateOnly? Day { get; private set; }

    /// <summary>When it was made (UTC).</summary>
    public DateTimeOffset CreatedAt { get; private set; }
}
