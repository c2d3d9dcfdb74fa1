using Onboarding.Core.Cases;
using Onboarding.Core.Clarifications;
using Onboarding.Core.Reporting;
using Onboarding.Core.Results;
using Onboarding.Core.Workflow;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Core.Clarifications;

/// <summary>Log Verifikasi: contacts beside the portal's own requests.</summary>
public sealed class ContactTests(CoreHosts cores) : IClassFixture<CoreHosts>
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<NewContact, string, InputProblem> BadContacts { get; } = new()
    {
        { new(ContactChannel.Phone, " ", "Ditelepon.", ContactOutcome.NotReached), nameof(NewContact.With), InputProblem.Required },
        { new(ContactChannel.Phone, "Budi", "", ContactOutcome.NotReached), nameof(NewContact.Summary), InputProblem.Required },
        { new(ContactChannel.Phone, "Budi", "Janji.", ContactOutcome.Promised), nameof(NewContact.PromisedFor), InputProblem.Required },
        { new(ContactChannel.Phone, "Budi", "Janji.", ContactOutcome.Promised, new DateOnly(2026, 1, 1)), nameof(NewContact.PromisedFor), InputProblem.DateInPast },
        { new(ContactChannel.Phone, "Budi", "Halo.", ContactOutcome.Reached, new DateOnly(2027, 1, 1)), nameof(NewContact.PromisedFor), InputProblem.UnknownChoice },
        { new((ContactChannel)99, "Budi", "Halo.", ContactOutcome.Reached), nameof(NewContact.Channel), InputProblem.UnknownChoice },
        { new(ContactChannel.Phone, "Budi", "Halo.", (ContactOutcome)99), nameof(NewContact.Outcome), InputProblem.UnknownChoice },
        { new(ContactChannel.Phone, new string('x', 201), "Halo.", ContactOutcome.Reached), nameof(NewContact.With), InputProblem.TooLong },
    };

    [Theory, DatabaseProviders]
    public async Task A_contact_stands_in_the_case_in_the_report_and_in_the_trail(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);
        var state = await core.Cases.ClaimAsync(await core.Cases.InVerificationAsync(), Staff.Dewi);
        NewContact contact = new(ContactChannel.WhatsApp, "Ibu Rina (istri)", "Akan mengirim KTP baru.", ContactOutcome.Promised, Today.AddDays(2));

        (await core.Get<RecordContactHandler>().HandleAsync(new(CasesAt.Target(state), contact), Staff.Dewi, Token)).ShouldBeDone().Status.ShouldBe(CaseStatus.InVerification);

        var line = (await core.Get<ReportReader>().VerificationReportAsync(state.Number, Staff.Maya, Token)).ShouldBeDone().Contacts.Single();
        (line.Channel, line.With, line.Outcome, line.PromisedFor, line.By, line.Stage)
            .ShouldBe((ContactChannel.WhatsApp, "Ibu Rina (istri)", ContactOutcome.Promised, Today.AddDays(2), Staff.Dewi.Name, Stage.Verification));
        var file = (await core.Get<CaseFileReader>().ReadAsync(state.Number, Staff.Dewi, Token)).ShouldBeDone();
        file.Timeline[0].Action.ShouldBe(nameof(CaseAction.RecordContact));
        file.Timeline[0].Details!.ShouldNotContain("Rina");
        file.Case.Participations.ShouldContain(entry => entry.StaffId == Staff.Dewi.Id && entry.Part == Part.Verified);
    }

    [Theory, MemberData(nameof(BadContacts))]
    public async Task A_contact_that_says_too_little_or_too_much_is_refused(NewContact contact, string field, InputProblem problem)
    {
        var core = await cores.SharedAsync(DatabaseKind.Sqlite);
        var state = await core.Cases.ClaimAsync(await core.Cases.ReceivedAsync(), Staff.Sari);

        (await core.Get<RecordContactHandler>().HandleAsync(new(CasesAt.Target(state), contact), Staff.Sari, Token)).ShouldBeInvalid(field, problem);
    }
}
