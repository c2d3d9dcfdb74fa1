using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Cases;
using Onboarding.Core.Messages;
using Onboarding.Core.Outbox;
using Onboarding.Core.Results;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Core.Messages;

/// <summary>What administrators write for customers is checked before it is used, and every version is kept.</summary>
public sealed class MessageTemplateTests(CoreHosts cores) : IClassFixture<CoreHosts>
{
    private static readonly TemplateKey Everyone = new(OutboxKind.MailActivated, TemplateKey.EveryProduct, Language.Indonesian);
    private static readonly TemplateContent Valid = new("Layanan {{produk}} aktif", "Yth. {{nama}},\n\n{{panduan}}");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_placeholder_that_nobody_knows_is_refused_by_its_name_with_those_that_are_known()
    {
        var core = await cores.SharedAsync(DatabaseKind.Sqlite);

        var refused = (await SaveAsync(core, Everyone, 0, Valid with { Body = "Halo {{nama_lengkap}}, {{ panduan }}" })).Refusal.ShouldBeOfType<Invalid>();

        var error = refused.Errors.ShouldHaveSingleItem();
        (error.Field, error.Problem, error.Arguments[0]).ShouldBe((nameof(TemplateContent.Body), InputProblem.PlaceholderUnknown, "{{nama_lengkap}}"));
        error.Arguments[1].ShouldContain("{{nomor_pelanggan}}");
        error.Arguments[1].ShouldNotContain("{{alasan}}");
        (await core.Get<MessageTemplates>().HistoryAsync(Everyone, Token)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(OutboxKind.MailActivated, "it belongs to another message", "Aktif", "{{alasan}} {{panduan}}", nameof(TemplateContent.Body), InputProblem.PlaceholderUnknown)]
    [InlineData(OutboxKind.MailActivated, "a list in a subject", "{{panduan}}", "{{panduan}}", nameof(TemplateContent.SubjectLine), InputProblem.PlaceholderUnknown)]
    [InlineData(OutboxKind.MailActivated, "never closed", "Aktif", "{{panduan}} {{nama", nameof(TemplateContent.Body), InputProblem.PlaceholderUnknown)]
    [InlineData(OutboxKind.MailActivated, "closed on another line", "Aktif", "{{panduan}} {{nama\n}}", nameof(TemplateContent.Body), InputProblem.PlaceholderUnknown)]
    [InlineData(OutboxKind.MailActivated, "no guide", "Aktif", "Selamat", nameof(TemplateContent.Body), InputProblem.PlaceholderMissing)]
    [InlineData(OutboxKind.MailFeedback, "no link", "Umpan balik", "Isi formulir", nameof(TemplateContent.Body), InputProblem.PlaceholderMissing)]
    [InlineData(OutboxKind.MailRejected, "no reason", "Keputusan", "Maaf. {{tautan_keberatan}}", nameof(TemplateContent.Body), InputProblem.PlaceholderMissing)]
    [InlineData(OutboxKind.MailRejected, "no way to object", "Keputusan", "{{kategori_alasan}}: {{alasan}}", nameof(TemplateContent.Body), InputProblem.PlaceholderMissing)]
    [InlineData(OutboxKind.MailRejected, "an address in a subject", "{{tautan_keberatan}}", "{{alasan}} {{tautan_keberatan}}", nameof(TemplateContent.SubjectLine), InputProblem.PlaceholderUnknown)]
    [InlineData(OutboxKind.MailObjectionAnswered, "no answer", "Jawaban", "Halo", nameof(TemplateContent.Body), InputProblem.PlaceholderMissing)]
    [InlineData(OutboxKind.MailWithdrawn, "no subject", " ", "Selesai", nameof(TemplateContent.SubjectLine), InputProblem.Required)]
    public async Task What_could_not_be_sent_is_not_saved(OutboxKind kind, string why, string subject, string body, string field, InputProblem problem)
    {
        var core = await cores.SharedAsync(DatabaseKind.Sqlite);

        var refused = (await SaveAsync(core, Everyone with { Kind = kind }, 0, new(subject, body))).Refusal.ShouldBeOfType<Invalid>(why);

        refused.Errors.Select(error => (error.Field, error.Problem)).ShouldBe([(field, problem)]);
    }

    [Theory, DatabaseProviders]
    public async Task Of_administrators_who_save_at_once_one_wins_and_the_others_are_told(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => SaveAsync(core, Everyone, 0, Valid))));

        answers.Count(answer => answer.IsDone).ShouldBe(1);
        answers.Where(answer => !answer.IsDone).ShouldAllBe(answer => answer.Refusal is Conflict);
        (await core.Get<MessageTemplates>().HistoryAsync(Everyone, Token)).ShouldHaveSingleItem().Version.ShouldBe(1);
    }

    [Theory, DatabaseProviders]
    public async Task A_product_has_its_own_words_before_those_of_every_product_before_the_portals(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);
        var templates = core.Get<MessageTemplates>();
        var own = Everyone with { ProductCode = "INTERNET-RUMAH" };
        (await templates.FindAsync(own, Token)).ShouldBeNull();

        (await SaveAsync(core, Everyone, 0, Valid)).ShouldBeDone();
        (await templates.FindAsync(own, Token)).ShouldBe(Valid);
        var special = Valid with { SubjectLine = "Internet {{produk}} siap" };
        (await SaveAsync(core, own, 0, special)).ShouldBeDone();

        (await templates.FindAsync(own, Token)).ShouldBe(special);
        (await templates.FindAsync(Everyone with { ProductCode = "AWAN-KANTOR" }, Token)).ShouldBe(Valid);
        (await templates.FindAsync(own with { Language = Language.English }, Token)).ShouldBeNull();
        (await SaveAsync(core, own, 1, null)).ShouldBeDone();
        (await templates.FindAsync(own, Token)).ShouldBe(Valid, "the product went back; the words for every product hold again");
    }

    [Theory, DatabaseProviders]
    public async Task Every_version_is_kept_and_nobody_overwrites_one_that_was_not_seen(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);
        (await SaveAsync(core, Everyone, 0, Valid)).ShouldBeDone();
        (await SaveAsync(core, Everyone, 0, Valid)).ShouldBeRefused(RefusalCode.VersionConflict);
        (await SaveAsync(core, Everyone, 1, Valid with { SubjectLine = "Dua\nbaris" })).ShouldBeDone();

        var history = await core.Get<MessageTemplates>().HistoryAsync(Everyone, Token);

        history.Select(version => (version.Version, version.Subject, version.ByName)).ShouldBe([(2, "Dua baris", Staff.Yusuf.Name), (1, Valid.SubjectLine, Staff.Yusuf.Name)]);
        (await Database.ReadAsync(core, context => context.AuditEvents.CountAsync(entry => entry.Action == "MessageTemplate.Save", Token))).ShouldBe(2);
    }

    [Fact]
    public async Task Messages_that_are_no_letters_to_customers_have_no_template()
    {
        var core = await cores.SharedAsync(DatabaseKind.Sqlite);
        foreach (var kind in new[] { OutboxKind.ActivateService, OutboxKind.MailEscalation, OutboxKind.MailDraftLink, (OutboxKind)99 })
        {
            (await SaveAsync(core, Everyone with { Kind = kind }, 0, Valid)).ShouldBeRefused(RefusalCode.InvalidInput);
        }

        (await SaveAsync(core, Everyone with { ProductCode = "TIDAK-ADA" }, 0, Valid)).ShouldBeRefused(RefusalCode.RecordNotFound);
    }

    private static Task<Result<Done>> SaveAsync(CoreHost core, TemplateKey key, int seen, TemplateContent? content) =>
        core.Get<SaveMessageTemplateHandler>().HandleAsync(new(key, seen, content), Staff.Yusuf, Token);
}
