using System.Globalization;
using Onboarding.Core.Messages;
using Onboarding.Core.Outbox;
using Onboarding.Core.Sla;
using Onboarding.Portal.Features;
using Onboarding.Portal.Features.Public;
using Onboarding.Portal.Hosting;
using Language = Onboarding.Core.Cases.Language;

namespace Onboarding.Portal.Mail;

/// <summary>Writes the mail of an outbox message from the case as it stands now, in the applicant's language.</summary>
/// <param name="links">The links.</param>
/// <param name="hours">The office's zone, in which deadlines are written.</param>
/// <param name="contact">How to reach the company: nobody reads an answer to these mails.</param>
internal sealed class MailComposer(MailLinks links, WorkingHours hours, ContactDetails contact)
{
    /// <summary>The mail's content, or null when it is no longer needed (the question was answered, the work was done).</summary>
    /// <param name="kind">Which mail.</param>
    /// <param name="facts">The case.</param>
    public (string Language, MailContent Content)? Compose(OutboxKind kind, MessageFacts facts)
    {
        // Supervisors are written to in the reference language, applicants in theirs.
        string language = kind == OutboxKind.MailEscalation || facts.Language == Language.Indonesian ? "id" : "en";
        return Languages.In<(string, MailContent)?>(language, () => Content(kind, facts) is { } content
            ? (language, facts.Template is { } template ? TemplateMail.Write(template, facts, content, AnswerBy(facts), name => LinkOf(name, facts)) : content)
            : null);
    }

    private MailContent? Content(OutboxKind kind, MessageFacts facts) => kind switch
    {
        OutboxKind.MailRegistrationReceived => ToApplicant(
            facts, MailText.ReceivedSubject, Fill(MailText.ReceivedBody, facts.Product.Name, facts.Number), MailText.ReceivedNext) with { Link = StatusLink(facts) },
        OutboxKind.MailQuestion => Question(facts, isReminder: false),
        OutboxKind.MailReminder => Question(facts, isReminder: true),
        OutboxKind.MailQuestionRecalled => ToApplicant(facts, MailText.RecalledSubject, MailText.RecalledBody) with { Link = StatusLink(facts) },
        OutboxKind.MailExpired => ToApplicant(facts, MailText.ExpiredSubject, Fill(MailText.ExpiredBody, facts.Product.Name), MailText.ExpiredAgain) with { Link = StatusLink(facts) },
        OutboxKind.MailRejected => Rejected(facts),
        OutboxKind.MailObjectionReceived => ToApplicant(facts, MailText.ObjectionReceivedSubject, MailText.ObjectionReceivedBody) with { Link = StatusLink(facts) },
        OutboxKind.MailObjectionAnswered => facts.Rejection?.Answer is { } answer
            ? ToApplicant(facts, MailText.ObjectionAnsweredSubject, MailText.ObjectionAnsweredBody) with { Quote = answer, Link = StatusLink(facts) }
            : null,
        OutboxKind.MailWithdrawn => ToApplicant(facts, MailText.WithdrawnSubject, Fill(MailText.WithdrawnBody, facts.Product.Name)),
        OutboxKind.MailActivated => Activated(facts),
        OutboxKind.MailFeedback => facts.FeedbackToken is { } token
            ? ToApplicant(facts, MailText.FeedbackSubject, Fill(MailText.FeedbackBody, facts.Product.Name)) with { Link = (MailText.FeedbackLink, links.Feedback(token, facts.Language)) }
            : null,
        OutboxKind.MailEscalation => Escalation(facts),
        OutboxKind.ActivateService or OutboxKind.DeactivateService or OutboxKind.WebhookStatusChanged or OutboxKind.MailDraftLink
            or OutboxKind.TextActivated or OutboxKind.TextFeedback or OutboxKind.CustomerToCrm or OutboxKind.MailNotices =>
            throw new ArgumentOutOfRangeException(nameof(kind), kind, "It is no mail about a case."),
    };

