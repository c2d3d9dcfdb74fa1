using Onboarding.Core.Audit;
using Onboarding.Core.Cases;
using Onboarding.Core.Reporting;
using Onboarding.Core.Reporting.Issuing;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Core.Reporting.Issuing;

/// <summary>Forms are numbered without gaps, and the check of the trail looks for the gaps that somebody made.</summary>
public sealed class FormNumberTests(CoreHosts cores) : IClassFixture<CoreHosts>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, DatabaseProviders]
    public async Task A_form_that_somebody_removed_is_missed_and_one_that_was_given_up_is_not(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind, new ScriptedPrinter().AddTo);
        var state = await core.Cases.ActivatingAsync();
        var first = await IssueAsync(core, state, ReportKind.ApprovalForm);
        (await core.Get<GiveUpFormHandler>().HandleAsync(new(first.FormId), Staff.Maya, Token)).ShouldBeDone();
        var second = await IssueAsync(core, state, ReportKind.ApprovalForm);
        var other = await IssueAsync(core, state, ReportKind.RegistrationForm);
        (await core.Get<AuditVerifier>().VerifyAsync(null, Token)).IsIntact.ShouldBeTrue();

        await Database.ExecuteAsync(core, $"""DELETE FROM "PrintRequests" """);
        await Database.ExecuteAsync(core, $"""DELETE FROM "IssuedForms" WHERE "State" = 'Pending' """);

        (await core.Get<AuditVerifier>().VerifyAsync(null, Token)).MissingNumbers.ShouldBe([second.Number, other.Number], ignoreOrder: true);
    }

    private static async Task<FormIssue> IssueAsync(CoreHost core, CaseState state, ReportKind form) =>
        (await core.Get<IssueFormHandler>().HandleAsync(new(state.Number, form, Language.Indonesian), Staff.Maya, Token)).ShouldBeDone();
}
