using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Audit;
using Onboarding.Core.Cases;
using Onboarding.Core.Customers;
using Onboarding.Core.Persistence;
using Onboarding.Core.Results;
using Onboarding.Core.Workflow;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Core.Customers;

/// <summary>A record is not changed under a decision or a hold, and who changes it has a part in the case (four eyes, SOP stage 4).</summary>
public sealed class RecordOfCaseTests(CoreHosts cores) : IClassFixture<CoreHosts>
{
    private static readonly Actor Both = Staff.Person("rangkap", "Rangkap Jabatan", ActorRole.Administration, ActorRole.Supervisor);

    private static int _serial = 9400;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, DatabaseProviders]
    public async Task Who_changes_the_record_before_the_decision_has_a_part_in_the_case_and_who_talks_with_the_customer_has_none(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        var state = await core.Cases.RecordedAsync(Registrations.Person(NextSerial()));

        (await core.Get<AddInteractionHandler>().HandleAsync(
            new(new CustomerTarget((await FileAsync(core, state)).Customer.Id, null), InteractionKind.Call, "Menanyakan jadwal.", []),
            Both with { Roles = new HashSet<ActorRole> { ActorRole.CustomerService } }, Token)).ShouldBeDone();
        (await PartsAsync(core, state, Both)).ShouldBeEmpty();
        (await EditAsync(core, await FileAsync(core, state), Both)).ShouldBeDone();
        (await EditAsync(core, await FileAsync(core, state), Both)).ShouldBeDone();

        (await PartsAsync(core, state, Both)).ShouldBe([Part.Recorded]);
        (await core.Get<AuditVerifier>().VerifyAsync(null, Token)).IsIntact.ShouldBeTrue();
    }

    [Theory, DatabaseProviders]
    public async Task So_has_who_undoes_a_merge_and_nobody_in_a_case_that_is_decided(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        var (decided, open) = (await core.Cases.ActiveAsync(Registrations.Person(NextSerial())), await core.Cases.RecordedAsync(Registrations.Person(NextSerial())));
        (await MergeAsync(core, decided, open)).ShouldBeDone();

        (await UndoAsync(core, await FileAsync(core, decided), Staff.Maya)).ShouldBeDone();

        (await PartsAsync(core, open, Staff.Maya)).ShouldBe([Part.Recorded]);
        (await PartsAsync(core, decided, Staff.Maya)).ShouldBeEmpty();
    }

    [Theory, DatabaseProviders]
    public async Task While_compliance_holds_a_case_or_a_supervisor_decides_its_record_stays_as_it_is(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        var held = await HoldAsync(core, await core.Cases.RecordedAsync(Registrations.Person(NextSerial())));
        (await EditAsync(core, await FileAsync(core, held), Staff.Dewi)).ShouldBeRefused(RefusalCode.CustomerOnHold);

        var waiting = await core.Cases.AwaitingApprovalAsync(Registrations.Person(NextSerial()));
        (await EditAsync(core, await FileAsync(core, waiting), Staff.Dewi)).ShouldBeRefused(RefusalCode.CustomerInApproval);
    }

    [Theory, DatabaseProviders]
    public async Task A_merge_is_not_undone_while_compliance_holds_one_of_the_cases(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        var (stays, goes) = (await core.Cases.ActiveAsync(Registrations.Person(NextSerial())), await core.Cases.RecordedAsync(Registrations.Person(NextSerial())));
        (await MergeAsync(core, stays, goes)).ShouldBeDone();
        await HoldAsync(core, goes);

        (await UndoAsync(core, await FileAsync(core, stays), Staff.Dewi)).ShouldBeRefused(RefusalCode.CustomerOnHold);

        (await FileAsync(core, stays)).Products.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_case_that_ends_while_its_customer_is_merged_ends_at_the_customer_that_stays()
    {
        var core = await cores.FreshAsync(DatabaseKind.PostgreSql);
        var (stays, goes) = (await core.Cases.RecordedAsync(Registrations.Person(NextSerial())), await core.Cases.RecordedAsync(Registrations.Person(NextSerial())));
        var customer = (await FileAsync(core, goes)).Customer.Id;

        // 1. Somebody has the row of the customer. 2. The merge waits for it. 3. The applicant withdraws meanwhile. 4. The row is free.
        Task<Result<CustomerState>> merge;
        Task<Result<CaseState>> withdraw;
        await using (var context = core.Get<OnboardingContextFactory>().CreateDbContext())
        {
            await using var transaction = await context.Database.BeginTransactionAsync(Token);
            await new WriteScope(context).LockCustomerAsync(customer, Token);
            merge = Task.Run(() => MergeAsync(core, stays, goes), Token);
            await WaitersAsync(core, 1);
            withdraw = Task.Run(() => core.Get<WithdrawCaseHandler>().HandleAsync(new(new(goes.CaseId, null), null), Actor.Applicant(goes.CaseId), Token), Token);
            await WaitersAsync(core, 2);
            await transaction.RollbackAsync(Token);
        }

        (await merge).ShouldBeDone();
        (await withdraw).ShouldBeDone();
        var file = await FileAsync(core, stays);
        file.Products.Single(held => held.CaseNumber == goes.Number).Until.ShouldNotBeNull();
        file.Customer.Status.ShouldBe(CustomerStatus.Pending);
    }

    private static int NextSerial() => Interlocked.Increment(ref _serial);

    private static Task<CustomerFile> FileAsync(CoreHost core, CaseState state) => RegisterEntries.OfCaseAsync(core, state.CaseId);

    private static async Task<IReadOnlyList<Part>> PartsAsync(CoreHost core, CaseState state, Actor actor) =>
        [.. (await core.Cases.LoadAsync(state.CaseId)).Participations.Where(part => part.StaffId == actor.Id).Select(part => part.Part)];

    private static Task<Result<CustomerState>> EditAsync(CoreHost core, CustomerFile file, Actor actor) => core.Get<EditCustomerHandler>().HandleAsync(
        new(file.Target, file.Record! with { Data = file.Record!.Data with { Email = $"ubah{NextSerial()}@contoh.example" } }, "koreksi"), actor, Token);

    private static async Task<Result<CustomerState>> MergeAsync(CoreHost core, CaseState stays, CaseState goes) => await core.Get<MergeCustomersHandler>().HandleAsync(
        new((await FileAsync(core, stays)).Target, (await FileAsync(core, goes)).Target, new HashSet<string>(), "orang yang sama"), Staff.Dewi, Token);

    private static Task<Result<CustomerState>> UndoAsync(CoreHost core, CustomerFile file, Actor actor) =>
        core.Get<UndoMergeHandler>().HandleAsync(new(file.Merges.Single().Id, file.Target, "keliru"), actor, Token);

    private static async Task<CaseState> HoldAsync(CoreHost core, CaseState state) =>
        (await core.Get<HoldCaseHandler>().PlaceAsync(new(new(state.CaseId, null), "periksa"), Staff.Ratna, Token)).ShouldBeDone();

    // The server itself says who waits for a lock.
    private static async Task WaitersAsync(CoreHost core, int count)
    {
        await using var context = core.Get<OnboardingContextFactory>().CreateDbContext();
        while (await context.Database.SqlQuery<int>(
            $"""SELECT COUNT(*)::int AS "Value" FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'""").SingleAsync(Token) < count)
        {
            await Task.Yield();
        }
    }
}