    private MailContent? Question(MessageFacts facts, bool isReminder) =>
        facts.Question is { IsOpen: true } question
            ? QuestionMail.Of(facts.Name, facts.Number, question.Items, isReminder) with
            {
                Link = (MailText.ReplyLink, links.Reply(question.Token, facts.Language)),
                Closing = [Fill(MailText.QuestionUntil, At(question.AnswerBy)), .. Closing(facts)],
            }
            : null;

    private MailContent Rejected(MessageFacts facts)
    {
        string[] category = facts.Rejection?.Category is { } name ? [Fill(MailText.RejectedCategory, name)] : [];
        MailContent mail = ToApplicant(facts, MailText.RejectedSubject, [.. category.Prepend(Fill(MailText.RejectedBody, facts.Product.Name))]);
        return facts.Rejection is { } rejection
            ? mail with
            {
                Quote = facts.Reason,
                Link = ObjectionLink(facts),
                Closing = [Fill(MailText.RejectedObjection, At(rejection.ObjectBy)), .. Closing(facts)],
            }
            : mail with { Quote = facts.Reason, Link = StatusLink(facts) };
    }

    private MailContent Activated(MessageFacts facts) =>
        ToApplicant(
            facts,
            MailText.ActivatedSubject,
            Fill(MailText.ActivatedBody, facts.Product.Name),
            Fill(MailText.ActivatedNumbers, facts.CustomerNumber ?? "", facts.ServiceReference ?? ""),
            MailText.ActivatedFollowUp) with
        {
            Subject = Fill(MailText.ActivatedSubject, facts.Product.Name),
            StepsTitle = MailText.GuideTitle,
            Steps = facts.Product.Guide,
            Link = StatusLink(facts),
        };

    private MailContent? Escalation(MessageFacts facts) =>
        facts.LateWork is { } late
            ? new MailContent(
                Fill(late.IsLate ? MailText.EscalationSubject : MailText.EscalationSubjectEarly, facts.Number),
                MailText.EscalationGreeting,
                [Fill(MailText.EscalationBody, DomainTexts.Of(late.Queue), facts.Number, At(late.DueAt))])
            {
                Link = (MailText.QueueLink, links.SupervisorQueue()),
                Closing = [MailText.EscalationClosing],
            }
            : null;

    private MailContent ToApplicant(MessageFacts facts, string subject, params string[] paragraphs) =>
        new(Fill(subject, facts.Number), Fill(MailText.Greeting, facts.Name), paragraphs) { Closing = Closing(facts) };

    private string[] Closing(MessageFacts facts)
    {
        string[] ways = [.. new[] { contact.Phone, contact.Email }.OfType<string>()];
        string[] closing = [Fill(MailText.ClosingCase, facts.Number), MailText.ClosingAutomatic];
        return ways.Length == 0 ? closing : [.. closing, Fill(MailText.ClosingContact, string.Join(" · ", ways))];
    }

    private string AnswerBy(MessageFacts facts) => facts.Question is { } question ? At(question.AnswerBy) : "";

    private (string Label, string Address) LinkOf(string placeholder, MessageFacts facts) => (placeholder, facts) switch
    {
        (Placeholders.ReplyLink, { Question: { } question }) => (MailText.ReplyLink, links.Reply(question.Token, facts.Language)),
        (Placeholders.ObjectionLink, { Rejection: not null }) => ObjectionLink(facts),
        (Placeholders.FeedbackLink, { FeedbackToken: { } token }) => (MailText.FeedbackLink, links.Feedback(token, facts.Language)),
        _ => StatusLink(facts),
    };

    private (string Label, string Address) ObjectionLink(MessageFacts facts) => (MailText.ObjectionLink, links.Objection(facts.StatusToken, facts.Language));

    private (string Label, string Address) StatusLink(MessageFacts facts) => (MailText.StatusLink, links.Status(facts.StatusToken, facts.Language));

    private string At(DateTimeOffset instant) => MailPost.Written(instant, hours.Zone);

    private static string Fill(string text, params object[] arguments) => string.Format(CultureInfo.InvariantCulture, text, arguments);
}
