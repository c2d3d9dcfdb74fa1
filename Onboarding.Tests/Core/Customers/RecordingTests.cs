using System.Text.Json;
using Onboarding.Core.Audit;
using Onboarding.Core.Cases;
using Onboarding.Core.Customers;
using Onboarding.Core.Results;
using Onboarding.Core.Stages.Stage3Recording;
using Onboarding.Core.Stages.Stage4Approval;
using Onboarding.Core.Workflow;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Core.Customers;

/// <summary>A verified case becomes a customer, field by field (SOP stage 3).</summary>
public sealed class RecordingTests(CoreHosts cores) : IClassFixture<CoreHosts>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, DatabaseProviders]
    public async Task Every_single_field_has_to_be_confirmed(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        foreach (ApplicantData data in new ApplicantData[] { Registrations.Person(7101) with { Domicile = Registrations.Address() }, Registrations.Business(7102) })
        {
            var state = await core.Cases.ClaimAsync(await core.Cases.VerifiedAsync(data), Staff.Agus);
            var owner = await core.Cases.LoadAsync(state.CaseId);
            var fields = StandardFormat.Of(core.Get<CaseProtection>().Open(owner.Id, owner.ProtectedData)).Select(line => line.Field).ToList();
            fields.Count.ShouldBeGreaterThan(9);
            foreach (var left in fields)
            {
                var refused = (await core.Get<CompleteRecordingHandler>().HandleAsync(new(CasesAt.Target(state), fields.Except([left]).ToHashSet()), Staff.Agus, Token)).Refusal;

                refused.ShouldBeOfType<Invalid>().Errors.Select(error => error.Field).ShouldBe([left]);
            }

            (await core.Get<CompleteRecordingHandler>().HandleAsync(new(CasesAt.Target(state), fields.ToHashSet()), Staff.Agus, Token)).ShouldBeDone();
        }
    }

    [Theory, DatabaseProviders]
    public async Task The_trail_says_which_fields_were_confirmed_and_which_the_format_changed(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        var state = await core.Cases.RecordedAsync(Registrations.Person(7103));

        var file = (await core.Get<CaseFileReader>().ReadAsync(state.Number, Staff.Agus, Token)).ShouldBeDone();
        var recorded = file.Timeline.Single(entry => entry.Action == nameof(CaseAction.CompleteRecording));

        using var details = JsonDocument.Parse(recorded.Details!);
        var confirmed = details.RootElement.GetProperty("confirmed").EnumerateArray().Select(field => field.GetString()!).ToList();
        confirmed.ShouldBe(StandardFormat.Of(file.Data).Select(line => line.Field));
        details.RootElement.GetProperty("changed").EnumerateArray().Select(field => field.GetString()).ShouldContain(nameof(PersonData.FullName));
        (recorded.ActorId, recorded.ProtectedDetails).ShouldSatisfyAllConditions(
            entry => entry.ActorId.ShouldBe(Staff.Agus.Id), entry => entry.ProtectedDetails.ShouldNotBeNull());
    }

    [Theory, DatabaseProviders]
    public async Task The_record_is_in_the_standard_format_and_follows_its_case_to_the_end(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        var state = await core.Cases.ActivatingAsync(Registrations.Person(7104));
        var pending = await RegisterEntries.OfCaseAsync(core, state.CaseId);
        pending.Customer.Status.ShouldBe(CustomerStatus.Pending);
        pending.Record!.Data.DisplayName.ShouldBe(Registrations.Person(7104).FullName.ToUpperInvariant());

        (await core.Get<ConfirmActivationHandler>().HandleAsync(new(state.CaseId, "SVC-7104"), Actor.System("test"), Token)).ShouldBeDone();

        var active = await RegisterEntries.OfCaseAsync(core, state.CaseId);
        active.Customer.Status.ShouldBe(CustomerStatus.Active);
        active.Products.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            held => held.ServiceReference.ShouldBe("SVC-7104"), held => held.Since.ShouldNotBeNull(), held => held.CaseNumber.ShouldBe(state.Number));
        active.Changes.Select(change => change.Event.Action).ShouldBe(["Customer.Activate", "Customer.Record"]);
    }

    [Theory, DatabaseProviders]
    public async Task A_rejected_case_closes_its_customer_and_a_reopened_one_brings_it_back(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        var state = await core.Cases.ClaimAsync(await core.Cases.AwaitingApprovalAsync(Registrations.Person(7105)), Staff.Maya);

        state = (await core.Get<RejectCaseHandler>().HandleAsync(new(CasesAt.Target(state), "OTHER", "tidak"), Staff.Maya, Token)).ShouldBeDone();
        (await RegisterEntries.OfCaseAsync(core, state.CaseId)).Customer.Status.ShouldBe(CustomerStatus.Closed);

        (await core.Get<ReopenCaseHandler>().HandleAsync(new(CasesAt.Target(state), "baru"), Staff.Maya, Token)).ShouldBeDone();
        (await RegisterEntries.OfCaseAsync(core, state.CaseId)).Customer.Status.ShouldBe(CustomerStatus.Pending);
        (await core.Get<AuditVerifier>().VerifyAsync(null, Token)).IsIntact.ShouldBeTrue();
    }
}
