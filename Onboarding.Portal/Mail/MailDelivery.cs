using Onboarding.Core.Cases;
using Onboarding.Core.Outbox;
using Onboarding.Core.Results;
using Onboarding.Core.Stages.Stage5FollowUp;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Integrations.Outbox;

namespace Onboarding.Portal.Mail;

/// <summary>Sends the mails of the outbox.</summary>
/// <param name="reader">Reads the case.</param>
/// <param name="composer">Writes the mail.</param>
/// <param name="sender">Sends it.</param>
/// <param name="notice">Notes that the activation notice was sent (SOP stage 5).</param>
/// <param name="settings">Where escalations go: an address that is nobody's account, for each supervisor has notices and mails of their own.</param>
/// <param name="clock">Clock.</param>
internal sealed class MailDelivery(
    MessageFactsReader reader,
    MailComposer composer,
    IMailSender sender,
    RecordActivationNoticeHandler notice,
    MailSettings settings,
    TimeProvider clock)
{
    private static readonly TimeSpan HoldPause = TimeSpan.FromMinutes(1);
    private static readonly Actor Sender = Actor.System("Mail");

    /// <summary>Sends the mail of a message, unless the case no longer calls for it.</summary>
    public async Task<DeliveryOutcome> DeliverAsync(LeasedMessage message, CancellationToken cancellation)
    {
        if (await reader.ReadAsync(message, cancellation) is not { } facts || composer.Compose(message.Kind, facts) is not { } mail)
        {
            return new NotNeeded();
        }

        IReadOnlyList<string> to = message.Kind == OutboxKind.MailEscalation ? settings.Supervisors : [facts.Email];
        if (to.Count == 0)
        {
            return new NotNeeded();
        }

        try
        {
            OutgoingMail outgoing = new(
                message.Id, clock.GetUtcNow(), to, mail.Content.Subject, mail.Content.ToText(), mail.Content.ToHtml(mail.Language))
            {
                Sending = facts.Sending,
            };
            await sender.SendAsync(outgoing, cancellation);
        }
        catch (MailNotSentException failure) when (failure.IsPermanent && message.Kind != OutboxKind.MailEscalation)
        {
            return new DeliveryRefused(failure.Code);
        }
        catch (MailNotSentException failure)
        {
            return new DeliveryFailed(failure.Code);
        }

        return message.Kind == OutboxKind.MailActivated ? await NoteAsync(message, cancellation) : new Delivered();
    }

    // A refusal other than a hold means that the case has moved on: the mail was sent all the same.
    private async Task<DeliveryOutcome> NoteAsync(LeasedMessage message, CancellationToken cancellation)
    {
        var noted = await notice.HandleAsync(new RecordActivationNotice(new CaseTarget(message.CaseId!.Value, null)), Sender, cancellation);
        return noted.Refusal is { Code: RefusalCode.CaseOnHold or RefusalCode.VersionConflict } ? new DeliveryDeferred(HoldPause) : new Delivered();
    }
}
