using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Cases;
using Onboarding.Core.Clarifications;
using Onboarding.Core.Customers;
using Onboarding.Core.Notifications;
using Onboarding.Core.Queues;
using Onboarding.Core.Results;
using Onboarding.Core.Stages.Stage1Intake;
using Onboarding.Core.Stages.Stage4Approval;
using Onboarding.Core.Workflow;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Core.Notifications;

/// <summary>Who is told of what: by the write path itself, with the change or not at all, and nobody reads what another was told.</summary>
public sealed class NoticesTests(CoreHosts cores) : IClassFixture<CoreHosts>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, DatabaseProviders]
    public async Task Who_is_given_work_is_told_and_nobody_else(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);
        var state = await core.Cases.InVerificationAsync();
        core.Changes.Clear();

        await AssignAsync(core, state, Staff.Dewi);

        var line = (await LinesAsync(core, Staff.Dewi)).ShouldHaveSingleItem();
        (line.Kind, line.Number, line.ByName, line.Queue, line.IsRead).ShouldBe((NoticeKind.Assigned, state.Number, Staff.Maya.Name, WorkQueue.Verification, false));
        (await LinesAsync(core, Staff.Maya)).ShouldBeEmpty("who did it knows");
        (await LinesAsync(core, Staff.Agus)).ShouldBeEmpty();
        var change = core.Changes.All.ShouldHaveSingleItem();
        (change.Concerns(Staff.Dewi.Id), change.Concerns(Staff.Agus.Id)).ShouldBe((true, false));
    }

    [Theory, DatabaseProviders]
    public async Task Who_takes_work_is_not_told_of_it_and_what_is_refused_tells_nobody(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);
        var state = await core.Cases.InVerificationAsync();
        await core.Cases.ClaimAsync(state, Staff.Dewi);

        (await core.Get<WorkItemHandler>().AssignAsync(await core.Cases.LiveWorkItemAsync(state.CaseId), Staff.Sari, Staff.Maya, Token)).IsDone.ShouldBeFalse();

        (await Database.ReadAsync(core, context => context.Notices.CountAsync(Token))).ShouldBe(0);
    }

    [Theory, DatabaseProviders]
    public async Task Work_that_is_given_back_and_forth_is_told_each_time(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);
        var state = await core.Cases.InVerificationAsync();
        await AssignAsync(core, state, Staff.Dewi);
        await AssignAsync(core, state, Staff.Agus);
        core.Clock.Advance(TimeSpan.FromMinutes(1));
        await AssignAsync(core, state, Staff.Dewi);

        (await LinesAsync(core, Staff.Dewi)).Count.ShouldBe(2);
        (await LinesAsync(core, Staff.Agus)).Count.ShouldBe(1);
    }

    [Theory, DatabaseProviders]
    public async Task The_answer_of_the_applicant_is_told_to_who_has_the_case(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);
        var state = await core.Cases.ClaimAsync(await core.Cases.ReceivedAsync(), Staff.Sari);
        state = (await core.Get<AskApplicantHandler>().HandleAsync(new(CasesAt.Target(state), "Lantai berapa?"), Staff.Sari, Token)).ShouldBeDone();
        var owner = await core.Cases.LoadAsync(state.CaseId);
        var answers = owner.Clarifications.Single().Items.ToDictionary(item => item.Id, _ => new ItemAnswer { Note = "Lantai dua" });
        (await core.Get<WriteDownReplyHandler>().HandleAsync(new(new(state.CaseId, null), answers, ContactChannel.Phone, "Budi", "Telepon"), Staff.Bayu, Token)).ShouldBeDone();

        (await LinesAsync(core, Staff.Sari)).ShouldHaveSingleItem().Kind.ShouldBe(NoticeKind.Answered);
        (await LinesAsync(core, Staff.Bayu)).ShouldBeEmpty();
    }

    [Theory, DatabaseProviders]
    public async Task What_became_of_a_case_is_told_to_everybody_who_worked_on_it(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);
        var state = await core.Cases.ClaimAsync(await core.Cases.AwaitingApprovalAsync(), Staff.Maya);
        state = (await core.Get<SendBackCaseHandler>().HandleAsync(new(CasesAt.Target(state), Stage.Verification, "ulang"), Staff.Maya, Token)).ShouldBeDone();

        (await LinesAsync(core, Staff.Dewi)).Select(line => line.Kind).ShouldContain(NoticeKind.CameBack);
        (await LinesAsync(core, Staff.Sari)).ShouldBeEmpty("the intake has nothing to do again");

        var other = await core.Cases.ClaimAsync(await core.Cases.AwaitingApprovalAsync(), Staff.Maya);
        (await core.Get<RejectCaseHandler>().HandleAsync(new(CasesAt.Target(other), "OTHER", "tidak"), Staff.Maya, Token)).ShouldBeDone();
        var told = (await LinesAsync(core, Staff.Sari)).ShouldHaveSingleItem();
        (told.Kind, told.Number, told.Status).ShouldBe((NoticeKind.Decided, other.Number, CaseStatus.Rejected));
        (await LinesAsync(core, Staff.Rudi)).ShouldContain(line => line.Kind == NoticeKind.Decided && line.Number == other.Number);
        (await LinesAsync(core, Staff.Maya)).ShouldBeEmpty();
    }

    [Theory, DatabaseProviders]
    public async Task Who_has_a_case_that_the_applicant_withdraws_is_told(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);
        var state = await core.Cases.ClaimAsync(await core.Cases.InVerificationAsync(), Staff.Dewi);
        (await core.Get<WithdrawCaseHandler>().HandleAsync(new(new(state.CaseId, null), null), Actor.Applicant(state.CaseId), Token)).ShouldBeDone();

        var line = (await LinesAsync(core, Staff.Dewi)).ShouldHaveSingleItem();
        (line.Kind, line.Status, line.ByName).ShouldBe((NoticeKind.Decided, CaseStatus.Withdrawn, null));
    }

    [Theory, DatabaseProviders]
    public async Task Who_put_work_aside_is_told_when_it_comes_back_by_itself_and_not_when_they_bring_it_back(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);
        var state = await core.Cases.ClaimAsync(await core.Cases.ReceivedAsync(), Staff.Sari);
        var item = await core.Cases.LiveWorkItemAsync(state.CaseId);
        async Task PutAsideAsync() => (await core.Get<SnoozeWorkItemHandler>().HandleAsync(new(item, core.Clock.GetUtcNow().AddHours(1), "nanti"), Staff.Sari, Token)).ShouldBeDone();

        await PutAsideAsync();
        (await core.Get<SnoozeWorkItemHandler>().WakeAsync(item, Staff.Sari, Token)).ShouldBeDone();
        (await LinesAsync(core, Staff.Sari)).ShouldBeEmpty();

        await PutAsideAsync();
        core.Clock.Advance(TimeSpan.FromHours(1));
        (await core.Get<WakeSnoozedWorkItemsHandler>().HandleAsync(Token)).ShouldBe(1);

        var line = (await LinesAsync(core, Staff.Sari)).ShouldHaveSingleItem();
        (line.Kind, line.Number, line.ByName, line.Queue).ShouldBe((NoticeKind.SnoozeEnded, state.Number, null, WorkQueue.Intake));
    }

    [Theory, DatabaseProviders]
    public async Task Who_is_mentioned_is_told_with_the_number_of_the_customer_alone(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);
        var file = await RegisterEntries.OfCaseAsync(core, (await core.Cases.ActiveAsync()).CaseId);
        (await core.Get<AddInteractionHandler>().HandleAsync(
            new(new CustomerTarget(file.Customer.Id, null), InteractionKind.Note, "Tolong dicek", [new(Staff.Hendra.Id, Staff.Hendra.Name), new(Staff.Sari.Id, Staff.Sari.Name)]), Staff.Sari, Token)).ShouldBeDone();

        var line = (await LinesAsync(core, Staff.Hendra)).ShouldHaveSingleItem();
        (line.Kind, line.Number, line.ByName).ShouldBe((NoticeKind.Mention, file.Customer.Number, Staff.Sari.Name));
        (await LinesAsync(core, Staff.Sari)).ShouldNotContain(entry => entry.Kind == NoticeKind.Mention);
    }

    [Theory, DatabaseProviders]
    public async Task The_database_itself_tells_nobody_of_the_same_cause_twice(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);
        await AssignAsync(core, await core.Cases.InVerificationAsync(), Staff.Dewi);
        var (person, cause) = await Database.ReadAsync(core, async context => (await context.Notices.SingleAsync(Token)) is var one ? (one.PersonId, one.Cause) : default);

        await Should.ThrowAsync<Exception>(() => Database.ExecuteAsync(core, $"""
            INSERT INTO "Notices" ("Id", "PersonId", "Kind", "Cause", "Number", "At")
            VALUES ({Guid.CreateVersion7(core.Clock.GetUtcNow())}, {person}, {"Assigned"}, {cause}, {"X"}, {core.Clock.GetUtcNow()})
            """));
    }

    [Theory, DatabaseProviders]
    public async Task Nobody_reads_or_marks_what_another_was_told(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);
        var state = await core.Cases.InVerificationAsync();
        await AssignAsync(core, state, Staff.Dewi);
        var id = (await LinesAsync(core, Staff.Dewi)).Single().Id;
        var marks = core.Get<MarkNoticesReadHandler>();
        foreach (var other in new[] { Staff.Agus, Staff.Maya, Staff.Yusuf, Staff.Ratna })
        {
            (await marks.MarkAsync([id], other, Token)).ShouldBeDone();
            (await marks.MarkAboutAsync(state.Number, other, Token)).ShouldBeDone();
            (await marks.MarkAllAsync(id, other, Token)).ShouldBeDone();
            (await LinesAsync(core, other)).ShouldBeEmpty();
        }

        (await core.Get<NoticeReader>().BoardAsync(Staff.Dewi, Token)).Unread.ShouldBe(1);
        (await marks.MarkAsync([id], Actor.Nobody, Token)).ShouldBeRefused(RefusalCode.RoleNotAllowed);
        (await marks.MarkAsync([id], Staff.Dewi, Token)).ShouldBeDone();
        (await core.Get<NoticeReader>().BoardAsync(Staff.Dewi, Token)).Unread.ShouldBe(0);
        core.Changes.All.Last().Concerns(Staff.Dewi.Id).ShouldBeTrue("the other pages of the person hear of it");
    }

    [Theory, DatabaseProviders]
    public async Task They_are_read_page_by_page_newest_first_and_what_is_hidden_by_choice_does_not_count(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);
        var state = await core.Cases.InVerificationAsync();
        for (var round = 0; round < 5; round++)
        {
            core.Clock.Advance(TimeSpan.FromSeconds(1));
            await AssignAsync(core, state, Staff.Dewi);
            await AssignAsync(core, state, Staff.Agus);
        }

        var reader = core.Get<NoticeReader>();
        List<NoticeLine> all = [];
        Guid? after = null;
        do
        {
            var page = await reader.ReadAsync(onlyUnread: false, after, 2, Staff.Dewi, Token);
            all.AddRange(page.Lines);
            after = page.Next;
        }
        while (after is not null);

        all.Select(line => line.Id).Distinct().Count().ShouldBe(5);
        all.Select(line => line.At).ShouldBe(all.Select(line => line.At).OrderDescending());
        (await core.Get<MarkNoticesReadHandler>().MarkAllAsync(all[2].Id, Staff.Dewi, Token)).ShouldBeDone();
        (await reader.ReadAsync(onlyUnread: true, null, 10, Staff.Dewi, Token)).Lines.Select(line => line.Id).ShouldBe(all[..2].Select(line => line.Id));

        var hidden = new Dictionary<NoticeKind, NoticeChoice> { [NoticeKind.Assigned] = new(InPage: false, InBrowser: false, NoticeMailing.Off) };
        (await core.Get<NoticePreferencesHandler>().SaveAsync(new(0, null, Language.Indonesian, false, hidden), Staff.Dewi, Token)).ShouldBeDone();
        (await reader.BoardAsync(Staff.Dewi, Token)).ShouldSatisfyAllConditions(board => board.Unread.ShouldBe(0), board => board.Newest.ShouldBeEmpty());
        (await reader.BoardAsync(Staff.Agus, Token)).Unread.ShouldBe(5, "it is the choice of one person");
    }

    [Theory, DatabaseProviders]
    public async Task They_are_removed_after_the_days_of_the_setting(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);
        var state = await core.Cases.InVerificationAsync();
        await AssignAsync(core, state, Staff.Dewi);
        core.Clock.Advance(TimeSpan.FromDays(60));
        (await core.Get<RemoveOldNoticesHandler>().HandleAsync(Token)).ShouldBe(0);
        await AssignAsync(core, state, Staff.Agus);
        core.Clock.Advance(TimeSpan.FromMilliseconds(1));

        (await core.Get<RemoveOldNoticesHandler>().HandleAsync(Token)).ShouldBe(1);

        (await LinesAsync(core, Staff.Dewi)).ShouldBeEmpty();
        (await LinesAsync(core, Staff.Agus)).Count.ShouldBe(1);
    }

    private static async Task AssignAsync(CoreHost core, CaseState state, Actor person) =>
        (await core.Get<WorkItemHandler>().AssignAsync(await core.Cases.LiveWorkItemAsync(state.CaseId), person, Staff.Maya, Token)).ShouldBeDone();

    private static async Task<IReadOnlyList<NoticeLine>> LinesAsync(CoreHost core, Actor person) =>
        (await core.Get<NoticeReader>().ReadAsync(onlyUnread: false, null, 100, person, Token)).Lines;
}
