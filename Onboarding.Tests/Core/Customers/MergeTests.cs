using Onboarding.Core.Audit;
using Onboarding.Core.Cases;
using Onboarding.Core.Customers;
using Onboarding.Core.Results;
using Onboarding.Core.Workflow;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Core.Customers;

public sealed class MergeTests(CoreHosts cores) : IClassFixture<CoreHosts>
{
    private static readonly IReadOnlySet<string> Nothing = new HashSet<string>();

    private static int _serial = 9100;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, DatabaseProviders]
    public async Task Products_cases_and_interactions_go_over_and_nothing_is_lost(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        var (stays, goes) = await PairAsync(core);
        await NoteAsync(core, goes);

        (await MergeAsync(core, stays, goes, new HashSet<string> { nameof(ApplicantData.Phone) })).ShouldBeDone();

        var now = await RegisterEntries.ReadAsync(core, stays.Customer.Number);
        now.Products.Select(held => held.CaseNumber).ShouldBe(stays.Products.Concat(goes.Products).Select(held => held.CaseNumber), ignoreOrder: true);
        now.Interactions.Count.ShouldBe(1);
        now.Record!.Data.Phone.ShouldBe(goes.Record!.Data.Phone);
        now.Record.Phones.ShouldBe([stays.Record!.Data.Phone]);
        now.Record.Emails.ShouldBe([goes.Record.Data.Email]);
        now.Merges.ShouldHaveSingleItem().MergedNumber.ShouldBe(goes.Customer.Number);
        var merged = await RegisterEntries.ReadAsync(core, goes.Customer.Number);
        (merged.Customer.Status, merged.SurvivorNumber, merged.Products.Count).ShouldBe((CustomerStatus.Merged, stays.Customer.Number, 0));
        merged.Record!.Data.DisplayName.ShouldBe(goes.Record.Data.DisplayName);
        (await core.Get<AuditVerifier>().VerifyAsync(null, Token)).IsIntact.ShouldBeTrue();
    }

    [Theory, DatabaseProviders]
    public async Task The_one_that_stays_is_found_by_the_words_and_numbers_of_the_other(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        var (stays, goes) = await PairAsync(core);
        (await MergeAsync(core, stays, goes, Nothing)).ShouldBeDone();

        foreach (var typed in new[] { goes.Customer.Number, goes.Customer.Name, ((PersonData)goes.Record!.Data).Nik!, goes.Record.Data.Email, goes.Products[0].CaseNumber, goes.Products[0].ServiceReference! })
        {
            (await RegisterEntries.FindAsync(core, typed)).ShouldBe([stays.Customer.Number], typed);
        }

        // Still so after the next change of the one that stays.
        var now = await RegisterEntries.ReadAsync(core, stays.Customer.Number);
        await EditAsync(core, now, ((PersonData)now.Record!.Data) with { BirthPlace = "BANDUNG" });
        (await RegisterEntries.FindAsync(core, goes.Customer.Name)).ShouldBe([stays.Customer.Number]);
    }

    [Theory, DatabaseProviders]
    public async Task Numbers_of_a_chain_of_merges_lead_to_the_one_that_stays_once(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        var (last, middle) = await PairAsync(core);
        var first = await RegisterEntries.OfCaseAsync(core, (await core.Cases.ActiveAsync(Registrations.Person(NextSerial()))).CaseId);
        (await MergeAsync(core, middle, first, Nothing)).ShouldBeDone();
        (await MergeAsync(core, last, await RegisterEntries.ReadAsync(core, middle.Customer.Number), Nothing)).ShouldBeDone();

        foreach (var file in new[] { first, middle, last })
        {
            (await RegisterEntries.FindAsync(core, file.Customer.Number)).ShouldBe([last.Customer.Number]);
            (await RegisterEntries.FindAsync(core, file.Record!.Data.Phone)).ShouldBe([last.Customer.Number]);
        }
    }

    [Theory, DatabaseProviders]
    public async Task Undone_everything_is_as_before_and_what_was_changed_beside_it_stays(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        var (stays, goes) = await PairAsync(core);
        await NoteAsync(core, goes);
        (await MergeAsync(core, stays, goes, new HashSet<string> { nameof(PersonData.FullName), nameof(ApplicantData.Email) })).ShouldBeDone();
        var merged = await RegisterEntries.ReadAsync(core, stays.Customer.Number);
        await EditAsync(core, merged, ((PersonData)merged.Record!.Data) with { BirthPlace = "BANDUNG" });
        merged = await RegisterEntries.ReadAsync(core, stays.Customer.Number);

        (await UndoAsync(core, merged, Staff.Maya)).ShouldBeDone();

        var first = await RegisterEntries.ReadAsync(core, stays.Customer.Number);
        RecordSheet.Compare(stays.Record!, first.Record!).Select(difference => difference.Path).ShouldBe([nameof(PersonData.BirthPlace)]);
        first.Products.ShouldBe(stays.Products);
        (first.Interactions.Count, first.Merges[0].UndoneAt.HasValue).ShouldBe((0, true));
        var second = await RegisterEntries.ReadAsync(core, goes.Customer.Number);
        RecordSheet.Compare(goes.Record!, second.Record!).ShouldBeEmpty();
        (second.Customer.Status, second.SurvivorNumber, second.Interactions.Count).ShouldBe((CustomerStatus.Active, null, 1));
        second.Products.ShouldBe(goes.Products);
        (await RegisterEntries.FindAsync(core, goes.Customer.Name)).ShouldBe([goes.Customer.Number]);
        (await RegisterEntries.FindAsync(core, stays.Customer.Name)).ShouldBe([stays.Customer.Number]);
        (await UndoAsync(core, first, Staff.Maya, first.Merges[0].Id)).ShouldBeRefused(RefusalCode.MergeUndone);
        (await core.Get<AuditVerifier>().VerifyAsync(null, Token)).IsIntact.ShouldBeTrue();
    }

    [Theory, DatabaseProviders]
    public async Task What_the_merge_set_and_somebody_changed_since_is_named_and_nothing_is_undone(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        var (stays, goes) = await PairAsync(core);
        (await MergeAsync(core, stays, goes, new HashSet<string> { nameof(ApplicantData.Phone) })).ShouldBeDone();
        var merged = await RegisterEntries.ReadAsync(core, stays.Customer.Number);
        await EditAsync(core, merged, ((PersonData)merged.Record!.Data) with { Phone = "+6281200006661" });

        var refused = (await UndoAsync(core, await RegisterEntries.ReadAsync(core, stays.Customer.Number), Staff.Dewi)).Refusal.ShouldBeOfType<NotAllowed>();

        (refused.Code, refused.Arguments.Single()).ShouldBe((RefusalCode.MergeOverwritten, nameof(ApplicantData.Phone)));
        (await RegisterEntries.ReadAsync(core, goes.Customer.Number)).Customer.Status.ShouldBe(CustomerStatus.Merged);
    }

    [Theory, DatabaseProviders]
    public async Task A_merge_of_records_that_were_changed_meanwhile_is_refused_whichever_of_both_it_is(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        var (stays, goes) = await PairAsync(core);
        await EditAsync(core, goes, ((PersonData)goes.Record!.Data) with { BirthPlace = "BOGOR" });
        (await MergeAsync(core, stays, goes, Nothing)).ShouldBeRefused(RefusalCode.CustomerChanged);

        goes = await RegisterEntries.ReadAsync(core, goes.Customer.Number);
        await EditAsync(core, stays, ((PersonData)stays.Record!.Data) with { BirthPlace = "BOGOR" });
        (await MergeAsync(core, stays, goes, Nothing)).ShouldBeRefused(RefusalCode.CustomerChanged);
    }

    [Theory, DatabaseProviders]
    public async Task Two_merges_the_opposite_way_at_once_leave_one_customer(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        var (one, other) = await PairAsync(core);

        var answers = await Task.WhenAll(
            Task.Run(() => MergeAsync(core, one, other, Nothing)), Task.Run(() => MergeAsync(core, other, one, Nothing)));

        answers.Count(answer => answer.IsDone).ShouldBe(1);
        var states = new[] { (await RegisterEntries.ReadAsync(core, one.Customer.Number)).Customer.Status, (await RegisterEntries.ReadAsync(core, other.Customer.Number)).Customer.Status };
        states.Order().ShouldBe([CustomerStatus.Active, CustomerStatus.Merged]);
        (await core.Get<AuditVerifier>().VerifyAsync(null, Token)).IsIntact.ShouldBeTrue();
    }

    [Theory, DatabaseProviders]
    public async Task A_person_and_a_business_ended_held_and_undecided_customers_are_not_merged(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        var (stays, goes) = await PairAsync(core);
        var business = await RegisterEntries.OfCaseAsync(core, (await core.Cases.ActiveAsync(Registrations.Business(NextSerial()))).CaseId);
        (await MergeAsync(core, stays, business, Nothing)).ShouldBeRefused(RefusalCode.MergeKindsDiffer);

        var waiting = await RegisterEntries.OfCaseAsync(core, (await core.Cases.AwaitingApprovalAsync(Registrations.Person(NextSerial()))).CaseId);
        (await MergeAsync(core, stays, waiting, Nothing)).ShouldBeRefused(RefusalCode.CustomerInApproval);
        (await MergeAsync(core, waiting, stays, Nothing)).ShouldBeRefused(RefusalCode.CustomerInApproval);

        var held = await RegisterEntries.OfCaseAsync(core, (await HeldAsync(core)).CaseId);
        (await MergeAsync(core, stays, held, Nothing)).ShouldBeRefused(RefusalCode.CustomerOnHold);

        (await MergeAsync(core, stays, stays, Nothing)).Refusal.ShouldBeOfType<Invalid>();
        (await MergeAsync(core, stays, goes, Nothing)).ShouldBeDone();
        var third = await RegisterEntries.OfCaseAsync(core, (await core.Cases.ActiveAsync(Registrations.Person(NextSerial()))).CaseId);
        (await MergeAsync(core, third, await RegisterEntries.ReadAsync(core, goes.Customer.Number), Nothing)).ShouldBeRefused(RefusalCode.MergeNotOpen);
    }

    [Theory, DatabaseProviders]
    public async Task The_preview_shows_what_a_merge_then_does(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        var (stays, goes) = await PairAsync(core);

        var preview = (await core.Get<MergePreviewReader>().ReadAsync(stays.Customer.Number, goes.Customer.Number.ToLowerInvariant(), Staff.Dewi, Token)).ShouldBeDone();

        preview.Blocked.ShouldBeNull();
        (preview.Merged.Products, preview.Merged.Number).ShouldBe((1, goes.Customer.Number));
        preview.Fields.Single(field => field.Path == nameof(PersonData.Nik)).Differs.ShouldBeTrue();
        preview.Fields.Single(field => field.Path == nameof(PersonData.BirthPlace)).Differs.ShouldBeFalse();
        (await core.Get<MergePreviewReader>().ReadAsync(stays.Customer.Number, goes.Customer.Number, Staff.Maya, Token)).ShouldBeRefused(RefusalCode.RoleNotAllowed);
    }

    private static int NextSerial() => Interlocked.Increment(ref _serial);

    private static async Task<(CustomerFile Stays, CustomerFile Goes)> PairAsync(CoreHost core) => (
        await RegisterEntries.OfCaseAsync(core, (await core.Cases.ActiveAsync(Registrations.Person(NextSerial()))).CaseId),
        await RegisterEntries.OfCaseAsync(core, (await core.Cases.ActiveAsync(Registrations.Person(NextSerial()))).CaseId));

    private static async Task<CaseState> HeldAsync(CoreHost core)
    {
        var state = await core.Cases.RecordedAsync(Registrations.Person(NextSerial()));
        return (await core.Get<HoldCaseHandler>().PlaceAsync(new(CasesAt.Target(state), "periksa"), Staff.Ratna, Token)).ShouldBeDone();
    }

    private static async Task NoteAsync(CoreHost core, CustomerFile file) => (await core.Get<AddInteractionHandler>().HandleAsync(
        new(new CustomerTarget(file.Customer.Id, null), InteractionKind.Note, "Catatan", []), Staff.Sari, Token)).ShouldBeDone();

    private static async Task EditAsync(CoreHost core, CustomerFile file, ApplicantData data) => (await core.Get<EditCustomerHandler>().HandleAsync(
        new(file.Target, file.Record! with { Data = data }, "koreksi"), Staff.Dewi, Token)).ShouldBeDone();

    private static Task<Result<CustomerState>> MergeAsync(CoreHost core, CustomerFile stays, CustomerFile goes, IReadOnlySet<string> fromMerged) =>
        core.Get<MergeCustomersHandler>().HandleAsync(new(stays.Target, goes.Target, fromMerged, "orang yang sama"), Staff.Dewi, Token);

    private static Task<Result<CustomerState>> UndoAsync(CoreHost core, CustomerFile file, Actor actor, Guid? mergeId = null) =>
        core.Get<UndoMergeHandler>().HandleAsync(new(mergeId ?? file.Merges.First(merge => merge.UndoneAt is null).Id, file.Target, "keliru"), actor, Token);
}
