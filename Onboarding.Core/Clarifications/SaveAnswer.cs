using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Cases;
using Onboarding.Core.Persistence;
using Onboarding.Core.Results;

namespace Onboarding.Core.Clarifications;

/// <summary>Keeps what an applicant has typed so far, so that it can be finished later or on another device.</summary>
/// <param name="Token">Token of the reply link.</param>
/// <param name="ItemId">Which item.</param>
/// <param name="Answer">What was typed; nothing where it was taken back.</param>
public sealed record SaveAnswer(string Token, Guid ItemId, ItemAnswer Answer)
{
    /// <summary>A token opens a case, so it is not printed.</summary>
    public override string ToString() => ItemId.ToString("N");
}

/// <summary>Handles <see cref="SaveAnswer"/>. Nothing of the case changes by it: what was not sent was not said.</summary>
/// <param name="unitOfWork">The write path.</param>
/// <param name="links">Finds the request behind the link.</param>
/// <param name="protection">Encrypts.</param>
public sealed class SaveAnswerHandler(UnitOfWork unitOfWork, ReplyReader links, CaseProtection protection) : IUseCase
{
    /// <summary>Saves; refused alike for every link that is not, or no longer, good.</summary>
    public async Task<Result<Done>> HandleAsync(SaveAnswer command, CancellationToken cancellationToken)
    {
        if (command.Answer.Note?.Length > ItemAnswer.MaxNoteLength || command.Answer.Values.Any(entry => entry.Value.Length > ItemAnswer.MaxValueLength))
        {
            return new Invalid(nameof(ItemAnswer.Note), InputProblem.TooLong, ItemAnswer.MaxNoteLength.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }

        if (await links.LocateAsync(command.Token, cancellationToken) is not { } found)
        {
            return new NotFound(RefusalCode.LinkNotValid);
        }

        return await unitOfWork.WriteAsync<Done>(
            async scope =>
            {
                // Behind a reply that is being sent in another tab, so that nothing is typed into a closed round.
                await scope.LockCaseAsync(found.CaseId, cancellationToken);
                var item = await scope.Context.Clarifications
                    .Where(round => round.Id == found.RoundId && round.ClosedAt == null)
                    .SelectMany(round => round.Items)
                    .SingleOrDefaultAsync(entry => entry.Id == command.ItemId, cancellationToken);
                if (item is null)
                {
                    return new NotFound(RefusalCode.LinkNotValid);
                }

                var kept = Kept(item, command.Answer);
                item.KeepDraft(kept.HasContent ? protection.ProtectAnswer(item.Id, kept) : null);
                return Done.Instance;
            },
            cancellationToken);
    }

    // Only what was asked, and no word on a number that the page shows masked; a page could send anything.
    private static ItemAnswer Kept(ClarificationItem item, ItemAnswer answer) => answer with
    {
        Values = answer.Values.Where(entry => Replying.Concerns(item, entry.Key)).ToDictionary(entry => entry.Key, entry => FreeText.Clean(entry.Value), StringComparer.Ordinal),
        IsConfirmed = answer.IsConfirmed && item.Field is { } field && !ApplicantFields.IsMasked(field),
        Note = FreeText.CleanOrNull(answer.Note),
        Documents = [],
    };
}
