using System.Text.RegularExpressions;
using Onboarding.Core.Outbox;

namespace Onboarding.Core.Messages;

/// <summary>
/// What a template can leave open, by message. The names are part of what administrators wrote, so they never change. A list of a
/// message is short on purpose: what is not in it is not known when that message is sent.
/// </summary>
public static partial class Placeholders
{
    /// <summary>The applicant's name.</summary>
    public const string Name = "nama";

    /// <summary>The product's name.</summary>
    public const string Product = "produk";

    /// <summary>The case number.</summary>
    public const string CaseNumber = "nomor_pendaftaran";

    /// <summary>The address of the status page.</summary>
    public const string StatusLink = "tautan_status";

    /// <summary>What the applicant is asked, as a list.</summary>
    public const string Questions = "permintaan";

    /// <summary>Until when.</summary>
    public const string AnswerBy = "batas_jawaban";

    /// <summary>The address of the reply page.</summary>
    public const string ReplyLink = "tautan_jawaban";

    /// <summary>Why the registration was rejected.</summary>
    public const string Reason = "alasan";

    /// <summary>Under which category it was rejected.</summary>
    public const string Category = "kategori_alasan";

    /// <summary>The address of the page on which the applicant objects to the rejection.</summary>
    public const string ObjectionLink = "tautan_keberatan";

    /// <summary>What was answered to the objection.</summary>
    public const string Answer = "jawaban";

    /// <summary>The customer number.</summary>
    public const string CustomerNumber = "nomor_pelanggan";

    /// <summary>The number of the service.</summary>
    public const string ServiceNumber = "nomor_layanan";

    /// <summary>Panduan Penggunaan Layanan, as a list.</summary>
    public const string Guide = "panduan";

    /// <summary>The address of the feedback form.</summary>
    public const string FeedbackLink = "tautan_umpan_balik";

    private static readonly string[] Common = [Name, Product, CaseNumber, StatusLink];
    private static readonly string[] Blocks = [Questions, Guide, Reason, Answer];
    private static readonly string[] Links = [StatusLink, ReplyLink, ObjectionLink, FeedbackLink];

    /// <summary>The messages that have templates, in the order of the SOP.</summary>
    public static IReadOnlyList<OutboxKind> Kinds { get; } =
    [
        OutboxKind.MailRegistrationReceived, OutboxKind.MailQuestion, OutboxKind.MailReminder, OutboxKind.MailQuestionRecalled, OutboxKind.MailExpired,
        OutboxKind.MailRejected, OutboxKind.MailObjectionReceived, OutboxKind.MailObjectionAnswered, OutboxKind.MailWithdrawn,
        OutboxKind.MailActivated, OutboxKind.MailFeedback,
    ];

    /// <summary>What the text of a message can leave open.</summary>
    public static IReadOnlyList<string> Of(OutboxKind kind) => kind switch
    {
        OutboxKind.MailQuestion or OutboxKind.MailReminder => [.. Common, Questions, AnswerBy, ReplyLink],
        OutboxKind.MailRejected => [.. Common, Category, Reason, ObjectionLink],
        OutboxKind.MailObjectionAnswered => [.. Common, Answer],
        OutboxKind.MailActivated => [.. Common, CustomerNumber, ServiceNumber, Guide],
        OutboxKind.MailFeedback => [.. Common, FeedbackLink],
        _ => Common,
    };

    /// <summary>What its subject can leave open: what fits on one line and is no address.</summary>
    public static IReadOnlyList<string> OfSubject(OutboxKind kind) =>
        [.. Of(kind).Except(Blocks).Except(Links)];

    /// <summary>
    /// Without these the message would not do what it is for. A rejection says why and how to object (UU 8/1999 Pasal 4: to be heard).
    /// </summary>
    public static IReadOnlyList<string> RequiredIn(OutboxKind kind) => kind switch
    {
        OutboxKind.MailQuestion or OutboxKind.MailReminder => [Questions, ReplyLink],
        OutboxKind.MailRejected => [Reason, ObjectionLink],
        OutboxKind.MailObjectionAnswered => [Answer],
        OutboxKind.MailActivated => [Guide],
        OutboxKind.MailFeedback => [FeedbackLink],
        _ => [],
    };

    /// <summary>The placeholder as it is written.</summary>
    public static string Written(string name) => $"{{{{{name}}}}}";

    /// <summary>True for one that stands for an address.</summary>
    public static bool IsLink(string name) => Links.Contains(name);

    /// <summary>The names that stand in a text, each once; also those that nobody knows.</summary>
    public static IReadOnlyList<string> In(string text) =>
        [.. Form().Matches(text).Select(match => match.Groups["name"].Value.Trim()).Distinct(StringComparer.Ordinal)];

    /// <summary>The text with every placeholder replaced.</summary>
    /// <param name="text">The text.</param>
    /// <param name="value">What a placeholder stands for, given its name and what stands before it.</param>
    public static string Fill(string text, Func<string, string, string> value) =>
        Form().Replace(text, match => value(match.Groups["name"].Value.Trim(), text[..match.Index]));

    // Braces that were opened and not closed on their line are one without a name, which nobody knows.
    [GeneratedRegex(@"\{\{(?:(?<name>[^{}\r\n]*)\}\})?", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Form();
}
