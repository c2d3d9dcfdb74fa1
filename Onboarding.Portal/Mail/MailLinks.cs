namespace Onboarding.Portal.Mail;

/// <summary>The links that mails carry. A token is unguessable and is the applicant's key to one page.</summary>
/// <param name="address">The public address.</param>
public sealed class MailLinks(PublicAddress address)
{
    /// <summary>Where the registration stands.</summary>
    public string Status(string token) => address.Of($"/status/{token}");

    /// <summary>The form in which a question is answered.</summary>
    public string Reply(string token) => address.Of($"/reply/{token}");

    /// <summary>The feedback form.</summary>
    public string Feedback(string token) => address.Of($"/feedback/{token}");

    /// <summary>The queue page of the staff.</summary>
    public string Queues() => address.Of("/queues");
}
