using Microsoft.AspNetCore.Identity;
using Onboarding.Core.Cases;
using Onboarding.Core.Outbox;
using Onboarding.Core.Results;
using Onboarding.Core.Stages.Stage5FollowUp;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Integrations.Outbox;
using Onboarding.Portal.Security;
using Onboarding.Portal.Security.Identity;

namespace Onboarding.Portal.Mail;

/// <summary>Sends the mails of the outbox.</summary>
/// <param name="reader">Reads the case.</param>
/// <param name="composer">Writes the mail.</param>
/// <param name="sender">Sends it.</param>
/// <param name="notice">Notes that the activation notice was sent (SOP stage 5).</param>
/// <param name="settings">Where escalations go when no account has an address.</param>
/// <param name="scopes">A scope for the account store.</param>
/// <param name="clock">Clock.</param>
internal sealed class MailDelivery(
    MessageFactsReader reader,
    MailComposer composer,
    IMailSender sender,
    RecordActivationNoticeHandler notice,
    MailSettings settings,
    IServiceScopeFactory scopes,
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

        IReadOnlyList<string> to = message.Kind == OutboxKind.MailEscalation ? await SupervisorsAsync() : [facts.Email];
        if (to.Count == 0)
        {
            return new DeliveryFailed("NoRecipient");
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

    private async Task<IReadOnlyList<string>> SupervisorsAsync()
    {
        await using AsyncServiceScope scope = scopes.CreateAsyncScope();
        UserManager<StaffAccount> users = scope.ServiceProvider.GetRequiredService<UserManager<StaffAccount>>();
        IList<StaffAccount> supervisors = await users.GetUsersInRoleAsync(StaffRoles.Name(ActorRole.Supervisor));
        string[] addresses = [.. supervisors.Where(account => !account.Disabled).Select(account => account.Email).OfType<string>().Where(address => address.Length > 0)];
        return addresses.Length > 0 ? addresses : settings.Supervisors;
    }
}
