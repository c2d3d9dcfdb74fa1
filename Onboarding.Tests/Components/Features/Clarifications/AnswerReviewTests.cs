using System.Globalization;
using Bunit;
using Onboarding.Core.Cases;
using Onboarding.Core.Clarifications;
using Onboarding.Core.IdentityNumbers;
using Onboarding.Core.Stages.Stage1Intake;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Features;
using Onboarding.Portal.Features.Cases;
using Onboarding.Portal.Features.Clarifications;
using Onboarding.Portal.Hosting;
using Onboarding.Tests.Components.Features.Cases;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Components.Features.Clarifications;

/// <summary>The answers of an applicant on the page of the case, before somebody decides on them.</summary>
public sealed class AnswerReviewTests(CoreHosts hosts) : IClassFixture<CoreHosts>
{
    [Fact]
    public async Task What_does_not_agree_with_the_number_on_the_card_stands_beside_the_answer()
    {
        CoreHost core = await hosts.SharedAsync(DatabaseKind.Sqlite);
        CaseState state = await core.Cases.ClaimAsync(await core.Cases.ReceivedAsync(), Staff.Sari);
        AskedItem[] items = [new(ItemSubject.OfField(nameof(PersonData.BirthDate)), "Kapan?"), new(ItemSubject.General, "Ada lagi?")];
        state = (await core.Get<AskApplicantHandler>().HandleAsync(new(CasesAt.Target(state), items), Staff.Sari, Xunit.TestContext.Current.CancellationToken)).ShouldBeDone();
        Answers answers = new(core.Services);
        string link = await answers.LinkAsync(state.CaseId);
        await answers.SaveAsync(link, 1, new ItemAnswer { Values = new Dictionary<string, string> { [nameof(PersonData.BirthDate)] = "1991-01-02" } });
        await answers.SaveAsync(link, 2, new ItemAnswer { Note = "Tidak." });
        (await answers.SendAsync(link)).ShouldBeDone();
        await using CaseBench bench = new(core, Staff.Sari);

        IRenderedComponent<CasePage> page = bench.Open(state);

        string expected = DomainTexts.Of(new FieldWarning(nameof(PersonData.Nik), Finding.Warning(FindingCode.NikBirthDateMismatch)));
        page.Find("[data-item='1'] .warning").TextContent.ShouldBe(expected);
        page.FindAll("[data-item='2'] .warning").ShouldBeEmpty();
    }

    [Fact]
    public async Task Answers_that_wait_are_named_before_more_is_asked_and_are_closed_with_the_case()
    {
        CoreHost core = await hosts.SharedAsync(DatabaseKind.Sqlite);
        CaseState state = await core.Cases.ClaimAsync(await core.Cases.ReceivedAsync(), Staff.Sari);
        AskedItem[] items = [new(ItemSubject.OfField(nameof(ApplicantData.Phone)), "Nomor mana?"), new(ItemSubject.General, "Ada lagi?")];
        state = (await core.Get<AskApplicantHandler>().HandleAsync(new(CasesAt.Target(state), items), Staff.Sari, Xunit.TestContext.Current.CancellationToken)).ShouldBeDone();
        state = await new Answers(core.Services).ReplyAsync(state, "Tidak.");
        await using CaseBench bench = new(core, Staff.Sari);
        IRenderedComponent<CasePage> page = bench.Open(state);

        await page.Find("[data-compose]").ClickAsync(new());
        page.Find("[data-undecided]").TextContent.ShouldContain(ClarifyingText.UndecidedTitle.With(2));
        await page.Find("[data-ask=Phone]").ClickAsync(new());
        page.Find("[data-undecided]").TextContent.ShouldContain(ClarifyingText.UndecidedTitle.With(1));

        (await core.Get<WithdrawCaseHandler>().HandleAsync(new(CasesAt.Target(state), null), Actor.Applicant(state.CaseId), Xunit.TestContext.Current.CancellationToken)).ShouldBeDone();
        await using CaseBench later = new(core, Staff.Sari);
        page = later.Open(state);

        string round = page.Find("[data-round='1'] summary").TextContent;
        round.ShouldContain(ClarifyingText.ClosedUndecided.With(DomainTexts.Of(CaseStatus.Withdrawn).ToLower(CultureInfo.CurrentUICulture)));
        round.ShouldNotContain(ClarifyingText.ToReview.With(2));
    }

    [Fact]
    public async Task An_answer_that_is_written_down_names_every_field_that_is_missing()
    {
        CoreHost core = await hosts.SharedAsync(DatabaseKind.Sqlite);
        CaseState state = await core.Cases.ClaimAsync(await core.Cases.ReceivedAsync(), Staff.Sari);
        AskedItem[] items = [new(ItemSubject.General, "Ada lagi?")];
        state = (await core.Get<AskApplicantHandler>().HandleAsync(new(CasesAt.Target(state), items), Staff.Sari, Xunit.TestContext.Current.CancellationToken)).ShouldBeDone();
        await using CaseBench bench = new(core, Staff.Sari);
        IRenderedComponent<CasePage> page = bench.Open(state);
        await page.Find("[data-open=Reply]").ClickAsync(new());

        await page.Find("form[data-form=Reply]").SubmitAsync();

        page.WaitForAssertion(() => page.FindAll("form[data-form=Reply] [aria-invalid]").Count.ShouldBe(2));
        page.Find("form[data-form=Reply] .notice").TextContent.ShouldContain(ClarifyingText.NothingWritten);
        await page.Find("form[data-form=Reply] fieldset textarea").InputAsync(new() { Value = "Tidak." });
        page.FindAll("form[data-form=Reply] [aria-invalid], form[data-form=Reply] .notice").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_value_that_was_written_again_and_is_equal_is_told_from_one_that_was_confirmed()
    {
        CoreHost core = await hosts.SharedAsync(DatabaseKind.Sqlite);
        CaseState state = await core.Cases.ClaimAsync(await core.Cases.ReceivedAsync(), Staff.Sari);
        AskedItem[] items = [new(ItemSubject.OfField(nameof(ApplicantData.Phone)), "Nomor?"), new(ItemSubject.OfField(nameof(ApplicantData.Email)), "Surel?")];
        state = (await core.Get<AskApplicantHandler>().HandleAsync(new(CasesAt.Target(state), items), Staff.Sari, Xunit.TestContext.Current.CancellationToken)).ShouldBeDone();
        Answers answers = new(core.Services);
        string link = await answers.LinkAsync(state.CaseId);
        string phone = (await answers.FindAsync(link)).ShouldBeDone().Data.Phone;
        await answers.SaveAsync(link, 1, new ItemAnswer { Values = new Dictionary<string, string> { [nameof(ApplicantData.Phone)] = phone } });
        await answers.SaveAsync(link, 2, new ItemAnswer { IsConfirmed = true });
        (await answers.SendAsync(link)).ShouldBeDone();
        await using CaseBench bench = new(core, Staff.Sari);

        IRenderedComponent<CasePage> page = bench.Open(state);

        page.Find($"[data-item='1'] [data-written-again={nameof(ApplicantData.Phone)}]").TextContent.ShouldContain(phone);
        page.Find("[data-item='1']").TextContent.ShouldNotContain(ClarifyingText.Unchanged);
        page.FindAll("[data-item='2'] [data-written-again]").ShouldBeEmpty();
        page.Find("[data-item='2']").TextContent.ShouldContain(ClarifyingText.Unchanged);
    }
}
