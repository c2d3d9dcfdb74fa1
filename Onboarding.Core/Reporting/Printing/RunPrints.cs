using Onboarding.Core.Cases;

namespace Onboarding.Core.Reporting.Printing;

/// <summary>
/// Works on the print request that has waited longest. What is due stands in the requests themselves, so after a crash this goes on
/// where the last commit was. The host calls it, several calls beside each other.
/// </summary>
/// <param name="queue">The queue.</param>
/// <param name="forms">Prints forms that are issued.</param>
/// <param name="bulk">Prints many reports.</param>
/// <param name="feed">Told of changes.</param>
public sealed class RunPrintsHandler(PrintQueue queue, FormPrinting forms, BulkPrinting bulk, PrintFeed feed) : IUseCase
{
    /// <summary>Works on one request; answers 1 when there was one, 0 when none is due.</summary>
    /// <param name="cancellationToken">The portal stops: what is at hand goes back into the queue.</param>
    public async Task<int> HandleAsync(CancellationToken cancellationToken)
    {
        if (await queue.TakeAsync(cancellationToken) is not { } request)
        {
            return 0;
        }

        try
        {
            await (request.FormId is null ? bulk.RunAsync(request, cancellationToken) : forms.RunAsync(request, cancellationToken));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await queue.PutBackAsync(request, CancellationToken.None);
            throw;
        }

        feed.Publish(request.Id);
        return 1;
    }
}
