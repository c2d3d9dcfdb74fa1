using Microsoft.Extensions.DependencyInjection;
using Onboarding.Core.Cases;
using Onboarding.Core.Partners;
using Onboarding.Core.Workflow;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Integration.Outbox;

/// <summary>The whole portal, and a partner whose server takes the connection and never answers: the costliest way to be away.</summary>
public sealed class DeadReceiverTests(TestDatabases databases) : IClassFixture<TestDatabases>
{
    private const int Waiting = 6;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, DatabaseProviders]
    public async Task A_partner_that_never_answers_holds_up_neither_mails_nor_other_partners(DatabaseKind kind)
    {
        await using WebhookReceiver dead = await WebhookReceiver.StartAsync();
        await using WebhookReceiver alive = await WebhookReceiver.StartAsync();
        TaskCompletionSource back = new(TaskCreationOptions.RunContinuationsAsynchronously);
        dead.Answer = _ => back.Task;
        await using PortalHost host = await databases.PortalAsync(
            kind, ("Webhooks:AllowLoopback", "true"), ("Webhooks:TimeoutSeconds", "45"), ("Outbox:Parallel", "4"));
        using ApiPartner first = await PartnerAsync(host, dead);
        using ApiPartner second = await PartnerAsync(host, alive);
        for (int number = 0; number < Waiting; number++)
        {
            await WithdrawAsync(host, first, 9901 + number);
        }

        await MailboxAssertions.EventuallyAsync(() => Task.FromResult(dead.Received.Count >= 2), "the dead server has as much as it gets");
        await WithdrawAsync(host, second, 9951);

        await MailboxAssertions.EventuallyAsync(async () => (await host.Services.MailsAsync()).Count == (Waiting + 1) * 2, "every mail is sent");
        await MailboxAssertions.EventuallyAsync(() => Task.FromResult(alive.Received.Count == 1), "the other partner is told");
        dead.Received.Count.ShouldBe(2);
        back.SetResult();
        await MailboxAssertions.EventuallyAsync(() => Task.FromResult(dead.Received.Count == Waiting), "the rest follows when the server is back");
    }

    private static async Task<ApiPartner> PartnerAsync(PortalHost host, WebhookReceiver receiver)
    {
        ApiPartner partner = await ApiPartner.CreateAsync(host);
        (await host.Services.GetRequiredService<PartnerWebhookHandler>().SetAddressAsync(partner.Id, receiver.Address, Staff.Yusuf, Token)).ShouldBeDone();
        return partner;
    }

    private static async Task WithdrawAsync(PortalHost host, ApiPartner partner, int serial)
    {
        string number = await partner.NumberOfNewAsync(serial);
        Guid owner = (await host.Services.GetRequiredService<PartnerCases>().FindAsync(partner.Id, number, Token)).ShouldBeDone().CaseId;
        (await host.Services.GetRequiredService<WithdrawCaseHandler>().HandleAsync(
            new(new CaseTarget(owner, null), null), Actor.Applicant(owner), Token)).ShouldBeDone();
    }
}
