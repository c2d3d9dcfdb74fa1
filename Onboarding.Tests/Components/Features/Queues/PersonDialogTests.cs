using Bunit;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.DependencyInjection;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Features.Queues;
using Onboarding.Portal.Features.Queues.Work;
using Onboarding.Portal.Hosting;
using Onboarding.Portal.Security;
using Onboarding.Portal.Security.Identity;
using Onboarding.Tests.Support;
using Radzen;

namespace Onboarding.Tests.Components.Features.Queues;

/// <summary>To whom work is given: those alone who may sign in and have the role, one task, a selection, or a colleague's whole load.</summary>
public sealed class PersonDialogTests(TestDatabases databases) : IClassFixture<TestDatabases>, IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly BunitContext _context = new();
    private CoreHost _core = default!;
    private StaffStore _accounts = default!;
    private Actor _sari = default!;
    private Actor _bayu = default!;
    private Actor _dewi = default!;

    private static CancellationToken Token => Xunit.TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        TestDatabase database = await databases.Fresh(DatabaseKind.Sqlite);
        _core = await CoreHost.StartAsync(database);
        _accounts = await StaffStore.CreateAsync(database, isDemo: true);
        _sari = await AddAsync("sari", ActorRole.CustomerService);
        _bayu = await AddAsync("bayu", ActorRole.CustomerService, ActorRole.Administration);
        _dewi = await AddAsync("dewi", ActorRole.Administration);
        Actor left = await AddAsync("pergi", ActorRole.CustomerService);
        (await _accounts.Directory.SetDisabledAsync("somebody", left.Id, disabled: true)).ShouldBeNull();
        _context.JSInterop.Mode = JSRuntimeMode.Loose;
        _context.Services
            .AddSingleton<TimeProvider>(_core.Clock)
            .AddSingleton<AuthenticationStateProvider>(new SignedInAs(Staff.Maya))
            .AddScoped<CurrentActor>()
            .AddScoped(_ => _accounts.Directory)
            .AddQueueWork(_core)
            .AddRadzenComponents();
    }

    public async ValueTask DisposeAsync()
    {
        await _context.DisposeAsync();
        await _accounts.DisposeAsync();
        await _core.DisposeAsync();
    }

    [Fact]
    public async Task Work_can_be_given_to_those_who_work_here_in_that_role_and_not_to_who_has_it()
    {
        DialogService dialogs = _context.Services.GetRequiredService<DialogService>();
        Task<Actor?> answer = PersonDialog.AskAsync(dialogs, "", WorkQueue.Intake, _sari.Id);
        var dialog = Open([ActorRole.CustomerService], _sari.Id);

        // The portal's own demo accounts, and who has left, are no choice outside of the demo.
        dialog.FindAll("button.person").Select(button => button.QuerySelector("span")!.TextContent).ShouldBe([_bayu.Name, _sari.Name], ignoreOrder: true);
        dialog.FindAll("button.person[disabled]").ShouldHaveSingleItem().TextContent.ShouldContain(QueueText.AssignCurrent);

        dialog.Find("button.person:not([disabled])").Click();

        (await answer).ShouldNotBeNull().Id.ShouldBe(_bayu.Id);
    }

    [Fact]
    public void Who_is_offered_for_a_selection_of_several_teams_stands_with_the_team()
    {
        var dialog = Open([ActorRole.CustomerService, ActorRole.Administration], holderId: null);

        dialog.FindAll("button.person").Count.ShouldBe(3);
        dialog.FindAll("button.person").Single(button => button.TextContent.Contains(_dewi.Name, StringComparison.Ordinal)).TextContent
            .ShouldContain(Portal.Features.DomainTexts.Of(ActorRole.Administration));
    }

    [Fact]
    public void Where_nobody_has_the_role_that_is_said() =>
        Open([ActorRole.InformationTechnology], holderId: null).Markup.ShouldContain(WorkText.NobodyThere);

    [Fact]
    public async Task A_whole_load_goes_to_the_team_unless_the_supervisor_says_otherwise()
    {
        await _core.Cases.ClaimAsync(await _core.Cases.ReceivedAsync(), _sari);
        await _core.Cases.ClaimAsync(await _core.Cases.ReceivedAsync(), _sari);
        DialogService dialogs = _context.Services.GetRequiredService<DialogService>();
        Task<dynamic?> answer = dialogs.OpenAsync<ReassignLoadDialog>("");
        var dialog = _context.Render<ReassignLoadDialog>();
        dialog.WaitForElement("input[type=radio]", Patience);
        dialog.Find("[data-agree]").HasAttribute("disabled").ShouldBeTrue("nobody was chosen yet");

        dialog.Find("input[type=radio]").Change(true);

        // Of the same team, without the colleague who is away and without Administrasi, who work another queue.
        dialog.FindAll("input[type=checkbox]").Count.ShouldBe(1);
        dialog.Find("input[type=checkbox]").HasAttribute("checked").ShouldBeTrue();
        dialog.Find("[data-agree]").TextContent.ShouldContain(WorkText.ReassignCount.With(2));
        dialog.Find("input[type=checkbox]").Change(false);
        dialog.Find("[data-agree]").TextContent.ShouldContain(WorkText.ReturnCount.With(2), customMessage: "to nobody is back to the queue");
        dialog.Find("input[type=checkbox]").Change(true);
        dialog.Find("[data-agree]").Click();

        var given = ((object?)await answer).ShouldBeOfType<ReassignAnswer>();
        (given.Count, given.Command.FromId).ShouldBe((2, _sari.Id));
        given.Command.To.Select(person => person.Id).ShouldBe([_bayu.Id]);
    }

    [Fact]
    public async Task Work_goes_back_to_who_still_works_here()
    {
        Actor left = await AddAsync("berhenti", ActorRole.CustomerService);
        (await _accounts.Directory.SetDisabledAsync("somebody", left.Id, disabled: true)).ShouldBeNull();

        var people = await _context.Services.GetRequiredService<StaffChoices>().ByIdAsync([_sari.Id, left.Id, "nobody"], Token);

        people.Keys.ShouldBe([_sari.Id]);
        people[_sari.Id].Roles.ShouldBe([ActorRole.CustomerService]);
    }

    private IRenderedComponent<PersonDialog> Open(ActorRole[] roles, string? holderId)
    {
        var dialog = _context.Render<PersonDialog>(parameters => parameters
            .Add(one => one.Roles, roles).Add(one => one.Lead, "Pilih").Add(one => one.HolderId, holderId));
        dialog.WaitForState(() => dialog.FindAll(".loading").Count == 0, Patience);
        return dialog;
    }

    private async Task<Actor> AddAsync(string userName, params ActorRole[] roles)
    {
        StaffRow row = await _accounts.AddAsync(userName, roles);
        return Staff.Person(row.Id, row.DisplayName, roles);
    }
}
