using System.Diagnostics;
using Onboarding.Portal.Mail;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Integration.Mail;

/// <summary>Mail over a real socket to servers that behave and that do not.</summary>
public sealed class SmtpMailSenderTests
{
    private static readonly Guid Id = new("01a20000-0000-7000-8000-000000000001");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Hands_over_text_and_html_under_the_same_message_id_each_time()
    {
        await using SmtpServer server = new(SmtpManner.Accepts);

        await Sender(server.Port).SendAsync(Mail(), Token);
        await Sender(server.Port).SendAsync(Mail(), Token);

        server.Mails.Count.ShouldBe(2);
        server.Mails.ShouldAllBe(mail => mail.Contains($"Message-ID: <{Id:N}@onboarding.example>", StringComparison.OrdinalIgnoreCase));
        server.Mails.First().ShouldContain("multipart/alternative");
        server.Mails.First().ShouldContain("text/html");
    }

    [Theory]
    [InlineData(SmtpManner.RefusesRecipient, "SmtpRecipientRefused")]
    [InlineData(SmtpManner.PutsRecipientOff, "SmtpRecipientRefused")]
    [InlineData(SmtpManner.Busy, "Smtp421")]
    [InlineData(SmtpManner.Silent, "SmtpTimeout")]
    public async Task Says_with_a_code_why_a_server_did_not_take_it_and_whether_it_ever_will(SmtpManner manner, string code)
    {
        await using SmtpServer server = new(manner);
        long start = Stopwatch.GetTimestamp();

        MailNotSentException failure = await Should.ThrowAsync<MailNotSentException>(() => Sender(server.Port).SendAsync(Mail(), Token));

        failure.Code.ShouldBe(code);
        failure.IsPermanent.ShouldBe(manner == SmtpManner.RefusesRecipient);
        failure.Message.ShouldNotContain("@");
        Stopwatch.GetElapsedTime(start).ShouldBeLessThan(TimeSpan.FromSeconds(15));
    }

    [Fact]
    public async Task Says_that_a_server_is_down()
    {
        SmtpServer server = new(SmtpManner.Accepts);
        int port = server.Port;
        await server.DisposeAsync();

        (await Should.ThrowAsync<MailNotSentException>(() => Sender(port).SendAsync(Mail(), Token))).Code.ShouldBe("SmtpUnreachable");
    }

    [Fact]
    public async Task Refuses_to_talk_in_the_clear_to_a_server_that_has_no_starttls()
    {
        await using SmtpServer server = new(SmtpManner.Accepts);

        await Should.ThrowAsync<MailNotSentException>(() => Sender(server.Port, startTls: true).SendAsync(Mail(), Token));

        server.Mails.ShouldBeEmpty();
    }

    private static SmtpMailSender Sender(int port, bool startTls = false) =>
        new(new MailSettings { Host = "127.0.0.1", Port = port, StartTls = startTls, TimeoutSeconds = 2 }, TimeProvider.System);

    private static OutgoingMail Mail() =>
        new(Id, CoreHost.Start, ["pelanggan@contoh.example"], "Pendaftaran ONB-2026-000001", "Terima kasih.", "<p>Terima kasih.</p>");
}
