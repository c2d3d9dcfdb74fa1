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
    private readonly OpenForms _open = new();

    /// <summary>Keeps now what was typed last on the pages of this browser; answers with the names of the forms that hold nothing which is not kept.</summary>
    public Task<IReadOnlyList<string>> KeepAllAsync() => _open.KeepAllAsync();

    /// <summary>The keeper of a page about this case or customer, with what this person has begun there.</summary>
    public async Task<FormKeeper> OpenAsync(DraftSubject subject, CancellationToken cancellationToken)
    {
        FormKeeper keeper = new(subject, reader, saves, drops, people, clock, logger) { Open = _open };
        await keeper.ReadAsync(cancellationToken);
        return keeper;
    }
}
