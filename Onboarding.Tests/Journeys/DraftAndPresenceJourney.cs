using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Onboarding.Core.Cases;
using Onboarding.Core.Drafts;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Features.Cases;
using Onboarding.Portal.Features.Keeping;
using Onboarding.Portal.Features.Queues;
using Onboarding.Portal.Security.Identity;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Journeys;

/// <summary>Colleagues see each other at a case, and what one of them types outlives the network and the server.</summary>
public sealed class DraftAndPresenceJourney(ChromiumBrowser browser) : BrowserTest(browser)
{
    private const string Form = "form[data-form=CancelRegistration]";
    private const string First = "Pendaftaran ganda dengan berkas bulan lalu.";
    private const string WhileCut = First + " Ditulis saat jaringan putus.";
    private const string WhileDown = WhileCut + " Ditulis saat server mati.";

    [Fact]
    public async Task Two_colleagues_see_each_other_at_a_case_and_in_the_queue_until_one_closes_the_browser()
    {
        PortalHost portal = UsePortal(Demo.Enabled);
        CasesAt cases = new(portal.Started());
        CaseState state = await cases.InVerificationAsync();
        CaseState other = await cases.InVerificationAsync();
        DemoAccount[] people = [.. DemoAccounts.All.Where(account => account.Role == ActorRole.Administration)];
        IPage budi = await OpenPage(portal);
        await budi.SignInAs(people[0]);
        IPage ratna = await OpenPage(portal);
        await ratna.SignInAs(people[1]);
        await ratna.GotoInteractive(QueueUrls.Of(ActorRole.Administration));

        await budi.GotoInteractive(CaseUrls.Of(state.Number));
        await Assertions.Expect(ratna.Locator($"[data-queue-row='{state.Number}'] [data-presence]")).ToHaveAttributeAsync("title", PresenceOf(people[0]));
        await Assertions.Expect(ratna.Locator($"[data-queue-row='{other.Number}'] [data-presence]")).ToHaveCountAsync(0);

        await ratna.GotoInteractive(CaseUrls.Of(state.Number));
        await Assertions.Expect(budi.Locator($"[data-present='{people[1].DisplayName}']")).ToBeVisibleAsync();
        await budi.Locator("[data-work-item=Claim]").ClickAsync();
        await budi.Locator("[data-check-form] [data-write]").First.PressSequentiallyAsync("cocok");
        await Assertions.Expect(ratna.Locator($"[data-present='{people[0].DisplayName}'][data-typing]")).ToBeVisibleAsync();

        // A third looks on, from the list and then at the case: everybody sees the two others.
        DemoAccount supervisor = Demo.Account(ActorRole.Supervisor);
        IPage indah = await OpenPage(portal);
        await indah.SignInAs(supervisor);
        await indah.GotoInteractive(QueueUrls.Of(ActorRole.Supervisor));
        ILocator mark = indah.Locator($"[data-queue-row='{state.Number}'] [data-presence]");
        await Assertions.Expect(mark).ToHaveAttributeAsync("title", Named(people[0]));
        await Assertions.Expect(mark).ToHaveAttributeAsync("title", Named(people[1]));
        await indah.GotoInteractive(CaseUrls.Of(state.Number));
        foreach ((IPage page, string[] colleagues) in new[]
        {
            (indah, new[] { people[0].DisplayName, people[1].DisplayName }),
            (ratna, [people[0].DisplayName, supervisor.DisplayName]),
            (budi, [people[1].DisplayName, supervisor.DisplayName]),
        })
        {
            await Assertions.Expect(page.Locator("[data-present]")).ToHaveCountAsync(2, new() { Timeout = 10_000 });
            foreach (string colleague in colleagues)
            {
                await Assertions.Expect(page.Locator($"[data-present='{colleague}']")).ToBeVisibleAsync();
            }
        }

        await budi.Context.CloseAsync();
        await Assertions.Expect(ratna.Locator($"[data-present='{people[0].DisplayName}']")).ToHaveCountAsync(0, new() { Timeout = 10_000 });
        await indah.Context.CloseAsync();
        await Assertions.Expect(ratna.Locator("[data-present]")).ToHaveCountAsync(0, new() { Timeout = 10_000 });
    }

