using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Cases;
using Onboarding.Core.Persistence;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Outbox;

/// <summary>What became of a message to the applicant.</summary>
public enum MessageState
{
    /// <summary>It waits for its turn, or is being sent.</summary>
    Queued = 1,

    /// <summary>An attempt failed; another one follows.</summary>
    Retrying,

    /// <summary>The mail system, or the message service, took it.</summary>
    Sent,

    /// <summary>The case had moved on before it was sent.</summary>
    NotNeeded,

    /// <summary>It was refused, or given up after many attempts; a person has to see to it.</summary>
    NotDelivered,
}

/// <summary>A message to the applicant as staff see it. It holds no text and no address.</summary>
/// <param name="Id">Identity.</param>
/// <param name="Kind">What it is.</param>
/// <param name="State">What became of it.</param>
/// <param name="CreatedAt">When it became necessary (UTC).</param>
/// <param name="At">When it was sent or given up, or when it is tried next (UTC).</param>
/// <param name="Attempts">Attempts that failed.</param>
/// <param name="LastError">Code of the last failure, or null.</param>
public sealed record ApplicantMessage(Guid Id, OutboxKind Kind, MessageState State, DateTimeOffset CreatedAt, DateTimeOffset At, int Attempts, string? LastError);

/// <summary>Which messages go to the applicant, and what became of those of a case.</summary>
/// <param name="contexts">Makes contexts.</param>
public sealed class ApplicantMessages(OnboardingContextFactory contexts)
{
    /// <summary>The newest messages that are shown.</summary>
    public const int MostShown = 50;

    private static readonly List<OutboxKind> Kinds =
    [
        OutboxKind.MailRegistrationReceived, OutboxKind.MailQuestion, OutboxKind.MailReminder, OutboxKind.MailQuestionRecalled, OutboxKind.MailExpired,
        OutboxKind.MailRejected, OutboxKind.MailWithdrawn, OutboxKind.MailActivated, OutboxKind.MailFeedback, OutboxKind.MailObjectionReceived,
        OutboxKind.MailObjectionAnswered, OutboxKind.TextActivated, OutboxKind.TextFeedback,
    ];

    private static readonly OutboxKind[] Short = [OutboxKind.TextActivated, OutboxKind.TextFeedback];

    /// <summary>What somebody has to see to when it does not arrive; a short message says nothing that a mail does not say.</summary>
    internal static List<OutboxKind> Arriving { get; } = [.. Kinds.Except(Short)];

    /// <summary>True for what is written to the applicant of a case.</summary>
    public static bool Includes(OutboxKind kind) => Kinds.Contains(kind);

    /// <summary>True for what somebody has to see to when it does not arrive.</summary>
    public static bool MustArrive(OutboxKind kind) => Arriving.Contains(kind);

    /// <summary>The newest messages of a case, newest first. Who may not look into cases sees none.</summary>
    public async Task<IReadOnlyList<ApplicantMessage>> ListAsync(Guid caseId, Actor actor, CancellationToken cancellationToken)
    {
        if (!CaseAccess.MayRead(actor))
        {
            return [];
        }

        await using var context = contexts.CreateDbContext();
        var rows = await context.OutboxMessages.AsNoTracking()
            .Where(message => message.CaseId == caseId && Kinds.Contains(message.Kind))
            .OrderByDescending(message => message.Position)
            .Take(MostShown)
            .ToListAsync(cancellationToken);
        return rows.ConvertAll(Read);
    }

    private static ApplicantMessage Read(OutboxMessage message)
    {
        var (state, at) = message switch
        {
            { WasDropped: true, FinishedAt: { } dropped } => (MessageState.NotNeeded, dropped),
            { FinishedAt: { } sent } => (MessageState.Sent, sent),
            { SetAsideAt: { } givenUp } => (MessageState.NotDelivered, givenUp),
            { Attempts: > 0 } => (MessageState.Retrying, message.NextAttemptAt),
            _ => (MessageState.Queued, message.NextAttemptAt),
        };
        return new ApplicantMessage(message.Id, message.Kind, state, message.CreatedAt, at, message.Attempts, message.LastError);
    }
}
