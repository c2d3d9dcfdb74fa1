using System.Globalization;
using AngleSharp.Dom;
using Bunit;
using Onboarding.Core.Cases;
using Onboarding.Core.Clarifications;
using Onboarding.Core.Documents;
using Onboarding.Core.Results;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Features;
using Onboarding.Portal.Features.Cases;
using Onboarding.Portal.Features.Clarifications;
using Onboarding.Tests.Components.Features.Cases;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Components.Features.Clarifications;

/// <summary>Putting a request together on the page of a case, and deciding on what came back.</summary>
public sealed class AskComposerTests(CoreHosts hosts) : IClassFixture<CoreHosts>
{
    private const string Form = "form[data-form=AskClarification]";

    [Fact]
    public async Task Fields_and_documents_are_marked_where_they_stand_and_sent_as_one_request()
    {
        (CoreHost core, CaseState state) = await ClaimedAsync();
        await using CaseBench bench = new(core, Staff.Dewi);
        IRenderedComponent<CasePage> page = bench.Open(state);

        await page.Find($"[data-ask={nameof(PersonData.FullName)}]").ClickAsync(new());
        await page.Find($"[data-ask={DocumentKind.IdentityCard}]").ClickAsync(new());
        await page.Find($"[data-ask={nameof(PersonData.FullName)}]").ClickAsync(new());

        IReadOnlyList<IElement> questions = page.FindAll($"{Form} .items textarea");
        questions.Count.ShouldBe(2, "what is on the request already is not put on it again");
        questions[0].GetAttribute("value")!.ShouldContain("KTP");
        await page.Find(Form).SubmitAsync();

        page.WaitForAssertion(() => page.FindAll(Form).ShouldBeEmpty());
        Clarification round = (await bench.ReadAsync(state)).Case.OpenClarification!;
        round.Items.OrderBy(item => item.Position).Select(item => (item.Field, item.Document, item.Problem)).ShouldBe(
        [
            (nameof(PersonData.FullName), null, ClarificationProblem.DiffersFromDocument),
            (null, DocumentKind.IdentityCard, ClarificationProblem.PictureBlurred),
        ]);
        round.Items.Single(item => item.Document is not null).DocumentId.ShouldNotBeNull();
    }

    [Fact]
    public async Task Another_problem_suggests_other_words_but_leaves_written_ones_alone()
    {
        (CoreHost core, CaseState state) = await ClaimedAsync();
        await using CaseBench bench = new(core, Staff.Dewi);
        IRenderedComponent<CasePage> page = bench.Open(state);
        await page.Find($"[data-ask={DocumentKind.IdentityCard}]").ClickAsync(new());
        string first = page.Find($"{Form} .items textarea").GetAttribute("value")!;

        await page.Find("[data-problem]").ChangeAsync(new() { Value = nameof(ClarificationProblem.PictureCropped) });
        string second = page.Find($"{Form} .items textarea").GetAttribute("value")!;
        await page.Find($"{Form} .items textarea").InputAsync(new() { Value = "Kata saya sendiri." });
        await page.Find("[data-problem]").ChangeAsync(new() { Value = nameof(ClarificationProblem.WrongDocument) });

        second.ShouldNotBe(first);
        page.Find($"{Form} .items textarea").GetAttribute("value").ShouldBe("Kata saya sendiri.");
        page.Find(".preview").TextContent.ShouldContain("Kata saya sendiri.");
    }

    [Fact]
    public async Task A_question_without_words_is_told_at_the_question()
    {
        (CoreHost core, CaseState state) = await ClaimedAsync();
        await using CaseBench bench = new(core, Staff.Dewi);
        IRenderedComponent<CasePage> page = bench.Open(state);
        await page.Find("[data-compose]").ClickAsync(new());
        await page.Find("[data-add]").ClickAsync(new());

        await page.Find(Form).SubmitAsync();

        page.WaitForAssertion(() => page.Find($"{Form} .items textarea").GetAttribute("aria-invalid").ShouldBe("true"));
        (await bench.ReadAsync(state)).Case.Status.ShouldBe(CaseStatus.InVerification);
    }

    [Fact]
    public async Task A_request_without_anything_in_it_asks_for_something_to_ask()
    {
        (CoreHost core, CaseState state) = await ClaimedAsync();
        await using CaseBench bench = new(core, Staff.Dewi);
        IRenderedComponent<CasePage> page = bench.Open(state);
        await page.Find("[data-compose]").ClickAsync(new());

        await page.Find(Form).SubmitAsync();

        page.WaitForElement($"{Form} .empty[data-invalid]").TextContent.ShouldContain(ClarifyingText.Empty);
        page.Markup.ShouldNotContain(DomainTexts.Of(new NotAllowed(RefusalCode.ReasonRequired)));
        (await bench.ReadAsync(state)).Case.Status.ShouldBe(CaseStatus.InVerification);
    }

