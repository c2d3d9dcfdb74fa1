using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Onboarding.Core.Cases;
using Onboarding.Core.Results;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Features;
using Onboarding.Portal.Features.Cases;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Components.Features.Cases;

/// <summary>The page offers what the core allows, neither more nor less.</summary>
public sealed class CaseActionsTests(CoreHosts hosts) : IClassFixture<CoreHosts>
{
    private static readonly Dictionary<string, Actor> People = new(StringComparer.Ordinal)
    {
        ["Sari"] = Staff.Sari,
        ["Dewi"] = Staff.Dewi,
        ["Agus"] = Staff.Agus,
        ["Rudi"] = Staff.Rudi,
        ["Maya"] = Staff.Maya,
        ["Ratna"] = Staff.Ratna,
    };

    [Theory]
    [InlineData(CaseStatus.Received, "Sari")]
    [InlineData(CaseStatus.Received, "Ratna")]
    [InlineData(CaseStatus.InVerification, "Dewi")]
    [InlineData(CaseStatus.InVerification, "Sari")]
    [InlineData(CaseStatus.Verified, "Agus")]
    [InlineData(CaseStatus.Recorded, "Rudi")]
    [InlineData(CaseStatus.AwaitingApproval, "Maya")]
    [InlineData(CaseStatus.AwaitingApproval, "Ratna")]
    public async Task Exactly_the_allowed_actions_are_offered_to_who_has_claimed_the_case(CaseStatus status, string name)
    {
        CoreHost core = await hosts.SharedAsync(DatabaseKind.Sqlite);
        CaseState state = await StandingAt(core, status);
        Actor person = People[name];
        if (WorkQueues.WorkedBy(person.Roles).Contains(CaseStatuses.Of(status).Queue!.Value))
        {
            state = await core.Cases.ClaimAsync(state, person);
        }

        await using CaseBench bench = new(core, person);
        IRenderedComponent<CasePage> page = bench.Open(state);

        CaseFile file = await bench.ReadAsync(state);
        CaseBench.Offered(page).ShouldBe(Sorted(file.Actions));
        CaseBench.Blocked(page).ShouldBe(Sorted(file.Blocked.Select(blocked => blocked.Action)));
    }

    [Fact]
    public async Task An_unclaimed_case_asks_to_be_claimed_and_says_that_the_rest_waits_for_it()
    {
        CoreHost core = await hosts.SharedAsync(DatabaseKind.Sqlite);
        await using CaseBench bench = new(core, Staff.Dewi);
        IRenderedComponent<CasePage> page = bench.Open(await core.Cases.InVerificationAsync());

        page.Find("[data-work-item=Claim]").ShouldNotBeNull();
        page.Markup.ShouldContain(DomainTexts.Of(new NotAllowed(RefusalCode.ClaimRequired)));
        CaseBench.Blocked(page).ShouldContain(nameof(CaseAction.RecordCheck));

        await page.Find("[data-work-item=Claim]").ClickAsync(new());

        page.WaitForAssertion(() => CaseBench.Offered(page).ShouldContain(nameof(CaseAction.RecordCheck)));
        page.FindAll("[data-work-item=Claim]").ShouldBeEmpty();
        page.Find("[data-work-item=Release]").ShouldNotBeNull();
    }

    [Fact]
    public async Task A_case_that_somebody_else_works_on_says_who()
    {
        CoreHost core = await hosts.SharedAsync(DatabaseKind.Sqlite);
        CaseState state = await core.Cases.ClaimAsync(await core.Cases.InVerificationAsync(), Staff.Agus);
        await using CaseBench bench = new(core, Staff.Dewi);
        IRenderedComponent<CasePage> page = bench.Open(state);

        page.Markup.ShouldContain(DomainTexts.Of(new NotAllowed(RefusalCode.WorkedByAnother, Staff.Agus.Name)));
        page.FindAll("[data-work-item=Claim]").ShouldBeEmpty();
        CaseBench.Offered(page).ShouldNotContain(nameof(CaseAction.RecordCheck));
    }

    [Fact]
    public async Task A_case_that_does_not_exist_is_told_in_words()
    {
        CoreHost core = await hosts.SharedAsync(DatabaseKind.Sqlite);
        await using CaseBench bench = new(core, Staff.Sari);
        IRenderedComponent<CasePage> page = bench.Render<CasePage>(parameters => parameters.Add(item => item.Number, "ONB-2026-999999"));

        page.WaitForAssertion(() => page.Markup.ShouldContain(DomainTexts.Of(new NotFound(RefusalCode.CaseNotFound))));
    }

    [Fact]
    public async Task Every_action_of_staff_has_a_form_or_a_place_on_the_page()
    {
        CoreHost core = await hosts.SharedAsync(DatabaseKind.Sqlite);
        await using CaseBench bench = new(core, Staff.Sari);
        CaseActionCatalog catalog = bench.Services.GetRequiredService<CaseActionCatalog>();
        ActorRole[] outside = [ActorRole.Applicant, ActorRole.System, ActorRole.Partner];

        TransitionTable.All.Where(row => row.Roles.Except(outside).Any()).Select(row => row.Action).Distinct()
            .Where(action => catalog.FormOf(action) is null && CaseActionCatalog.HrefOf(action, "ONB-2026-000001") is null)
            .ShouldBeEmpty();
    }

    [Fact]
    public async Task A_form_asks_for_a_text_wherever_the_table_needs_a_reason()
    {
        CoreHost core = await hosts.SharedAsync(DatabaseKind.Sqlite);
        await using CaseBench bench = new(core, Staff.Sari);
        CaseActionCatalog catalog = bench.Services.GetRequiredService<CaseActionCatalog>();

        TransitionTable.All.Where(row => row.NeedsReason).Select(row => catalog.FormOf(row.Action)).OfType<CaseActionForm>()
            .Where(form => !form.NeedsText || form.TextLabel is null).Select(form => form.Action).Distinct()
            .ShouldBeEmpty();
    }

    private static List<string> Sorted(IEnumerable<CaseAction> actions) =>
        [.. actions.Select(action => action.ToString()).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private static Task<CaseState> StandingAt(CoreHost core, CaseStatus status) => status switch
    {
        CaseStatus.Received => core.Cases.ReceivedAsync(),
        CaseStatus.InVerification => core.Cases.InVerificationAsync(),
        CaseStatus.Verified => core.Cases.VerifiedAsync(),
        CaseStatus.Recorded => core.Cases.RecordedAsync(),
        CaseStatus.AwaitingApproval => core.Cases.AwaitingApprovalAsync(),
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };
}
