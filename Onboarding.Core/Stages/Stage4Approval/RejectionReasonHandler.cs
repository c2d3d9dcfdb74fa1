using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Audit;
using Onboarding.Core.Cases;
using Onboarding.Core.Catalog;
using Onboarding.Core.Persistence;
using Onboarding.Core.Results;
using Onboarding.Core.Time;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Stages.Stage4Approval;

/// <summary>A category of rejection as an administrator enters it.</summary>
/// <param name="CategoryCode">Its code; the key.</param>
/// <param name="ListPosition">Place in the list, from 1.</param>
/// <param name="Name">Its name in both languages; required.</param>
/// <param name="Text">What the applicant is told, in both languages; required.</param>
/// <param name="LegalGround">The rule on which it rests, or null.</param>
/// <param name="IsActive">Whether it can be chosen.</param>
/// <param name="SeenVersion">The version that the editor read, 0 for a category that is added: somebody else's newer one is not overwritten.</param>
public sealed record EditRejectionReason(
    string CategoryCode, int ListPosition, LocalText Name, LocalText Text, string? LegalGround, bool IsActive, int SeenVersion = 0);

/// <summary>Lists, adds and changes the categories of rejection. What was decided before keeps its words.</summary>
/// <param name="unitOfWork">The write path.</param>
/// <param name="contexts">Makes contexts for reading.</param>
/// <param name="clock">Clock.</param>
public sealed class RejectionReasonHandler(UnitOfWork unitOfWork, OnboardingContextFactory contexts, TimeProvider clock) : IUseCase
{
    /// <summary>More categories than anybody chooses from.</summary>
    public const int Most = 99;

    /// <summary>Every category in the order of the list, also those that cannot be chosen any more.</summary>
    public async Task<IReadOnlyList<RejectionReason>> ListAsync(CancellationToken cancellationToken)
    {
        await using var context = contexts.CreateDbContext();
        return await context.RejectionReasons.AsNoTracking().OrderBy(item => item.Position).ThenBy(item => item.Code).ToListAsync(cancellationToken);
    }

    /// <summary>Adds the category, or changes it when it still is as the editor read it.</summary>
    public async Task<Result<Done>> SaveAsync(EditRejectionReason command, Actor actor, CancellationToken cancellationToken)
    {
        if (!actor.Has(ActorRole.Administrator))
        {
            return new NotAllowed(RefusalCode.RoleNotAllowed);
        }

        if (Validate(command) is { Count: > 0 } errors)
        {
            return new Invalid(errors);
        }

        return await unitOfWork.WriteAsync<Done>(
            async scope =>
            {
                // The trail first: from here on administrators come one at a time.
                var entry = new AuditEntry("RejectionReason.Save")
                {
                    Details = $$"""{"category":"{{command.CategoryCode}}","active":{{(command.IsActive ? "true" : "false")}}}""",
                };
                await scope.RecordAsync(entry, actor, SequentialId.New(clock), Instant.Now(clock), cancellationToken);
                var known = await scope.Context.RejectionReasons.FindAsync([command.CategoryCode], cancellationToken);
                if (known is not null && command.SeenVersion == 0)
                {
                    return new Invalid(nameof(EditRejectionReason.CategoryCode), InputProblem.AlreadyThere);
                }

                if ((known?.Version ?? 0) != command.SeenVersion)
                {
                    return new Conflict(RefusalCode.VersionConflict);
                }

                if (!command.IsActive && !await scope.Context.RejectionReasons.AnyAsync(item => item.IsActive && item.Code != command.CategoryCode, cancellationToken))
                {
                    return new NotAllowed(RefusalCode.LastRejectionReason);
                }

                if (known is null)
                {
                    known = new RejectionReason(command.CategoryCode);
                    scope.Context.RejectionReasons.Add(known);
                }

                known.Change(command.ListPosition, command.Name, command.Text, command.LegalGround, command.IsActive);
                return Done.Instance;
            },
            cancellationToken);
    }

    private static List<FieldError> Validate(EditRejectionReason command)
    {
        var errors = new List<FieldError>();
        if (command.CategoryCode.Length is 0 or > RejectionReason.CodeMaxLength || !command.CategoryCode.All(IsCodeLetter))
        {
            errors.Add(new FieldError(nameof(EditRejectionReason.CategoryCode), command.CategoryCode.Length == 0 ? InputProblem.Required : InputProblem.NotWellFormed));
        }

        if (command.ListPosition is < 1 or > Most)
        {
            errors.Add(new FieldError(nameof(EditRejectionReason.ListPosition), InputProblem.OutOfRange, "1", Most.ToString(CultureInfo.InvariantCulture)));
        }

        Check(nameof(RejectionReason.NameIndonesian), command.Name.Indonesian, RejectionReason.NameMaxLength);
        Check(nameof(RejectionReason.NameEnglish), command.Name.English, RejectionReason.NameMaxLength);
        Check(nameof(RejectionReason.TextIndonesian), command.Text.Indonesian, RejectionReason.TextMaxLength);
        Check(nameof(RejectionReason.TextEnglish), command.Text.English, RejectionReason.TextMaxLength);
        errors.AddRange(FreeText.Refuse(nameof(RejectionReason.LegalGround), command.LegalGround, RejectionReason.GroundMaxLength)?.Errors ?? []);
        return errors;

        void Check(string field, string text, int length) => errors.AddRange(FreeText.Refuse(field, text, length, isRequired: true)?.Errors ?? []);
    }

    private static bool IsCodeLetter(char letter) => letter is (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_';
}
