using Onboarding.Core.Clarifications;
using Onboarding.Portal.Features.Clarifications;
using Onboarding.Portal.Hosting;

namespace Onboarding.Portal.Mail;

/// <summary>The mail that asks the applicant, as it is sent and as it is previewed. Written in the language of the moment.</summary>
internal static class QuestionMail
{
    /// <summary>The mail without its link and last lines.</summary>
    /// <param name="name">The applicant's name.</param>
    /// <param name="number">Case number.</param>
    /// <param name="items">What is asked.</param>
    /// <param name="isReminder">Whether it was asked before.</param>
    public static MailContent Of(string name, string number, IReadOnlyList<ItemQuestion> items, bool isReminder = false) => new(
        (isReminder ? MailText.ReminderSubject : MailText.QuestionSubject).With(number),
        MailText.Greeting.With(name),
        [isReminder ? MailText.ReminderBody : MailText.QuestionBody])
    {
        Steps = [.. items.Select(Line)],
        After = [MailText.QuestionHow],
    };

    private static string Line(ItemQuestion item) =>
        item.Subject.Kind == ItemKind.Question ? item.Question : $"{SubjectWords.Of(item.Subject)}: {item.Question}";
}
