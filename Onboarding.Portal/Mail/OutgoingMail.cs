namespace Onboarding.Portal.Mail;

/// <summary>A mail that is ready to go. It holds personal data: it is never logged.</summary>
/// <param name="Id">The outbox message: tried twice, it carries the same Message-ID, by which mail systems drop the copy.</param>
/// <param name="CreatedAt">When the mail became necessary (UTC); its Date.</param>
/// <param name="To">The recipients' addresses.</param>
/// <param name="Subject">The subject.</param>
/// <param name="Text">The plain text.</param>
/// <param name="Html">The same as HTML.</param>
public sealed record OutgoingMail(Guid Id, DateTimeOffset CreatedAt, IReadOnlyList<string> To, string Subject, string Text, string Html)
{
    /// <summary>Which sending it is: 0 for the first. One that a person asked for is no copy of an earlier one.</summary>
    public int Sending { get; init; }

    /// <inheritdoc />
    public override string ToString() => Id.ToString("N");
}
