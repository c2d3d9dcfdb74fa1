using Onboarding.Core.Cases;
using Onboarding.Core.Clarifications;
using Onboarding.Core.Messages;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Outbox;

/// <summary>
/// What a message is written from, read from the case at the moment of sending. It holds personal data and the tokens of
/// links: for the message alone, never for a log.
/// </summary>
/// <param name="CaseId">The case.</param>
/// <param name="Number">Case number.</param>
/// <param name="Language">Language of the applicant.</param>
/// <param name="Name">The applicant's name.</param>
/// <param name="Email">The applicant's address.</param>
/// <param name="ReceivedAt">When the registration came in (UTC).</param>
/// <param name="Product">The product registered for.</param>
/// <param name="StatusToken">Token of the status page.</param>
public sealed record MessageFacts(
    Guid CaseId, string Number, Language Language, string Name, string Email, DateTimeOffset ReceivedAt, ProductFacts Product, string StatusToken)
{
    /// <summary>Which sending of the message it is: 0 for the first, counting each time that it was put back in line.</summary>
    public int Sending { get; init; }

    /// <summary>The applicant's telephone number in E.164.</summary>
    public string Phone { get; init; } = string.Empty;

    /// <summary>The request it is about, or null.</summary>
    public QuestionFacts? Question { get; init; }

    /// <summary>The reason of the decision it is about, or of the last rejection, or null.</summary>
    public string? Reason { get; init; }

    /// <summary>The rejection it is about, or null.</summary>
    public RejectionFacts? Rejection { get; init; }

    /// <summary>The customer number, or null before stage 3.</summary>
    public string? CustomerNumber { get; init; }

    /// <summary>The activation system's reference, or null.</summary>
    public string? ServiceReference { get; init; }

    /// <summary>Token of the feedback page, or null.</summary>
    public string? FeedbackToken { get; init; }

    /// <summary>What an administrator wrote for it, or null for the portal's own words.</summary>
    public TemplateContent? Template { get; init; }

    /// <summary>The late work item it is about, or null when it is no longer open.</summary>
    public LateWorkFacts? LateWork { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Number;
}

/// <summary>The product in the applicant's language.</summary>
/// <param name="Name">Name.</param>
/// <param name="Guide">Panduan Penggunaan Layanan: its steps.</param>
public sealed record ProductFacts(string Name, IReadOnlyList<string> Guide);

/// <summary>A request to the applicant.</summary>
/// <param name="Items">What is asked, in order.</param>
/// <param name="AnswerBy">Until when (UTC).</param>
/// <param name="Token">Token of the reply page.</param>
/// <param name="IsOpen">True while it waits for an answer.</param>
public sealed record QuestionFacts(IReadOnlyList<ItemQuestion> Items, DateTimeOffset AnswerBy, string Token, bool IsOpen);

/// <summary>A rejection.</summary>
/// <param name="Category">Its category in the applicant's language, or null.</param>
/// <param name="ObjectBy">Until when it can be objected to (UTC).</param>
/// <param name="Answer">What was answered to the objection, or null.</param>
public sealed record RejectionFacts(string? Category, DateTimeOffset ObjectBy, string? Answer);

/// <summary>A work item that takes long.</summary>
/// <param name="Queue">Its queue.</param>
/// <param name="DueAt">When it is due, or was (UTC).</param>
/// <param name="IsLate">That time is over.</param>
public sealed record LateWorkFacts(WorkQueue Queue, DateTimeOffset DueAt, bool IsLate);
