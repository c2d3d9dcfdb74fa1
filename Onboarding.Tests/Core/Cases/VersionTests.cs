using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Audit;
using Onboarding.Core.Cases;
using Onboarding.Core.Documents;
using Onboarding.Core.Persistence;
using Onboarding.Core.Results;
using Onboarding.Core.Stages.Stage1Intake;
using Onboarding.Core.Stages.Stage2Verification;
using Onboarding.Core.Workflow;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Core.Cases;

/// <summary>A second writer gets a clear conflict; nothing is ever overwritten.</summary>
public sealed class VersionTests(CoreHosts cores) : IClassFixture<CoreHosts>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, DatabaseProviders]
    public async Task A_command_made_from_an_older_view_is_a_conflict_and_leaves_no_trace(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        var seen = await core.Cases.ClaimAsync(await core.Cases.ReceivedAsync(), Staff.Sari);
        var handler = core.Get<EditRegistrationHandler>();
        var data = await DataOfAsync(core, seen);
        var first = (await handler.HandleAsync(new(CasesAt.Target(seen), data with { Email = "pertama@contoh.example" }, null), Staff.Sari, Token)).ShouldBeDone();
        var notices = core.Changes.All.Count;

        (await handler.HandleAsync(new(CasesAt.Target(seen), data with { Email = "kedua@contoh.example" }, null), Staff.Sari, Token))
            .ShouldBeRefused(RefusalCode.VersionConflict).ShouldBeOfType<Conflict>();

        var owner = await core.Cases.LoadAsync(seen.CaseId);
        owner.Version.ShouldBe(first.Version);
        (await DataOfAsync(core, seen)).Email.ShouldBe("pertama@contoh.example");
        core.Changes.All.Count.ShouldBe(notices);
    }

    [Theory, DatabaseProviders]
    public async Task Of_ten_commands_made_from_one_view_at_once_exactly_one_is_done(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        var seen = await core.Cases.ClaimAsync(await core.Cases.ReceivedAsync(), Staff.Sari);

        var results = await Task.WhenAll(Enumerable.Range(1, 10).Select(number => Task.Run(
            () => core.Get<TickChecklistItemHandler>().HandleAsync(CasesAt.Explained(CasesAt.Target(seen)) with { Remark = $"{number}" }, Staff.Sari, Token), Token)));

        results.Count(result => result.IsDone).ShouldBe(1);
        results.Where(result => !result.IsDone).ShouldAllBe(result => result.Refusal!.Code == RefusalCode.VersionConflict);
        var remark = (await core.Cases.LoadAsync(seen.CaseId)).Ticks.ShouldHaveSingleItem().Remark!;
        results[int.Parse(remark, System.Globalization.CultureInfo.InvariantCulture) - 1].IsDone.ShouldBeTrue();
    }

    [Theory, DatabaseProviders]
    public async Task Different_actions_on_one_case_at_once_all_leave_their_mark(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        var state = await core.Cases.ClaimAsync(await core.Cases.InVerificationAsync(), Staff.Dewi);
        var target = new CaseTarget(state.CaseId, null);
        CheckKey[] checks = [new(CheckCode.DocumentAuthentic, nameof(DocumentKind.IdentityCard)), new(CheckCode.DataMatchesDocument, nameof(FieldGroup.Address)), new(CheckCode.IdentityNumber), new(CheckCode.ContactReachable)];

        var work = checks
            .Select(key => Task.Run(
                async () => (await core.Get<RecordCheckHandler>().HandleAsync(new(target, key, CheckResult.Passed, new([], "dilihat")), Staff.Dewi, Token)).IsDone, Token))
            .Concat(Enumerable.Range(1, 8).Select(number => Task.Run(
                async () => (await core.Get<AddDocumentHandler>().HandleAsync(new(target, DocumentKind.Other, $"{number}.png"), Registrations.Picture(), Staff.Dewi, Token)).IsDone, Token)));
        (await Task.WhenAll(work)).ShouldAllBe(isDone => isDone);

        var owner = await core.Cases.LoadAsync(state.CaseId);
        owner.Version.ShouldBe(state.Version + 12);
        owner.Checks.Select(check => check.Key).ShouldBe(checks, ignoreOrder: true);
        owner.Documents.Where(document => document.Kind == DocumentKind.Other).Select(document => (document.Version, document.Part)).Order().ShouldBe(Enumerable.Range(1, 8).Select(part => (1, part)));
        (await core.Get<AuditVerifier>().VerifyAsync(null, Token)).Findings.ShouldBeEmpty();
    }

    [Theory, DatabaseProviders]
    public async Task Replacements_that_arrive_at_the_same_instant_never_share_a_place(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        var state = await core.Cases.ClaimAsync(await core.Cases.ReceivedAsync(), Staff.Sari);
        Guid[] sendings = [.. Enumerable.Range(0, 3).Select(_ => Guid.CreateVersion7(core.Clock.GetUtcNow()))];

        var work = Enumerable.Range(0, 9).Select(number => Task.Run(
            async () => (await core.Get<AddDocumentHandler>().HandleAsync(
                new(new CaseTarget(state.CaseId, null), DocumentKind.IdentityCard, $"{number % 3}-{number}.png") { ReplacementId = sendings[number % 3] }, Registrations.Picture(), Staff.Sari, Token)).IsDone,
            Token));
        (await Task.WhenAll(work)).ShouldAllBe(isDone => isDone);

        var documents = (await core.Cases.LoadAsync(state.CaseId)).Documents;
        documents.Select(document => (document.Version, document.Part)).Order().ShouldBe([(1, 1), .. Enumerable.Range(2, 3).SelectMany(version => Enumerable.Range(1, 3).Select(part => (version, part)))]);
        documents.Where(document => document.Version > 1).GroupBy(document => document.Version)
            .ShouldAllBe(version => version.Select(document => document.FileName.Substring(0, 1)).Distinct().Count() == 1);
    }

    [Theory, DatabaseProviders]
    public async Task The_database_refuses_a_second_file_at_the_same_place(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        var state = await core.Cases.ClaimAsync(await core.Cases.ReceivedAsync(), Staff.Sari);
        var second = (await core.Get<AddDocumentHandler>().HandleAsync(new(new CaseTarget(state.CaseId, null), DocumentKind.IdentityCard, "belakang.png"), Registrations.Picture(), Staff.Sari, Token)).ShouldBeDone();
        await using var context = core.Get<OnboardingContextFactory>().CreateDbContext();

        await Should.ThrowAsync<DbException>(() => context.Documents.Where(document => document.Id == second.Id).ExecuteUpdateAsync(set => set.SetProperty(document => document.Part, 1), Token));
    }

    [Theory, DatabaseProviders]
    public async Task A_notice_goes_out_after_each_commit_with_the_new_version_and_the_queues_touched(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        var state = await core.Cases.InVerificationAsync();

        var last = core.Changes.All.Last(change => change.CaseId == state.CaseId);
        (last.Number, last.Version).ShouldBe((state.Number, state.Version));
        last.Queues.ShouldBe([WorkQueue.Intake, WorkQueue.Verification], ignoreOrder: true);
    }

    private static async Task<ApplicantData> DataOfAsync(CoreHost core, CaseState state)
    {
        var owner = await core.Cases.LoadAsync(state.CaseId);
        return core.Get<CaseProtection>().Open(owner.Id, owner.ProtectedData);
    }
}