    [Fact]
    public async Task What_is_typed_outlives_a_cut_network_and_a_restarted_server_and_waits_on_another_device()
    {
        foreach (string problem in (string[])["ERR_", "WebSocket", "connection", "Failed to", "Error:"])
        {
            ExpectedProblems.Add(problem);
        }

        using TemporaryFolder data = new();
        (string, string)[] settings = [Demo.Enabled, ("Data:Folder", data.Path)];
        PortalHost before = UsePortal(settings);
        CasesAt cases = new(before.Started());
        CaseState state = await cases.ReceivedAsync();
        int port = before.Address.Port;
        CutLine line = UseLine(before);
        IPage sari = await OpenPage(line.Address);
        await sari.SignInAs(Demo.Account(ActorRole.CustomerService));
        await sari.GotoInteractive(CaseUrls.Of(state.Number));
        await sari.Locator("[data-work-item=Claim]").ClickAsync();
        await sari.Locator("button[data-action=CancelRegistration]").ClickAsync();
        ILocator text = sari.Locator($"{Form} textarea");
        await text.FillAsync(First);
        await Assertions.Expect(sari.Locator($"{Form} [data-kept-state={nameof(DraftState.Saved)}]")).ToBeVisibleAsync();

        // The network goes: what is typed meanwhile is told when it is back, without another key.
        ILocator kept = sari.Locator($"{Form} [data-kept-form]");
        string version = (await kept.GetAttributeAsync("data-kept-version")).ShouldNotBeNull();
        line.Cut();
        await Assertions.Expect(sari.Locator("#components-reconnect-modal.components-reconnect-show")).ToBeAttachedAsync();
        await text.FillAsync(WhileCut);
        line.Mend();
        await Assertions.Expect(sari.Locator("#components-reconnect-modal.components-reconnect-show")).ToHaveCountAsync(0, new() { Timeout = 30_000 });
        await Assertions.Expect(kept).Not.ToHaveAttributeAsync("data-kept-version", version);
        (await DraftsAsync(before, state)).ShouldHaveSingleItem().Content.Texts.Values.ShouldBe([WhileCut]);

        // The server goes, and its memory with it: the page comes back by itself, and so does the text.
        await before.DisposeAsync();
        await Assertions.Expect(sari.Locator("#components-reconnect-modal.components-reconnect-show")).ToBeAttachedAsync();
        await text.FillAsync(WhileDown);
        await sari.EvaluateAsync("() => document.body.dataset.before = 'restart'");
        PortalHost after = UsePortal(port, settings);
        _ = after.Address;

        await Assertions.Expect(sari.Locator("body[data-before]")).ToHaveCountAsync(0, new() { Timeout = 30_000 });
        await Assertions.Expect(text).ToHaveValueAsync(WhileDown, new() { Timeout = 30_000 });

        // Another device of the same person finds it, and sending it ends it everywhere.
        IPage laptop = await OpenPage(after);
        await laptop.SignInAs(Demo.Account(ActorRole.CustomerService));
        await laptop.GotoInteractive(CaseUrls.Of(state.Number));
        await Assertions.Expect(laptop.Locator($"{Form} textarea")).ToHaveValueAsync(WhileDown);
        await laptop.Locator($"{Form} button[type=submit]").ClickAsync();
        await Assertions.Expect(laptop.Locator(Form)).ToHaveCountAsync(0);
        (await new CasesAt(after.Started()).LoadAsync(state.CaseId)).Status.ShouldBe(CaseStatus.Cancelled);
    }

    private static Regex Named(DemoAccount person) => new(Regex.Escape(person.DisplayName), RegexOptions.None, TimeSpan.FromSeconds(5));

    private static string PresenceOf(DemoAccount person) =>
        Portal.Features.Presence.PresenceText.Here.Replace("{0}", person.DisplayName, StringComparison.Ordinal);

    private static async Task<IReadOnlyList<KeptDraft>> DraftsAsync(PortalHost portal, CaseState state)
    {
        WorkItem item = (await new CasesAt(portal.Started()).LoadAsync(state.CaseId)).LiveWorkItem.ShouldNotBeNull();
        Actor person = Staff.Person(item.AssigneeId!, item.AssigneeName!, ActorRole.CustomerService);
        return await portal.Started().GetRequiredService<FormDraftReader>().ReadAsync(DraftSubject.Case(state.Number), person, TestContext.Current.CancellationToken);
    }
}
