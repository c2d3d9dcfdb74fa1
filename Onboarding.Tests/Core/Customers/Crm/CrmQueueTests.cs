using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Customers;
using Onboarding.Core.Customers.Crm;
using Onboarding.Core.Outbox;
using Onboarding.Core.Results;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Core.Customers.Crm;

/// <summary>Every change of a customer record goes out, once, and none is lost in between.</summary>
public sealed class CrmQueueTests(TestDatabases databases) : IClassFixture<TestDatabases>
{
    private static readonly IReadOnlySet<string> Nothing = new HashSet<string>();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, DatabaseProviders]
    public async Task Recording_activation_edit_merge_and_undo_each_bring_the_record_on_its_way(DatabaseKind kind)
    {
        await using var core = await CrmSupport.StartAsync(await databases.Fresh(kind));
        var state = await core.Cases.RecordedAsync(Registrations.Person(9701));
        var file = await RegisterEntries.OfCaseAsync(core, state.CaseId);
        await IsOnItsWayAndArrivesAsync(core, file.Customer.Id);

        var other = await RegisterEntries.OfCaseAsync(core, (await core.Cases.ActiveAsync(Registrations.Person(9702))).CaseId);
        (await CrmSupport.WaitingAsync(core)).Count.ShouldBe(1, "recorded and activated before it was sent: one message");
        await IsOnItsWayAndArrivesAsync(core, other.Customer.Id);

        var third = await RegisterEntries.OfCaseAsync(core, (await core.Cases.ActiveAsync(Registrations.Person(9703))).CaseId);
        await IsOnItsWayAndArrivesAsync(core, third.Customer.Id);
        await CrmSupport.EditAsync(core, third.Customer.Id, "lain@contoh.example");
        await IsOnItsWayAndArrivesAsync(core, third.Customer.Id);

        third = await RegisterEntries.ReadAsync(core, third.Customer.Number);
        (await core.Get<MergeCustomersHandler>().HandleAsync(new(other.Target, third.Target, Nothing, "sama"), Staff.Dewi, Token)).ShouldBeDone();
        (await CrmSupport.WaitingAsync(core)).Select(message => message.SubjectId).ShouldBe([other.Customer.Id, third.Customer.Id], ignoreOrder: true);
        var merged = (await core.Get<CrmDocuments>().ReadAsync(third.Customer.Id, Token)).ShouldNotBeNull();
        merged.Content.ShouldContain($"\"mergedInto\":\"{other.Customer.Number}\"");
        merged.Content.ShouldNotContain("contoh.example");
        await IsOnItsWayAndArrivesAsync(core, other.Customer.Id);
        await IsOnItsWayAndArrivesAsync(core, third.Customer.Id);

        var survivor = await RegisterEntries.ReadAsync(core, other.Customer.Number);
        (await core.Get<UndoMergeHandler>().HandleAsync(new(survivor.Merges[0].Id, survivor.Target, "keliru"), Staff.Dewi, Token)).ShouldBeDone();
        (await CrmSupport.WaitingAsync(core)).Count.ShouldBe(2);
    }

    [Theory, DatabaseProviders]
    public async Task One_message_is_enough_while_it_is_on_its_way_and_a_change_meanwhile_is_not_lost(DatabaseKind kind)
    {
        await using var core = await CrmSupport.StartAsync(await databases.Fresh(kind));
        var id = (await CrmSupport.AddAsync(core, 9704))[0];
        await CrmSupport.EditAsync(core, id, "satu@contoh.example");
        await CrmSupport.EditAsync(core, id, "dua@contoh.example");
        (await CrmSupport.WaitingAsync(core)).Count.ShouldBe(1);

        // It is read, and changed before the answer comes.
        var message = await CrmSupport.TakeAsync(core);
        var sent = (await core.Get<CrmDocuments>().ReadAsync(id, Token)).ShouldNotBeNull();
        await CrmSupport.EditAsync(core, id, "tiga@contoh.example");
        (await CrmSupport.WaitingAsync(core)).Count.ShouldBe(1);
        (await core.Get<CrmLinks>().ConfirmAsync(sent, "EXT-1", Token)).ShouldBeFalse();
        var link = await CrmSupport.LinkAsync(core, id);
        (link.State, link.SentVersion).ShouldBe((CrmState.Pending, sent.Version));

        // Confirmed, and changed before the message is finished: the next message carries the change.
        var newer = (await core.Get<CrmDocuments>().ReadAsync(id, Token)).ShouldNotBeNull();
        newer.Content.ShouldContain("tiga@contoh.example");
        (await core.Get<CrmLinks>().ConfirmAsync(newer, "EXT-1", Token)).ShouldBeTrue();
        await CrmSupport.EditAsync(core, id, "empat@contoh.example");
        await core.Get<OutboxQueue>().FinishAsync(message, Token);
        (await CrmSupport.WaitingAsync(core)).ShouldHaveSingleItem().Id.ShouldNotBe(message.Id);
        (await CrmSupport.LinkAsync(core, id)).State.ShouldBe(CrmState.Pending);
    }

    [Theory, DatabaseProviders]
    public async Task What_changes_nothing_in_the_record_or_is_refused_or_happens_without_a_crm_sends_nothing(DatabaseKind kind)
    {
        await using var core = await CrmSupport.StartAsync(await databases.Fresh(kind));
        var id = (await CrmSupport.AddAsync(core, 9705))[0];
        (await core.Get<AddInteractionHandler>().HandleAsync(new(new CustomerTarget(id, null), InteractionKind.Note, "Catatan", []), Staff.Sari, Token)).ShouldBeDone();
        var number = await Database.ReadAsync(core, context => context.Customers.Select(item => item.Number).SingleAsync(Token));
        var file = await RegisterEntries.ReadAsync(core, number);
        (await core.Get<EditCustomerHandler>().HandleAsync(new(new CustomerTarget(id, 99), file.Record!, "uji"), Staff.Dewi, Token)).ShouldBeRefused(RefusalCode.CustomerChanged);
        (await CrmSupport.WaitingAsync(core)).ShouldBeEmpty();

        await using var off = await CoreHost.StartAsync(await databases.Fresh(kind));
        await CrmSupport.EditAsync(off, (await CrmSupport.AddAsync(off, 9706))[0], "x@contoh.example");
        (await CrmSupport.WaitingAsync(off)).ShouldBeEmpty();
        (await Database.ReadAsync(off, context => context.CrmLinks.CountAsync(Token))).ShouldBe(0);
    }

    [Theory, DatabaseProviders]
    public async Task A_message_that_was_set_aside_goes_on_with_the_next_change_and_none_is_left_behind(DatabaseKind kind)
    {
        await using var core = await CrmSupport.StartAsync(await databases.Fresh(kind));
        var id = (await CrmSupport.AddAsync(core, 9707))[0];
        await CrmSupport.EditAsync(core, id, "satu@contoh.example");
        await SetAsideAsync(core, id);
        var given = (await CrmSupport.WaitingAsync(core)).ShouldHaveSingleItem();
        given.SetAsideAt.ShouldNotBeNull();

        await CrmSupport.EditAsync(core, id, "dua@contoh.example");
        var again = (await CrmSupport.WaitingAsync(core)).ShouldHaveSingleItem();
        (again.Id, again.SetAsideAt, again.Attempts).ShouldBe((given.Id, null, 0));

        // Sent by a run meanwhile: what was set aside is finished with it.
        await SetAsideAsync(core, id);
        var document = (await core.Get<CrmDocuments>().ReadAsync(id, Token)).ShouldNotBeNull();
        (await core.Get<CrmLinks>().ConfirmAsync(document, "EXT-1", Token)).ShouldBeTrue();
        (await CrmSupport.WaitingAsync(core)).ShouldBeEmpty();
    }

    private static async Task SetAsideAsync(CoreHost core, Guid id)
    {
        await Database.ReadAsync(core, context => context.OutboxMessages.Where(item => item.SubjectId == id)
            .ExecuteUpdateAsync(change => change.SetProperty(item => item.Attempts, OutboxMessage.MaxAttempts - 1), Token));
        var message = await CrmSupport.TakeAsync(core);
        await core.Get<OutboxQueue>().FailAsync(message, "Http500", Token);
        await core.Get<CrmLinks>().FailAsync(id, CrmReason.ServerError, 500, isLast: true, Token);
    }

    // One message, and the confirmation that ends it.
    private static async Task IsOnItsWayAndArrivesAsync(CoreHost core, Guid id)
    {
        (await CrmSupport.LinkAsync(core, id)).State.ShouldBe(CrmState.Pending);
        var message = (await CrmSupport.WaitingAsync(core)).Where(item => item.SubjectId == id).ShouldHaveSingleItem();
        var document = (await core.Get<CrmDocuments>().ReadAsync(id, Token)).ShouldNotBeNull();
        (await core.Get<CrmLinks>().ConfirmAsync(document, "EXT-1", Token)).ShouldBeTrue();
        await core.Get<OutboxQueue>().FinishAsync(new LeasedMessage(message.Id, null, message.Kind, id, 0, message.NextAttemptAt), Token);
        core.Clock.Advance(TimeSpan.FromSeconds(1));
    }
}
