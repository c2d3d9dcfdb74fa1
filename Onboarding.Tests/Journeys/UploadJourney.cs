using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Onboarding.Core.Cases;
using Onboarding.Core.Documents;
using Onboarding.Core.Stages.Stage1Intake;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Features.Cases;
using Onboarding.Portal.Features.Stage1Intake;
using Onboarding.Portal.Features.Uploading;
using Onboarding.Tests.Journeys.Pages;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Journeys;

/// <summary>Files from the hand of a person to the case: over a line that breaks, dropped, pasted, several at once.</summary>
public sealed class UploadJourney(ChromiumBrowser browser) : BrowserTest(browser)
{
    private const string Offline = "ERR_INTERNET_DISCONNECTED";
    private const string Refused = "422";

    private static readonly BrowserNewContextOptions Phone = new() { ViewportSize = new() { Width = 390, Height = 844 }, IsMobile = true, HasTouch = true };

    private static byte[] Picture => Registrations.Picture().ToArray();

    [Fact]
    public async Task What_was_refused_before_is_folded_and_goes_when_a_good_file_has_come()
    {
        ExpectedProblems.Add(Refused);
        IPage page = await OpenPage(UsePortal(), Phone);
        await AtDocumentsAsync(page);
        ILocator field = page.Locator("[data-drop-place]").Filter(new() { Has = page.Locator($"#{FieldPaths.InputId(FieldPaths.Document(DocumentKind.IdentityCard))}") });
        ILocator refused = field.Locator("[data-phase=refused]");
        for (int file = 1; file <= 3; file++)
        {
            await ChooseAsync($"bukan-{file}.pdf", "bukan pdf"u8.ToArray());
            await Assertions.Expect(refused).ToHaveCountAsync(file);
        }

        await Assertions.Expect(field.Locator("[data-rows] > li")).ToContainTextAsync(["bukan-3.pdf"]);
        await Assertions.Expect(field.Locator("[data-older] summary")).ToHaveTextAsync(UploadingText.OlderRefusals.Replace("{0}", "2", StringComparison.Ordinal));
        await ChooseAsync("ktp.png", Picture);

        await Assertions.Expect(field.Locator("li[data-arrived]")).ToHaveCountAsync(1);
        await Assertions.Expect(refused).ToHaveCountAsync(0);
        await Assertions.Expect(field.Locator("[data-older]")).ToBeHiddenAsync();

        Task ChooseAsync(string name, byte[] content) => field.Locator("input[data-choose]")
            .SetInputFilesAsync(new FilePayload { Name = name, MimeType = "application/octet-stream", Buffer = content });
    }

    [Fact]
    public async Task A_photo_waits_while_the_phone_has_no_connection_and_is_there_once_when_it_is_back()
    {
        ExpectedProblems.Add(Offline);
        ExpectedProblems.Add("ERR_CONNECTION_RESET");
        PortalHost host = UsePortal();
        IPage page = await OpenPage(host, Phone);
        await AtDocumentsAsync(page);
        ILocator field = page.Locator("[data-drop-place]").Filter(new() { Has = page.Locator($"#{FieldPaths.InputId(FieldPaths.Document(DocumentKind.IdentityCard))}") });

        // The first answer is lost on its way; then there is no line at all for a while.
        int sent = 0;
        await page.RouteAsync($"**{UploadRoutes.Of(UploadDoor.Form)}", async route =>
        {
            if (Interlocked.Increment(ref sent) == 1)
            {
                await route.FetchAsync();
                await page.Context.SetOfflineAsync(true);
                await route.AbortAsync("connectionreset");
                return;
            }

            await route.ContinueAsync();
        });
        await field.Locator("input[data-choose]").SetInputFilesAsync(new FilePayload { Name = "ktp.png", MimeType = "image/png", Buffer = Picture });
        ILocator row = field.Locator("[data-rows] > li");
        await Assertions.Expect(row).ToHaveAttributeAsync("data-phase", "waiting");
        await Assertions.Expect(row.Locator("[data-note]")).ToHaveTextAsync(UploadingText.WaitingForConnection);

        await page.Context.SetOfflineAsync(false);

        await Assertions.Expect(field.Locator("li[data-arrived]")).ToHaveCountAsync(1);
        await Assertions.Expect(row).ToHaveCountAsync(0);
        sent.ShouldBeGreaterThan(1);
        (await PendingAsync(host)).ShouldHaveSingleItem().FileName.ShouldBe("ktp.png");
    }

