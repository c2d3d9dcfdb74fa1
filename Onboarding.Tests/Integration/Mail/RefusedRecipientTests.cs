using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Onboarding.Core.Cases;
using Onboarding.Core.Outbox;
using Onboarding.Core.Workflow;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Integration.Mail;

/// <summary>The whole portal against a real mail server: an address that bounces is seen, mended, and reached.</summary>
public sealed class RefusedRecipientTests(TestDatabases databases) : IClassFixture<TestDatabases>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, DatabaseProviders]
    public async Task An_address_that_bounces_becomes_work_and_is_reached_after_it_was_mended(DatabaseKind kind)
    {
        await using SmtpServer server = new(SmtpManner.RefusesRecipient);
        await using PortalHost host = await databases.PortalAsync(
            kind, ("Mail:Host", "127.0.0.1"), ("Mail:Port", server.Port.ToString(CultureInfo.InvariantCulture)), ("Mail:StartTls", "false"), ("Mail:TimeoutSeconds", "5"));
        CasesAt cases = new(host.Services);
        CaseState state = await cases.ReceivedAsync();
        await MailboxAssertions.EventuallyAsync(
            async () => (await cases.LoadAsync(state.CaseId)).LiveConcerns.Any(item => item.Concern == ConcernKind.MessageNotDelivered), "the refused mail is a concern");
        ApplicantMessage message = (await host.Services.GetRequiredService<ApplicantMessages>().ListAsync(state.CaseId, Staff.Sari, Token)).Single();
        (message.State, message.Attempts, message.LastError).ShouldBe((MessageState.NotDelivered, 1, "SmtpRecipientRefused"));

        server.Manner = SmtpManner.Accepts;
        (await host.Services.GetRequiredService<CorrectAddressHandler>().HandleAsync(new(new(state.CaseId, null), "benar@contoh.example", "telepon"), Staff.Sari, Token)).ShouldBeDone();
        (await host.Services.GetRequiredService<ResendMessageHandler>().HandleAsync(new(new(state.CaseId, null), message.Id), Staff.Sari, Token)).ShouldBeDone();

        await MailboxAssertions.EventuallyAsync(() => Task.FromResult(server.Mails.Count == 1), "the mail arrives");
        server.Mails.Single().ShouldContain("benar@contoh.example");
    }
}
