using Microsoft.AspNetCore.Components;
using Onboarding.Core.Cases;
using Onboarding.Core.Catalog;
using Onboarding.Core.Clarifications;
using Onboarding.Core.Messages;
using Onboarding.Core.Outbox;
using Onboarding.Core.Time;
using Onboarding.Portal.Features;

namespace Onboarding.Portal.Mail;

/// <summary>A mail written from a draft, with sample data.</summary>
/// <param name="Subject">The subject.</param>
/// <param name="Text">The mail as plain text.</param>
/// <param name="Html">The mail as HTML.</param>
/// <param name="Body">The part of it that the template says, to be shown on a page.</param>
/// <param name="Closing">The last lines.</param>
internal sealed record TemplatePreview(string Subject, string Text, string Html, MarkupString Body, IReadOnlyList<string> Closing);

/// <summary>What the editor of templates needs of the mails: the portal's own words to begin with, how a draft will look, and a test to oneself.</summary>
/// <param name="composer">Writes the mails.</param>
/// <param name="sender">Sends the test.</param>
/// <param name="clock">Clock.</param>
internal sealed class TemplateDesk(MailComposer composer, IMailSender sender, TimeProvider clock)
{
    // Nobody's: the names and numbers of examples.
    private const string Token = "contoh";
    private const string SampleName = "Siti Contoh, S.Kom.";
    private const string SampleCase = "ONB-2026-000000";
    private const string SampleCustomer = "PLG-2026-000000";
    private const string SampleService = "SVC-2026-000000";

    private static readonly TimeSpan SamplePeriod = TimeSpan.FromDays(14);

    /// <summary>The portal's own words, with their placeholders.</summary>
    public TemplateContent Standard(TemplateKey key)
    {
        MessageFacts open = new(
            Guid.Empty, Placeholders.Written(Placeholders.CaseNumber), key.Language, Placeholders.Written(Placeholders.Name), "", clock.GetUtcNow(),
            new ProductFacts(Placeholders.Written(Placeholders.Product), [Token]), Token)
        {
            Question = Sample(Token),
            Reason = Token,
            Rejection = new RejectionFacts(Placeholders.Written(Placeholders.Category), clock.GetUtcNow(), Token),
            CustomerNumber = Placeholders.Written(Placeholders.CustomerNumber),
            ServiceReference = Placeholders.Written(Placeholders.ServiceNumber),
            FeedbackToken = Token,
        };
        return TemplateMail.Standard(key.Kind, composer.Compose(key.Kind, open)!.Value.Content);
    }

    /// <summary>The mail as an applicant would get it, with sample data.</summary>
    /// <param name="key">Which message.</param>
    /// <param name="content">The draft.</param>
    /// <param name="product">The product whose name and guide it shows.</param>
    public TemplatePreview Preview(TemplateKey key, TemplateContent content, Product product)
    {
        BrochureText words = product.Content.In(key.Language);
        string question = key.Language == Language.Indonesian ? "Foto KTP terlalu gelap. Mohon unggah foto baru." : "The photo of the identity card is too dark. Please upload a new one.";
        string reason = key.Language == Language.Indonesian ? "Alamat berada di luar jangkauan jaringan." : "The address is out of reach of the network.";
        string category = key.Language == Language.Indonesian ? "Di luar jangkauan layanan" : "Outside the area of the service";
        string answer = key.Language == Language.Indonesian ? "Jaringan di alamat Anda tersedia mulai tahun depan." : "The network reaches your address next year.";
        MessageFacts sample = new(
            Guid.Empty, SampleCase, key.Language, SampleName, "", clock.GetUtcNow(),
            new ProductFacts(words.Name, words.Guide.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)), Token)
        {
            Question = Sample(question),
            Reason = reason,
            Rejection = new RejectionFacts(category, clock.GetUtcNow() + SamplePeriod, answer),
            CustomerNumber = SampleCustomer,
            ServiceReference = SampleService,
            FeedbackToken = Token,
            Template = content,
        };
        (string language, MailContent mail) = composer.Compose(key.Kind, sample)!.Value;
        return new TemplatePreview(mail.Subject, mail.ToText(), mail.ToHtml(language), SafeMarkdown.ToHtml(mail.Written?.Markdown ?? ""), mail.Closing);
    }

    /// <summary>Sends the preview to one address. Null when the mail system took it, otherwise the code of the failure.</summary>
    public async Task<string?> SendAsync(TemplatePreview preview, string address, CancellationToken cancellation)
    {
        try
        {
            await sender.SendAsync(
                new OutgoingMail(SequentialId.New(clock), clock.GetUtcNow(), [address], preview.Subject, preview.Text, preview.Html), cancellation);
            return null;
        }
        catch (MailNotSentException failure)
        {
            return failure.Code;
        }
    }

    private QuestionFacts Sample(string question) =>
        new([new ItemQuestion(ItemSubject.General, question)], clock.GetUtcNow() + SamplePeriod, Token, IsOpen: true);
}
