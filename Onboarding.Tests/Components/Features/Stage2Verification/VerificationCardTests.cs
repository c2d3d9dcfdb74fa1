using Bunit;
using Onboarding.Core.Cases;
using Onboarding.Core.Documents;
using Onboarding.Core.IdentityNumbers;
using Onboarding.Core.Stages.Stage1Intake;
using Onboarding.Core.Stages.Stage2Verification;
using Onboarding.Portal.Features;
using Onboarding.Portal.Features.Cases;
using Onboarding.Portal.Features.Stage2Verification;
using Onboarding.Portal.Hosting;
using Onboarding.Tests.Components.Features.Cases;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Components.Features.Stage2Verification;

/// <summary>The form on the page: what is shown, what is kept back, and where the work goes on.</summary>
public sealed class VerificationCardTests(CoreHosts hosts) : IClassFixture<CoreHosts>
{
    private static CancellationToken Token => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_first_open_check_stands_open_beside_its_document()
    {
        CoreHost core = await hosts.SharedAsync(DatabaseKind.Sqlite);
        CaseState state = await ClaimedAsync(core, Registrations.Person(8501));
        await using CaseBench bench = new(core, Staff.Dewi);

        IRenderedComponent<CasePage> page = bench.Open(state);

        page.Find("[data-open]").GetAttribute("data-line").ShouldBe($"{CheckCode.DocumentAuthentic}.{DocumentKind.IdentityCard}");
        page.WaitForElement("figure img").GetAttribute("src")!.ShouldContain(state.Number);
        page.Find("[data-progress]").GetAttribute("data-progress").ShouldBe("0/8");
    }

    [Fact]
    public async Task A_saved_check_closes_and_the_next_one_opens()
    {
        CoreHost core = await hosts.SharedAsync(DatabaseKind.Sqlite);
        CaseState state = await ClaimedAsync(core, Registrations.Person(8502));
        await using CaseBench bench = new(core, Staff.Dewi);
        IRenderedComponent<CasePage> page = bench.Open(state);

        await page.Find($"[data-result={CheckResult.Passed}]").ChangeAsync(new() { Value = "on" });
        await page.Find($"[data-evidence={EvidenceKind.ImageClear}]").ChangeAsync(new() { Value = true });
        await page.Find("[data-check-form]").SubmitAsync();

        page.WaitForAssertion(() => page.Find("[data-progress]").GetAttribute("data-progress").ShouldBe("1/8"));
        page.Find("[data-open]").GetAttribute("data-line").ShouldBe($"{CheckCode.BlindReentry}.{ReentryField.FullName}");
        VerificationCheck check = (await bench.ReadAsync(state)).Case.Checks.ShouldHaveSingleItem();
        check.Evidences.ShouldBe([EvidenceKind.ImageClear]);
    }

