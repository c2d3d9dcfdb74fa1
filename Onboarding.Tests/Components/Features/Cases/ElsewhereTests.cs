using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Onboarding.Core.Cases;
using Onboarding.Core.Queues;
using Onboarding.Core.Stages.Stage1Intake;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Features.Cases;
using Onboarding.Portal.Live;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Components.Features.Cases;

/// <summary>What another person writes into a field shows beside what this one types, and takes nothing from it.</summary>
public sealed class ElsewhereTests(CoreHosts hosts) : IClassFixture<CoreHosts>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task A_field_that_another_changed_is_marked_and_what_is_typed_stays()
    {
        CoreHost core = await hosts.SharedAsync(DatabaseKind.Sqlite);
        PersonData data = Registrations.Person(8761);
        CaseState state = await core.Cases.ClaimAsync(await core.Cases.ReceivedAsync(data), Staff.Sari);
        await using CaseBench bench = new(core, Staff.Sari);
        IRenderedComponent<CasePage> page = await EditAsync(bench, state);
        await Field(page, "Email").ChangeAsync(new() { Value = "sari@contoh.example" });

        await EditElsewhereAsync(bench, state, data with { Email = "lain@contoh.example", BirthPlace = "Malang" });

        page.WaitForElement("[data-elsewhere=Email]", Patience).TextContent.ShouldContain("lain@contoh.example");
        page.Find("[data-elsewhere=BirthPlace]").TextContent.ShouldContain("Malang");
        page.FindAll("[data-elsewhere]").Count.ShouldBe(2);
        Field(page, "Email").GetAttribute("value").ShouldBe("sari@contoh.example");
        Field(page, "BirthPlace").GetAttribute("value").ShouldBe(data.BirthPlace);

        await page.Find("[data-elsewhere=Email] [data-take-field]").ClickAsync(new());

        Field(page, "Email").GetAttribute("value").ShouldBe("lain@contoh.example");
        page.FindAll("[data-elsewhere=Email]").ShouldBeEmpty();
    }

    [Fact]
    public async Task Taking_note_takes_what_was_not_touched_so_that_saving_turns_nothing_back()
    {
        CoreHost core = await hosts.SharedAsync(DatabaseKind.Sqlite);
        PersonData data = Registrations.Person(8762);
        CaseState state = await core.Cases.ClaimAsync(await core.Cases.ReceivedAsync(data), Staff.Sari);
        await using CaseBench bench = new(core, Staff.Sari);
        IRenderedComponent<CasePage> page = await EditAsync(bench, state);
        await Field(page, "Email").ChangeAsync(new() { Value = "sari@contoh.example" });
        await EditElsewhereAsync(bench, state, data with { Email = "lain@contoh.example", BirthPlace = "Malang" });
        page.WaitForElement("[data-take]", Patience);

        await page.Find("[data-take]").ClickAsync(new());

        Field(page, "BirthPlace").GetAttribute("value").ShouldBe("Malang");
        Field(page, "Email").GetAttribute("value").ShouldBe("sari@contoh.example");
        page.Find("[data-elsewhere=Email]").ShouldNotBeNull();
        await page.Find("form[data-form=EditData]").SubmitAsync();
        page.WaitForAssertion(() => page.FindAll("form[data-form=EditData]").ShouldBeEmpty(), Patience);
        PersonData saved = (await bench.ReadAsync(state)).Data.ShouldBeOfType<PersonData>();
        (saved.Email, saved.BirthPlace).ShouldBe(("sari@contoh.example", "Malang"));
    }

    private static AngleSharp.Dom.IElement Field(IRenderedComponent<CasePage> page, string path) => page.Find($"form[data-form=EditData] [data-kept={path}]");

    private static async Task<IRenderedComponent<CasePage>> EditAsync(CaseBench bench, CaseState state)
    {
        IRenderedComponent<CasePage> page = bench.Open(state);
        await page.Find("[data-edit]").ClickAsync(new());
        page.WaitForElement("form[data-form=EditData]", Patience);
        return page;
    }

    // A case is worked by one person at a time: a colleague gets it, corrects it and gives it back, while the form stands open here.
    private static async Task EditElsewhereAsync(CaseBench bench, CaseState state, ApplicantData data)
    {
        CancellationToken token = Xunit.TestContext.Current.CancellationToken;
        WorkItemHandler work = bench.Core.Get<WorkItemHandler>();
        WorkItem item = (await bench.Core.Cases.LoadAsync(state.CaseId)).LiveWorkItem!;
        (await work.AssignAsync(item.Id, Staff.Bayu, Staff.Maya, token)).ShouldBeDone();
        (await bench.Core.Get<EditRegistrationHandler>().HandleAsync(new(new CaseTarget(state.CaseId, null), data, "Perbaikan."), Staff.Bayu, token)).ShouldBeDone();
        CaseState changed = (await work.AssignAsync(item.Id, Staff.Sari, Staff.Maya, token)).ShouldBeDone();
        bench.Services.GetRequiredService<ChangeFeed>().Publish(new CaseChange(changed.CaseId, changed.Number, changed.Version, [WorkQueue.Intake]));
    }
}
