using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Cases;
using Onboarding.Core.Persistence;
using Onboarding.Core.Results;
using Onboarding.Core.Time;

namespace Onboarding.Core.Stages.Stage1Intake.Online;

/// <summary>Calls the link back that was mailed from a form: the address was mistyped, say. The form itself stays.</summary>
/// <param name="unitOfWork">The write path.</param>
/// <param name="clock">Clock.</param>
public sealed class RevokeMailedDraftLinkHandler(UnitOfWork unitOfWork, TimeProvider clock) : IUseCase
{
    /// <summary>Calls it back. Only who has the draft's own link may; where nothing was mailed, nothing happens.</summary>
    /// <param name="token">Token of the draft's own link.</param>
    /// <param name="cancellationToken">Cancels until the commit.</param>
    public Task<Result<Done>> HandleAsync(string token, CancellationToken cancellationToken) =>
        unitOfWork.WriteAsync<Done>(
            async scope =>
            {
                var now = Instant.Now(clock);
                foreach (var link in await MailedDraftLinkReader.Own(scope.Context, token, now).ToListAsync(cancellationToken))
                {
                    link.Revoke(now);
                }

                return Done.Instance;
            },
            cancellationToken);
}