    [Fact]
    public async Task No_two_entries_of_the_picker_have_one_name()
    {
        CoreHost core = await hosts.SharedAsync(DatabaseKind.Sqlite);
        foreach (ApplicantData data in (ApplicantData[])[Registrations.Person(8543), Registrations.Business(8544)])
        {
            CaseState state = await core.Cases.ClaimAsync(await core.Cases.InVerificationAsync(data), Staff.Dewi);
            await using CaseBench bench = new(core, Staff.Dewi);
            foreach (string language in (string[])["id", "en"])
            {
                CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
                IRenderedComponent<CasePage> page = bench.Open(state);
                await page.Find("[data-compose]").ClickAsync(new());

                page.FindAll("[data-picker] option").Select(option => option.TextContent).ShouldBeUnique();
            }
        }
    }

    [Fact]
    public void The_words_are_in_the_language_of_the_applicant_and_not_of_the_person_who_asks()
    {
        ItemSubject card = ItemSubject.OfDocument(DocumentKind.IdentityCard);
        foreach (string reader in (string[])["id", "en"])
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(reader);
            Suggestions.Of(ClarificationProblem.PictureBlurred, card, Language.Indonesian).ShouldContain("buram");
            Suggestions.Of(ClarificationProblem.PictureBlurred, card, Language.English).ShouldContain("blurred");
            CultureInfo.CurrentUICulture.Name.ShouldBe(reader);
        }
    }

    [Fact]
    public async Task Who_may_not_ask_finds_no_button_for_it()
    {
        (CoreHost core, CaseState state) = await ClaimedAsync();
        await using CaseBench bench = new(core, Staff.Maya);
        IRenderedComponent<CasePage> page = bench.Open(state);

        page.FindAll("[data-ask], [data-compose], [data-log]").ShouldBeEmpty();
    }

    [Fact]
    public async Task Before_and_after_stand_side_by_side_until_each_answer_is_decided_on()
    {
        (CoreHost core, CaseState state) = await ClaimedAsync();
        Answers answers = new(core.Services);
        AskedItem[] items = [new(ItemSubject.OfField(nameof(PersonData.FullName)), "Nama?"), new(ItemSubject.General, "Kapan?")];
        state = (await core.Get<Onboarding.Core.Stages.Stage2Verification.AskClarificationHandler>().HandleAsync(new(CasesAt.Target(state), items), Staff.Dewi, Xunit.TestContext.Current.CancellationToken)).ShouldBeDone();
        string link = await answers.LinkAsync(state.CaseId);
        await answers.SaveAsync(link, 1, new ItemAnswer { Values = new Dictionary<string, string>(StringComparer.Ordinal) { [nameof(PersonData.FullName)] = "Budi O'Brien" } });
        await answers.SaveAsync(link, 2, new ItemAnswer { Note = "Sore." });
        state = (await answers.SendAsync(link)).ShouldBeDone();
        await using CaseBench bench = new(core, Staff.Dewi);
        IRenderedComponent<CasePage> page = bench.Open(state);

        page.Find("[data-round='1']").HasAttribute("open").ShouldBeTrue();
        page.Find("[data-item='1'] .before").TextContent.ShouldContain((await bench.ReadAsync(state)).Case.ApplicantName);
        page.Find("[data-item='1'] .after").TextContent.ShouldContain("Budi O'Brien");
        page.FindAll("[data-blocked=CompleteVerification]").Count.ShouldBe(1);

        await page.Find("[data-item='2'] [data-verdict=NotAccepted]").ClickAsync(new());
        page.WaitForAssertion(() => page.FindAll("[data-item='2'] [data-verdict]").ShouldBeEmpty());
        await page.Find("[data-item='1'] [data-verdict=Accepted]").ClickAsync(new());

        page.WaitForAssertion(() => page.Find("[data-round='1']").HasAttribute("open").ShouldBeFalse());
        ((PersonData)(await bench.ReadAsync(state)).Data).FullName.ShouldBe("Budi O'Brien");
    }

    private async Task<(CoreHost Core, CaseState State)> ClaimedAsync()
    {
        CoreHost core = await hosts.SharedAsync(DatabaseKind.Sqlite);
        return (core, await core.Cases.ClaimAsync(await core.Cases.InVerificationAsync(), Staff.Dewi));
    }
}
