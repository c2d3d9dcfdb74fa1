using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Onboarding.Core.Customers;
using Onboarding.Core.Drafts;
using Onboarding.Portal.Features.Customers;
using Onboarding.Portal.Features.Keeping;
using Onboarding.Portal.Security;
using Onboarding.Tests.Components.Features.Customers;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Components.Features.Keeping;

/// <summary>A correction of a customer record is kept too: what was typed, and no more of the record than that.</summary>
public sealed class KeptCustomerTests(CoreHosts cores) : IClassFixture<CoreHosts>
{
    private const string Reason = "Alamat surel berganti.";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private static CancellationToken Token => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_correction_comes_back_over_what_others_changed_meanwhile()
    {
        CoreHost core = await cores.SharedAsync(DatabaseKind.Sqlite);
        string number = (await RegisterEntries.AddAsync(core, [Registrations.Person(9571)]))[0];
        await using (RegisterBench bench = new(core, Staff.Dewi))
        {
            IRenderedComponent<EditCustomerForm> form = await FormAsync(bench, number);
            await form.Find("#field-Email").ChangeAsync(new() { Value = "baru9571@contoh.example" });
            await form.Find("[data-add=Parties]").ClickAsync(new());
            await form.Find("#field-Parties-0-Name").ChangeAsync(new() { Value = "Ratih Kumala" });
            await form.Find("#customer-reason").InputAsync(new() { Value = Reason });
            form.WaitForElement("[data-kept-state=Saved]", Patience);
            form.WaitForAssertion(() => form.Find("[data-kept-state]").GetAttribute("data-kept-state").ShouldBe(nameof(DraftState.Saved)), Patience);
        }

        CustomerFile file = await RegisterEntries.ReadAsync(core, number);
        (await core.Get<EditCustomerHandler>().HandleAsync(new(file.Target, file.Record! with { Phones = ["+6281200009571"] }, "lebih cepat"), Staff.Agus, Token)).ShouldBeDone();

        await using RegisterBench later = new(core, Staff.Dewi);
        IRenderedComponent<EditCustomerForm> again = await FormAsync(later, number);
        again.WaitForAssertion(() => again.Find("#field-Email").GetAttribute("value").ShouldBe("baru9571@contoh.example"), Patience);
        again.Find("#field-Parties-0-Name").GetAttribute("value").ShouldBe("Ratih Kumala");
        again.Find("#field-Phones-0-Phone").GetAttribute("value").ShouldNotBeNull().ShouldContain("9571");
        again.Find("#customer-reason").GetAttribute("value").ShouldBe(Reason);

        await using RegisterBench colleague = new(core, Staff.Agus);
        IRenderedComponent<EditCustomerForm> other = await FormAsync(colleague, number);
        other.Find("#customer-reason").GetAttribute("value").ShouldBeNullOrEmpty();
    }

    [Fact]
    public async Task A_field_that_another_changed_is_marked_in_the_record()
    {
        CoreHost core = await cores.SharedAsync(DatabaseKind.Sqlite);
        string number = (await RegisterEntries.AddAsync(core, [Registrations.Person(9572)]))[0];
        await using RegisterBench bench = new(core, Staff.Dewi);
        IRenderedComponent<EditCustomerForm> form = await FormAsync(bench, number);
        await form.Find("#field-Email").ChangeAsync(new() { Value = "dewi9572@contoh.example" });

        CustomerFile file = await RegisterEntries.ReadAsync(core, number);
        CustomerRecord changed = file.Record! with { Data = file.Record!.Data with { Email = "agus9572@contoh.example" } };
        (await core.Get<EditCustomerHandler>().HandleAsync(new(file.Target, changed, "lebih cepat"), Staff.Agus, Token)).ShouldBeDone();
        CustomerFile now = await RegisterEntries.ReadAsync(core, number);
        form.Render(parameters => parameters.Add(item => item.File, now));

        form.WaitForElement("[data-elsewhere=Email]", Patience).TextContent.ShouldContain("agus9572@contoh.example");
        form.Find("#field-Email").GetAttribute("value").ShouldBe("dewi9572@contoh.example");
        await form.Find("[data-elsewhere=Email] [data-take-field]").ClickAsync(new());
        form.WaitForAssertion(() => form.Find("#field-Email").GetAttribute("value").ShouldBe("agus9572@contoh.example"), Patience);
    }

    private static async Task<IRenderedComponent<EditCustomerForm>> FormAsync(RegisterBench bench, string number)
    {
        FormKeeper keeper = await bench.Services.GetRequiredService<FormKeeping>().OpenAsync(DraftSubject.Customer(number), Token);
        CustomerDesk desk = new(number, bench.Core.Get<CustomerFiles>(), bench.Services.GetRequiredService<CurrentActor>(), () => { }) { Keeper = keeper };
        await desk.ReadAsync(Token);
        IRenderedComponent<EditCustomerForm> form = bench.Render<EditCustomerForm>(parameters => parameters.Add(item => item.File, desk.File!).AddCascadingValue(desk));
        form.WaitForElement("#customer-reason", Patience);
        return form;
    }
}
