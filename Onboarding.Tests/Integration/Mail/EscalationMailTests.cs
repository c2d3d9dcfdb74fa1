using System.Globalization;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NSubstitute;
using Onboarding.Core.Cases;
using Onboarding.Core.Outbox;
using Onboarding.Core.Persistence;
using Onboarding.Core.Queues;
using Onboarding.Core.Sla;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Features.Public;
using Onboarding.Portal.Mail;
using Onboarding.Tests.Support;
using Language = Onboarding.Core.Cases.Language;

namespace Onboarding.Tests.Integration.Mail;

/// <summary>The mail to the supervisors' common address: each supervisor is told by notices of their own, so it goes to nobody's account.</summary>
public sealed class EscalationMailTests(TestDatabases databases) : IClassFixture<TestDatabases>
{
    private const string Common = "layanan@contoh.example";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static readonly DateTimeOffset Due = new(2026, 12, 23, 2, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(true, "melewati tenggat")]
    [InlineData(false, "mendekati tenggat")]
    public void Says_whether_the_work_is_late_already_in_the_language_of_the_office(bool isLate, string words)
    {
        ConfigurationManager settings = new() { ["Portal:PublicAddress"] = "https://portal.example" };
        MailComposer composer = new(new MailLinks(new PublicAddress(settings, Substitute.For<IServer>())), WorkingHours.Default, new ContactDetails(settings));
        MessageFacts facts = new(Guid.Empty, "ONB-2026-000001", Language.English, "Budi", "budi@contoh.example", Due, new ProductFacts("Internet Rumah", []), "token")
        {
            LateWork = new LateWorkFacts(WorkQueue.Intake, Due, isLate),
        };

        MailContent mail = composer.Compose(OutboxKind.MailEscalation, facts).ShouldNotBeNull().Content;

        mail.Subject.ShouldContain(words);
        mail.ToText().ShouldContain("23/12/2026 09.00 WIB");
        mail.ToText().ShouldNotContain("Budi", Case.Insensitive);
        composer.Compose(OutboxKind.MailEscalation, facts with { LateWork = null }).ShouldBeNull("it was done meanwhile");
    }

    [Theory]
    [InlineData(Common, 1)]
    [InlineData("", 0)]
    public async Task Goes_to_the_common_address_and_where_there_is_none_is_not_needed(string address, int mails)
    {
        await using SmtpServer server = new(SmtpManner.Accepts);
        List<(string Key, string Value)> settings =
            [("Mail:Host", "127.0.0.1"), ("Mail:Port", server.Port.ToString(CultureInfo.InvariantCulture)), ("Mail:StartTls", "false")];
        if (address.Length > 0)
        {
            settings.Add(("Mail:Supervisors:0", address));
        }

        await using PortalHost host = await databases.PortalAsync(DatabaseKind.Sqlite, [.. settings]);
        CaseState state = await new CasesAt(host.Services).ReceivedAsync();
        (await host.Services.GetRequiredService<EscalationPlanHandler>().SaveAsync(new(1, [new(100, EscalationAudience.Supervisors, AtAnyTime: true)]), Staff.Yusuf, Token)).ShouldBeDone();
        await using OnboardingContext context = host.Services.GetRequiredService<OnboardingContextFactory>().CreateDbContext();
        DateTimeOffset past = TimeProvider.System.GetUtcNow().AddDays(-1);
        await context.WorkItems.Where(item => item.CaseId == state.CaseId).ExecuteUpdateAsync(change => change.SetProperty(item => item.DueAt, past), Token);

        await host.Services.GetRequiredService<TakeEscalationStepsHandler>().HandleAsync(Token);

        await MailboxAssertions.EventuallyAsync(
            () => context.OutboxMessages.AnyAsync(message => message.Kind == OutboxKind.MailEscalation && message.FinishedAt != null && message.LastError == null, Token), "it was dealt with");
        server.Mails.Count(mail => mail.Contains($"To: {Common}", StringComparison.OrdinalIgnoreCase)).ShouldBe(mails);
    }
}
