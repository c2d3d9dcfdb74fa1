using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Onboarding.Core.Cases;
using Onboarding.Core.Outbox;
using Onboarding.Core.Persistence;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Features.Cases;
using Onboarding.Portal.Features.Stage4Approval;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Journeys;

/// <summary>The activation system fails until the portal gives up; IT sees why and orders again, or confirms what it saw there.</summary>
public sealed class ActivationFailureJourney(ChromiumBrowser browser) : BrowserTest(browser)
{
    private const string Key = "the secret of the orders";

    [Fact]
    public async Task After_the_last_attempt_tim_it_orders_again_and_the_page_shows_the_service_that_runs()
    {
        await using ActivationEndpoint endpoint = await ActivationEndpoint.StartAsync();
        (CasesAt cases, CaseState state, IPage page) = await FailedAsync(endpoint);

        await Assertions.Expect(page.GetByText(ApprovalText.ActivationFailedText)).ToBeVisibleAsync();
        (await page.ContentAsync()).ShouldNotContain(Key);
        await page.ShouldHaveNoBarriers();
        await page.Locator("[data-work-item=Claim]").First.ClickAsync();
        endpoint.Answer = context => context.Response.WriteAsync("""{"reference":"EXT-4711"}""");
        await page.Locator($"button[data-action={CaseAction.RetryActivation}]").ClickAsync();
        await page.Locator($"form[data-form={CaseAction.RetryActivation}] button[type=submit]").ClickAsync();

        await Assertions.Expect(page.GetByText("EXT-4711").First).ToBeVisibleAsync();
        (await cases.LoadAsync(state.CaseId)).Status.ShouldBe(CaseStatus.Active);
        endpoint.Orders.Select(order => order.IdempotencyKey).Distinct(StringComparer.Ordinal).Count().ShouldBe(1, "however often it was ordered, it is one order");
    }

    [Fact]
    public async Task Tim_it_confirms_with_evidence_a_service_that_runs_although_nobody_answered()
    {
        await using ActivationEndpoint endpoint = await ActivationEndpoint.StartAsync();
        (CasesAt cases, CaseState state, IPage page) = await FailedAsync(endpoint);

        await page.Locator("[data-work-item=Claim]").First.ClickAsync();
        await page.Locator("[data-manual-open]").ClickAsync();
        ILocator form = page.Locator($"form[data-form={CaseAction.ConfirmActivationManually}]");
        await form.Locator("button[type=submit]").ClickAsync();
        await Assertions.Expect(form).ToBeVisibleAsync();
        (await cases.LoadAsync(state.CaseId)).Status.ShouldBe(CaseStatus.Activating, "not without a word of how it was seen");
        await form.Locator("input").FillAsync("EXT-88");
        await form.Locator("textarea").FillAsync("Terlihat aktif di konsol sistem aktivasi, tiket 88.");
        await page.ShouldHaveNoBarriers();
        await form.Locator("button[type=submit]").ClickAsync();

        await Assertions.Expect(form).ToHaveCountAsync(0);
        await Assertions.Expect(page.GetByText("EXT-88").First).ToBeVisibleAsync();
        OnboardingCase owner = await cases.LoadAsync(state.CaseId);
        (owner.Status, owner.ActivationReference).ShouldBe((CaseStatus.Active, "EXT-88"));
    }

    // One attempt fails for the portal's own dispatcher; those between it and the last are passed over, which only saves their waiting times.
    private async Task<(CasesAt Cases, CaseState State, IPage Page)> FailedAsync(ActivationEndpoint endpoint)
    {
        endpoint.Answer = context =>
        {
            context.Response.StatusCode = StatusCodes.Status500InternalServerError;
            return Task.CompletedTask;
        };
        PortalHost host = UsePortal(Demo.Enabled, ("Activation:Endpoint", endpoint.Address), ("Activation:Key", Key));
        CasesAt cases = new(host.Started());
        CaseState state = await cases.ActivatingAsync();
        await MailboxAssertions.EventuallyAsync(() => OrdersAsync(host, state, order => order.Attempts == 1), "the first attempt has failed");
        await using (OnboardingContext context = host.Services.GetRequiredService<OnboardingContextFactory>().CreateDbContext())
        {
            DateTimeOffset now = TimeProvider.System.GetUtcNow();
            await context.OutboxMessages.Where(message => message.CaseId == state.CaseId && message.Kind == OutboxKind.ActivateService)
                .ExecuteUpdateAsync(change => change.SetProperty(message => message.Attempts, 4).SetProperty(message => message.NextAttemptAt, now), TestContext.Current.CancellationToken);
        }

        await MailboxAssertions.EventuallyAsync(async () => (await cases.LoadAsync(state.CaseId)).ActivationFailed, "the failure is reported to IT");
        IPage page = await OpenPage(host);
        await page.SignInAs(Demo.Account(ActorRole.InformationTechnology));
        await page.GotoInteractive(CaseUrls.Of(state.Number));
        return (cases, state, page);
    }

    private static async Task<bool> OrdersAsync(PortalHost host, CaseState state, Func<OutboxMessage, bool> condition)
    {
        await using OnboardingContext context = host.Services.GetRequiredService<OnboardingContextFactory>().CreateDbContext();
        OutboxMessage? order = await context.OutboxMessages.AsNoTracking()
            .SingleOrDefaultAsync(message => message.CaseId == state.CaseId && message.Kind == OutboxKind.ActivateService, TestContext.Current.CancellationToken);
        return order is not null && condition(order);
    }
}
