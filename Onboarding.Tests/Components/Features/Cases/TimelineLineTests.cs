using Onboarding.Core.Cases;
using Onboarding.Core.Reporting;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Features.Cases;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Components.Features.Cases;

/// <summary>The history of a case tells what happened to it; who only looked or printed takes one line.</summary>
public sealed class TimelineLineTests(CoreHosts hosts) : IClassFixture<CoreHosts>
{
    private static CancellationToken Token => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task Prints_of_one_person_in_a_row_are_one_line_with_their_number()
    {
        CoreHost core = await hosts.SharedAsync(DatabaseKind.Sqlite);
        CaseState state = await core.Cases.ReceivedAsync(Registrations.Person(8545));
        await PrintAsync(ReportKind.VerificationReport, Staff.Maya);
        await PrintAsync(ReportKind.RegistrationForm, Staff.Ratna);
        await PrintAsync(ReportKind.VerificationReport, Staff.Ratna);
        await PrintAsync(ReportKind.VerificationReport, Staff.Ratna);
        CaseFile file = (await core.Get<CaseFileReader>().ReadAsync(state.Number, Staff.Ratna, Token)).ShouldBeDone();

        IReadOnlyList<TimelineLine> lines = TimelineLine.Of(file.Timeline);

        lines.Take(2).Select(line => (line.Latest.ActorId, line.Events.Count)).ShouldBe([(Staff.Ratna.Id, 3), (Staff.Maya.Id, 1)]);
        lines[0].Facts!.Split(" · ").ShouldBeUnique();
        lines.SelectMany(line => line.Events).Count().ShouldBe(file.Timeline.Count);
        lines.Skip(2).ShouldAllBe(line => line.Events.Count == 1);

        async Task PrintAsync(ReportKind kind, Actor person) =>
            (await core.Get<RecordReportIssueHandler>().HandleAsync(new(state.CaseId, kind, ReportFormat.Pdf, Language.Indonesian, new byte[32]), person, Token)).ShouldBeDone();
    }
}
