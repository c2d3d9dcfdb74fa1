using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Onboarding.Core.Cases;
using Onboarding.Core.Customers;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Features.Customers;
using Onboarding.Portal.Security;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Components.Features.Customers;

public sealed class RegisterPagesTests(CoreHosts cores) : IClassFixture<CoreHosts>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private static CancellationToken Token => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_searched_for_never_stands_in_the_address()
    {
        CoreHost core = await cores.FreshAsync(DatabaseKind.Sqlite);
        IReadOnlyList<string> numbers = await RegisterEntries.AddAsync(core, [Registrations.Person(9501), Registrations.Person(9502)]);
        await using RegisterBench bench = new(core, Staff.Sari);
        IRenderedComponent<CustomersPage> page = bench.Render<CustomersPage>();
        page.WaitForAssertion(() => Rows(page).Count.ShouldBe(2), Patience);

        await page.Find("#customer-search").ChangeAsync(new() { Value = Registrations.Person(9502).Nik });
        await page.Find("form[role=search]").SubmitAsync();

        page.WaitForAssertion(() => Rows(page).ShouldBe([numbers[1]]), Patience);
        bench.Services.GetRequiredService<NavigationManager>().Uri.ShouldNotContain(Registrations.Person(9502).Nik![..6]);
    }

    [Fact]
    public async Task Nobody_found_says_so_and_leads_back_to_everybody()
    {
        CoreHost core = await cores.FreshAsync(DatabaseKind.Sqlite);
        await RegisterEntries.AddAsync(core, [Registrations.Person(9503)]);
        await using RegisterBench bench = new(core, Staff.Sari);
        IRenderedComponent<CustomersPage> page = bench.Render<CustomersPage>();
        page.WaitForAssertion(() => Rows(page).Count.ShouldBe(1), Patience);
        await page.Find("#customer-search").ChangeAsync(new() { Value = "tidakada" });
        await page.Find("form[role=search]").SubmitAsync();
        page.WaitForAssertion(() => page.Markup.ShouldContain(CustomerText.NothingFound), Patience);

        await page.FindAll("button").Single(button => button.TextContent == CustomerText.ShowAll).ClickAsync(new());

        page.WaitForAssertion(() => Rows(page).Count.ShouldBe(1), Patience);
    }

    [Theory]
    [InlineData(ActorRole.Supervisor, true)]
    [InlineData(ActorRole.CustomerService, false)]
    public async Task Only_who_may_export_sees_the_button(ActorRole role, bool isShown)
    {
        CoreHost core = await cores.SharedAsync(DatabaseKind.Sqlite);
        await using RegisterBench bench = new(core, Staff.Person("x", "X", role));
        IRenderedComponent<CustomersPage> page = bench.Render<CustomersPage>();
        page.WaitForAssertion(() => page.Find("[data-announcement]").TextContent.ShouldNotBeEmpty(), Patience);

        page.FindAll("[data-export]").Count.ShouldBe(isShown ? 1 : 0);
    }

    [Fact]
    public async Task A_change_of_a_customer_shows_in_its_row()
    {
        CoreHost core = await cores.FreshAsync(DatabaseKind.Sqlite);
        string number = (await RegisterEntries.AddAsync(core, [Registrations.Person(9504)]))[0];
        await using RegisterBench bench = new(core, Staff.Sari);
        IRenderedComponent<CustomersPage> page = bench.Render<CustomersPage>();
        page.WaitForAssertion(() => Rows(page).Count.ShouldBe(1), Patience);
        CustomerFile file = await RegisterEntries.ReadAsync(core, number);
        PersonData other = ((PersonData)file.Record!.Data) with { FullName = "Nama Baru Sekali" };
        (await core.Get<EditCustomerHandler>().HandleAsync(new(file.Target, file.Record with { Data = other }, "uji"), Staff.Dewi, Token)).ShouldBeDone();

        bench.PublishAll();

        page.WaitForAssertion(() => page.Markup.ShouldContain("NAMA BARU SEKALI"), Patience);
    }

    [Fact]
    public async Task The_form_keeps_what_was_typed_when_it_is_refused_and_when_somebody_was_faster()
    {
        CoreHost core = await cores.SharedAsync(DatabaseKind.Sqlite);
        string number = (await RegisterEntries.AddAsync(core, [Registrations.Person(9505)]))[0];
        await using RegisterBench bench = new(core, Staff.Dewi);
        IRenderedComponent<EditCustomerForm> form = await FormAsync(bench, number);
        await form.Find("#field-Email").ChangeAsync(new() { Value = "baru9505@contoh.example" });
        await form.Find("[data-add=Parties]").ClickAsync(new());
        await form.Find("#field-Parties-0-Name").ChangeAsync(new() { Value = "Ratih Kumala" });

        // No reason, and the role of the new person is not chosen.
        await form.Find("form").SubmitAsync();
        form.WaitForAssertion(() => form.Find("#customer-reason-error").TextContent.ShouldNotBeEmpty(), Patience);
        form.Find("#field-Parties-0-Name").GetAttribute("value").ShouldBe("Ratih Kumala");

        CustomerFile file = await RegisterEntries.ReadAsync(core, number);
        (await core.Get<EditCustomerHandler>().HandleAsync(
            new(file.Target, file.Record! with { Phones = ["+6281200001111"] }, "lebih cepat"), Staff.Agus, Token)).ShouldBeDone();
        await form.Find("#field-Parties-0-Role").ChangeAsync(new() { Value = nameof(PartyRole.ContactPerson) });
        await form.Find("#customer-reason").InputAsync(new() { Value = "melengkapi" });
        await form.Find("form").SubmitAsync();

        form.WaitForElement("[data-take]", Patience);
        form.Find("#field-Email").GetAttribute("value").ShouldBe("baru9505@contoh.example");
        (await RegisterEntries.ReadAsync(core, number)).Record!.Parties.ShouldBeEmpty();

        // Whoever has taken note saves what was typed beside what the other one changed.
        CustomerFile renewed = await RegisterEntries.ReadAsync(core, number);
        form.Render(parameters => parameters.Add(item => item.File, renewed));
        await form.Find("[data-take]").ClickAsync(new());
        await form.Find("form").SubmitAsync();
        form.WaitForAssertion(() => form.FindAll("[data-take]").ShouldBeEmpty(), Patience);
        CustomerRecord saved = (await RegisterEntries.ReadAsync(core, number)).Record!;
        (saved.Data.Email, saved.Phones.Single(), saved.Parties.Single().Name).ShouldBe(("baru9505@contoh.example", "+6281200001111", "RATIH KUMALA"));
    }

    [Fact]
    public async Task A_merge_shows_both_and_takes_the_value_that_was_chosen()
    {
        CoreHost core = await cores.SharedAsync(DatabaseKind.Sqlite);
        IReadOnlyList<string> numbers = await RegisterEntries.AddAsync(core, [Registrations.Person(9506), Registrations.Person(9507)]);
        await using RegisterBench bench = new(core, Staff.Dewi);
        IRenderedComponent<MergePage> page = bench.Render<MergePage>(parameters => parameters.Add(item => item.Number, numbers[0]));
        await page.Find("#merge-other").ChangeAsync(new() { Value = numbers[1] });
        await page.Find("form[role=search]").SubmitAsync();
        page.WaitForElement("tr[data-field=Email]", Patience);
        page.Find("tr[data-field=Nik]").TextContent.ShouldNotContain(Registrations.Person(9507).Nik!);
        page.FindAll("tr[data-field=BirthPlace][data-differs]").ShouldBeEmpty();

        await page.Find("tr[data-field=Email] input[value=merged]").ChangeAsync(new() { Value = "merged" });
        await page.Find("#merge-reason").InputAsync(new() { Value = "orang yang sama" });
        await page.Find("form[data-form=merge]").SubmitAsync();

        page.WaitForAssertion(() => bench.Services.GetRequiredService<NavigationManager>().Uri.ShouldEndWith(CustomerUrls.Of(numbers[0])), Patience);
        (await RegisterEntries.ReadAsync(core, numbers[0])).Record!.Data.Email.ShouldBe(Registrations.Person(9507).Email);
    }

    [Fact]
    public async Task A_record_is_not_merged_with_itself_and_the_page_says_so_in_its_own_words()
    {
        CoreHost core = await cores.SharedAsync(DatabaseKind.Sqlite);
        IReadOnlyList<string> numbers = await RegisterEntries.AddAsync(core, [Registrations.Person(9508)]);
        await using RegisterBench bench = new(core, Staff.Dewi);
        IRenderedComponent<MergePage> page = bench.Render<MergePage>(parameters => parameters.Add(item => item.Number, numbers[0]));
        await page.Find("#merge-other").ChangeAsync(new() { Value = numbers[0] });

        await page.Find("form[role=search]").SubmitAsync();

        page.WaitForAssertion(() => page.Markup.ShouldContain(CustomerText.MergeSame), Patience);
    }

    private static async Task<IRenderedComponent<EditCustomerForm>> FormAsync(RegisterBench bench, string number)
    {
        CustomerDesk desk = new(number, bench.Core.Get<CustomerFiles>(), bench.Services.GetRequiredService<CurrentActor>(), () => { });
        await desk.ReadAsync(Token);
        IRenderedComponent<EditCustomerForm> form = bench.Render<EditCustomerForm>(parameters => parameters.Add(item => item.File, desk.File!).AddCascadingValue(desk));
        form.WaitForElement("#customer-reason", Patience);
        return form;
    }

    private static IReadOnlyList<string> Rows(IRenderedComponent<CustomersPage> page) =>
        [.. page.FindAll("[data-customer-row]").Select(row => row.GetAttribute("data-customer-row")!)];
}
