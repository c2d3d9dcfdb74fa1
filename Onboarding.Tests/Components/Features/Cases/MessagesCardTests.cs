using Bunit;
using Onboarding.Core.Cases;
using Onboarding.Core.Outbox;
using Onboarding.Portal.Features.Cases;
using Onboarding.Portal.Features.Messages;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Components.Features.Cases;

/// <summary>The messages on the page of a case: what became of each, and what to do about one that did not arrive.</summary>
public sealed class MessagesCardTests(CoreHosts hosts) : IClassFixture<CoreHosts>
{
    private static CancellationToken Token => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_message_that_did_not_arrive_is_explained_its_address_mended_and_sent_again()
    {
        CoreHost core = await hosts.FreshAsync(DatabaseKind.Sqlite);
        CaseState state = await core.Cases.ReceivedAsync();
        await RefuseAsync(core);
        await using CaseBench bench = new(core, Staff.Sari);
        IRenderedComponent<CasePage> page = bench.Open(state);

        page.WaitForElement("[data-message='NotDelivered']").TextContent.ShouldContain(MessagesText.ErrorAddress);
        page.Find("[data-address-open]").Click();
        page.Find("[data-form='CorrectAddress'] input").Input("benar@contoh.example");
        page.Find("[data-form='CorrectAddress'] textarea").Input("Ditelepon");
        await page.Find("[data-form='CorrectAddress']").SubmitAsync();
        page.WaitForAssertion(() => page.FindAll("[data-form='CorrectAddress']").ShouldBeEmpty());
        page.Find("[data-resend]").Click();

        page.WaitForElement("[data-message='Queued']", TimeSpan.FromSeconds(5));
        (await bench.ReadAsync(state)).Data.Email.ShouldBe("benar@contoh.example");
    }

    [Fact]
    public async Task Who_is_not_customer_service_sees_what_became_of_it_and_no_button()
    {
        CoreHost core = await hosts.FreshAsync(DatabaseKind.Sqlite);
        CaseState state = await core.Cases.ReceivedAsync();
        await RefuseAsync(core);
        await using CaseBench bench = new(core, Staff.Maya);

        IRenderedComponent<CasePage> page = bench.Open(state);

        page.WaitForElement("[data-message='NotDelivered']");
        page.FindAll("[data-resend], [data-address-open]").ShouldBeEmpty();
    }

    private static async Task RefuseAsync(CoreHost core)
    {
        OutboxQueue queue = core.Get<OutboxQueue>();
        LeasedMessage message = (await queue.TakeAsync(1, TimeSpan.FromMinutes(1), Token)).Single();
        await queue.RefuseAsync(message, "SmtpRecipientRefused", Token);
    }
}
