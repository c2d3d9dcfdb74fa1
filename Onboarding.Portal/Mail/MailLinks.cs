using Onboarding.Core.Cases;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Features.Public;
using Onboarding.Portal.Features.Queues;
using Onboarding.Portal.Hosting;

namespace Onboarding.Portal.Mail;

/// <summary>The links that mails carry. A token is unguessable and is the applicant's key to one page.</summary>
/// <param name="address">The public address.</param>
public sealed class MailLinks(PublicAddress address)
{
    /// <summary>Where the registration stands.</summary>
    public string Status(string token) => address.Of(PublicUrls.Status(token));

    /// <summary>The form in which questions are answered, in the applicant's language where the browser has chosen none.</summary>
    public string Reply(string token, Language language) => address.Of($"{PublicUrls.Reply(token)}?{PublicUrls.LanguageKey}={Languages.Of(language)}");

    /// <summary>The form that was begun, in the language in which it is filled where the browser has chosen none.</summary>
    public string Draft(string token, Language language) => address.Of($"{PublicUrls.Draft(token)}?{PublicUrls.LanguageKey}={Languages.Of(language)}");

    /// <summary>The feedback form.</summary>
    public string Feedback(string token) => address.Of(PublicUrls.Feedback(token));

    /// <summary>The queue page of the supervisors, to whom late work is escalated.</summary>
    public string SupervisorQueue() => address.Of(QueueUrls.Of(ActorRole.Supervisor));
}
