using System.Security.Claims;
using Bunit;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NSubstitute;
using Onboarding.Core.Aftercare;
using Onboarding.Core.Cases;
using Onboarding.Core.Catalog;
using Onboarding.Core.Messages;
using Onboarding.Core.Outbox;
using Onboarding.Core.Sla;
using Onboarding.Portal.Features.Administration.Products;
using Onboarding.Portal.Features.Administration.Templates;
using Onboarding.Portal.Features.Public;
using Onboarding.Portal.Hosting;
using Onboarding.Portal.Mail;
using Onboarding.Portal.Security;
using Onboarding.Tests.Support;
using Radzen;

namespace Onboarding.Tests.Components.Features.Administration;

/// <summary>The editors of follow-up plans and of message templates over a real core.</summary>
public sealed class AftercareSettingsTests(TestDatabases databases) : IClassFixture<TestDatabases>
{
    private const string Code = "INTERNET-RUMAH";

    private static CancellationToken Token => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_step_is_added_marked_where_it_says_too_little_and_saved_as_a_version()
    {
        await using CoreHost core = await CoreHost.StartAsync(await databases.Fresh(DatabaseKind.Sqlite));
        await using BunitContext bench = Bench(core);
        IRenderedComponent<FollowUpPlanPage> page = bench.Render<FollowUpPlanPage>(parameters => parameters.Add(item => item.Code, Code));
        page.WaitForElement("[data-add-step]").Click();

        page.Find("#step-1-days").Change("dua");
        page.Find("[data-save-plan]").Click();
        page.WaitForAssertion(() => page.Find("#step-1-days").GetAttribute("aria-invalid").ShouldBe("true"));
        page.Find("#step-1-purpose-id").GetAttribute("aria-invalid").ShouldBe("true");

        page.Find("#step-1-days").Change("30");
        page.Find("#step-1-purpose-id").Change("Menanyakan kepuasan");
        page.Find("#step-1-purpose-en").Change("Ask how it goes");
        page.Find("#step-1-script-id").Change("Sapa pelanggan.");
        page.Find("#step-1-script-en").Change("Greet the customer.");
        page.Find("[data-save-plan]").Click();

        page.WaitForAssertion(() => page.Markup.ShouldContain(ProductsText.Version.With(1)), TimeSpan.FromSeconds(5));
        CurrentPlan plan = await core.Get<FollowUpPlanReader>().CurrentAsync(Code, Token);
        plan.Content.Steps.Select(step => (step.AfterDays, step.Purpose.English)).Last().ShouldBe((30, "Ask how it goes"));
    }

    [Fact]
    public async Task A_plan_of_a_product_that_nobody_knows_says_so()
    {
        await using CoreHost core = await CoreHost.StartAsync(await databases.Fresh(DatabaseKind.Sqlite));
        await using BunitContext bench = Bench(core);

        IRenderedComponent<FollowUpPlanPage> page = bench.Render<FollowUpPlanPage>(parameters => parameters.Add(item => item.Code, "TIDAK-ADA"));

        page.WaitForAssertion(() => page.Markup.ShouldContain(ProductsText.MissingTitle));
        page.FindAll("[data-save-plan]").ShouldBeEmpty();
    }

    [Fact]
    public async Task An_unknown_placeholder_is_named_at_its_field_and_a_mended_text_is_saved_and_taken_back()
    {
        await using CoreHost core = await CoreHost.StartAsync(await databases.Fresh(DatabaseKind.Sqlite));
        await using BunitContext bench = Bench(core);
        IRenderedComponent<TemplatesPage> page = bench.Render<TemplatesPage>();
        page.WaitForElement("#template-body").Change("Yth. {{nama_pelanggan}}, {{panduan}}");

        page.Find("[data-save-template]").Click();
        page.WaitForAssertion(() => page.Find("#template-body-error").TextContent.ShouldContain("{{nama_pelanggan}}"));
        page.Find("#template-body-error").TextContent.ShouldContain("{{nomor_layanan}}");

        page.Find("#template-body").Change("Yth. {{nama}}, {{panduan}}");
        page.Find("[data-save-template]").Click();
        page.WaitForElement("[data-standard]", TimeSpan.FromSeconds(5));
        TemplateKey key = new(OutboxKind.MailActivated, TemplateKey.EveryProduct, Language.Indonesian);
        (await core.Get<MessageTemplates>().FindAsync(key, Token))!.Body.ShouldBe("Yth. {{nama}}, {{panduan}}");
    }

    [Fact]
    public async Task Every_unknown_placeholder_is_named_and_not_only_the_first()
    {
        await using CoreHost core = await CoreHost.StartAsync(await databases.Fresh(DatabaseKind.Sqlite));
        await using BunitContext bench = Bench(core);
        IRenderedComponent<TemplatesPage> page = bench.Render<TemplatesPage>();
        page.WaitForElement("#template-body").Change("{{panduan}} {{nomor_rekening}} {{saldo}}");

        page.Find("[data-save-template]").Click();

        page.WaitForAssertion(() => page.Find("#template-body-error").TextContent.ShouldContain("{{nomor_rekening}}"));
        page.Find("#template-body-error").TextContent.ShouldContain("{{saldo}}");
    }

    [Fact]
    public async Task The_preview_shows_sample_data_and_lets_nothing_become_active()
    {
        await using CoreHost core = await CoreHost.StartAsync(await databases.Fresh(DatabaseKind.Sqlite));
        await using BunitContext bench = Bench(core);
        IRenderedComponent<TemplatesPage> page = bench.Render<TemplatesPage>();
        page.WaitForElement("#template-body").Change("<script>alert(1)</script> **{{nama}}** {{panduan}}");

        page.Find("[data-preview]").Click();

        page.FindAll("script").ShouldBeEmpty();
        page.Find(".preview strong").TextContent.ShouldBe("Siti Contoh, S.Kom.");
        page.FindAll(".preview ol li").Count.ShouldBeGreaterThan(1);
    }

    private static BunitContext Bench(CoreHost core)
    {
        BunitContext bench = new() { JSInterop = { Mode = JSRuntimeMode.Loose } };
        ConfigurationManager settings = new() { ["Portal:PublicAddress"] = "https://portal.example" };
        MailLinks links = new(new PublicAddress(settings, Substitute.For<IServer>()));
        bench.Services.AddSingleton<AuthenticationStateProvider>(new Administrator());
        bench.Services.AddSingleton(core.Get<WorkingHours>());
        bench.Services.AddSingleton<TimeProvider>(core.Clock);
        bench.Services.AddScoped<DisplayTime>();
        bench.Services.AddScoped<CurrentActor>();
        bench.Services.AddRadzenComponents();
        bench.Services.AddSingleton(core.Get<SaveFollowUpPlanHandler>());
        bench.Services.AddSingleton(core.Get<FollowUpPlanReader>());
        bench.Services.AddSingleton(core.Get<ProductReader>());
        bench.Services.AddSingleton(core.Get<SaveMessageTemplateHandler>());
        bench.Services.AddSingleton(core.Get<MessageTemplates>());
        bench.Services.AddSingleton(new TemplateDesk(new MailComposer(links, core.Get<WorkingHours>(), new ContactDetails(settings)), Substitute.For<IMailSender>(), core.Clock));
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
