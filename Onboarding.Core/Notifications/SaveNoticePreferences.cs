using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Cases;
using Onboarding.Core.IdentityNumbers;
using Onboarding.Core.Persistence;
using Onboarding.Core.Queues;
using Onboarding.Core.Results;
using Onboarding.Core.Time;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Notifications;

/// <summary>How a person wants to be told, as they entered it. Whose it is follows from who acts.</summary>
/// <param name="Version">The version that was changed; 0 when nothing was chosen before.</param>
/// <param name="MailAddress">Where mails go; empty for none.</param>
/// <param name="Language">The language of the mails.</param>
/// <param name="MailsAtAnyTime">Mails come also outside of working hours.</param>
/// <param name="Choices">The choice for each kind; a kind that is missing keeps its default.</param>
public sealed record SaveNoticePreferences(
    int Version, string? MailAddress, Language Language, bool MailsAtAnyTime, IReadOnlyDictionary<NoticeKind, NoticeChoice> Choices)
{
    /// <summary>It names an address and is not printed.</summary>
    public override string ToString() => nameof(SaveNoticePreferences);
}

/// <summary>Reads and handles <see cref="SaveNoticePreferences"/>: everybody their own.</summary>
/// <param name="unitOfWork">The write path.</param>
/// <param name="contexts">Makes contexts for reading.</param>
/// <param name="clock">Clock.</param>
public sealed class NoticePreferencesHandler(UnitOfWork unitOfWork, OnboardingContextFactory contexts, TimeProvider clock) : IUseCase
{
    /// <summary>What this person chose, or the defaults.</summary>
    public async Task<Result<NoticePreferences>> ReadAsync(Actor actor, CancellationToken cancellationToken)
    {
        if (!actor.IsStaff || actor.Roles.Count == 0)
        {
            return new NotAllowed(RefusalCode.RoleNotAllowed);
        }

        await using var context = contexts.CreateDbContext();
        return await context.NoticePreferences.AsNoTracking().SingleOrDefaultAsync(item => item.PersonId == actor.Id, cancellationToken)
            ?? NoticePreferences.Default(actor.Id);
    }

    /// <summary>Keeps what was chosen.</summary>
    public async Task<Result<Done>> SaveAsync(SaveNoticePreferences command, Actor actor, CancellationToken cancellationToken)
    {
        if (!actor.IsStaff || actor.Roles.Count == 0)
        {
            return new NotAllowed(RefusalCode.RoleNotAllowed);
        }

        var address = string.IsNullOrWhiteSpace(command.MailAddress) ? null : EmailAddress.Read(command.MailAddress);
        if (Refuse(command, address) is { } invalid)
        {
            return invalid;
        }

        return await unitOfWork.WriteAsync<Done>(
            async scope =>
            {
                var known = await scope.Context.NoticePreferences.SingleOrDefaultAsync(item => item.PersonId == actor.Id, cancellationToken);
                if ((known?.Version ?? 0) != command.Version)
                {
                    return new Conflict(RefusalCode.VersionConflict);
                }

                if (known is null)
                {
                    known = NoticePreferences.Default(actor.Id);
                    scope.Context.NoticePreferences.Add(known);
                }

                known.Change(address?.Value?.Value, command.Language, command.MailsAtAnyTime, new Dictionary<NoticeKind, NoticeChoice>(command.Choices));
                scope.Tell(CaseChange.Only(SequentialId.New(clock), [actor.Id]));
                return Done.Instance;
            },
            cancellationToken);
    }

    private static Invalid? Refuse(SaveNoticePreferences command, Reading<EmailAddress>? address)
    {
        if (address is { Value: null } unread)
        {
            return new Invalid([.. unread.Findings.Select(finding => new FieldError(nameof(SaveNoticePreferences.MailAddress), InputProblem.NotWellFormed) { Finding = finding })]);
        }

        var isKnown = Enum.IsDefined(command.Language)
            && command.Choices.All(choice => Enum.IsDefined(choice.Key) && Enum.IsDefined(choice.Value.Mail)
                && (choice.Value.Mail != NoticeMailing.AtOnce || NoticeKinds.IsUrgent(choice.Key)));
        return isKnown ? null : new Invalid(nameof(SaveNoticePreferences.Choices), InputProblem.UnknownChoice);
    }
}
