using Onboarding.Core.Queues;

namespace Onboarding.Portal.Features.Queues;

/// <summary>A row as it is shown. A changed row is another instance, so that the row knows by it alone whether to render.</summary>
/// <param name="Row">The row.</param>
/// <param name="IsNew">It came while the page was open.</param>
/// <param name="IsLeaving">It left the queue and fades.</param>
public sealed record QueueEntry(QueueRow Row, bool IsNew = false, bool IsLeaving = false);
