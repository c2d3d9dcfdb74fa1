using Onboarding.Core.Clarifications;

namespace Onboarding.Portal.Jobs;

/// <summary>Reminds applicants who owe an answer, and closes what was not answered in time (SOP stages 1 and 2).</summary>
internal sealed class UnansweredQuestionsJob(ExpireUnansweredHandler handler, JobHistory history, ILogger<UnansweredQuestionsJob> log) : BatchJob(history, log)
{
    /// <inheritdoc />
    protected override int BatchSize => ExpireUnansweredHandler.BatchSize;

    /// <inheritdoc />
    protected override Task<int> RunAsync(CancellationToken cancellation) => handler.HandleAsync(cancellation);
}
