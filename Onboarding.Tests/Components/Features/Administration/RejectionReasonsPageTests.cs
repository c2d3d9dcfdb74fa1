using Bunit;
using Onboarding.Core.Stages.Stage4Approval;
using Onboarding.Portal.Features.Administration.RejectionReasons;
using Onboarding.Tests.Components.Features.Cases;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Components.Features.Administration;

/// <summary>The administrator keeps the categories of rejection.</summary>
public sealed class RejectionReasonsPageTests(CoreHosts hosts) : IClassFixture<CoreHosts>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private static CancellationToken Token => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_category_is_changed_and_what_is_missing_is_marked_at_its_field()
    {
        CoreHost core = await hosts.FreshAsync(DatabaseKind.Sqlite);
        await using CaseBench bench = new(core, Staff.Yusuf);
        IRenderedComponent<RejectionReasonsPage> page = bench.Render<RejectionReasonsPage>();
        page.WaitForElement("[data-reason=OTHER]", Patience);

        await page.Find("[data-reason=OTHER] button").ClickAsync(new());
        page.Find("#reason-code").GetAttribute("value").ShouldBe("OTHER");
        await page.Find("#reason-text-en").InputAsync(new() { Value = " " });
        await page.Find("form").SubmitAsync();
        page.WaitForAssertion(() => page.Find("#reason-text-en").GetAttribute("aria-invalid").ShouldBe("true"), Patience);
        await page.Find("#reason-text-en").InputAsync(new() { Value = "Not possible at present." });
        await page.Find("form").SubmitAsync();

        page.WaitForAssertion(() => page.Find("#reason-code").GetAttribute("value").ShouldBe(""), Patience);
        (await core.Get<RejectionReasonHandler>().ListAsync(Token)).Single(reason => reason.Code == "OTHER").TextEnglish.ShouldBe("Not possible at present.");
    }
}
