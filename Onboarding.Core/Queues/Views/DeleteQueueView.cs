using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Cases;
using Onboarding.Core.Persistence;
using Onboarding.Core.Results;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Queues.Views;

/// <summary>Deletes saved views.</summary>
/// <param name="unitOfWork">The write path.</param>
public sealed class DeleteQueueViewHandler(UnitOfWork unitOfWork) : IUseCase
{
    /// <summary>Whether this person may delete a view that they can open: their own; a supervisor also what others share, so that nothing outlives who made it.</summary>
    public static bool MayDelete(bool isMine, bool isShared, Actor actor) => isMine || (isShared && actor.Has(ActorRole.Supervisor));

    /// <summary>Deletes one. A colleague's private view is answered like one that there is not.</summary>
    public Task<Result<Guid>> HandleAsync(Guid id, Actor actor, CancellationToken cancellationToken) => unitOfWork.WriteAsync<Guid>(
        async scope =>
        {
            var view = await scope.Context.QueueViews.SingleOrDefaultAsync(item => item.Id == id && item.Name != QueueView.Nameless, cancellationToken);
            if (view is null || !(view.IsOpenTo(actor) || MayDelete(isMine: false, view.IsShared, actor)))
            {
                return new NotFound(RefusalCode.QueueViewNotFound);
            }

            if (!MayDelete(view.IsOf(actor), view.IsShared, actor))
            {
                return new NotAllowed(RefusalCode.RoleNotAllowed);
            }

            scope.Context.QueueViews.Remove(view);
            return view.Id;
        },
        cancellationToken);
}
