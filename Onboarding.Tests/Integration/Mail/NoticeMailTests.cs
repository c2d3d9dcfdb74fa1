using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Onboarding.Core.Cases;
using Onboarding.Core.Notifications;
using Onboarding.Core.Persistence;
using Onboarding.Core.Queues;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Security.Identity;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Integration.Mail;

/// <summary>The whole portal against a real mail server: what a member of staff was told and has not read reaches them, in their language and without a word of the applicant.</summary>
public sealed partial class NoticeMailTests(TestDatabases databases) : IClassFixture<TestDatabases>
{
    private const string Address = "dewi@contoh.example";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, DatabaseProviders]
    public async Task Names_kind_and_number_in_the_language_of_the_person_and_nothing_of_the_applicant(DatabaseKind kind)
    {
        await using SmtpServer server = new(SmtpManner.Accepts);
        await using PortalHost host = await databases.PortalAsync(
            kind, ("Mail:Host", "127.0.0.1"), ("Mail:Port", server.Port.ToString(CultureInfo.InvariantCulture)), ("Mail:StartTls", "false"));
        CasesAt cases = new(host.Services);
        Actor dewi = await ChooseMailAsync(host.Services);
        CaseState state = await cases.InVerificationAsync();
        (await host.Services.GetRequiredService<WorkItemHandler>().AssignAsync(await cases.LiveWorkItemAsync(state.CaseId), dewi, Staff.Maya, Token)).ShouldBeDone();
        await WaitedAsync(host.Services);

        (await host.Services.GetRequiredService<SendNoticeDigestsHandler>().HandleAsync(Token)).ShouldBe(1);
        await MailboxAssertions.EventuallyAsync(() => Task.FromResult(Mails(server).Any()), "the mail was handed over");

        string mail = Mails(server).ShouldHaveSingleItem();
        mail.ShouldContain($"Subject: {state.Number}");
        mail.ShouldContain($"{Staff.Maya.Name} assigned this work to you");
        mail.ShouldContain($"{host.Address}notices?unread=true");
        mail.ShouldNotContain((await cases.LoadAsync(state.CaseId)).ApplicantName, Case.Insensitive);
    }

    [Fact]
    public async Task Is_not_sent_when_everything_was_read_while_the_mail_server_was_away()
    {
        await using SmtpServer server = new(SmtpManner.Busy);
        await using PortalHost host = await databases.PortalAsync(
            DatabaseKind.Sqlite, ("Mail:Host", "127.0.0.1"), ("Mail:Port", server.Port.ToString(CultureInfo.InvariantCulture)), ("Mail:StartTls", "false"));
        CasesAt cases = new(host.Services);
        Actor dewi = await ChooseMailAsync(host.Services);
        CaseState state = await cases.InVerificationAsync();
        (await host.Services.GetRequiredService<WorkItemHandler>().AssignAsync(await cases.LiveWorkItemAsync(state.CaseId), dewi, Staff.Maya, Token)).ShouldBeDone();
        await WaitedAsync(host.Services);
        (await host.Services.GetRequiredService<SendNoticeDigestsHandler>().HandleAsync(Token)).ShouldBe(1);
        await MailboxAssertions.EventuallyAsync(async () => (await OrderedAsync(host.Services)).Attempts > 0, "it was tried");

        (await host.Services.GetRequiredService<MarkNoticesReadHandler>().MarkAboutAsync(state.Number, dewi, Token)).ShouldBeDone();
        server.Manner = SmtpManner.Accepts;
        host.Clock.Advance(TimeSpan.FromHours(1));

        await MailboxAssertions.EventuallyAsync(async () => !(await OrderedAsync(host.Services)).IsOpen, "it was looked at again");
        Mails(server).ShouldBeEmpty();
    }

    // To the one person, readable from the subject to the last line.
    private static IEnumerable<string> Mails(SmtpServer server) =>
        server.Mails.Where(mail => mail.Contains($"To: {Address}", StringComparison.OrdinalIgnoreCase)).Select(mail => Part().Replace(Word().Replace(mail, Readable), Readable));

    private static string Readable(Match part) => string.Equals(part.Groups["way"].Value, "B", StringComparison.OrdinalIgnoreCase) || part.Groups["way"].Value == "base64"
        ? Encoding.UTF8.GetString(Convert.FromBase64String(part.Groups["text"].Value))
        : Letter().Replace(part.Groups["text"].Value.Replace("=\n", "", StringComparison.Ordinal), letter => ((char)Convert.ToByte(letter.Groups["code"].Value, 16)).ToString());

    private static async Task<Actor> ChooseMailAsync(IServiceProvider portal)
    {
        await using AsyncServiceScope scope = portal.CreateAsyncScope();
        StaffDirectory accounts = scope.ServiceProvider.GetRequiredService<StaffDirectory>();
        (await accounts.CreateAsync("dewi", "Dewi Lestari", [ActorRole.Administration])).Problem.ShouldBeNull();
        Actor dewi = Staff.Person((await accounts.ListAsync(Token)).Single(row => row.UserName == "dewi").Id, "Dewi Lestari", ActorRole.Administration);
        Dictionary<NoticeKind, NoticeChoice> choices = new() { [NoticeKind.Assigned] = new(true, true, NoticeMailing.AtOnce) };
        (await portal.GetRequiredService<NoticePreferencesHandler>().SaveAsync(new(0, Address, Language.English, true, choices), dewi, Token)).ShouldBeDone();
        return dewi;
    }

    // As if it had been told two minutes ago.
    private static async Task WaitedAsync(IServiceProvider portal)
    {
        DateTimeOffset earlier = TimeProvider.System.GetUtcNow().AddMinutes(-2);
        await using OnboardingContext context = portal.GetRequiredService<OnboardingContextFactory>().CreateDbContext();
        await context.Notices.ExecuteUpdateAsync(change => change.SetProperty(notice => notice.At, earlier), Token);
    }

    private static async Task<(int Attempts, bool IsOpen)> OrderedAsync(IServiceProvider portal)
    {
        await using OnboardingContext context = portal.GetRequiredService<OnboardingContextFactory>().CreateDbContext();
        return await context.OutboxMessages.Where(message => message.Kind == Onboarding.Core.Outbox.OutboxKind.MailNotices)
            .Select(message => ValueTuple.Create(message.Attempts, message.FinishedAt == null)).SingleAsync(Token);
    }

    [GeneratedRegex(@"=\?utf-8\?(?<way>[BQ])\?(?<text>[^?]*)\?=", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 5000)]
    private static partial Regex Word();

    [GeneratedRegex(@"Content-Transfer-Encoding: (?<way>base64|quoted-printable)\n\n(?<text>.*?)(?=\n--)", RegexOptions.ExplicitCapture | RegexOptions.Singleline, 5000)]
    private static partial Regex Part();

    [GeneratedRegex("=(?<code>[0-9A-F]{2})", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Letter();
}
