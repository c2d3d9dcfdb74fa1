using Onboarding.Core.Outbox;

namespace Onboarding.Portal.Features.Administration.Outbox;

/// <summary>The names of messages in the visitor's language.</summary>
internal static class OutboxKinds
{
    /// <summary>The name of a kind.</summary>
    public static string Name(OutboxKind kind) => kind switch
    {
        OutboxKind.MailRegistrationReceived => OutboxText.KindRegistrationReceived,
        OutboxKind.MailQuestion => OutboxText.KindQuestion,
        OutboxKind.MailReminder => OutboxText.KindReminder,
        OutboxKind.MailQuestionRecalled => OutboxText.KindQuestionRecalled,
        OutboxKind.MailExpired => OutboxText.KindExpired,
        OutboxKind.MailRejected => OutboxText.KindRejected,
        OutboxKind.MailObjectionReceived => OutboxText.KindObjectionReceived,
        OutboxKind.MailObjectionAnswered => OutboxText.KindObjectionAnswered,
        OutboxKind.MailWithdrawn => OutboxText.KindWithdrawn,
        OutboxKind.ActivateService => OutboxText.KindActivateService,
        OutboxKind.DeactivateService => OutboxText.KindDeactivateService,
        OutboxKind.MailActivated => OutboxText.KindActivated,
        OutboxKind.MailFeedback => OutboxText.KindFeedback,
        OutboxKind.MailEscalation => OutboxText.KindEscalation,
        OutboxKind.MailDraftLink => OutboxText.KindDraftLink,
        OutboxKind.TextActivated => OutboxText.KindTextActivated,
        OutboxKind.TextFeedback => OutboxText.KindTextFeedback,
        OutboxKind.CustomerToCrm => OutboxText.KindCustomerToCrm,
        OutboxKind.MailNotices => OutboxText.KindNotices,
        OutboxKind.WebhookStatusChanged => OutboxText.KindWebhook,
    };
}
