using System.Security.Claims;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.DependencyInjection;
using Onboarding.Core.Catalog;
using Onboarding.Core.Sla;
using Onboarding.Portal.Features.Administration.Products;
using Onboarding.Portal.Hosting;
using Onboarding.Portal.Security;
using Onboarding.Tests.Support;
using Radzen;

namespace Onboarding.Tests.Components.Features.Administration;

/// <summary>The editor of a brochure over a real core.</summary>
public sealed class ProductEditorTests(TestDatabases databases) : IClassFixture<TestDatabases>
{
    private const string Code = "INTERNET-RUMAH";

    private static CancellationToken Token => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task Publishing_makes_the_next_version_and_a_missing_text_is_marked_at_its_field()
    {
        await using var core = await CoreHost.StartAsync(await databases.Fresh(DatabaseKind.Sqlite));
        await using BunitContext bench = Bench(core);
        IRenderedComponent<ProductEditorPage> page = bench.Render<ProductEditorPage>(parameters => parameters.Add(item => item.Code, Code));
        page.WaitForElement("[data-publish]");

        page.Find("#en-Terms").Change(" ");
        page.Find("[data-publish]").Click();
        page.WaitForAssertion(() => page.Find("#en-Terms").GetAttribute("aria-invalid").ShouldBe("true"));
        page.Find("#en-Terms").Change("Ends at any time.");
        page.Find("#monthly-fee").Change("379.000");
        page.Find("[data-publish]").Click();

        page.WaitForAssertion(() => page.FindAll(".versions li").Count.ShouldBe(2), TimeSpan.FromSeconds(5));
        Product product = (await core.Get<ProductReader>().FindAsync(Code, Token))!;
        (product.Brochure.Version, product.Content.MonthlyFee, product.Content.English.Terms).ShouldBe((2, 379_000m, "Ends at any time."));
    }

    [Fact]
    public async Task A_requirement_is_added_and_becomes_part_of_the_brochure()
    {
        await using var core = await CoreHost.StartAsync(await databases.Fresh(DatabaseKind.Sqlite));
        await using BunitContext bench = Bench(core);
        IRenderedComponent<ProductEditorPage> page = bench.Render<ProductEditorPage>(parameters => parameters.Add(item => item.Code, Code));
        page.WaitForElement("[data-add-requirement]").Click();

        page.Find("#requirement-0-code").Change("survei");
        page.Find("#requirement-0-indonesian").Change("Lokasi terjangkau");
        page.Find("#requirement-0-english").Change("Site in reach");
        page.FindAll(".requirement input[type=checkbox]")[0].Change(true);
        page.Find("[data-publish]").Click();

        page.WaitForAssertion(() => page.FindAll(".versions li").Count.ShouldBe(2), TimeSpan.FromSeconds(5));
        var requirement = (await core.Get<ProductReader>().FindAsync(Code, Token))!.Content.Requirements.ShouldHaveSingleItem();
        requirement.Code.ShouldBe("survei");
        requirement.Groups.ShouldBe([ApplicantGroup.Citizen]);
    }

    [Fact]
    public async Task A_version_for_a_later_day_is_planned_and_not_shown_yet()
    {
        await using var core = await CoreHost.StartAsync(await databases.Fresh(DatabaseKind.Sqlite));
        await using BunitContext bench = Bench(core);
        IRenderedComponent<ProductEditorPage> page = bench.Render<ProductEditorPage>(parameters => parameters.Add(item => item.Code, Code));

        page.WaitForElement("#valid-from").Change("01/12/2026");
        page.Find("#valid-from-time").Change("08.00");
        page.Find("[data-publish]").Click();

        page.WaitForAssertion(() => page.FindAll(".versions li").Count.ShouldBe(2), TimeSpan.FromSeconds(5));
        (await core.Get<ProductReader>().FindAsync(Code, Token))!.Brochure.Version.ShouldBe(1);
        (await core.Get<ProductReader>().BrochureAsync(Code, 2, Token))!.ValidFrom.ShouldBe(new DateTimeOffset(2026, 12, 1, 1, 0, 0, TimeSpan.Zero));
    }

