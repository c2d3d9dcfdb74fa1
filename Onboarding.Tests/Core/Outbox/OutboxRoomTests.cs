using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Cases;
using Onboarding.Core.Outbox;
using Onboarding.Core.Partners;
using Onboarding.Core.Persistence;
using Onboarding.Core.Stages.Stage1Intake;
using Onboarding.Core.Workflow;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Core.Outbox;

/// <summary>Receivers share the outbox: one that is away does not stand in the way of the others.</summary>
public sealed class OutboxRoomTests(TestDatabases databases) : IClassFixture<TestDatabases>
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);
    private static readonly OutboxReceiver Mail = OutboxReceiver.Of(OutboxKind.MailQuestion, null);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, DatabaseProviders]
    public async Task Leases_no_more_to_a_receiver_than_it_has_room_for_and_those_to_others_in_their_place(DatabaseKind kind)
    {
        await using var core = await CoreHost.StartAsync(await databases.Fresh(kind));
        var first = await PartnerAsync(core, "PT Satu", cases: 3);
        var second = await PartnerAsync(core, "PT Dua", cases: 1);

        var taken = await core.Get<OutboxQueue>().TakeAsync(new OutboxRoom(3, 1), Lease, Token);

        taken.Select(message => message.Receiver).ShouldBe([Mail, Of(first), Of(second)], ignoreOrder: true);
        (await core.Get<OutboxQueue>().TakeAsync(new OutboxRoom(100, 100), Lease, Token)).Count.ShouldBe(5);
    }

    [Theory, DatabaseProviders]
    public async Task Leaves_receivers_alone_that_have_no_room(DatabaseKind kind)
    {
        await using var core = await CoreHost.StartAsync(await databases.Fresh(kind));
        var first = await PartnerAsync(core, "PT Satu", cases: 2);
        var second = await PartnerAsync(core, "PT Dua", cases: 2);
        var room = new OutboxRoom(100, 100) { Left = new Dictionary<OutboxReceiver, int> { [Mail] = 0, [Of(first)] = 0, [Of(second)] = 1 } };

        var taken = await core.Get<OutboxQueue>().TakeAsync(room, Lease, Token);

        taken.ShouldHaveSingleItem().Receiver.ShouldBe(Of(second));
    }

    [Theory, DatabaseProviders]
    public async Task A_message_whose_lease_ended_goes_to_another_process_but_not_to_the_one_that_is_still_sending_it(DatabaseKind kind)
    {
        await using var core = await CoreHost.StartAsync(await databases.Fresh(kind));
        await PartnerAsync(core, "PT Satu", cases: 1);
        var queue = core.Get<OutboxQueue>();
        Guid[] underWay = [.. (await queue.TakeAsync(new OutboxRoom(100, 100), Lease, Token)).Select(message => message.Id)];
        core.Clock.Advance(Lease);

        (await queue.TakeAsync(new OutboxRoom(100, 100) { UnderWay = underWay }, Lease, Token)).ShouldBeEmpty();
        (await queue.TakeAsync(new OutboxRoom(100, 100), Lease, Token)).Select(message => message.Id).ShouldBe(underWay, ignoreOrder: true);
    }

    [Fact]
    public async Task Finds_what_stands_before_a_message_by_an_index()
    {
        await using var core = await CoreHost.StartAsync(await databases.Fresh(DatabaseKind.Sqlite));
        await using var context = core.Get<OnboardingContextFactory>().CreateDbContext();
        await context.Database.OpenConnectionAsync(Token);
        await using var command = OutboxQueue.Due(context, new OutboxPick(new OutboxRoom(1, 1)), core.Clock.GetUtcNow()).CreateDbCommand();
#pragma warning disable CA2100 // The text comes from the query itself.
        command.CommandText = "EXPLAIN QUERY PLAN " + command.CommandText;
#pragma warning restore CA2100

        List<string> plan = [];
        await using var reader = await command.ExecuteReaderAsync(Token);
        while (await reader.ReadAsync(Token))
        {
            plan.Add(reader.GetString(reader.FieldCount - 1));
        }

        plan.ShouldContain(step => step.Contains("CaseId_Position (CaseId=? AND Position<?)", StringComparison.Ordinal));
        plan.ShouldNotContain(step => step.StartsWith("SCAN", StringComparison.Ordinal));
    }

    [Fact]
    public void Knows_mails_the_activation_system_and_each_partner_apart()
    {
        var partner = Guid.CreateVersion7(CoreHost.Start);

        OutboxReceiver.Of(OutboxKind.MailDraftLink, null).ShouldBe(Mail);
        OutboxReceiver.Of(OutboxKind.ActivateService, null).ShouldBe(OutboxReceiver.Of(OutboxKind.DeactivateService, null));
        OutboxReceiver.Of(OutboxKind.ActivateService, null).ShouldNotBe(Mail);
        OutboxReceiver.Of(OutboxKind.WebhookStatusChanged, partner).ShouldBe(Of(partner));
        OutboxReceiver.Of(OutboxKind.WebhookStatusChanged, partner).ShouldNotBe(OutboxReceiver.Of(OutboxKind.WebhookStatusChanged, Guid.Empty));
    }

    private static OutboxReceiver Of(Guid partner) => OutboxReceiver.Of(OutboxKind.WebhookStatusChanged, partner);

    // Cases that were withdrawn, a second apart: of each a mail and a change of status are due, and a mail behind the first.
    private static async Task<Guid> PartnerAsync(CoreHost core, string name, int cases)
    {
        var partner = (await core.Get<EditPartnerHandler>().CreateAsync(new(name, "mitra@contoh.example"), Staff.Yusuf, Token)).ShouldBeDone();
        for (var number = 0; number < cases; number++)
        {
            core.Clock.Advance(TimeSpan.FromSeconds(1));
            var consent = new GivenConsent("2026-01", Registration: true, Marketing: false) { GivenAt = core.Clock.GetUtcNow() };
            var serial = 9900 + (name.Length * 10) + number;
            var registered = await core.Get<RegisterCaseHandler>().HandleAsync(
                new(Guid.CreateVersion7(core.Clock.GetUtcNow()), "INTERNET-RUMAH", Channel.Partner, Language.Indonesian, Registrations.Person(serial), consent),
                Actor.Partner(partner, name), Token);
            var owner = registered.ShouldBeDone().State.CaseId;
            (await core.Get<WithdrawCaseHandler>().HandleAsync(new(new CaseTarget(owner, null), null), Actor.Applicant(owner), Token)).ShouldBeDone();
        }

        return partner;
    }
}
