using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Cases;
using Onboarding.Core.IdentityNumbers;
using Onboarding.Core.Outbox;
using Onboarding.Core.Persistence;
using Onboarding.Core.Protection;
using Onboarding.Core.Results;
using Onboarding.Core.Time;

namespace Onboarding.Core.Stages.Stage1Intake.Online;

/// <summary>Sends the link of a draft to an e-mail address.</summary>
/// <param name="Token">Token of the draft's link.</param>
/// <param name="Email">The address as typed.</param>
public sealed record MailDraftLink(string Token, string Email)
{
    /// <summary>A token opens a draft, and the address is personal data: neither is printed.</summary>
    public override string ToString() => nameof(MailDraftLink);
}

/// <summary>
/// Handles <see cref="MailDraftLink"/>: the link and the order to mail it are written in one transaction. The answer is the same
/// whether the address exists, belongs to a customer or has had enough of these mails, so that nobody learns anything from it.
/// </summary>
/// <param name="unitOfWork">The write path.</param>
/// <param name="protection">Makes the link and encrypts the address.</param>
/// <param name="hash">Makes the address countable.</param>
/// <param name="settings">How long a link is good.</param>
/// <param name="clock">Clock.</param>
public sealed class MailDraftLinkHandler(
    UnitOfWork unitOfWork, DraftProtection protection, KeyedHash hash, RegistrationDraftSettings settings, TimeProvider clock) : IUseCase
{
    /// <summary>At most this many mails for one draft.</summary>
    public const int MostPerDraft = 5;

    /// <summary>At most this many mails to one address in a day, whatever drafts they are for: nobody's mailbox is filled from here.</summary>
    public const int MostPerAddress = 10;

    /// <summary>Between two mails for one draft lies at least this.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    private const string AddressPurpose = "draft-mail";

    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>Orders the mail. Anybody may who has the draft's link; the host bounds how often besides.</summary>
    /// <returns>Refused when the link leads nowhere, the address cannot be one, or it was asked for too often.</returns>
    public async Task<Result<Done>> HandleAsync(MailDraftLink command, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(command.Email))
        {
            return new Invalid(nameof(ApplicantData.Email), InputProblem.Required);
        }

        var read = EmailAddress.Read(command.Email);
        if (read.Value is not { } address)
        {
            return new Invalid([.. read.Findings.Select(finding => new FieldError(nameof(ApplicantData.Email), InputProblem.NotWellFormed) { Finding = finding })]);
        }

        var now = Instant.Now(clock);
        return await unitOfWork.WriteAsync<Done>(
            async scope =>
            {
                var draft = await RegistrationDraftReader.Valid(scope.Context, command.Token, now)
                    .Select(item => new { item.Id, item.SubmissionKey })
                    .SingleOrDefaultAsync(cancellationToken);
                if (draft is null)
                {
                    return new NotFound(RefusalCode.LinkNotValid);
                }

                await scope.LockSubmissionAsync(draft.SubmissionKey, cancellationToken);
                var before = await scope.Context.MailedDraftLinks.Where(link => link.DraftId == draft.Id).ToListAsync(cancellationToken);
                if (before.Sum(link => link.Requests) >= MostPerDraft || before.Exists(link => now - link.RequestedAt < Pause))
                {
                    return new NotAllowed(RefusalCode.TooManyLinkMails, MostPerDraft.ToString(CultureInfo.InvariantCulture));
                }

                var isEnough = await IsEnoughAsync(scope.Context, AddressHash(address), now, cancellationToken);
                var link = Link(scope.Context, draft.Id, address, before, now);
                link.Request(now, settings.Lifetime);
                if (!isEnough)
                {
                    scope.Context.OutboxMessages.Add(new OutboxMessage(SequentialId.New(clock), OutboxKind.MailDraftLink, link.Id, now));
                }

                return Done.Instance;
            },
            cancellationToken);
    }

    // Asked for again, the same address gets the same link; another address gets another one, and the earlier leads nowhere.
    private MailedDraftLink Link(OnboardingContext context, Guid draftId, EmailAddress address, List<MailedDraftLink> before, DateTimeOffset now)
    {
        var addressHash = AddressHash(address);
        var live = before.Where(link => link.RevokedAt is null).ToList();
        if (live.Find(link => link.ExpiresAt > now && link.AddressHash.AsSpan().SequenceEqual(addressHash)) is { } same)
        {
            return same;
        }

        live.ForEach(link => link.Revoke(now));
        var (made, _) = protection.NewLink(draftId);
        var link = new MailedDraftLink(SequentialId.New(clock), draftId, made, protection.ProtectAddress(draftId, address.Value), addressHash, now);
        context.MailedDraftLinks.Add(link);
        return link;
    }

    private static async Task<bool> IsEnoughAsync(OnboardingContext context, byte[] addressHash, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var since = now - Day;
        return await context.MailedDraftLinks.Where(link => link.AddressHash == addressHash && link.RequestedAt > since).SumAsync(link => link.Requests, cancellationToken)
            >= MostPerAddress;
    }

    // The part before the @ is as good as never told apart by capitals.
    private byte[] AddressHash(EmailAddress address) => hash.Compute(AddressPurpose, address.Value.ToLowerInvariant());
}