    [Fact]
    public async Task What_is_missing_is_told_at_its_field_until_it_is_changed()
    {
        CoreHost core = await hosts.SharedAsync(DatabaseKind.Sqlite);
        CaseState state = await ClaimedAsync(core, Registrations.Person(8542));
        await using CaseBench bench = new(core, Staff.Dewi);
        IRenderedComponent<CasePage> page = bench.Open(state);

        await page.Find("[data-check-form]").SubmitAsync();
        page.WaitForElement("[data-check-form] .results[aria-invalid]");
        page.FindAll("[data-check-form] .notice").ShouldBeEmpty();

        await page.Find($"[data-result={CheckResult.Passed}]").ChangeAsync(new() { Value = "on" });
        page.FindAll("[data-check-form] [aria-invalid]").ShouldBeEmpty();

        await page.Find("[data-check-form]").SubmitAsync();
        page.WaitForElement("[data-check-form] [data-write][aria-invalid]");
        await page.Find("[data-check-form] [data-write]").InputAsync(new() { Value = "Terbaca jelas." });
        page.FindAll("[data-check-form] [aria-invalid], [data-check-form] .field-error").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_line_that_was_checked_again_says_which_attempt_it_is()
    {
        CoreHost core = await hosts.SharedAsync(DatabaseKind.Sqlite);
        CaseState state = await ClaimedAsync(core, Registrations.Person(8531));
        CheckKey key = new(CheckCode.DocumentAuthentic, nameof(DocumentKind.IdentityCard));
        await using CaseBench bench = new(core, Staff.Dewi);
        for (int attempt = 1; attempt <= 2; attempt++)
        {
            (await core.Get<RecordCheckHandler>().HandleAsync(
                new(new CaseTarget(state.CaseId, null), key, CheckResult.Passed, new CheckEvidence([EvidenceKind.ImageClear], "", null), null), Staff.Dewi, Token)).ShouldBeDone();
            IRenderedComponent<CasePage> page = bench.Open(state);

            page.FindAll($"[data-line='{key}'] [data-attempt]").Select(mark => mark.TextContent.Trim(' ', '·'))
                .ShouldBe(attempt == 1 ? [] : [VerificationText.Attempt.With(attempt)]);
        }
    }

    [Fact]
    public async Task Hidden_values_are_not_in_the_page_until_they_were_typed()
    {
        CoreHost core = await hosts.SharedAsync(DatabaseKind.Sqlite);
        PersonData data = Registrations.Person(8503);
        CaseState state = await ClaimedAsync(core, data);
        await using CaseBench bench = new(core, Staff.Dewi);
        IRenderedComponent<CasePage> page = bench.Open(state);

        page.Markup.ShouldNotContain(data.FullName);
        page.Markup.ShouldNotContain(Spaced(data.Nik!));
        page.Markup.ShouldNotContain(data.Email);
        page.FindAll("[data-hidden=Email]")[0].TextContent.ShouldBe(EmailAddress.FromStored(data.Email).Mask());
        page.FindAll("[data-edit]").ShouldBeEmpty();

        await page.Find($"[data-line='{CheckCode.BlindReentry}.{ReentryField.Nik}'] [data-line-head]").ClickAsync(new());
        await page.Find("[data-reentry-form] input").InputAsync(new() { Value = data.Nik! });
        await page.Find("[data-reentry-form]").SubmitAsync();

        page.WaitForAssertion(() => page.Markup.ShouldContain(Spaced(data.Nik!)));
        page.Markup.ShouldNotContain(data.FullName);
    }

    [Fact]
    public async Task A_check_on_what_changed_says_what_changed_and_asks_for_another()
    {
        CoreHost core = await hosts.SharedAsync(DatabaseKind.Sqlite);
        PersonData data = Registrations.Person(8504);
        CaseState state = await core.Cases.PassChecksAsync(await ClaimedAsync(core, data), Staff.Dewi);
        state = (await core.Get<EditRegistrationHandler>().HandleAsync(new(CasesAt.Target(state), data with { BirthPlace = "Bogor" }, "klarifikasi"), Staff.Dewi, Token)).ShouldBeDone();
        await using CaseBench bench = new(core, Staff.Dewi);

        IRenderedComponent<CasePage> page = bench.Open(state);

        page.Find("[data-open]").GetAttribute("data-line").ShouldBe($"{CheckCode.DataMatchesDocument}.{FieldGroup.Identity}");
        page.Find("[data-stale]").TextContent.ShouldBe(VerificationText.AgainChanged.With(DomainTexts.Field(nameof(PersonData.BirthPlace))));
        page.FindAll("[data-line-head]").Count(head => head.TextContent.Contains(VerificationText.AgainNeeded, StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task Who_only_reads_sees_every_record_and_no_form()
    {
        CoreHost core = await hosts.SharedAsync(DatabaseKind.Sqlite);
        PersonData data = Registrations.Person(8505);
        CaseState state = await core.Cases.PassChecksAsync(await ClaimedAsync(core, data), Staff.Dewi);
        await using CaseBench bench = new(core, Staff.Maya);

        IRenderedComponent<CasePage> page = bench.Open(state);

        page.FindAll("[data-check-form], [data-line-head], [data-reentry-form]").ShouldBeEmpty();
        page.FindAll("[data-line] .record").Count.ShouldBe(8);
        page.Markup.ShouldContain(data.FullName);
    }

    private static string Spaced(string number) => string.Join(' ', number.Chunk(4).Select(part => new string(part)));

    private static async Task<CaseState> ClaimedAsync(CoreHost core, ApplicantData data) =>
        await core.Cases.ClaimAsync(await core.Cases.InVerificationAsync(data), Staff.Dewi);
}