    [Fact]
    public async Task A_file_that_waits_can_be_cancelled_without_a_connection_and_sent_again_later()
    {
        ExpectedProblems.Add(Offline);
        PortalHost host = UsePortal();
        IPage page = await OpenPage(host, Phone);
        await AtDocumentsAsync(page);
        await page.Context.SetOfflineAsync(true);
        await page.Locator($"#{FieldPaths.InputId(FieldPaths.Document(DocumentKind.IdentityCard))}").SetInputFilesAsync(new FilePayload { Name = "ktp.png", MimeType = "image/png", Buffer = Picture });
        ILocator row = page.Locator("[data-rows] > li");
        await Assertions.Expect(row).ToHaveAttributeAsync("data-phase", "waiting");

        await row.Locator("[data-cancel]").ClickAsync();
        await Assertions.Expect(row.Locator("[data-note]")).ToHaveTextAsync(UploadingText.Cancelled);
        await page.Context.SetOfflineAsync(false);
        (await PendingAsync(host)).ShouldBeEmpty();
        await row.Locator("[data-again]").ClickAsync();

        await Assertions.Expect(page.Locator("li[data-arrived]")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Staff_drops_several_files_pastes_another_says_what_each_is_and_sends_them()
    {
        ExpectedProblems.Add(Refused);
        PortalHost host = UsePortal(Demo.Enabled);
        CasesAt cases = new(host.Started());
        CaseState state = await cases.ClaimAsync(await cases.ReceivedAsync(), await FileSender.ActorAsync(host, ActorRole.CustomerService));
        IPage page = await OpenPage(host);
        await page.SignInAs(Demo.Account(ActorRole.CustomerService));
        await page.GotoAsync(CaseUrls.Of(state.Number));
        ILocator upload = page.Locator("details[data-action=AddDocument]");
        await upload.Locator("[data-ready]").WaitForAsync(new() { State = WaitForSelectorState.Attached });

        await GiveAsync(upload, "drop", "npwp-1.png", "surat.exe", "npwp-2.png", "npwp-3.png");
        await GiveAsync(upload, "paste", "tempel.png");
        ILocator rows = upload.Locator("[data-rows] > li");
        await Assertions.Expect(rows).ToHaveCountAsync(5);
        foreach (int number in new[] { 1, 2, 3 })
        {
            await rows.Filter(new() { HasText = $"npwp-{number}.png" }).Locator("select").SelectOptionAsync(nameof(DocumentKind.TaxCard));
        }

        await rows.Filter(new() { HasText = "tempel.png" }).Locator("select").SelectOptionAsync(nameof(DocumentKind.Other));
        await upload.Locator("[data-replaces]").CheckAsync();
        await upload.Locator("[data-send]").ClickAsync();

        await Assertions.Expect(page.Locator($"[data-document={DocumentKind.TaxCard}]")).ToHaveCountAsync(3);
        await Assertions.Expect(page.Locator($"[data-document={DocumentKind.Other}]")).ToHaveCountAsync(1);
        await Assertions.Expect(rows.Filter(new() { HasText = "surat.exe" })).ToHaveAttributeAsync("data-phase", "refused");
        await page.ShouldHaveNoBarriers();
        IReadOnlyList<CaseDocument> documents = (await cases.LoadAsync(state.CaseId)).Documents;
        documents.Count.ShouldBe(5);
        documents.Where(document => document.Kind == DocumentKind.TaxCard).OrderBy(document => document.Part).Select(document => document.FileName)
            .ShouldBe(["npwp-1.png", "npwp-2.png", "npwp-3.png"], "pages keep the order in which they were chosen");
        documents.Where(document => document.Kind != DocumentKind.IdentityCard).Select(document => document.ReplacementId).Distinct().ShouldHaveSingleItem().ShouldNotBeNull();
    }

    // What a hand does with a mouse or a keyboard, as the page hears it.
    private static async Task GiveAsync(ILocator place, string how, params string[] names) => await place.EvaluateAsync(
        """
        (place, { how, names, picture }) => {
          const bytes = Uint8Array.from(atob(picture), (character) => character.charCodeAt(0));
          const data = new DataTransfer();
          for (const name of names) {
            data.items.add(new File([name.endsWith(".exe") ? "MZ" : bytes], name));
          }

          if (how === "drop") {
            place.dispatchEvent(new DragEvent("dragover", { dataTransfer: data, bubbles: true, cancelable: true }));
            place.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
          } else {
            document.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
          }
        }
        """,
        new { how, names, picture = Convert.ToBase64String(Picture) });

    private static async Task AtDocumentsAsync(IPage page)
    {
        RegistrationPage form = new(page);
        RegistrationInput input = RegistrationInput.From(Registrations.Person(), "INTERNET-RUMAH", Guid.Empty);
        await form.OpenAsync("INTERNET-RUMAH", CustomerKind.Person);
        await form.NextAsync(nameof(PersonData.FullName));
        await form.FillAsync(input, FieldPaths.Identity(input));
        await form.NextAsync(nameof(ApplicantData.Phone));
        await form.FillAsync(input, FieldPaths.Contact(input));
        await form.NextAsync(FieldPaths.Document(DocumentKind.IdentityCard));
        await page.Locator("[data-upload][data-ready]").First.WaitForAsync();
    }

    private static async Task<IReadOnlyList<PendingDocumentInfo>> PendingAsync(PortalHost host)
    {
        await using var context = host.Services.GetRequiredService<Onboarding.Core.Persistence.OnboardingContextFactory>().CreateDbContext();
        Guid[] keys = [.. context.RegistrationDrafts.Select(draft => draft.SubmissionKey)];
        List<PendingDocumentInfo> all = [];
        foreach (Guid key in keys)
        {
            all.AddRange(await host.Services.GetRequiredService<UploadPendingDocumentHandler>().ListAsync(key, TestContext.Current.CancellationToken));
        }

        return all;
    }
}
