using Onboarding.Core.Audit;
using Onboarding.Core.Cases;
using Onboarding.Core.Customers;
using Onboarding.Core.Results;
using Onboarding.Core.Workflow;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Core.Customers;

public sealed class EditCustomerTests(CoreHosts cores) : IClassFixture<CoreHosts>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, DatabaseProviders]
    public async Task A_change_is_kept_in_the_standard_format_with_what_was_before(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        var file = await ActiveAsync(core, 7201);
        var edited = file.Record! with
        {
            Data = ((PersonData)file.Record!.Data) with { FullName = "Ir. rina  melati", Phone = "0812 0000 9972" },
            Parties = [new CustomerParty { Role = PartyRole.ContactPerson, Name = "joko susilo", Phone = "0812-0000-9973" }],
        };

        (await EditAsync(core, file, edited)).ShouldBeDone();

        var now = await RegisterEntries.ReadAsync(core, file.Customer.Number);
        now.Customer.Name.ShouldBe("Ir. RINA MELATI");
        (now.Record!.Data.Phone, now.Record.Parties[0].Name, now.Record.Parties[0].Phone).ShouldBe(("+6281200009972", "JOKO SUSILO", "+6281200009973"));
        var change = now.Changes[0];
        (change.Event.Action, change.Event.Reason, change.Event.ActorId).ShouldBe(("Customer.Edit", "koreksi", Staff.Dewi.Id));
        change.Differences.ShouldContain(new RecordDifference(nameof(ApplicantData.Phone), file.Record.Data.Phone, "+6281200009972"));
        change.Differences.ShouldContain(difference => difference.Path == "Parties.0.Name" && difference.Before.Length == 0);
    }

    [Theory, DatabaseProviders]
    public async Task Who_saw_an_older_version_is_refused_and_nothing_is_overwritten(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        var file = await ActiveAsync(core, 7202);
        (await EditAsync(core, file, WithEmail(file, "pertama@contoh.example"))).ShouldBeDone();

        (await EditAsync(core, file, WithEmail(file, "kedua@contoh.example"))).ShouldBeRefused(RefusalCode.CustomerChanged);

        (await RegisterEntries.ReadAsync(core, file.Customer.Number)).Record!.Data.Email.ShouldBe("pertama@contoh.example");
    }

    [Theory, DatabaseProviders]
    public async Task Of_two_who_save_at_once_one_wins_and_the_trail_holds_one_change(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        var file = await ActiveAsync(core, 7203);

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(index => Task.Run(() => EditAsync(core, file, WithEmail(file, $"serentak{index}@contoh.example")))));

        answers.Count(answer => answer.IsDone).ShouldBe(1);
        answers.Where(answer => !answer.IsDone).ShouldAllBe(answer => answer.Refusal is Conflict);
        (await RegisterEntries.ReadAsync(core, file.Customer.Number)).Changes.Count(change => change.Event.Action == "Customer.Edit").ShouldBe(1);
        (await core.Get<AuditVerifier>().VerifyAsync(null, Token)).IsIntact.ShouldBeTrue();
    }

    [Theory, DatabaseProviders]
    public async Task An_interaction_is_in_nobodys_way_who_edits(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        var file = await ActiveAsync(core, 7204);

        (await core.Get<AddInteractionHandler>().HandleAsync(
            new(new CustomerTarget(file.Customer.Id, null), InteractionKind.Call, "Menanyakan tagihan.", [new("rudi", "Rudi Hartono"), new("rudi", "Rudi Hartono")]), Staff.Sari, Token)).ShouldBeDone();
        (await EditAsync(core, file, WithEmail(file, "baru7204@contoh.example"))).ShouldBeDone();

        var line = (await RegisterEntries.ReadAsync(core, file.Customer.Number)).Interactions.ShouldHaveSingleItem();
        (line.Kind, line.Text, line.ByName).ShouldBe((InteractionKind.Call, "Menanyakan tagihan.", Staff.Sari.Name));
        line.Mentions.ShouldBe(["Rudi Hartono"]);
        (await core.Get<AuditVerifier>().VerifyAsync(null, Token)).IsIntact.ShouldBeTrue();
    }

    [Theory, DatabaseProviders]
    public async Task A_mention_reaches_the_person_it_is_for_and_nobody_else(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);
        var file = await ActiveAsync(core, 7206);
        await NoteAsync("Pertama", Staff.Maya);
        core.Clock.Advance(TimeSpan.FromDays(10));
        await NoteAsync("Kedua", Staff.Maya, Staff.Hendra);

        var lines = await ReadAsync(Staff.Maya);
        lines.Select(line => (line.CustomerNumber, line.Text, line.ByName)).ShouldBe([(file.Customer.Number, "Kedua", Staff.Sari.Name), (file.Customer.Number, "Pertama", Staff.Sari.Name)]);
        (await ReadAsync(Staff.Hendra)).Select(line => line.Text).ShouldBe(["Kedua"]);
        (await ReadAsync(Staff.Dewi)).ShouldBeEmpty();
        (await ReadAsync(Staff.Maya with { Roles = new HashSet<ActorRole> { ActorRole.InformationTechnology } })).ShouldBeEmpty();

        core.Clock.Advance(TimeSpan.FromDays(5));
        (await ReadAsync(Staff.Maya)).Select(line => line.Text).ShouldBe(["Kedua"]);

        Task<IReadOnlyList<MentionLine>> ReadAsync(Actor actor) => core.Get<MentionReader>().ReadAsync(actor, Token);

        async Task NoteAsync(string text, params Actor[] named) => (await core.Get<AddInteractionHandler>().HandleAsync(
            new(new CustomerTarget(file.Customer.Id, null), InteractionKind.Note, text, [.. named.Select(person => new MentionedStaff(person.Id, person.Name))]), Staff.Sari, Token)).ShouldBeDone();
    }

    [Theory, DatabaseProviders]
    public async Task What_the_rules_do_not_take_is_named_field_by_field_and_nothing_is_saved(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        var file = await ActiveAsync(core, 7205);
        var broken = file.Record! with
        {
            Data = ((PersonData)file.Record!.Data) with { Nik = "123" },
            Emails = ["tanpa-at"],
            Parties = [new CustomerParty { Role = PartyRole.BeneficialOwner, Name = "" }],
        };

        var refused = (await core.Get<EditCustomerHandler>().HandleAsync(new(file.Target, broken, " "), Staff.Dewi, Token)).Refusal.ShouldBeOfType<Invalid>();

        refused.Errors.Select(error => error.Field).Distinct().ShouldBe([nameof(PersonData.Nik), "Emails.0.Email", "Parties.0.Name", nameof(EditCustomer.Reason)]);
        (await RegisterEntries.ReadAsync(core, file.Customer.Number)).Customer.Version.ShouldBe(file.Customer.Version);
    }

    [Theory, DatabaseProviders]
    public async Task Saving_without_a_change_leaves_no_trace(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        var file = await ActiveAsync(core, 7206);

        (await EditAsync(core, file, file.Record!)).ShouldBeDone().Version.ShouldBe(file.Customer.Version);
    }

    [Theory, DatabaseProviders]
    public async Task Identity_numbers_are_covered_for_who_may_not_see_them(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        var file = await ActiveAsync(core, 7207);
        var nik = ((PersonData)file.Record!.Data).Nik!;
        (await EditAsync(core, file, file.Record with { Data = ((PersonData)file.Record.Data) with { Nik = nik[..12] + "9999" } })).ShouldBeDone();

        foreach (var actor in new[] { Staff.Sari, Staff.Maya })
        {
            var seen = (await core.Get<CustomerFiles>().ReadAsync(file.Customer.Number, actor, Token)).ShouldBeDone();
            var maySee = actor == Staff.Maya;
            seen.Values.Single(value => value.Path == nameof(PersonData.Nik)).Text.ShouldBe(maySee ? nik[..12] + "9999" : "****9999");
            seen.Changes[0].Differences.Single(difference => difference.Path == nameof(PersonData.Nik)).Before.ShouldBe(maySee ? nik : $"****{nik[^4..]}");
            seen.Record.ShouldBeNull();
        }
    }

    [Theory, DatabaseProviders]
    public async Task Nobody_outside_the_four_teams_learns_that_a_customer_exists(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        var file = await ActiveAsync(core, 7208);

        foreach (var actor in new[] { Staff.Rudi, Staff.Yusuf, Actor.Nobody, Actor.System("x"), Actor.Applicant(file.Customer.CaseId) })
        {
            (await core.Get<CustomerFiles>().ReadAsync(file.Customer.Number, actor, Token)).ShouldBeRefused(RefusalCode.CustomerNotFound);
            (await core.Get<CustomerReader>().ReadAsync(new CustomerFilter(), null, 10, actor, Token)).ShouldBeRefused(RefusalCode.RoleNotAllowed);
            (await core.Get<CustomerReader>().FindAsync([file.Customer.Id], actor, Token)).ShouldBeEmpty();
            (await core.Get<CustomerFiles>().OlderAsync(file.Customer.Id, file.Customer.Id, actor, Token)).ShouldBeEmpty();
            (await core.Get<CustomerFiles>().NumberOfCaseAsync(file.Customer.CaseId, actor, Token)).ShouldBeNull();
        }
    }

    private static async Task<CustomerFile> ActiveAsync(CoreHost core, int serial) =>
        await RegisterEntries.OfCaseAsync(core, (await core.Cases.ActiveAsync(Registrations.Person(serial))).CaseId);

    private static CustomerRecord WithEmail(CustomerFile file, string email) =>
        file.Record! with { Data = ((PersonData)file.Record!.Data) with { Email = email } };

    private static Task<Result<CustomerState>> EditAsync(CoreHost core, CustomerFile file, CustomerRecord record) =>
        core.Get<EditCustomerHandler>().HandleAsync(new(file.Target, record, "koreksi"), Staff.Dewi, Token);
}
