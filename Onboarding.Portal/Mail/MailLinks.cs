using Onboarding.Core.Cases;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Features.Notices;
using Onboarding.Portal.Features.Public;
using Onboarding.Portal.Features.Queues;
using Onboarding.Portal.Hosting;

namespace Onboarding.Portal.Mail;

/// <summary>The links that mails carry. A token is unguessable and is the applicant's key to one page.</summary>
/// <param name="address">The public address.</param>
public sealed class MailLinks(PublicAddress address)
{
    /// <summary>Where the registration stands, in the applicant's language where the browser has chosen none; so are the others.</summary>
    public string Status(string token, Language language) => In(language, PublicUrls.Status(token));

    /// <summary>The form in which the applicant objects to a rejection.</summary>
    public string Objection(string token, Language language) => In(language, PublicUrls.Objection(token));

    /// <summary>The form in which questions are answered.</summary>
    public string Reply(string token, Language language) => In(language, PublicUrls.Reply(token));

    /// <summary>The form that was begun, in the language in which it is filled.</summary>
    public string Draft(string token, Language language) => In(language, PublicUrls.Draft(token));

    /// <summary>The feedback form.</summary>
    public string Feedback(string token, Language language) => In(language, PublicUrls.Feedback(token));

    /// <summary>The queue page of the supervisors, to whom late work is escalated.</summary>
    public string SupervisorQueue() => address.Of(QueueUrls.Of(ActorRole.Supervisor));

    /// <summary>A person's own unread notices.</summary>
    public string Notices() => address.Of(NoticeUrls.Unread);

    private string In(Language language, string path) => address.Of($"{path}?{PublicUrls.LanguageKey}={Languages.Of(language)}");
}
