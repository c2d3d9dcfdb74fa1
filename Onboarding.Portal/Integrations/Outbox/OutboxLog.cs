using Onboarding.Core.Outbox;

namespace Onboarding.Portal.Integrations.Outbox;

/// <summary>What the outbox logs: ids, kinds and codes.</summary>
internal static partial class OutboxLog
{
    [LoggerMessage(3001, LogLevel.Information, "Message {MessageId} of case {CaseId} was sent: {Kind}")]
    public static partial void Sent(ILogger log, Guid messageId, Guid? caseId, OutboxKind kind);

    [LoggerMessage(3002, LogLevel.Information, "Message {MessageId} of case {CaseId} is no longer needed: {Kind}")]
    public static partial void NotNeeded(ILogger log, Guid messageId, Guid? caseId, OutboxKind kind);

    [LoggerMessage(3003, LogLevel.Warning, "Message {MessageId} of case {CaseId} was not taken: {Kind}, attempt {Attempt}, {Code}")]
    public static partial void Failed(ILogger log, Guid messageId, Guid? caseId, OutboxKind kind, int attempt, string code);

    [LoggerMessage(3006, LogLevel.Warning, "Message {MessageId} of case {CaseId} was refused for good: {Kind}, {Code}")]
    public static partial void Refused(ILogger log, Guid messageId, Guid? caseId, OutboxKind kind, string code);

    [LoggerMessage(3004, LogLevel.Error, "The outcome of message {MessageId} could not be noted: {Kind}, {Failure}")]
    public static partial void NoteFailed(ILogger log, Guid messageId, OutboxKind kind, string failure);

    [LoggerMessage(3005, LogLevel.Error, "The outbox could not be read: {Failure}")]
    public static partial void TakeFailed(ILogger log, string failure);
}
