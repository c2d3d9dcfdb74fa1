using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Onboarding.Core.Cases;
using Onboarding.Core.Catalog;
using Onboarding.Core.Queues;
using Onboarding.Core.Queues.Views;
using Onboarding.Core.Results;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Features;
using Onboarding.Portal.Features.Queues;
using Onboarding.Portal.Hosting;
using Onboarding.Portal.Live;
using Onboarding.Portal.Security;
using Onboarding.Tests.Support;
using Radzen;

namespace Onboarding.Tests.Components.Features.Queues;

/// <summary>The view of a queue page: what the address asks for, what is chosen on the page, and what is saved.</summary>
public sealed class QueuePageViewTests(TestDatabases databases) : IClassFixture<TestDatabases>, IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly BunitContext _context = new();
    private readonly ChangeFeed _feed = new(NullLogger<ChangeFeed>.Instance);
    private CoreHost _core = default!;
    private StaffStore _staff = default!;

    private static CancellationToken Token => Xunit.TestContext.Current.CancellationToken;

    private NavigationManager Navigation => _context.Services.GetRequiredService<NavigationManager>();

    public async ValueTask InitializeAsync()
    {
        var database = await databases.Fresh(DatabaseKind.Sqlite);
        _core = await CoreHost.StartAsync(database);
        _staff = await StaffStore.CreateAsync(database);
        _context.JSInterop.Mode = JSRuntimeMode.Loose;
        _context.JSInterop.SetupModule(_ => true);
        _context.Services
            .AddSingleton(_feed)
            .AddSingleton<TimeProvider>(_core.Clock)
            .AddSingleton(_core.Get<QueueReader>())
            .AddSingleton(_core.Get<WorkItemHandler>())
            .AddSingleton(_core.Get<ProductReader>())
            .AddSingleton(_core.Get<QueueViewReader>())
            .AddSingleton(_core.Get<SaveQueueViewHandler>())
            .AddSingleton(_core.Get<DeleteQueueViewHandler>())
            .AddSingleton(_core.Get<Onboarding.Core.Sla.SlaPolicyProvider>())
            .AddSingleton(Onboarding.Core.Sla.WorkingHours.Default)
            .AddScoped<DisplayTime>()
            .AddScoped<PageClock>()
            .AddScoped<CurrentActor>()
            .AddScoped<QueueMemory>()
            .AddSingleton(_staff.Directory)
            .AddQueueWork(_core)
            .AddRadzenComponents()
            .AddPresence();
    }

    public async ValueTask DisposeAsync()
    {
        await _context.DisposeAsync();
        await _staff.DisposeAsync();
        await _core.DisposeAsync();
    }

    [Fact]
    public async Task The_address_holds_the_view_that_is_chosen_and_opens_as_it_was_sent()
    {
        var person = await _core.Cases.ReceivedAsync(Registrations.Person(1));
        _core.Clock.Advance(TimeSpan.FromMinutes(1));
        var business = await _core.Cases.ReceivedAsync(Registrations.Business(2));
        var page = await OpenAsync(Staff.Sari, "/queues/customer-service");
        Numbers(page).ShouldBe([person.Number, business.Number]);

        await page.Find("[data-toggle-filters]").ClickAsync(new());
        await page.Find("[data-filter=kind]").ChangeAsync(new() { Value = nameof(CustomerKind.Business) });
        await page.WaitForAssertionAsync(() => Numbers(page).ShouldBe([business.Number]), Patience);
        new Uri(Navigation.Uri).PathAndQuery.ShouldBe("/queues/customer-service?kind=Business");
        page.Find("[data-chip=kind]").TextContent.ShouldContain(DomainTexts.Of(CustomerKind.Business));

        page.Markup.ShouldContain(QueueText.Lead.With(DomainTexts.Of(QueueSort.Urgency)));
        await page.Find("[data-sort]").ChangeAsync(new() { Value = nameof(QueueSort.Newest) });
        await page.WaitForAssertionAsync(() => page.Markup.ShouldContain(QueueText.Lead.With(DomainTexts.Of(QueueSort.Newest))), Patience);
        new Uri(Navigation.Uri).PathAndQuery.ShouldBe("/queues/customer-service?kind=Business&sort=Newest");

        Navigation.NavigateTo("/queues/customer-service?kind=Person&columns=Due,Product");
        await page.WaitForAssertionAsync(() => Numbers(page).ShouldBe([person.Number]), Patience);
        page.FindAll(".state").ShouldBeEmpty();
        page.FindAll(".due").Count.ShouldBe(1);
        page.FindAll(".fact").Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_name_that_is_searched_for_is_in_no_address_and_a_number_is()
    {
        var one = await _core.Cases.ReceivedAsync(Registrations.Person(1) with { FullName = "Siti Aminah" });
        var other = await _core.Cases.ReceivedAsync(Registrations.Person(2) with { FullName = "Joko Susilo" });
        var page = await OpenAsync(Staff.Sari, "/queues/customer-service");

        await SearchAsync(page, "amin");
        await page.WaitForAssertionAsync(() => Numbers(page).ShouldBe([one.Number]), Patience);
        Navigation.Uri.ShouldNotContain("amin");
        await SearchAsync(page, other.Number);
        await page.WaitForAssertionAsync(() => Numbers(page).ShouldBe([other.Number]), Patience);
        new Uri(Navigation.Uri).Query.ShouldBe($"?q={other.Number}");
        await SearchAsync(page, "%");
        await page.WaitForAssertionAsync(() => page.Markup.ShouldContain(QueueText.NothingFoundTitle), Patience);
        await page.Find("[data-show-all]").ClickAsync(new());
        await page.WaitForAssertionAsync(() => Numbers(page).Count.ShouldBe(2), Patience);
    }

    [Theory]
    [InlineData("kind=Robot", "kind")]
    [InlineData("after=forged", "after")]
    [InlineData("view=forged", "view")]
    [InlineData("product=NO-SUCH-PRODUCT", "product")]
    [InlineData("queue=Approval", "queue")]
    [InlineData("colour=%3Cscript%3E", "colour")]
    public async Task What_the_address_asks_for_and_is_not_known_is_left_out_and_named(string query, string named)
    {
        var state = await _core.Cases.ReceivedAsync();

        var page = await OpenAsync(Staff.Sari, $"/queues/customer-service?{query}");

        page.Find(".notice").TextContent.ShouldContain(QueueText.Ignored.With(named));
        Numbers(page).ShouldBe([state.Number]);
    }

    [Fact]
    public async Task The_own_columns_are_shown_where_the_address_names_none_and_only_there()
    {
        await _core.Cases.ReceivedAsync();
        (await _core.Get<QueueColumnsHandler>().SaveAsync("customer-service", [QueueColumn.Product], Staff.Sari, Token)).ShouldBeDone();

        var page = await OpenAsync(Staff.Sari, "/queues/customer-service");
        Chosen(page).ShouldBe([QueueColumn.Product]);

        page.Find("[data-columns-usual]").Click();
        page.WaitForAssertion(() => Chosen(page).ShouldBe(QueueDefinition.UsualColumns), Patience);
        (await _core.Get<QueueColumnsHandler>().ReadAsync("customer-service", Staff.Sari, Token)).ShouldBeNull();
        page.Find("[data-column='Region']").Change(true);
        page.WaitForAssertion(() => Chosen(page).ShouldContain(QueueColumn.Region), Patience);
        (await _core.Get<QueueColumnsHandler>().ReadAsync("customer-service", Staff.Sari, Token)).ShouldNotBeNull().ShouldContain(QueueColumn.Region);

        static IEnumerable<QueueColumn> Chosen(IRenderedComponent<RoleQueuePage> page) =>
            page.FindAll("[data-column][checked]").Select(box => Enum.Parse<QueueColumn>(box.GetAttribute("data-column")!));
    }

    [Fact]
    public async Task Columns_that_an_address_names_are_shown_whatever_was_chosen()
    {
        await _core.Cases.ReceivedAsync();
        (await _core.Get<QueueColumnsHandler>().SaveAsync("customer-service", [QueueColumn.Product], Staff.Sari, Token)).ShouldBeDone();

        var page = await OpenAsync(Staff.Sari, "/queues/customer-service?columns=Due");

        page.FindAll("[data-column][checked]").Select(box => box.GetAttribute("data-column")).ShouldBe([nameof(QueueColumn.Due)]);
    }

    [Fact]
    public async Task A_colleagues_private_view_is_refused_and_the_queue_is_shown()
    {
        var state = await _core.Cases.ReceivedAsync();
        var definition = new QueueDefinition { Filter = new QueueFilter { Kind = CustomerKind.Business } };
        var id = (await _core.Get<SaveQueueViewHandler>().HandleAsync(new(null, "customer-service", "Rahasia Bayu", definition, []), Staff.Bayu, Token)).ShouldBeDone();

        var page = await OpenAsync(Staff.Sari, $"/queues/customer-service?view={id:N}");

        page.Find("[role=alert]").TextContent.ShouldContain(DomainTexts.Of(new NotFound(RefusalCode.QueueViewNotFound)));
        Numbers(page).ShouldBe([state.Number]);
        page.Markup.ShouldNotContain("Rahasia Bayu");
    }

    [Fact]
    public async Task A_shared_view_is_offered_and_opens_and_says_what_in_it_is_gone()
    {
        await _core.Cases.ReceivedAsync(Registrations.Person(1));
        var business = await _core.Cases.ReceivedAsync(Registrations.Business(2));
        var definition = new QueueDefinition { Filter = new QueueFilter { Kind = CustomerKind.Business } };
        (await _core.Get<SaveQueueViewHandler>().HandleAsync(new(null, "customer-service", "Badan usaha", definition, [ActorRole.CustomerService]), Staff.Bayu, Token)).ShouldBeDone();
        await Database.ExecuteAsync(_core, $"""UPDATE "QueueViews" SET "Definition" = 'kind=Business&mood=happy'""");
        var page = await OpenAsync(Staff.Sari, "/queues/customer-service");

        var link = page.Find("[data-view='Badan usaha'] a");
        link.TextContent.ShouldContain(QueueText.ViewSharedBy.With(Staff.Bayu.Name));
        page.FindAll("[data-view='Badan usaha'] [data-delete-view]").ShouldBeEmpty();
        Navigation.NavigateTo(link.GetAttribute("href")!);

        await page.WaitForAssertionAsync(() => Numbers(page).ShouldBe([business.Number]), Patience);
        page.Find(".notice").TextContent.ShouldContain(QueueText.Ignored.With("mood"));
    }

    [Fact]
    public async Task A_row_that_no_longer_meets_the_filter_leaves_and_no_other_renders()
    {
        var first = await _core.Cases.ReceivedAsync();
        var second = await _core.Cases.ReceivedAsync();
        var page = await OpenAsync(Staff.Sari, "/queues/customer-service?assignee=nobody");
        var before = page.FindComponents<QueueRowView>().Single(row => row.Instance.Entry.Row.Number == first.Number).RenderCount;

        _core.Changes.Clear();
        await _core.Cases.ClaimAsync(second, Staff.Bayu);
        foreach (var change in _core.Changes.All)
        {
            _feed.Publish(change);
        }

        await page.WaitForAssertionAsync(() => page.Find($"[data-queue-row='{second.Number}']").HasAttribute("data-leaving").ShouldBeTrue(), Patience);
        page.FindComponents<QueueRowView>().Single(row => row.Instance.Entry.Row.Number == first.Number).RenderCount.ShouldBe(before);
    }

    [Fact]
    public async Task My_work_shows_what_I_have_in_every_queue_and_nothing_else()
    {
        var promoted = Staff.Person("sari", "Sari Wulandari", ActorRole.CustomerService, ActorRole.Administration);
        var intake = await _core.Cases.ClaimAsync(await _core.Cases.ReceivedAsync(Registrations.Person(1)), promoted);
        var verification = await _core.Cases.InVerificationAsync(Registrations.Person(2));
        await _core.Cases.ClaimAsync(verification, promoted);
        await _core.Cases.ReceivedAsync(Registrations.Person(3));

        var page = await OpenAsync(promoted, QueueUrls.Mine);

        Numbers(page).Order().ShouldBe(new[] { intake.Number, verification.Number }.Order());
        page.FindAll("[data-chip]").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_list_that_begins_in_the_middle_says_so()
    {
        await _core.Cases.ReceivedAsync();
        _core.Clock.Advance(TimeSpan.FromMinutes(1));
        var second = await _core.Cases.ReceivedAsync();
        var rows = (await _core.Get<QueueReader>().ReadAsync(new([WorkQueue.Intake], false, null, 1), Staff.Sari, Token));

        var page = await OpenAsync(Staff.Sari, QueueUrls.Of("customer-service", new QueueDefinition(), rows.Next));

        Numbers(page).ShouldBe([second.Number]);
        page.Markup.ShouldContain(QueueText.FromTheMiddle);
    }

    private static IReadOnlyList<string> Numbers(IRenderedComponent<RoleQueuePage> page) =>
        [.. page.FindAll("[data-queue-row]").Select(row => row.GetAttribute("data-queue-row")!)];

    private static async Task SearchAsync(IRenderedComponent<RoleQueuePage> page, string text)
    {
        await page.Find("[data-queue-search]").ChangeAsync(new() { Value = text });
        await page.Find("form[role=search]").SubmitAsync();
    }

    private async Task<IRenderedComponent<RoleQueuePage>> OpenAsync(Actor actor, string address)
    {
        _context.Services.AddSingleton<AuthenticationStateProvider>(new SignedInAs(actor));
        Navigation.NavigateTo(address);
        var slug = new Uri(Navigation.Uri).Segments[^1];
        var page = _context.Render<RoleQueuePage>(parameters => parameters.Add(one => one.Slug, slug));
        await page.WaitForStateAsync(() => page.FindAll(".loading").Count == 0, Patience);
        return page;
    }
}
