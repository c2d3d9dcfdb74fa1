using Microsoft.Extensions.DependencyInjection;
using Onboarding.Core.Cases;
using Onboarding.Core.Outbox;
using Onboarding.Core.Stages.Stage1Intake.Online;
using Onboarding.Core.Time;
using Onboarding.Portal.Mail;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Integration.Mail;

/// <summary>The whole portal: the link of a form that was only begun reaches the mailbox, and nothing else of the form does.</summary>
public sealed class DraftLinkDeliveryTests(TestDatabases databases) : IClassFixture<TestDatabases>
{
    private const string Email = "siti@contoh.co.id";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Language.Indonesian, "Lanjutkan formulir", "id")]
    [InlineData(Language.English, "Continue the form", "en")]
    public async Task Sends_the_link_in_the_language_of_the_form_and_nothing_that_was_typed(Language language, string link, string letters)
    {
        await using PortalHost host = await databases.PortalAsync(DatabaseKind.Sqlite);
        IServiceProvider portal = host.Services;
        Guid key = SequentialId.New(TimeProvider.System);
        DraftContent content = new(2, "INTERNET-RUMAH", CustomerKind.Person, language, new Dictionary<string, string>
        {
            [nameof(PersonData.FullName)] = "Siti Rahasia",
            [nameof(ApplicantData.Email)] = Email,
        });
        string own = (await portal.GetRequiredService<StartRegistrationDraftHandler>().HandleAsync(new(key, content), Token)).ShouldBeDone().Token;

        (await portal.GetRequiredService<MailDraftLinkHandler>().HandleAsync(new(own, Email), Token)).ShouldBeDone();
        await MailboxAssertions.EventuallyAsync(async () => (await portal.MailsAsync()).Count == 1, "the mail lies in the folder");

        ReadMail mail = (await portal.MailsAsync()).Single();
        mail.To.ShouldBe(Email);
        mail.Text.ShouldContain(link);
        foreach (string text in (string[])[mail.Subject, mail.Text, mail.Html])
        {
            text.ShouldNotContain("Rahasia");
            text.ShouldNotContain("INTERNET", Case.Insensitive);
            text.ShouldNotContain(own);
        }

        string address = mail.Text.Split('\n').Single(line => line.StartsWith($"{host.Address}register/", StringComparison.Ordinal)).Trim();
        address.ShouldEndWith($"?lang={letters}");
        using HttpClient browser = new();
        using HttpResponseMessage answer = await browser.GetAsync(new Uri(address), Token);
        answer.IsSuccessStatusCode.ShouldBeTrue();
        await MailboxAssertions.EventuallyAsync(
            async () => (await portal.GetRequiredService<OutboxReader>().StateAsync(Token)).Waiting == 0, "the outbox is empty");
    }
}
