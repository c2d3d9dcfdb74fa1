using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Cases;
using Onboarding.Core.Persistence;
using Onboarding.Core.Results;
using Onboarding.Core.Time;

namespace Onboarding.Core.Stages.Stage1Intake.Online;

/// <summary>Saves an online form as it is typed.</summary>
/// <param name="Token">Token of the draft's link.</param>
/// <param name="Version">The state that this device knows.</param>
/// <param name="Content">The form as it stands.</param>
public sealed record SaveRegistrationDraft(string Token, int Version, DraftContent Content)
{
    /// <summary>A token opens a draft, so it is not printed.</summary>
    public override string ToString() => nameof(SaveRegistrationDraft);
}

/// <summary>Handles <see cref="SaveRegistrationDraft"/>.</summary>
/// <param name="unitOfWork">The write path.</param>
/// <param name="protection">Encrypts.</param>
/// <param name="settings">How long it is kept.</param>
/// <param name="clock">Clock.</param>
public sealed class SaveRegistrationDraftHandler(UnitOfWork unitOfWork, DraftProtection protection, RegistrationDraftSettings settings, TimeProvider clock) : IUseCase
{
    /// <summary>Saves; a version conflict when another device went on meanwhile, and then nothing of it is overwritten.</summary>
    public async Task<Result<SavedDraft>> HandleAsync(SaveRegistrationDraft command, CancellationToken cancellationToken)
    {
        if (command.Content.Refuse() is { } invalid)
        {
            return invalid;
        }

        var now = Instant.Now(clock);
        return await unitOfWork.WriteAsync<SavedDraft>(
            async scope =>
            {
                var draft = await RegistrationDraftReader.Valid(scope.Context, command.Token, now).SingleOrDefaultAsync(cancellationToken);
                if (draft is null)
                {
                    return new NotFound(RefusalCode.LinkNotValid);
                }

                if (draft.Version != command.Version)
                {
                    return new Conflict(RefusalCode.VersionConflict);
                }

                draft.Fill(command.Content, protection.Protect(draft.Id, command.Content.Values), now, settings.Lifetime);
                draft.Count();
                return new SavedDraft(draft.Version, draft.UpdatedAt, draft.ExpiresAt);
            },
            cancellationToken);
    }
}
