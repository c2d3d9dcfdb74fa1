using System.Globalization;
using Onboarding.Core.Cases;

namespace Onboarding.Portal.Features.Public;

/// <summary>The addresses of the public pages; also those that mails carry.</summary>
public static class PublicUrls
{
    /// <summary>The registration form.</summary>
    public const string Register = "/register";

    /// <summary>Kebijakan Perlindungan Data Pribadi.</summary>
    public const string Privacy = "/privacy";

    /// <summary>Tentang: whose data and software the portal uses.</summary>
    public const string About = "/about";

    /// <summary>Says whether an issued form is genuine, to whoever has its code.</summary>
    public const string Confirm = "/confirm";

    /// <summary>Query key of a code that was typed there.</summary>
    public const string CodeKey = "code";

    /// <summary>Query key of the step of the registration form, from 1.</summary>
    public const string StepKey = "step";

    /// <summary>Route of a registration form that was begun.</summary>
    public const string DraftRoute = "/register/{Token}";

    /// <summary>Query key by which a link in a mail says in which language its page is read.</summary>
    public const string LanguageKey = "lang";

    /// <summary>Shown after a reply.</summary>
    public const string Replied = "/replied";

    /// <summary>Shown after feedback.</summary>
    public const string FeedbackReceived = "/feedback-received";

    /// <summary>The form with a product, and where only one kind of customer can have it, the kind.</summary>
    public static string RegisterFor(string product, CustomerKind? kind) =>
        kind is { } only ? $"{Register}?product={Uri.EscapeDataString(product)}&kind={only}" : $"{Register}?product={Uri.EscapeDataString(product)}";

    /// <summary>The form that was begun under a link.</summary>
    public static string Draft(string draftToken) => $"{Register}/{draftToken}";

    /// <summary>The same at a step, from 1.</summary>
    public static string Draft(string draftToken, int step) => string.Create(CultureInfo.InvariantCulture, $"{Draft(draftToken)}?{StepKey}={step}");

    /// <summary>The confirmation of a registration.</summary>
    public static string Registered(string statusToken) => $"/registered/{statusToken}";

    /// <summary>Shown after a reply, with the way to where the registration stands.</summary>
    public static string RepliedTo(string statusToken) => $"{Replied}/{statusToken}";

    /// <summary>Where a registration stands.</summary>
    public static string Status(string statusToken) => $"/status/{statusToken}";

    /// <summary>Asks before a withdrawal.</summary>
    public static string Withdraw(string statusToken) => $"/status/{statusToken}/withdraw";

    /// <summary>The objection to a rejection.</summary>
    public static string Objection(string statusToken) => $"/status/{statusToken}/objection";

    /// <summary>The same with the code of a form.</summary>
    public static string Confirmation(string code) => $"{Confirm}/{Uri.EscapeDataString(code)}";

    /// <summary>The answer to a question.</summary>
    public static string Reply(string replyToken) => $"/reply/{replyToken}";

    /// <summary>Form Feedback Pelanggan.</summary>
    public static string Feedback(string feedbackToken) => $"/feedback/{feedbackToken}";
}
