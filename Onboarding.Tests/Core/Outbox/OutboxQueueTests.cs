using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Cases;
using Onboarding.Core.Outbox;
using Onboarding.Core.Persistence;
using Onboarding.Core.Results;
using Onboarding.Core.Workflow;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Core.Outbox;

/// <summary>Messages to the outside: in order within a case, leased while they are sent, retried, set aside.</summary>
public sealed class OutboxQueueTests(TestDatabases databases) : IClassFixture<TestDatabases>
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, DatabaseProviders]
    public async Task Hands_out_the_oldest_message_of_each_case_only(DatabaseKind kind)
    {
        await using var core = await CoreHost.StartAsync(await databases.Fresh(kind));
        var first = await core.Cases.ReceivedAsync();
        var second = await core.Cases.ReceivedAsync();
        (await core.Get<WithdrawCaseHandler>().HandleAsync(new(new CaseTarget(first.CaseId, null), null), Actor.Applicant(first.CaseId), Token)).ShouldBeDone();

        var taken = await Take(core);

        taken.Select(message => (message.CaseId, message.Kind)).ShouldBe(
            [(first.CaseId, OutboxKind.MailRegistrationReceived), (second.CaseId, OutboxKind.MailRegistrationReceived)], ignoreOrder: true);
        await core.Get<OutboxQueue>().FinishAsync(taken.Single(message => message.CaseId == first.CaseId), Token);
        (await Take(core)).ShouldHaveSingleItem().Kind.ShouldBe(OutboxKind.MailWithdrawn);
    }

    [Theory, DatabaseProviders]
    public async Task Keeps_the_order_of_messages_written_in_one_transaction(DatabaseKind kind)
    {
        await using var core = await CoreHost.StartAsync(await databases.Fresh(kind));
        var state = await core.Cases.ActivatingAsync();
        await core.Get<WithdrawCaseHandler>().HandleAsync(new(new CaseTarget(state.CaseId, null), null), Actor.Applicant(state.CaseId), Token);

        var kinds = new List<OutboxKind>();
        while (await Take(core) is [var message])
        {
            kinds.Add(message.Kind);
            await core.Get<OutboxQueue>().FinishAsync(message, Token);
        }

        kinds.ShouldBe([OutboxKind.MailRegistrationReceived, OutboxKind.ActivateService, OutboxKind.DeactivateService, OutboxKind.MailWithdrawn]);
    }

    [Theory, DatabaseProviders]
    public async Task Leases_a_message_until_the_lease_ends(DatabaseKind kind)
    {
        await using var core = await CoreHost.StartAsync(await databases.Fresh(kind));
        await core.Cases.ReceivedAsync();
        var taken = (await Take(core)).ShouldHaveSingleItem();

        (await Take(core)).ShouldBeEmpty();
        core.Clock.Advance(Lease);

        (await Take(core)).ShouldHaveSingleItem().Id.ShouldBe(taken.Id);
    }

    [Theory, DatabaseProviders]
    public async Task Does_not_count_a_failure_of_a_sender_whose_lease_has_passed(DatabaseKind kind)
    {
        await using var core = await CoreHost.StartAsync(await databases.Fresh(kind));
        await core.Cases.ReceivedAsync();
        var late = (await Take(core)).Single();
        core.Clock.Advance(Lease);
        var present = (await Take(core)).Single();

        await core.Get<OutboxQueue>().FailAsync(late, "Timeout", Token);
        (await Row(core, late.Id)).Attempts.ShouldBe(0);

        await core.Get<OutboxQueue>().FinishAsync(present, Token);
        await core.Get<OutboxQueue>().FinishAsync(late, Token);
        (await Row(core, late.Id)).FinishedAt.ShouldNotBeNull();
    }

    [Theory, DatabaseProviders]
    public async Task Waits_longer_after_each_failure_and_sets_the_message_aside_at_last(DatabaseKind kind)
    {
        await using var core = await CoreHost.StartAsync(await databases.Fresh(kind));
        await core.Cases.ReceivedAsync();
        var waits = new List<TimeSpan>();
        for (var attempt = 1; attempt <= OutboxMessage.MaxAttempts; attempt++)
        {
            var message = (await Take(core)).ShouldHaveSingleItem();
            message.FailedAttempts.ShouldBe(attempt - 1);
            await core.Get<OutboxQueue>().FailAsync(message, "SmtpUnreachable", Token);
            (await Take(core)).ShouldBeEmpty();
            var wait = (await Row(core, message.Id)).NextAttemptAt - core.Clock.GetUtcNow();
            waits.Add(wait);
            core.Clock.Advance(wait);
        }

        waits.Take(7).ShouldBeInOrder();
        waits[0].TotalSeconds.ShouldBeInRange(12, 18);
        waits[^1].TotalHours.ShouldBeInRange(3.2, 4.8);
        core.Clock.Advance(TimeSpan.FromDays(1));
        (await Take(core)).ShouldBeEmpty();
        (await core.Get<OutboxReader>().StateAsync(Token)).ShouldBe(new OutboxState(0, 1, TimeSpan.Zero));
    }

    [Theory, DatabaseProviders]
    public async Task Does_not_let_a_message_that_was_set_aside_block_its_case(DatabaseKind kind)
    {
        await using var core = await CoreHost.StartAsync(await databases.Fresh(kind));
        var state = await core.Cases.ReceivedAsync();
        await SetAside(core);
        await core.Get<WithdrawCaseHandler>().HandleAsync(new(new CaseTarget(state.CaseId, null), null), Actor.Applicant(state.CaseId), Token);

        (await Take(core)).ShouldHaveSingleItem().Kind.ShouldBe(OutboxKind.MailWithdrawn);
    }

    [Theory, DatabaseProviders]
    public async Task Lets_the_administrator_put_a_message_back_in_line_and_notes_it(DatabaseKind kind)
    {
        await using var core = await CoreHost.StartAsync(await databases.Fresh(kind));
        await core.Cases.ReceivedAsync();
        var id = await SetAside(core);

        (await core.Get<RetrySetAsideHandler>().HandleAsync(new(id), Staff.Sari, Token)).ShouldBeRefused(RefusalCode.RoleNotAllowed);
        (await core.Get<OutboxReader>().ListAsync(10, Token)).ShouldHaveSingleItem().LastError.ShouldBe("SmtpUnreachable");
        (await core.Get<RetrySetAsideHandler>().HandleAsync(new(id), Staff.Yusuf, Token)).ShouldBeDone();

        (await Take(core)).ShouldHaveSingleItem().FailedAttempts.ShouldBe(0);
        await using var context = core.Get<OnboardingContextFactory>().CreateDbContext();
        (await context.AuditEvents.CountAsync(entry => entry.Action == "Outbox.Retry" && entry.ActorId == Staff.Yusuf.Id, Token)).ShouldBe(1);
    }

    [Theory, DatabaseProviders]
    public async Task Holds_the_messages_of_a_held_case_back_until_it_is_released(DatabaseKind kind)
    {
        await using var core = await CoreHost.StartAsync(await databases.Fresh(kind));
        var state = await core.Cases.ReceivedAsync();
        (await core.Get<HoldCaseHandler>().PlaceAsync(new(new CaseTarget(state.CaseId, null), "Pemeriksaan"), Staff.Ratna, Token)).ShouldBeDone();

        (await Take(core)).ShouldBeEmpty();
        core.Clock.Advance(TimeSpan.FromHours(3));
        (await core.Get<OutboxReader>().StateAsync(Token)).ShouldBe(new OutboxState(1, 0, TimeSpan.Zero));
        (await core.Get<HoldCaseHandler>().ReleaseAsync(new(new CaseTarget(state.CaseId, null), "Selesai"), Staff.Ratna, Token)).ShouldBeDone();

        (await Take(core)).ShouldHaveSingleItem();
    }

    [Theory, DatabaseProviders]
    public async Task Puts_a_message_off_without_counting_an_attempt(DatabaseKind kind)
    {
        await using var core = await CoreHost.StartAsync(await databases.Fresh(kind));
        await core.Cases.ReceivedAsync();
        await core.Get<OutboxQueue>().DeferAsync((await Take(core)).Single(), TimeSpan.Zero, Token);

        (await Take(core)).ShouldHaveSingleItem().FailedAttempts.ShouldBe(0);
    }

    [Theory, DatabaseProviders]
    public async Task Gives_each_message_to_one_of_many_takers(DatabaseKind kind)
    {
        await using var core = await CoreHost.StartAsync(await databases.Fresh(kind));
        for (var number = 0; number < 12; number++)
        {
            await core.Cases.ReceivedAsync();
        }

        var batches = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => core.Get<OutboxQueue>().TakeAsync(4, Lease, Token)));
        var rest = await core.Get<OutboxQueue>().TakeAsync(100, Lease, Token);

        var all = batches.SelectMany(batch => batch).Concat(rest).Select(message => message.Id).ToList();
        all.Count.ShouldBe(12);
        all.ShouldBeUnique();
    }

    private static Task<IReadOnlyList<LeasedMessage>> Take(CoreHost core) => core.Get<OutboxQueue>().TakeAsync(100, Lease, Token);

    private static async Task<Guid> SetAside(CoreHost core)
    {
        Guid id = default;
        for (var attempt = 1; attempt <= OutboxMessage.MaxAttempts; attempt++)
        {
            var message = (await Take(core)).Single();
            id = message.Id;
            await core.Get<OutboxQueue>().FailAsync(message, "SmtpUnreachable", Token);
            core.Clock.Advance(TimeSpan.FromHours(5));
        }

        return id;
    }

    private static async Task<OutboxMessage> Row(CoreHost core, Guid id)
    {
        await using var context = core.Get<OnboardingContextFactory>().CreateDbContext();
        return await context.OutboxMessages.AsNoTracking().SingleAsync(message => message.Id == id, Token);
    }
}
