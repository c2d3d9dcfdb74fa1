using Microsoft.Extensions.DependencyInjection;
using Onboarding.Core.Cases;
using Onboarding.Core.Outbox;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Mail;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Integration.Outbox;

/// <summary>The whole portal: what a use case writes into the outbox reaches the outside by itself.</summary>
public sealed class OutboxDispatcherTests(TestDatabases databases) : IClassFixture<TestDatabases>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, DatabaseProviders]
    public async Task Activates_the_service_and_sends_every_mail_of_the_case_in_order(DatabaseKind kind)
    {
        await using PortalHost host = await databases.PortalAsync(kind);
        CaseState state = await new CasesAt(host.Services).ActivatingAsync();

        await MailboxAssertions.EventuallyAsync(async () => (await host.Services.MailsAsync()).Count == 2, "both mails lie in the folder");
        await MailboxAssertions.EventuallyAsync(
            async () => (await new CasesAt(host.Services).LoadAsync(state.CaseId)).ActivationNoticeSentAt is not null, "the notice is recorded");

        OnboardingCase owner = await new CasesAt(host.Services).LoadAsync(state.CaseId);
        owner.Status.ShouldBe(CaseStatus.Active);
        owner.ActivationReference.ShouldNotBeNull().ShouldStartWith("SVC-");
        IReadOnlyList<ReadMail> mails = await host.Services.MailsAsync();
        mails[0].Subject.ShouldContain(state.Number);
        mails[0].Text.ShouldContain($"{host.Address}status/");
        mails[1].Text.ShouldContain(owner.ActivationReference);
        mails[1].Html.ShouldContain("<ol>");
        await MailboxAssertions.EventuallyAsync(
            async () => (await host.Services.GetRequiredService<OutboxReader>().StateAsync(Token)).Waiting == 0, "the outbox is empty");
    }

    [Theory, DatabaseProviders]
    public async Task Sends_each_message_once_although_two_portals_work_on_one_database(DatabaseKind kind)
    {
        Assert.SkipWhen(kind == DatabaseKind.Sqlite, "one process for each SQLite file");
        TestDatabase database = await databases.Fresh(kind);
        await using PortalHost first = database.Portal();
        _ = first.Address;
        await using PortalHost second = database.Portal(("Protection:KeyFolder", first.Services.GetRequiredService<Onboarding.Core.Protection.MasterKeyOptions>().Folder!));
        _ = second.Address;

        for (int number = 0; number < 10; number++)
        {
            await new CasesAt(first.Services).ReceivedAsync(Registrations.Person(9000 + number));
        }

        await MailboxAssertions.EventuallyAsync(
            async () => (await first.Services.GetRequiredService<OutboxReader>().StateAsync(Token)).Waiting == 0, "the outbox is empty");

        string[] subjects = [.. (await first.Services.MailsAsync()).Concat(await second.Services.MailsAsync()).Select(mail => mail.Subject)];
        subjects.Length.ShouldBe(10);
        subjects.ShouldBeUnique();
    }
}
