using Onboarding.Core.Drafts;

namespace Onboarding.Portal.Jobs;

/// <summary>Forgets what staff began to write and did not touch for long: it is about applicants and serves nobody any more (UU PDP Pasal 16).</summary>
internal sealed class FormDraftsJob(DropFormDraftHandler handler, JobHistory history, ILogger<FormDraftsJob> log) : BatchJob(history, log)
{
    /// <inheritdoc />
    protected override int BatchSize => DropFormDraftHandler.BatchSize;

    /// <inheritdoc />
    protected override Task<int> RunAsync(CancellationToken cancellation) => handler.SweepAsync(cancellation);
}