    [Fact]
    public async Task A_day_that_cannot_be_read_does_not_mean_from_now_on()
    {
        await using var core = await CoreHost.StartAsync(await databases.Fresh(DatabaseKind.Sqlite));
        await using BunitContext bench = Bench(core);
        IRenderedComponent<ProductEditorPage> page = bench.Render<ProductEditorPage>(parameters => parameters.Add(item => item.Code, Code));

        page.WaitForElement("#valid-from").Change("31/02/2027");
        page.Find("[data-publish]").HasAttribute("disabled").ShouldBeTrue();

        page.Find("#valid-from").Change("");
        page.Find("[data-publish]").HasAttribute("disabled").ShouldBeFalse();
    }

    [Fact]
    public async Task The_preview_shows_both_languages_and_lets_nothing_become_active()
    {
        await using var core = await CoreHost.StartAsync(await databases.Fresh(DatabaseKind.Sqlite));
        await using BunitContext bench = Bench(core);
        IRenderedComponent<ProductEditorPage> page = bench.Render<ProductEditorPage>(parameters => parameters.Add(item => item.Code, Code));
        page.WaitForElement("#id-Description").Change("<script>alert(1)</script> **tebal**");

        page.Find("[data-preview]").Click();

        page.FindAll(".brochure").Count.ShouldBe(2);
        page.FindAll("script").ShouldBeEmpty();
        page.FindAll(".brochure strong").ShouldContain(element => element.TextContent == "tebal");
    }

    [Fact]
    public async Task A_new_product_is_saved_unoffered_and_then_offered()
    {
        await using var core = await CoreHost.StartAsync(await databases.Fresh(DatabaseKind.Sqlite));
        await using BunitContext bench = Bench(core);
        IRenderedComponent<ProductEditorPage> page = bench.Render<ProductEditorPage>();
        page.WaitForElement("#product-code").Change("TELEPON-RUMAH");
        foreach ((string field, _) in BrochureDraft.Fields)
        {
            page.Find($"#id-{field}").Change($"Isi {field}");
            page.Find($"#en-{field}").Change($"Text {field}");
        }

        page.FindAll("input[type=checkbox]")[0].Change(true);
        page.Find("[data-publish]").Click();

        page.WaitForAssertion(() => bench.Services.GetRequiredService<NavigationManager>().Uri.ShouldEndWith("/TELEPON-RUMAH"), TimeSpan.FromSeconds(5));
        (await core.Get<ProductReader>().FindAsync("TELEPON-RUMAH", Token))!.IsOffered.ShouldBeFalse();
    }

    private static BunitContext Bench(CoreHost core)
    {
        BunitContext bench = new() { JSInterop = { Mode = JSRuntimeMode.Loose } };
        bench.Services.AddSingleton<AuthenticationStateProvider>(new Administrator());
        bench.Services.AddSingleton(core.Get<WorkingHours>());
        bench.Services.AddSingleton<TimeProvider>(core.Clock);
        bench.Services.AddScoped<DisplayTime>();
        bench.Services.AddScoped<CurrentActor>();
        bench.Services.AddRadzenComponents();
        bench.Services.AddSingleton(core.Get<ProductHandler>());
        return bench;
    }

    private sealed class Administrator : AuthenticationStateProvider
    {
        public override Task<AuthenticationState> GetAuthenticationStateAsync() => Task.FromResult(new AuthenticationState(new ClaimsPrincipal(new ClaimsIdentity(
            [
                new Claim(ClaimTypes.NameIdentifier, Staff.Yusuf.Id),
                new Claim(StaffClaims.DisplayName, Staff.Yusuf.Name),
                new Claim(ClaimTypes.Role, StaffRoles.Name(Onboarding.Core.Workflow.ActorRole.Administrator)),
            ],
            "test"))));
    }
}
