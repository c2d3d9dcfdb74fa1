using Onboarding.Core.Notifications;

namespace Onboarding.Portal.Jobs;

/// <summary>Mails people what they were told of and have not read, as each of them chose.</summary>
internal sealed class NoticeMailsJob(SendNoticeDigestsHandler handler, JobHistory history, ILogger<NoticeMailsJob> log) : BatchJob(history, log)
{
    /// <inheritdoc />
    protected override int BatchSize => SendNoticeDigestsHandler.MostPeople;

    /// <inheritdoc />
    protected override Task<int> RunAsync(CancellationToken cancellation) => handler.HandleAsync(cancellation);
}
