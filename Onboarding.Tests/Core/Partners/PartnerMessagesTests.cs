using Onboarding.Core.Cases;
using Onboarding.Core.Outbox;
using Onboarding.Core.Partners;
using Onboarding.Core.Persistence;
using Onboarding.Core.Results;
using Onboarding.Core.Stages.Stage1Intake;
using Onboarding.Core.Workflow;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Core.Partners;

/// <summary>What goes to partners waits in a line of its own, and looking for work costs no place at the database's gate.</summary>
public sealed class PartnerMessagesTests(TestDatabases databases) : IClassFixture<TestDatabases>
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, DatabaseProviders]
    public async Task Hands_out_the_oldest_message_to_the_partner_beside_the_oldest_of_the_office(DatabaseKind kind)
    {
        await using var core = await CoreHost.StartAsync(await databases.Fresh(kind));
        var state = await RegisterAsync(core);
        core.Clock.Advance(TimeSpan.FromMinutes(1));
        (await core.Get<CancelRegistrationHandler>().HandleAsync(new(CasesAt.Target(await core.Cases.ClaimAsync(state, Staff.Sari)), "ganda"), Staff.Sari, Token)).ShouldBeDone();

        var taken = await TakeAsync(core);

        taken.Select(message => message.Kind).ShouldBe([OutboxKind.MailRegistrationReceived, OutboxKind.WebhookStatusChanged], ignoreOrder: true);
        await core.Get<OutboxQueue>().FailAsync(taken.Single(message => message.Kind == OutboxKind.WebhookStatusChanged), "Http500", Token);
        await core.Get<OutboxQueue>().FinishAsync(taken.Single(message => message.Kind == OutboxKind.MailRegistrationReceived), Token);
        (await TakeAsync(core)).ShouldBeEmpty();
    }

    [Theory, DatabaseProviders]
    public async Task Tells_a_partner_of_its_own_cases_and_of_no_others(DatabaseKind kind)
    {
        await using var core = await CoreHost.StartAsync(await databases.Fresh(kind));
        await core.Cases.InVerificationAsync();
        var state = await RegisterAsync(core);
        (await core.Get<WithdrawCaseHandler>().HandleAsync(new(new CaseTarget(state.CaseId, null), null), Actor.Applicant(state.CaseId), Token)).ShouldBeDone();

        var told = (await TakeAsync(core)).Where(message => message.Kind == OutboxKind.WebhookStatusChanged).ToList();

        told.ShouldHaveSingleItem().CaseId.ShouldBe(state.CaseId);
    }

    [Fact]
    public async Task Looks_for_work_without_asking_for_the_gate_when_nothing_is_due()
    {
        await using var core = await CoreHost.StartAsync(await databases.Fresh(DatabaseKind.Sqlite));

        // Whoever asked for the gate from inside would wait for ever.
        var looked = await core.Get<UnitOfWork>().WriteAsync<int>(async _ => (await TakeAsync(core)).Count, Token);

        looked.ShouldBeDone().ShouldBe(0);
    }

    [Theory]
    [InlineData("", "mitra@contoh.example", nameof(PartnerDetails.Name))]
    [InlineData("PT Mitra", "no address", nameof(PartnerDetails.ContactEmail))]
    [InlineData("PT Sama", "mitra@contoh.example", nameof(PartnerDetails.Name))]
    public async Task Makes_no_partner_without_a_name_of_its_own_and_an_address(string name, string contact, string field)
    {
        await using var core = await CoreHost.StartAsync(await databases.Fresh(DatabaseKind.Sqlite));
        (await core.Get<EditPartnerHandler>().CreateAsync(new("PT Sama", "mitra@contoh.example"), Staff.Yusuf, Token)).ShouldBeDone();

        var refused = await core.Get<EditPartnerHandler>().CreateAsync(new(name, contact), Staff.Yusuf, Token);

        refused.Refusal.ShouldBeOfType<Invalid>().Errors.ShouldHaveSingleItem().Field.ShouldBe(field);
    }

    private static async Task<CaseState> RegisterAsync(CoreHost core)
    {
        var partner = (await core.Get<EditPartnerHandler>().CreateAsync(new("PT Mitra", "mitra@contoh.example"), Staff.Yusuf, Token)).ShouldBeDone();
        var consent = new GivenConsent("2026-01", Registration: true, Marketing: false) { GivenAt = core.Clock.GetUtcNow() };
        var registered = await core.Get<RegisterCaseHandler>().HandleAsync(
            new(Guid.CreateVersion7(core.Clock.GetUtcNow()), "INTERNET-RUMAH", Channel.Partner, Language.Indonesian, Registrations.Person(9951), consent),
            Actor.Partner(partner, "PT Mitra"), Token);
        return registered.ShouldBeDone().State;
    }

    private static Task<IReadOnlyList<LeasedMessage>> TakeAsync(CoreHost core) => core.Get<OutboxQueue>().TakeAsync(10, Lease, Token);
}
