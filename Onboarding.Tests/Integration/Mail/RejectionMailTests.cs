using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.Extensions.Configuration;
using NSubstitute;
using Onboarding.Core.Outbox;
using Onboarding.Core.Sla;
using Onboarding.Portal.Features.Public;
using Onboarding.Portal.Mail;
using Language = Onboarding.Core.Cases.Language;

namespace Onboarding.Tests.Integration.Mail;

/// <summary>What a rejected applicant is written: why, of which kind, and how to object.</summary>
public sealed class RejectionMailTests
{
    private static readonly DateTimeOffset Until = new(2026, 12, 23, 2, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(Language.Indonesian, "Kategori: Alasan lain", "23/12/2026 09.00 WIB")]
    [InlineData(Language.English, "Category: Alasan lain", "23/12/2026 09.00 WIB")]
    public void The_rejection_names_its_category_and_until_when_and_where_to_object(Language language, string category, string until)
    {
        string text = Compose(OutboxKind.MailRejected, language, answer: null).ShouldNotBeNull().ToText();

        text.ShouldContain("Dokumen tidak terbaca.");
        text.ShouldContain(category);
        text.ShouldContain(until);
        text.ShouldContain("https://portal.example/status/token/objection");
    }

    [Fact]
    public void The_answer_is_sent_when_there_is_one()
    {
        Compose(OutboxKind.MailObjectionAnswered, Language.Indonesian, "Keputusan tetap.").ShouldNotBeNull().ToText().ShouldContain("Keputusan tetap.");
        Compose(OutboxKind.MailObjectionAnswered, Language.Indonesian, answer: null).ShouldBeNull();
        Compose(OutboxKind.MailObjectionReceived, Language.English, answer: null).ShouldNotBeNull().ToText().ShouldContain("https://portal.example/status/token");
    }

    [Fact]
    public void A_mail_that_nobody_answers_says_how_to_reach_the_company_and_fits_a_phone()
    {
        MailContent mail = Compose(OutboxKind.MailRejected, Language.English, answer: null).ShouldNotBeNull();

        mail.ToText().ShouldEndWith("021-5000-9904.");
        mail.ToHtml("en").ShouldContain("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">");
    }

    private static MailContent? Compose(OutboxKind kind, Language language, string? answer)
    {
        ConfigurationManager settings = new() { ["Portal:PublicAddress"] = "https://portal.example", ["Contact:Phone"] = "021-5000-9904" };
        MailComposer composer = new(new MailLinks(new PublicAddress(settings, Substitute.For<IServer>())), WorkingHours.Default, new ContactDetails(settings));
        MessageFacts facts = new(Guid.Empty, "ONB-2026-000001", language, "Budi", "budi@contoh.example", Until, new ProductFacts("Internet Rumah", []), "token")
        {
            Reason = "Dokumen tidak terbaca.",
            Rejection = new RejectionFacts("Alasan lain", Until, answer),
        };
        return composer.Compose(kind, facts)?.Content;
    }
}
