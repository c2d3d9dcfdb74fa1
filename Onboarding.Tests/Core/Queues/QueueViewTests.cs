using Onboarding.Core.Queues;
using Onboarding.Core.Queues.Views;
using Onboarding.Core.Results;
using Onboarding.Core.Workflow;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Core.Queues;

/// <summary>Saved views: one's own, and those of the teams one is in.</summary>
public sealed class QueueViewTests(CoreHosts cores) : IClassFixture<CoreHosts>
{
    private const string Page = "customer-service";

    private static readonly QueueDefinition Late = new() { Filter = new QueueFilter { Due = DueTime.Late }, Sort = QueueSort.Longest };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, DatabaseProviders]
    public async Task A_private_view_is_seen_opened_changed_and_deleted_by_nobody_else(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);
        var id = (await SaveAsync(core, Staff.Sari, "Terlambat")).ShouldBeDone();

        var own = (await ListAsync(core, Staff.Sari)).ShouldHaveSingleItem();
        own.Read.Definition.Filter.ShouldBe(Late.Filter);
        own.IsMine.ShouldBeTrue();
        foreach (var other in new[] { Staff.Bayu, Staff.Maya, Staff.Ratna, Staff.Yusuf, Actor.Nobody, Actor.Applicant(Guid.Empty) })
        {
            (await ListAsync(core, other)).ShouldBeEmpty(other.Name);
            (await core.Get<QueueViewReader>().FindAsync(id, other, Token)).ShouldBeRefused(RefusalCode.QueueViewNotFound);
            (await core.Get<DeleteQueueViewHandler>().HandleAsync(id, other, Token)).ShouldBeRefused(RefusalCode.QueueViewNotFound);
        }

        (await SaveAsync(core, Staff.Bayu, "Milik Sari", id: id)).ShouldBeRefused(RefusalCode.QueueViewNotFound);
        (await core.Get<DeleteQueueViewHandler>().HandleAsync(id, Staff.Sari, Token)).ShouldBeDone();
        (await ListAsync(core, Staff.Sari)).ShouldBeEmpty();
    }

    [Theory, DatabaseProviders]
    public async Task A_shared_view_is_seen_by_its_teams_and_deleted_by_its_owner_or_a_supervisor(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);
        var first = (await SaveAsync(core, Staff.Sari, "Satu", ActorRole.CustomerService)).ShouldBeDone();
        var second = (await SaveAsync(core, Staff.Maya, "Dua", ActorRole.CustomerService, ActorRole.Administration)).ShouldBeDone();

        (await ListAsync(core, Staff.Bayu)).Select(view => (view.Name, view.IsMine, view.OwnerName)).ShouldBe([("Dua", false, Staff.Maya.Name), ("Satu", false, Staff.Sari.Name)]);
        (await ListAsync(core, Staff.Dewi)).Select(view => view.Name).ShouldBe(["Dua"]);
        (await ListAsync(core, Staff.Rudi)).ShouldBeEmpty();
        (await core.Get<QueueViewReader>().FindAsync(first, Staff.Dewi, Token)).ShouldBeRefused(RefusalCode.QueueViewNotFound);
        (await core.Get<QueueViewReader>().FindAsync(first, Staff.Bayu, Token)).ShouldBeDone().Name.ShouldBe("Satu");

        (await core.Get<DeleteQueueViewHandler>().HandleAsync(second, Staff.Bayu, Token)).ShouldBeRefused(RefusalCode.RoleNotAllowed);
        (await core.Get<DeleteQueueViewHandler>().HandleAsync(first, Staff.Hendra, Token)).ShouldBeDone();
        (await ListAsync(core, Staff.Bayu)).Select(view => view.Name).ShouldBe(["Dua"]);
    }

    [Theory, DatabaseProviders]
    public async Task Views_of_other_teams_push_nobodys_out_of_the_list_however_many_there_are(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);
        for (var number = 0; number <= QueueViewReader.MostShared; number++)
        {
            var owner = Staff.Person($"supervisor{number / QueueView.MostOfOne}", "Supervisor", ActorRole.Supervisor);
            (await SaveAsync(core, owner, $"A {number}", ActorRole.Administration, ActorRole.InformationTechnology)).ShouldBeDone();
        }

        (await SaveAsync(core, Staff.Maya, "Terakhir", ActorRole.CustomerService)).ShouldBeDone();

        (await ListAsync(core, Staff.Bayu)).Select(view => view.Name).ShouldBe(["Terakhir"]);
        (await ListAsync(core, Staff.Rudi)).Count.ShouldBe(QueueViewReader.MostShared, "of one's own teams no more than that");
        (await ListAsync(core, Staff.Person("both", "Both", ActorRole.CustomerService, ActorRole.Supervisor))).Select(view => view.Name).ShouldBe(["Terakhir"]);
    }

    [Theory, DatabaseProviders]
    public async Task Nobody_shares_with_a_team_of_others_but_a_supervisor(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);

        (await SaveAsync(core, Staff.Sari, "Untuk IT", ActorRole.InformationTechnology)).ShouldBeRefused(RefusalCode.RoleNotAllowed);
        (await SaveAsync(core, Staff.Maya, "Untuk pelanggan", ActorRole.Applicant)).ShouldBeRefused(RefusalCode.RoleNotAllowed);
        (await SaveAsync(core, Staff.Yusuf, "Tanpa antrean")).ShouldBeRefused(RefusalCode.RoleNotAllowed);
        (await SaveAsync(core, Actor.Applicant(Guid.Empty), "Dari luar")).ShouldBeRefused(RefusalCode.RoleNotAllowed);
        (await SaveAsync(core, Staff.Maya, "Untuk IT", ActorRole.InformationTechnology)).ShouldBeDone();
    }

    [Theory, DatabaseProviders]
    public async Task A_name_is_required_short_and_used_once_and_a_view_can_be_replaced(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        var id = (await SaveAsync(core, Staff.Agus, "  Dua   kata ")).ShouldBeDone();

        (await SaveAsync(core, Staff.Agus, " \u202E ")).ShouldBeInvalid(nameof(SaveQueueView.Name), InputProblem.Required);
        (await SaveAsync(core, Staff.Agus, new string('x', QueueView.MaxNameLength + 1))).ShouldBeInvalid(nameof(SaveQueueView.Name), InputProblem.TooLong);
        (await SaveAsync(core, Staff.Agus, "Dua kata")).ShouldBeInvalid(nameof(SaveQueueView.Name), InputProblem.AlreadyThere);
        (await SaveAsync(core, Staff.Dewi, "Dua kata")).ShouldBeDone();

        (await SaveAsync(core, Staff.Agus, "Baru", id: id)).ShouldBeDone().ShouldBe(id);
        (await ListAsync(core, Staff.Agus)).Where(view => view.IsMine).Select(view => view.Name).ShouldBe(["Baru"]);
    }

    [Theory, DatabaseProviders]
    public async Task Each_person_keeps_their_own_columns_of_each_page_and_gets_the_usual_ones_back(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);
        var columns = core.Get<QueueColumnsHandler>();
        (await columns.ReadAsync(Page, Staff.Sari, Token)).ShouldBeNull();

        (await columns.SaveAsync(Page, [QueueColumn.Region, QueueColumn.Due, QueueColumn.Due, (QueueColumn)99], Staff.Sari, Token)).ShouldBeDone();
        (await columns.SaveAsync(Page, [], Staff.Bayu, Token)).ShouldBeDone();
        (await columns.SaveAsync(Page, [QueueColumn.Due, QueueColumn.Product], Staff.Sari, Token)).ShouldBeDone();

        (await columns.ReadAsync(Page, Staff.Sari, Token)).ShouldBe([QueueColumn.Due, QueueColumn.Product]);
        (await columns.ReadAsync(Page, Staff.Bayu, Token)).ShouldNotBeNull().ShouldBeEmpty();
        (await columns.ReadAsync("mine", Staff.Sari, Token)).ShouldBeNull();
        (await ListAsync(core, Staff.Sari)).ShouldBeEmpty("it is no view that is offered");
        var id = await Database.ReadAsync(core, context => Task.FromResult(context.QueueViews.First(view => view.OwnerId == Staff.Sari.Id).Id));
        (await core.Get<QueueViewReader>().FindAsync(id, Staff.Sari, Token)).ShouldBeRefused(RefusalCode.QueueViewNotFound);
        (await SaveAsync(core, Staff.Sari, "Lain", id: id)).ShouldBeRefused(RefusalCode.QueueViewNotFound);
        (await core.Get<DeleteQueueViewHandler>().HandleAsync(id, Staff.Sari, Token)).ShouldBeRefused(RefusalCode.QueueViewNotFound);

        (await columns.SaveAsync(Page, QueueDefinition.UsualColumns, Staff.Sari, Token)).ShouldBeDone();
        (await columns.SaveAsync(Page, QueueDefinition.UsualColumns, Staff.Sari, Token)).ShouldBeDone();
        (await columns.ReadAsync(Page, Staff.Sari, Token)).ShouldBeNull();
        (await columns.SaveAsync(Page, [QueueColumn.Due], Staff.Yusuf, Token)).ShouldBeRefused(RefusalCode.RoleNotAllowed);
        (await columns.SaveAsync(new string('x', QueueView.MaxPageLength + 1), [QueueColumn.Due], Staff.Sari, Token)).ShouldBeRefused(RefusalCode.InvalidInput);
    }

    [Theory, DatabaseProviders]
    public async Task Nobody_keeps_more_views_than_can_be_overlooked(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        for (var number = 0; number < QueueView.MostOfOne; number++)
        {
            (await SaveAsync(core, Staff.Rudi, $"Tampilan {number}")).ShouldBeDone();
        }

        (await SaveAsync(core, Staff.Rudi, "Satu lagi")).ShouldBeRefused(RefusalCode.TooManyQueueViews);
    }

    [Theory, DatabaseProviders]
    public async Task A_saved_view_with_a_field_that_no_longer_exists_opens_without_it_and_says_so(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);
        var id = (await SaveAsync(core, Staff.Sari, "Lama")).ShouldBeDone();
        await Database.ExecuteAsync(core, $"""UPDATE "QueueViews" SET "Definition" = 'due=Late&mood=happy&flag=Gone'""");

        var read = (await core.Get<QueueViewReader>().FindAsync(id, Staff.Sari, Token)).ShouldBeDone().Read;

        read.Ignored.ShouldBe(["mood", "flag"]);
        read.Definition.Filter.ShouldBe(new QueueFilter { Due = DueTime.Late });
    }

    private static Task<Result<Guid>> SaveAsync(CoreHost core, Actor actor, string name, params ActorRole[] teams) => SaveAsync(core, actor, name, null, teams);

    private static Task<Result<Guid>> SaveAsync(CoreHost core, Actor actor, string name, Guid? id, params ActorRole[] teams) =>
        core.Get<SaveQueueViewHandler>().HandleAsync(new SaveQueueView(id, Page, name, Late, teams), actor, Token);

    private static Task<IReadOnlyList<QueueViewRow>> ListAsync(CoreHost core, Actor actor) => core.Get<QueueViewReader>().ListAsync(Page, actor, Token);
}
