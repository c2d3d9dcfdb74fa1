using Onboarding.Core.Stages.Stage1Intake.Online;

namespace Onboarding.Portal.Jobs;

/// <summary>Forgets online forms that were never sent in, with their documents: nobody consented to our keeping them (UU PDP Pasal 16).</summary>
internal sealed class ExpiredDraftsJob(ForgetRegistrationDraftHandler handler, JobHistory history, ILogger<ExpiredDraftsJob> log) : BatchJob(history, log)
{
    /// <inheritdoc />
    protected override int BatchSize => ForgetRegistrationDraftHandler.BatchSize;

    /// <inheritdoc />
    protected override Task<int> RunAsync(CancellationToken cancellation) => handler.SweepAsync(cancellation);
}
