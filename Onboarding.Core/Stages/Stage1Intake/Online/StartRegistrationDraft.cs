using Onboarding.Core.Cases;
using Onboarding.Core.Persistence;
using Onboarding.Core.Results;
using Onboarding.Core.Time;

namespace Onboarding.Core.Stages.Stage1Intake.Online;

/// <summary>Begins to keep an online form.</summary>
/// <param name="SubmissionKey">The key of the form.</param>
/// <param name="Content">What was typed so far.</param>
public sealed record StartRegistrationDraft(Guid SubmissionKey, DraftContent Content);

/// <summary>A draft that has just been saved.</summary>
/// <param name="Version">Its state now.</param>
/// <param name="SavedAt">When (UTC).</param>
/// <param name="ExpiresAt">Until when it is kept if nothing more is typed (UTC).</param>
public sealed record SavedDraft(int Version, DateTimeOffset SavedAt, DateTimeOffset ExpiresAt);

/// <summary>A draft that was begun.</summary>
/// <param name="Token">The token of its link, which opens it: for the address and the person alone.</param>
/// <param name="Draft">Its state.</param>
public sealed record StartedDraft(string Token, SavedDraft Draft)
{
    /// <summary>A token opens a draft, so it is not printed.</summary>
    public override string ToString() => nameof(StartedDraft);
}

/// <summary>Handles <see cref="StartRegistrationDraft"/>. Anybody may; the host bounds how often.</summary>
/// <param name="unitOfWork">The write path.</param>
/// <param name="protection">Encrypts.</param>
/// <param name="settings">How long it is kept.</param>
/// <param name="clock">Clock.</param>
public sealed class StartRegistrationDraftHandler(UnitOfWork unitOfWork, DraftProtection protection, RegistrationDraftSettings settings, TimeProvider clock) : IUseCase
{
    /// <summary>Makes the draft and its link.</summary>
    public async Task<Result<StartedDraft>> HandleAsync(StartRegistrationDraft command, CancellationToken cancellationToken)
    {
        if (command.Content.Refuse() is { } invalid)
        {
            return invalid;
        }

        var (id, now) = (SequentialId.New(clock), Instant.Now(clock));
        var (link, token) = protection.NewLink(id);
        var draft = new RegistrationDraft(id, link, command.SubmissionKey, now);
        draft.Fill(command.Content, protection.Protect(id, command.Content.Values), now, settings.Lifetime);
        return await unitOfWork.WriteAsync<StartedDraft>(
            scope =>
            {
                scope.Context.RegistrationDrafts.Add(draft);
                return Task.FromResult<Result<StartedDraft>>(new StartedDraft(token, new SavedDraft(draft.Version, draft.UpdatedAt, draft.ExpiresAt)));
            },
            cancellationToken);
    }
}
