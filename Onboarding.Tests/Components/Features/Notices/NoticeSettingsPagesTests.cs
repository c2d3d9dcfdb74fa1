using Bunit;
using Onboarding.Core.Notifications;
using Onboarding.Core.Sla;
using Onboarding.Portal.Features.Administration.Escalation;
using Onboarding.Portal.Features.Notices;
using Onboarding.Tests.Components.Features.Customers;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Components.Features.Notices;

/// <summary>Each person chooses how to be told, and an administrator when.</summary>
public sealed class NoticeSettingsPagesTests(CoreHosts cores) : IClassFixture<CoreHosts>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private static CancellationToken Token => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task Choices_are_kept_for_the_person_alone_and_at_once_is_offered_for_urgent_kinds_only()
    {
        CoreHost core = await cores.FreshAsync(DatabaseKind.Sqlite);
        IRenderedComponent<NoticePreferencesPage> page = new RegisterBench(core, Staff.Dewi).Render<NoticePreferencesPage>();
        page.WaitForElement("[data-kind=Decided]", Patience);
        page.FindAll("[data-kind=Decided] option").Select(option => option.GetAttribute("value")).ShouldBe(["Off", "Daily"]);
        page.FindAll("[data-kind=Late] option").Count.ShouldBe(3);

        await page.Find("[data-kind=Decided] [data-in-page]").ChangeAsync(new() { Value = false });
        await page.Find("#notice-address").InputAsync(new() { Value = "bukan alamat" });
        await page.Find("form").SubmitAsync();
        page.WaitForAssertion(() => page.Find("#notice-address").GetAttribute("aria-invalid").ShouldBe("true"), Patience);
        await page.Find("#notice-address").InputAsync(new() { Value = "dewi@contoh.example" });
        await page.Find("form").SubmitAsync();
        page.WaitForAssertion(() => page.Find("#notice-address").GetAttribute("aria-invalid").ShouldBeNull(), Patience);

        NoticePreferences own = (await core.Get<NoticePreferencesHandler>().ReadAsync(Staff.Dewi, Token)).ShouldBeDone();
        (own.MailAddress, own.Of(NoticeKind.Decided).InPage, own.Of(NoticeKind.Late).InPage).ShouldBe(("dewi@contoh.example", false, true));
        (await core.Get<NoticePreferencesHandler>().ReadAsync(Staff.Agus, Token)).ShouldBeDone().MailAddress.ShouldBeNull();
    }

    [Fact]
    public async Task The_browser_is_asked_by_the_button_alone()
    {
        CoreHost core = await cores.FreshAsync(DatabaseKind.Sqlite);
        RegisterBench bench = new(core, Staff.Dewi);
        BunitJSModuleInterop script = bench.JSInterop.SetupModule(call => call.Identifier == "import");
        script.Setup<string?>("state").SetResult("default");
        script.Setup<string?>("ask").SetResult("granted");
        IRenderedComponent<BrowserNotices> card = bench.Render<BrowserNotices>();
        card.WaitForElement("[data-browser-ask]", Patience);
        script.Invocations.ShouldNotContain(call => call.Identifier == "ask");

        await card.Find("[data-browser-ask]").ClickAsync(new());

        card.WaitForElement("[data-browser-notices=granted]", Patience);
    }

    [Fact]
    public async Task Steps_are_changed_marked_where_wrong_and_not_overwritten()
    {
        CoreHost core = await cores.FreshAsync(DatabaseKind.Sqlite);
        IRenderedComponent<EscalationPage> page = new RegisterBench(core, Staff.Yusuf).Render<EscalationPage>();
        page.WaitForElement("[data-step]", Patience);
        page.FindAll("[data-step]").Count.ShouldBe(3);

        await page.Find("#step-1").ChangeAsync(new() { Value = "50" });
        await page.Find("form").SubmitAsync();
        page.WaitForAssertion(() => page.Find("#step-1").GetAttribute("aria-invalid").ShouldBe("true"), Patience);
        await page.Find("#step-1").ChangeAsync(new() { Value = "90" });
        await page.Find("form").SubmitAsync();
        page.WaitForAssertion(() => page.Find("#step-1").GetAttribute("aria-invalid").ShouldBeNull(), Patience);
        EscalationPlan plan = await core.Get<EscalationPlanHandler>().ReadAsync(Token);
        (plan.Version, plan.Steps[1].Percent).ShouldBe((2, 90));

        (await core.Get<EscalationPlanHandler>().SaveAsync(new(2, []), Staff.Yusuf, Token)).ShouldBeDone();
        await page.Find("form").SubmitAsync();
        page.WaitForElement("[role=alert]", Patience);
        (await core.Get<EscalationPlanHandler>().ReadAsync(Token)).Steps.ShouldBeEmpty();
    }
}
