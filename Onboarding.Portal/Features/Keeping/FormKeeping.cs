using Onboarding.Core.Drafts;
using Onboarding.Portal.Security;

namespace Onboarding.Portal.Features.Keeping;

/// <summary>Makes the keepers of the pages of one browser.</summary>
/// <param name="reader">Finds drafts.</param>
/// <param name="saves">Saves them.</param>
/// <param name="drops">Forgets them.</param>
/// <param name="people">Who types.</param>
/// <param name="clock">Measures the pauses.</param>
/// <param name="logger">Told of failures, never of what was typed.</param>
public sealed class FormKeeping(
    FormDraftReader reader, SaveFormDraftHandler saves, DropFormDraftHandler drops, CurrentActor people, TimeProvider clock, ILogger<FormKeeper> logger)
{
    /// <summary>The keeper of a page about this case or customer, with what this person has begun there.</summary>
    public async Task<FormKeeper> OpenAsync(DraftSubject subject, CancellationToken cancellationToken)
    {
        FormKeeper keeper = new(subject, reader, saves, drops, people, clock, logger);
        await keeper.ReadAsync(cancellationToken);
        return keeper;
    }
}
