using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Onboarding.Core.Cases;
using Onboarding.Core.Catalog;
using Onboarding.Core.Messages;
using Onboarding.Core.Outbox;
using Onboarding.Portal.Mail;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Integration.Messages;

/// <summary>The whole portal: what an administrator wrote is what the customer gets, and what the customer typed stays words.</summary>
public sealed class TemplateMailTests(TestDatabases databases) : IClassFixture<TestDatabases>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_portals_own_words_are_templates_that_can_be_saved_for_every_message_and_language()
    {
        await using PortalHost host = await databases.PortalAsync(DatabaseKind.Sqlite);
        TemplateDesk desk = host.Services.GetRequiredService<TemplateDesk>();
        foreach (Language language in Enum.GetValues<Language>())
        {
            foreach (OutboxKind kind in Placeholders.Kinds)
            {
                TemplateContent standard = desk.Standard(new TemplateKey(kind, TemplateKey.EveryProduct, language));

                TemplateRules.Check(kind, standard).ShouldBeEmpty($"{kind} in {language}: {standard}");
                standard.Body.ShouldContain(Placeholders.Written(Placeholders.Name));
            }
        }
    }

    [Fact]
    public async Task A_preview_fills_every_placeholder_and_shows_the_guide_as_a_list()
    {
        await using PortalHost host = await databases.PortalAsync(DatabaseKind.Sqlite);
        TemplateDesk desk = host.Services.GetRequiredService<TemplateDesk>();
        Product product = (await host.Services.GetRequiredService<ProductReader>().FindAsync("INTERNET-RUMAH", Token))!;
        foreach (OutboxKind kind in Placeholders.Kinds)
        {
            string all = string.Join("\n\n", Placeholders.Of(kind).Select(Placeholders.Written));
            TemplatePreview preview = desk.Preview(new TemplateKey(kind, product.Code, Language.Indonesian), new TemplateContent("Uji {{nama}}", all), product);

            preview.Subject.ShouldBe("Uji Siti Contoh, S.Kom.");
            (preview.Text + preview.Html).ShouldNotContain("{{");
            preview.Html.ShouldContain("Siti Contoh, S.Kom.");
            preview.Html.ShouldContain($"{host.Address}status/");
            preview.Html.Contains("<ol>", StringComparison.Ordinal).ShouldBe(kind is OutboxKind.MailActivated or OutboxKind.MailQuestion or OutboxKind.MailReminder);
        }
    }

    [Theory]
    [InlineData(Language.Indonesian, "Kategori: Di luar jangkauan layanan", "mengajukan keberatan")]
    [InlineData(Language.English, "Category: Outside the area of the service", "object")]
    public async Task A_rejection_by_template_names_the_category_and_how_and_until_when_to_object(Language language, string category, string right)
    {
        await using PortalHost host = await databases.PortalAsync(DatabaseKind.Sqlite);
        TemplateDesk desk = host.Services.GetRequiredService<TemplateDesk>();
        Product product = (await host.Services.GetRequiredService<ProductReader>().FindAsync("INTERNET-RUMAH", Token))!;
        TemplateKey key = new(OutboxKind.MailRejected, product.Code, language);

        TemplatePreview preview = desk.Preview(key, desk.Standard(key), product);

        preview.Text.ShouldContain(category);
        preview.Text.ShouldContain("/objection");
        preview.Html.ShouldContain("/objection");
        string.Join(' ', preview.Closing).ShouldContain(right);
    }

    [Fact]
    public async Task A_test_goes_to_the_one_address_and_says_when_it_was_refused()
    {
        await using SmtpServer server = new(SmtpManner.Accepts);
        await using PortalHost host = await databases.PortalAsync(
            DatabaseKind.Sqlite, ("Mail:Host", "127.0.0.1"), ("Mail:Port", server.Port.ToString(CultureInfo.InvariantCulture)), ("Mail:StartTls", "false"), ("Mail:TimeoutSeconds", "5"));
        TemplateDesk desk = host.Services.GetRequiredService<TemplateDesk>();
        Product product = (await host.Services.GetRequiredService<ProductReader>().FindAsync("INTERNET-RUMAH", Token))!;
        TemplatePreview preview = desk.Preview(
            new TemplateKey(OutboxKind.MailWithdrawn, product.Code, Language.English), new TemplateContent("Test", "Dear {{nama}}"), product);

        (await desk.SendAsync(preview, "saya@contoh.example", Token)).ShouldBeNull();
        server.Mails.ShouldHaveSingleItem().ShouldContain("saya@contoh.example");
        server.Manner = SmtpManner.RefusesRecipient;
        (await desk.SendAsync(preview, "saya@contoh.example", Token)).ShouldBe("SmtpRecipientRefused");
    }

    [Theory, DatabaseProviders]
    public async Task What_was_saved_is_what_arrives_and_a_name_neither_formats_nor_links(DatabaseKind kind)
    {
        await using PortalHost host = await databases.PortalAsync(kind);
        TemplateContent content = new("Halo {{nama}}", "**Yth.** {{nama}}, nomor Anda {{nomor_pendaftaran}}.\n\n[Lihat di sini]({{tautan_status}})\n\n<script>alert(1)</script>");
        (await host.Services.GetRequiredService<SaveMessageTemplateHandler>().HandleAsync(
            new(new TemplateKey(OutboxKind.MailRegistrationReceived, TemplateKey.EveryProduct, Language.Indonesian), 0, content), Staff.Yusuf, Token)).ShouldBeDone();

        PersonData applicant = Registrations.Person(41) with { FullName = "Siti d'Contoh-Putri" };
        CaseState state = await new CasesAt(host.Services).ReceivedAsync(applicant);
        await MailboxAssertions.EventuallyAsync(async () => (await host.Services.MailsAsync()).Count == 1, "the mail lies in the folder");

        ReadMail mail = (await host.Services.MailsAsync()).Single();
        mail.Subject.ShouldBe("Halo Siti d'Contoh-Putri");
        mail.Html.ShouldContain("<strong>Yth.</strong>");
        mail.Html.ShouldContain(">Lihat di sini</a>");
        mail.Html.ShouldNotContain("<script>");
        mail.Html.ShouldContain(state.Number);
        mail.Text.ShouldContain($"Lihat di sini: {host.Address}status/");
        mail.Text.ShouldContain("Siti d'Contoh-Putri");
        mail.Text.ShouldContain("dikirim otomatis");
    }
}
