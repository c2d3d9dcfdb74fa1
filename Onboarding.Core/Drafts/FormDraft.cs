namespace Onboarding.Core.Drafts;

/// <summary>
/// What a member of staff has typed into a form and not sent. It belongs to the person and the case or customer, not to the browser:
/// a lost connection, a restarted server or another device finds it again, and nobody else ever does.
/// </summary>
public sealed class FormDraft
{
    private FormDraft()
    {
    }

    internal FormDraft(Guid id, Guid subjectId, string personId, string form)
    {
        Id = id;
        SubjectId = subjectId;
        PersonId = personId;
        Form = form;
    }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <summary>Counts every save, from 1; a window that saw another value is told instead of overwriting what the other one typed.</summary>
    public int Version { get; private set; }

    /// <summary>The case or the customer.</summary>
    public Guid SubjectId { get; private set; }

    /// <summary>Id of the account whose draft it is.</summary>
    public string PersonId { get; private set; } = string.Empty;

    /// <summary>Which form of the page.</summary>
    public string Form { get; private set; } = string.Empty;

    /// <summary>What was typed, encrypted: it can be anything about the applicant.</summary>
    public byte[] ProtectedContent { get; private set; } = [];

    /// <summary>When it was last saved (UTC).</summary>
    public DateTimeOffset SavedAt { get; private set; }

    /// <summary>Takes over the form as it stands.</summary>
    internal void Fill(byte[] protectedContent, DateTimeOffset now)
    {
        ProtectedContent = protectedContent;
        SavedAt = now;
        Version++;
    }
}
