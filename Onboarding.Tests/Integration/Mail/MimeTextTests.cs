using Onboarding.Portal.Mail;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Integration.Mail;

/// <summary>Mails in the mail folder.</summary>
public sealed class MimeTextTests
{
    [Fact]
    public void Reads_back_what_it_wrote()
    {
        string text = "Yth. Siti Nurhaliza,\n\nbaris kedua – “kutipan”\n" + new string('x', 500);
        OutgoingMail mail = new(Guid.CreateVersion7(CoreHost.Start), CoreHost.Start, ["a@contoh.example", "b@contoh.example"], "Subjek: é ü", text, "<p>ya</p>");

        ReadMail read = MimeText.Read(MimeText.Write(mail, new MailSettings())).ShouldNotBeNull();

        read.ShouldBe(new ReadMail("a@contoh.example, b@contoh.example", mail.Subject, mail.CreatedAt, mail.Text, mail.Html));
    }

    [Fact]
    public void Lets_no_line_break_in_a_subject_make_another_header()
    {
        OutgoingMail mail = new(Guid.CreateVersion7(CoreHost.Start), CoreHost.Start, ["a@contoh.example\r\nBcc: c@contoh.example"], "Satu\r\nBcc: d@contoh.example", "t", "h");

        MimeText.Write(mail, new MailSettings()).Split("\r\n").ShouldNotContain(line => line.StartsWith("Bcc", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void Makes_nothing_of_a_file_that_is_not_its_own() => MimeText.Read("From: x\r\n\r\nhello").ShouldBeNull();
}
