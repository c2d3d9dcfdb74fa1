using Onboarding.Core.Outbox;
using Onboarding.Portal.Integrations.Activation;
using Onboarding.Portal.Integrations.Crm;
using Onboarding.Portal.Integrations.Messages;
using Onboarding.Portal.Integrations.Webhooks;
using Onboarding.Portal.Mail;

namespace Onboarding.Portal.Integrations.Outbox;

/// <summary>Brings a message to whoever it is for.</summary>
/// <param name="mail">Mails.</param>
/// <param name="activation">Orders to the activation system.</param>
/// <param name="webhooks">Changes of status, to partners.</param>
/// <param name="draftLinks">Links of forms that were only begun.</param>
/// <param name="texts">Short messages.</param>
/// <param name="crm">Customer records to the external CRM.</param>
/// <param name="notices">Notices to the staff.</param>
internal sealed class OutboxDelivery(MailDelivery mail, ActivationDelivery activation, WebhookDelivery webhooks, DraftLinkDelivery draftLinks, TextDelivery texts, CrmDelivery crm, NoticeMail notices)
{
    /// <summary>Makes one attempt.</summary>
    public Task<DeliveryOutcome> DeliverAsync(LeasedMessage message, CancellationToken cancellation) => message.Kind switch
    {
        OutboxKind.ActivateService => activation.SwitchOnAsync(message, cancellation),
        OutboxKind.DeactivateService => activation.SwitchOffAsync(message, cancellation),
        OutboxKind.WebhookStatusChanged => webhooks.DeliverAsync(message, cancellation),
        OutboxKind.TextActivated or OutboxKind.TextFeedback => texts.DeliverAsync(message, cancellation),
        OutboxKind.CustomerToCrm => crm.DeliverAsync(message, cancellation),
        OutboxKind.MailDraftLink => draftLinks.DeliverAsync(message, cancellation),
        OutboxKind.MailNotices => notices.DeliverAsync(message, cancellation),
        OutboxKind.MailRegistrationReceived
            or OutboxKind.MailQuestion
            or OutboxKind.MailReminder
            or OutboxKind.MailQuestionRecalled
            or OutboxKind.MailExpired
            or OutboxKind.MailRejected
            or OutboxKind.MailWithdrawn
            or OutboxKind.MailObjectionReceived
            or OutboxKind.MailObjectionAnswered
            or OutboxKind.MailActivated
            or OutboxKind.MailFeedback
            or OutboxKind.MailEscalation => mail.DeliverAsync(message, cancellation),
    };
}
