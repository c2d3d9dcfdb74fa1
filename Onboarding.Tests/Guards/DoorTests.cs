using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Aftercare;
using Onboarding.Core.Cases;
using Onboarding.Core.Catalog;
using Onboarding.Core.Clarifications;
using Onboarding.Core.Customers;
using Onboarding.Core.Customers.Crm;
using Onboarding.Core.Documents;
using Onboarding.Core.Documents.Quarantine;
using Onboarding.Core.Drafts;
using Onboarding.Core.Imports;
using Onboarding.Core.Messages;
using Onboarding.Core.Notifications;
using Onboarding.Core.Outbox;
using Onboarding.Core.Partners;
using Onboarding.Core.Queues;
using Onboarding.Core.Queues.Views;
using Onboarding.Core.Reporting;
using Onboarding.Core.Reporting.Figures;
using Onboarding.Core.Reporting.Issuing;
using Onboarding.Core.Reporting.Printing;
using Onboarding.Core.Reporting.Wallboards;
using Onboarding.Core.Results;
using Onboarding.Core.Sla;
using Onboarding.Core.Stages.Stage1Intake;
using Onboarding.Core.Stages.Stage2Verification;
using Onboarding.Core.Stages.Stage3Recording;
using Onboarding.Core.Stages.Stage4Approval;
using Onboarding.Core.Stages.Stage5FollowUp;
using Onboarding.Core.Workflow;
using Onboarding.Tests.Support;
using static Onboarding.Core.Workflow.ActorRole;

namespace Onboarding.Tests.Guards;

/// <summary>Every use case is a door; each is tried by every role that has no business there. A use case that is missing here turns this red.</summary>
public sealed class DoorTests(CoreHosts cores) : IClassFixture<CoreHosts>
{
    private static readonly ActorRole[] Teams = [CustomerService, Administration, InformationTechnology, Supervisor, Compliance];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_door_is_closed_to_every_role_that_has_no_business_there()
    {
        var core = await cores.SharedAsync(DatabaseKind.Sqlite);
        var cases = await PrepareAsync(core);
        var doors = Doors(core, cases).Concat(Register(core, cases)).ToList();
        var known = doors.Select(door => door.Name).ToHashSet(StringComparer.Ordinal);
        var all = typeof(IUseCase).Assembly.GetTypes().Where(type => type.IsClass && type.IsAssignableTo(typeof(IUseCase)))
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Where(method => method.GetParameters().Any(parameter => parameter.Name == "actor"))
            .Select(method => $"{method.DeclaringType!.Name}.{method.Name}");
        all.Except(known).ShouldBeEmpty("use cases that nobody tries");

        var open = new List<string>();
        foreach (var door in doors)
        {
            foreach (var role in Enum.GetValues<ActorRole>().Except(door.For))
            {
                var before = await StateAsync(core, door.Case.CaseId);
                var refusal = await door.Try(As(role, door.Case.CaseId));
                var isClosed = refusal is NotFound or { Code: RefusalCode.RoleNotAllowed };
                if (!isClosed || await StateAsync(core, door.Case.CaseId) != before)
                {
                    open.Add($"{door.Name} to {role}: {refusal?.Code.ToString() ?? "done"}");
                }
            }
        }

        open.ShouldBeEmpty();
    }

    private static IEnumerable<Door> Doors(CoreHost core, Dictionary<CaseStatus, CaseState> at)
    {
        Door On<THandler>(CaseStatus status, ActorRole[] roles, Func<THandler, CaseTarget, Actor, Task<Refusal?>> call, string method = "HandleAsync")
            where THandler : notnull => new($"{typeof(THandler).Name}.{method}", at[status], roles, actor => call(core.Get<THandler>(), new CaseTarget(at[status].CaseId, null), actor));

        yield return On<RegisterCaseHandler>(CaseStatus.Received, [CustomerService, Applicant, ActorRole.System], (handler, _, actor) => Of(handler.HandleAsync(
            new(Guid.CreateVersion7(core.Clock.GetUtcNow()), "INTERNET-RUMAH", Channel.Online, Language.Indonesian, Registrations.Person(3), new("2026-01", true, false)), actor, Token)));
        yield return On<SubmitDraftHandler>(CaseStatus.Draft, [CustomerService], (handler, target, actor) => Of(handler.HandleAsync(new(target, new("2026-01", true, false)), actor, Token)));
        yield return On<SubmitDraftHandler>(CaseStatus.Draft, [CustomerService], (handler, target, actor) => Of(handler.DiscardAsync(target, actor, Token)), nameof(SubmitDraftHandler.DiscardAsync));
        yield return On<EditRegistrationHandler>(CaseStatus.Received, [CustomerService], (handler, target, actor) => Of(handler.HandleAsync(new(target, Registrations.Person(1), null), actor, Token)));
        yield return On<EditRegistrationHandler>(CaseStatus.Received, [CustomerService], (handler, target, actor) => Of(handler.HandleAsync(new(target, Registrations.Person(2), null), actor, Token)));
        yield return On<TickChecklistItemHandler>(CaseStatus.Received, [CustomerService], (handler, target, actor) => Of(handler.HandleAsync(CasesAt.Explained(target), actor, Token)));
        yield return On<SaveDraftHandler>(CaseStatus.Draft, [CustomerService], (handler, target, actor) => Of(handler.HandleAsync(
            new(target, "INTERNET-RUMAH", Channel.Telephone, Language.English, Registrations.Person(5), null), actor, Token)));
        yield return On<RemoveDraftDocumentHandler>(CaseStatus.Draft, [CustomerService], (handler, target, actor) => Of(handler.HandleAsync(new(target, Guid.Empty), actor, Token)));
        yield return On<SaveFormDraftHandler>(CaseStatus.Received, Teams, (handler, _, actor) => Of(handler.HandleAsync(
            new(DraftSubject.Case(at[CaseStatus.Received].Number), "EditData", FormContent.Empty, 0), actor, Token)));
        yield return On<SaveFormDraftHandler>(CaseStatus.Received, Teams, (handler, _, actor) => Of(handler.AddAsync(
            DraftSubject.Case(at[CaseStatus.Received].Number), "EditData", new Dictionary<string, string>(), actor, Token)), nameof(SaveFormDraftHandler.AddAsync));
        yield return On<DropFormDraftHandler>(CaseStatus.Received, Teams, (handler, _, actor) => Of(handler.HandleAsync(DraftSubject.Case(at[CaseStatus.Received].Number), "EditData", actor, Token)));
        yield return On<CompleteIntakeHandler>(CaseStatus.Received, [CustomerService], (handler, target, actor) => Of(handler.HandleAsync(new(target), actor, Token)));
        yield return On<AskApplicantHandler>(CaseStatus.Received, [CustomerService], (handler, target, actor) => Of(handler.HandleAsync(new(target, "?"), actor, Token)));
        yield return On<CancelRegistrationHandler>(CaseStatus.Received, [CustomerService], (handler, target, actor) => Of(handler.HandleAsync(new(target, "spam"), actor, Token)));
        yield return On<AddDocumentHandler>(CaseStatus.Received, [CustomerService], (handler, target, actor) => Of(handler.HandleAsync(new(target, DocumentKind.Other, "x.png"), Registrations.Picture(), actor, Token)));
        yield return On<SearchDuplicatesHandler>(CaseStatus.InVerification, [Administration], (handler, target, actor) => Of(handler.HandleAsync(new(target), actor, Token)));
        yield return On<DecideDuplicateHandler>(CaseStatus.InVerification, [Administration], (handler, target, actor) => Of(handler.HandleAsync(new(target, at[CaseStatus.Received].CaseId, DuplicateVerdict.Different, "lain"), actor, Token)));
        yield return On<WriteDownReplyHandler>(CaseStatus.AwaitingApplicant, [CustomerService], (handler, target, actor) => Of(handler.HandleAsync(new(target, new Dictionary<Guid, ItemAnswer>(), ContactChannel.Phone, "Budi", "Telepon"), actor, Token)));
        yield return On<ResendQuestionHandler>(CaseStatus.AwaitingApplicant, [CustomerService], (handler, target, actor) => Of(handler.HandleAsync(new(target), actor, Token)));
        yield return On<RecallQuestionHandler>(CaseStatus.AwaitingApplicant, [CustomerService], (handler, target, actor) => Of(handler.HandleAsync(new(target, "salah"), actor, Token)));
        yield return On<ReviewAnswersHandler>(CaseStatus.InVerification, [Administration], (handler, target, actor) => Of(handler.HandleAsync(new(target, new Dictionary<Guid, AnswerVerdict>()), actor, Token)));
        yield return On<RecordContactHandler>(CaseStatus.AwaitingApplicant, [CustomerService], (handler, target, actor) => Of(handler.HandleAsync(new(target, new(ContactChannel.Phone, "Budi", "Ditelepon", ContactOutcome.NotReached)), actor, Token)));
        yield return On<WithdrawCaseHandler>(CaseStatus.Received, [CustomerService, Applicant], (handler, target, actor) => Of(handler.HandleAsync(new(target, "batal"), actor, Token)));
        yield return On<HoldCaseHandler>(CaseStatus.Received, [Compliance], (handler, target, actor) => Of(handler.PlaceAsync(new(target, "periksa"), actor, Token)), nameof(HoldCaseHandler.PlaceAsync));
        yield return On<HoldCaseHandler>(CaseStatus.Received, [Compliance], (handler, target, actor) => Of(handler.ReleaseAsync(new(target, "selesai"), actor, Token)), nameof(HoldCaseHandler.ReleaseAsync));
        yield return On<ReopenCaseHandler>(CaseStatus.Rejected, [Supervisor], (handler, target, actor) => Of(handler.HandleAsync(new(target, "baru"), actor, Token)));

        yield return On<RecordCheckHandler>(CaseStatus.InVerification, [Administration], (handler, target, actor) => Of(handler.HandleAsync(new(target, new(CheckCode.NewCustomer), CheckResult.Passed, new([], "x")), actor, Token)));
        yield return On<ReenterFieldHandler>(CaseStatus.InVerification, [Administration], (handler, target, actor) => Of(handler.HandleAsync(new(target, ReentryField.Nik, "1"), actor, Token)));
        yield return On<ReenterFieldHandler>(CaseStatus.InVerification, [Administration], (handler, target, actor) => Of(handler.ResolveAsync(new(target, ReentryField.Nik, ReentryResolution.TypingMistake), actor, Token)), nameof(ReenterFieldHandler.ResolveAsync));
        yield return On<AskSourceHandler>(CaseStatus.InVerification, [Administration], (handler, target, actor) => Of(handler.HandleAsync(new(target, "none"), actor, Token)));
        yield return On<SetCheckNeedsHandler>(CaseStatus.InVerification, [Administrator], (handler, _, actor) => Of(handler.HandleAsync(new("INTERNET-RUMAH", CustomerKind.Person, new Dictionary<CheckCode, CheckNeed>(), new Dictionary<CheckCode, CheckNeed>()), actor, Token)));
        yield return On<AskClarificationHandler>(CaseStatus.InVerification, [Administration], (handler, target, actor) => Of(handler.HandleAsync(new(target, "?"), actor, Token)));
        yield return On<CompleteVerificationHandler>(CaseStatus.InVerification, [Administration], (handler, target, actor) => Of(handler.HandleAsync(new(target), actor, Token)));
        yield return On<RecommendRejectionHandler>(CaseStatus.InVerification, [Administration], (handler, target, actor) => Of(handler.HandleAsync(new(target, "palsu"), actor, Token)));
        yield return On<CompleteRecordingHandler>(CaseStatus.Verified, [Administration], (handler, target, actor) => Of(handler.HandleAsync(new(target, CasesAt.AllFields), actor, Token)));
        yield return On<TickStorageItemHandler>(CaseStatus.Recorded, [InformationTechnology], (handler, target, actor) => Of(handler.HandleAsync(new(target, StorageItem.BackupCovered, true, null), actor, Token)));
        yield return On<VerifyStoredDocumentsHandler>(CaseStatus.Recorded, [InformationTechnology], (handler, target, actor) => Of(handler.HandleAsync(new(target), actor, null, Token)));
        yield return On<RestoreDocumentHandler>(CaseStatus.Recorded, [InformationTechnology], (handler, target, actor) => Of(handler.HandleAsync(new(target.Id, Guid.Empty), actor, Token)));
        yield return On<ConfirmStorageHandler>(CaseStatus.Recorded, [InformationTechnology], (handler, target, actor) => Of(handler.HandleAsync(new(target), actor, Token)));
        yield return On<ApproveCaseHandler>(CaseStatus.AwaitingApproval, [Supervisor], (handler, target, actor) => Of(handler.HandleAsync(new(target, null), actor, Token)));
        yield return On<RejectCaseHandler>(CaseStatus.AwaitingApproval, [Supervisor], (handler, target, actor) => Of(handler.HandleAsync(new(target, "OTHER", "tidak"), actor, Token)));
        yield return On<SendBackCaseHandler>(CaseStatus.AwaitingApproval, [Supervisor], (handler, target, actor) => Of(handler.HandleAsync(new(target, Stage.Verification, "ulang"), actor, Token)));
        yield return On<ApproveFromListHandler>(CaseStatus.AwaitingApproval, [Supervisor], async (handler, target, actor) => await Of(handler.HandleAsync(
            new(await core.Cases.LiveWorkItemAsync(target.Id), at[CaseStatus.AwaitingApproval].Version, IsMine: false), actor, Token)));
        yield return On<SettlePointHandler>(CaseStatus.InVerification, [Administration], (handler, target, actor) => Of(handler.HandleAsync(new(target, Guid.Empty, true), actor, Token)));
        yield return On<SubmitObjectionHandler>(CaseStatus.Rejected, [Applicant], (handler, target, actor) => Of(handler.HandleAsync(new(target.Id, "keliru"), actor, Token)));
        yield return On<RejectionReasonHandler>(CaseStatus.Received, [Administrator], (handler, _, actor) => Of(handler.SaveAsync(
            new("PINTU", 9, new("Pintu", "Door"), new("Pintu", "Door"), null, true), actor, Token)), nameof(RejectionReasonHandler.SaveAsync));
        yield return On<ConfirmActivationHandler>(CaseStatus.Activating, [ActorRole.System], (handler, target, actor) => Of(handler.HandleAsync(new(target.Id, "SVC"), actor, Token)));
        yield return On<ReportActivationFailureHandler>(CaseStatus.Activating, [ActorRole.System], (handler, target, actor) => Of(handler.HandleAsync(new(target.Id, "Timeout"), actor, Token)));
        yield return On<RetryActivationHandler>(CaseStatus.Activating, [InformationTechnology], (handler, target, actor) => Of(handler.HandleAsync(new(target, null), actor, Token)));
        yield return On<ConfirmActivationManuallyHandler>(CaseStatus.Activating, [InformationTechnology], (handler, target, actor) => Of(handler.HandleAsync(new(target, "SVC-1", "dilihat"), actor, Token)));
        yield return On<TakeActivationAnswerHandler>(CaseStatus.Activating, [ActorRole.System], (handler, _, actor) => Of(handler.HandleAsync(new(Guid.Empty, "evt-1", "SVC-1", null, new("", "")), actor, Token)));
        yield return On<RecordActivationNoticeHandler>(CaseStatus.Active, [CustomerService, ActorRole.System], (handler, target, actor) => Of(handler.HandleAsync(new(target, "WhatsApp"), actor, Token)));
        yield return On<RecordFollowUpHandler>(CaseStatus.Active, [CustomerService], (handler, target, actor) => Of(handler.HandleAsync(new(target, FollowUpOutcome.Understood, null), actor, Token)));
        yield return On<AskFeedbackHandler>(CaseStatus.Active, [CustomerService, ActorRole.System], (handler, target, actor) => Of(handler.HandleAsync(new(target), actor, Token)));
        yield return On<GiveFeedbackHandler>(CaseStatus.Active, [Applicant], (handler, target, actor) => Of(handler.HandleAsync(new(target.Id, 5, 5, null), actor, Token)));
        yield return On<CompleteCaseHandler>(CaseStatus.Active, [CustomerService, ActorRole.System], (handler, target, actor) => Of(handler.HandleAsync(new(target), actor, Token)));

        ActorRole[] staff = [.. Teams, Administrator];
        yield return On<MarkNoticesReadHandler>(CaseStatus.Received, staff, (handler, _, actor) => Of(handler.MarkAsync([Guid.Empty], actor, Token)), nameof(MarkNoticesReadHandler.MarkAsync));
        yield return On<MarkNoticesReadHandler>(CaseStatus.Received, staff, (handler, _, actor) => Of(handler.MarkAboutAsync("X", actor, Token)), nameof(MarkNoticesReadHandler.MarkAboutAsync));
        yield return On<MarkNoticesReadHandler>(CaseStatus.Received, staff, (handler, _, actor) => Of(handler.MarkAllAsync(Guid.Empty, actor, Token)), nameof(MarkNoticesReadHandler.MarkAllAsync));
        yield return On<NoticePreferencesHandler>(CaseStatus.Received, staff, (handler, _, actor) => Of(handler.ReadAsync(actor, Token)), nameof(NoticePreferencesHandler.ReadAsync));
        yield return On<NoticePreferencesHandler>(CaseStatus.Received, staff, (handler, _, actor) => Of(handler.SaveAsync(
            new(0, null, Language.Indonesian, false, new Dictionary<NoticeKind, NoticeChoice>()), actor, Token)), nameof(NoticePreferencesHandler.SaveAsync));
        yield return On<EscalationPlanHandler>(CaseStatus.Received, [Administrator], (handler, _, actor) => Of(handler.SaveAsync(new(1, []), actor, Token)), nameof(EscalationPlanHandler.SaveAsync));
        yield return On<SaveFollowUpPlanHandler>(CaseStatus.Active, [Administrator], (handler, _, actor) => Of(handler.HandleAsync(new("INTERNET-RUMAH", 0, new([])), actor, Token)));
        yield return On<SaveMessageTemplateHandler>(CaseStatus.Active, [Administrator], (handler, _, actor) => Of(handler.HandleAsync(new(new(OutboxKind.MailWithdrawn, "", Language.Indonesian), 0, null), actor, Token)));
        yield return On<CorrectAddressHandler>(CaseStatus.Received, [CustomerService], (handler, target, actor) => Of(handler.HandleAsync(new(target, "lain@contoh.example", "telepon"), actor, Token)));
        yield return On<TakeBounceHandler>(CaseStatus.Received, [ActorRole.System], (handler, _, actor) => Of(handler.HandleAsync(new(Guid.Empty), actor, Token)));
        yield return On<ResendMessageHandler>(CaseStatus.Received, [CustomerService], (handler, target, actor) => Of(handler.HandleAsync(new(target, Guid.Empty), actor, Token)));

        yield return On<WorkItemHandler>(CaseStatus.Received, [CustomerService], async (handler, target, actor) => await Of(handler.ClaimAsync(await core.Cases.LiveWorkItemAsync(target.Id), actor, Token)), nameof(WorkItemHandler.ClaimAsync));
        yield return On<WorkItemHandler>(CaseStatus.Received, Enum.GetValues<ActorRole>(), (_, _, _) => Task.FromResult<Refusal?>(null), nameof(WorkItemHandler.ReleaseAsync)); // By person, not by role: see ClaimTests.
        yield return On<WorkItemHandler>(CaseStatus.Received, Enum.GetValues<ActorRole>(), (_, _, _) => Task.FromResult<Refusal?>(null), nameof(WorkItemHandler.ResolveAsync)); // By person, not by role: see ConcernTests.
        yield return On<WorkItemHandler>(CaseStatus.Received, [Supervisor], async (handler, target, actor) => await Of(handler.AssignAsync(await core.Cases.LiveWorkItemAsync(target.Id), Staff.Sari, actor, Token)), nameof(WorkItemHandler.AssignAsync));
        yield return On<SaveQueueViewHandler>(CaseStatus.Received, [CustomerService, Administration, InformationTechnology, Supervisor, Compliance], (handler, _, actor) => Of(handler.HandleAsync(new(null, "pintu", "Pintu", new(), []), actor, Token)));
        yield return On<QueueColumnsHandler>(CaseStatus.Received, [CustomerService, Administration, InformationTechnology, Supervisor, Compliance], (handler, _, actor) => Of(handler.SaveAsync("pintu", [QueueColumn.Due], actor, Token)), nameof(QueueColumnsHandler.SaveAsync));
        yield return On<QueueColumnsHandler>(CaseStatus.Received, Enum.GetValues<ActorRole>(), (_, _, _) => Task.FromResult<Refusal?>(null), nameof(QueueColumnsHandler.ReadAsync)); // By person, not by role: see QueueViewTests.
        yield return On<DeleteQueueViewHandler>(CaseStatus.Received, Enum.GetValues<ActorRole>(), (_, _, _) => Task.FromResult<Refusal?>(null)); // By person, not by role: see QueueViewTests.
        yield return On<TakeNextHandler>(CaseStatus.Received, [CustomerService, Administration, InformationTechnology, Supervisor], (handler, _, actor) => Of(handler.HandleAsync(new(Enum.GetValues<WorkQueue>()), actor, Token)));
        yield return On<SnoozeWorkItemHandler>(CaseStatus.Received, [CustomerService], async (handler, target, actor) => await Of(handler.HandleAsync(
            new(await core.Cases.LiveWorkItemAsync(target.Id), core.Clock.GetUtcNow().AddHours(1), "nanti"), actor, Token)));
        yield return On<SnoozeWorkItemHandler>(
            CaseStatus.Received, [CustomerService, ActorRole.System], async (handler, target, actor) => await Of(handler.WakeAsync(await core.Cases.LiveWorkItemAsync(target.Id), actor, Token)), nameof(SnoozeWorkItemHandler.WakeAsync));
        yield return On<BulkWorkHandler>(CaseStatus.Received, [CustomerService], async (handler, target, actor) =>
            (await handler.HandleAsync(new([await core.Cases.LiveWorkItemAsync(target.Id)], WorkItemAction.Claim), actor, null, Token)).ShouldBeDone().Lines.Single().Refusal);
        yield return On<BulkWorkHandler>(CaseStatus.Received, Enum.GetValues<ActorRole>(), (_, _, _) => Task.FromResult<Refusal?>(null), nameof(BulkWorkHandler.UndoAsync)); // The same steps the other way: see BulkWorkTests.
        yield return On<ReassignLoadHandler>(CaseStatus.Received, [Supervisor], (handler, _, actor) => Of(handler.HandleAsync(new(Staff.Sari.Id, []), actor, null, Token)));
        yield return On<OpenDocumentHandler>(CaseStatus.Received, Teams, async (handler, target, actor) => await Of(handler.HandleAsync(new(at[CaseStatus.Received].Number, (await core.Cases.LoadAsync(target.Id)).Documents[0].Id), actor, Token)));
        yield return On<ViewDocumentHandler>(CaseStatus.Received, Teams, async (handler, target, actor) => await Of(handler.HandleAsync(new(at[CaseStatus.Received].Number, (await core.Cases.LoadAsync(target.Id)).Documents[0].Id), actor, Token)));
        yield return On<ReadIdentityCardHandler>(CaseStatus.Received, Teams, async (handler, target, actor) => await Of(handler.HandleAsync(new(at[CaseStatus.Received].Number, (await core.Cases.LoadAsync(target.Id)).Documents[0].Id), actor, null, Token)));
        yield return On<ReadPendingCardHandler>(CaseStatus.Received, [CustomerService], (handler, _, actor) => Of(handler.HandleAsync(new(Guid.Empty, Guid.Empty), actor, null, Token)));
        yield return On<RecordReportIssueHandler>(CaseStatus.Received, Teams, (handler, target, actor) => Of(handler.HandleAsync(new(target.Id, ReportKind.VerificationReport, ReportFormat.Pdf, Language.Indonesian, new byte[32]), actor, Token)));
        yield return On<IssueFormHandler>(CaseStatus.Received, Teams, (handler, _, actor) => Of(handler.HandleAsync(new(at[CaseStatus.Received].Number, ReportKind.RegistrationForm, Language.Indonesian), actor, Token)));
        yield return On<GiveUpFormHandler>(CaseStatus.Received, Teams, (handler, _, actor) => Of(handler.HandleAsync(new(Guid.Empty), actor, Token)));
        yield return On<OpenIssuedFormHandler>(CaseStatus.Received, Teams, (handler, _, actor) => Of(handler.HandleAsync(new(at[CaseStatus.Received].Number, Guid.Empty), actor, Token)));
        yield return On<StartPrintingHandler>(CaseStatus.Received, [Supervisor], (handler, _, actor) => Of(handler.HandleAsync(new([at[CaseStatus.Received].Number], [ReportKind.RegistrationForm], Language.Indonesian), actor, Token)));
        yield return On<CancelPrintingHandler>(CaseStatus.Received, [Supervisor], (handler, _, actor) => Of(handler.HandleAsync(new(Guid.Empty), actor, Token)));
        yield return On<OpenPrintedHandler>(CaseStatus.Received, [Supervisor], (handler, _, actor) => Of(handler.HandleAsync(new(Guid.Empty, null), actor, Token)));
        yield return On<HolidayHandler>(CaseStatus.Received, [Administrator], (handler, _, actor) => Of(handler.SaveAsync(new(new DateOnly(2026, 12, 31), "Tutup", HolidayKind.CompanyClosure, null), actor, Token)), nameof(HolidayHandler.SaveAsync));
        yield return On<HolidayHandler>(CaseStatus.Received, [Administrator], (handler, _, actor) => Of(handler.RemoveAsync(new DateOnly(2026, 12, 25), 1, actor, Token)), nameof(HolidayHandler.RemoveAsync));
        yield return On<DeleteQuarantinedHandler>(CaseStatus.Received, [InformationTechnology], async (handler, target, actor) => await Of(handler.HandleAsync(new((await core.Cases.LoadAsync(target.Id)).Documents[0].Id, "virus"), actor, Token)));
        yield return On<ProductHandler>(CaseStatus.Received, [Administrator], (handler, _, actor) => Of(handler.OfferAsync("AWAN-KANTOR", false, actor, Token)), nameof(ProductHandler.OfferAsync));
        yield return On<ProductHandler>(CaseStatus.Received, [Administrator], async (handler, _, actor) => await Of(handler.CreateAsync(new("BARU", await ContentAsync(core), null), actor, Token)), nameof(ProductHandler.CreateAsync));
        yield return On<ProductHandler>(CaseStatus.Received, [Administrator], async (handler, _, actor) => await Of(handler.PublishAsync(new("AWAN-KANTOR", 1, [], await ContentAsync(core), null), actor, Token)), nameof(ProductHandler.PublishAsync));
        yield return On<UploadImportHandler>(CaseStatus.Received, [CustomerService], (handler, _, actor) => Of(handler.HandleAsync(ImportFiles.Declared(), ImportFiles.Persons(9), actor, Token)));
        yield return On<StartImportHandler>(CaseStatus.Received, [CustomerService], (handler, _, actor) => Of(handler.HandleAsync(new(Guid.Empty, true), actor, Token)));
        yield return On<CancelImportHandler>(CaseStatus.Received, [CustomerService], (handler, _, actor) => Of(handler.HandleAsync(new(Guid.Empty), actor, Token)));
        yield return On<EndImportHandler>(CaseStatus.Received, [CustomerService], (handler, _, actor) => Of(handler.HandleAsync(new(Guid.Empty), actor, Token)));
        yield return On<EditPartnerHandler>(CaseStatus.Received, [Administrator], (handler, _, actor) => Of(handler.CreateAsync(new("PT Pintu", "pintu@contoh.example"), actor, Token)), nameof(EditPartnerHandler.CreateAsync));
        yield return On<EditPartnerHandler>(CaseStatus.Received, [Administrator], (handler, _, actor) => Of(handler.RenameAsync(Guid.Empty, new("PT Pintu", "pintu@contoh.example"), actor, Token)), nameof(EditPartnerHandler.RenameAsync));
        yield return On<EditPartnerHandler>(CaseStatus.Received, [Administrator], (handler, _, actor) => Of(handler.SetDisabledAsync(Guid.Empty, true, actor, Token)), nameof(EditPartnerHandler.SetDisabledAsync));
        yield return On<CheckFiguresHandler>(CaseStatus.Received, [Supervisor, Compliance, Administrator, ActorRole.System], (handler, _, actor) => Of(handler.HandleAsync(actor, Token)));
        yield return On<RebuildFiguresHandler>(CaseStatus.Received, [Administrator, ActorRole.System], (handler, _, actor) => Of(handler.HandleAsync(actor, Token)));
        yield return On<WallScreensHandler>(CaseStatus.Received, [Supervisor, Administrator], (handler, _, actor) => Of(handler.ListAsync(actor, Token)), nameof(WallScreensHandler.ListAsync));
        yield return On<WallScreensHandler>(CaseStatus.Received, [Supervisor, Administrator], (handler, _, actor) => Of(handler.CreateAsync("Lobi", actor, Token)), nameof(WallScreensHandler.CreateAsync));
        yield return On<WallScreensHandler>(CaseStatus.Received, [Supervisor, Administrator], (handler, _, actor) => Of(handler.RevokeAsync(Guid.Empty, actor, Token)), nameof(WallScreensHandler.RevokeAsync));
        yield return On<PartnerKeysHandler>(CaseStatus.Received, [Administrator], (handler, _, actor) => Of(handler.CreateAsync(new(Guid.Empty, "uji", PartnerScopes.RegistrationsRead, 60, null), actor, Token)), nameof(PartnerKeysHandler.CreateAsync));
        yield return On<PartnerKeysHandler>(CaseStatus.Received, [Administrator], (handler, _, actor) => Of(handler.RevokeAsync(Guid.Empty, Guid.Empty, actor, Token)), nameof(PartnerKeysHandler.RevokeAsync));
        yield return On<PartnerWebhookHandler>(CaseStatus.Received, [Administrator], (handler, _, actor) => Of(handler.SetAddressAsync(Guid.Empty, "https://mitra.example/hook", actor, Token)), nameof(PartnerWebhookHandler.SetAddressAsync));
        yield return On<PartnerWebhookHandler>(CaseStatus.Received, [Administrator], (handler, _, actor) => Of(handler.RotateSecretAsync(Guid.Empty, actor, Token)), nameof(PartnerWebhookHandler.RotateSecretAsync));
        yield return On<ReplayDeliveriesHandler>(CaseStatus.Received, [Administrator, InformationTechnology], (handler, _, actor) => Of(handler.ReplayAsync(Guid.Empty, actor, Token)), nameof(ReplayDeliveriesHandler.ReplayAsync));
        yield return On<ReplayDeliveriesHandler>(CaseStatus.Received, [Administrator, InformationTechnology], (handler, _, actor) => Of(handler.ReplaySetAsideAsync(null, actor, Token)), nameof(ReplayDeliveriesHandler.ReplaySetAsideAsync));
        yield return On<RegisterForPartnerHandler>(CaseStatus.Received, [ActorRole.Partner], (handler, _, actor) => Of(handler.HandleAsync(
            new(Guid.CreateVersion7(core.Clock.GetUtcNow()), "INTERNET-RUMAH", Channel.Partner, Language.Indonesian, Registrations.Person(5), new("2026-01", true, false) { GivenAt = core.Clock.GetUtcNow() }),
            new RepeatKey(new byte[32], new byte[32], Guid.Empty), _ => new PartnerAnswer(201, "/", []), actor, Token)));
        yield return On<RegisterForPartnerHandler>(
            CaseStatus.Received, [ActorRole.Partner], async (handler, _, actor) => (await handler.ReviewAsync(new("INTERNET-RUMAH", null, null, null), actor, Token)).OfType<NotAllowed>().FirstOrDefault(), nameof(RegisterForPartnerHandler.ReviewAsync));
        yield return On<AttachDocumentsHandler>(CaseStatus.Received, [], (handler, target, actor) => Of(handler.HandleAsync(new(target.Id, Guid.Empty, null), _ => new PartnerAnswer(201, "/", []), actor, Token)));
        yield return On<RetrySetAsideHandler>(CaseStatus.Received, [Administrator, InformationTechnology], (handler, _, actor) => Of(handler.HandleAsync(new(Guid.Empty), actor, Token)));
    }

    // The customer register, which has a gate of its own.
    private static IEnumerable<Door> Register(CoreHost core, Dictionary<CaseStatus, CaseState> at)
    {
        Door On<THandler>(IReadOnlyList<ActorRole> roles, Func<THandler, CustomerTarget, Actor, Task<Refusal?>> call, string method = "HandleAsync")
            where THandler : notnull => new($"{typeof(THandler).Name}.{method}", at[CaseStatus.Active], [.. roles], async actor =>
                await call(core.Get<THandler>(), (await RegisterEntries.OfCaseAsync(core, at[CaseStatus.Active].CaseId)).Target, actor));

        yield return On<EditCustomerHandler>(CustomerAccess.Editors, (handler, target, actor) => Of(handler.HandleAsync(
            new(target, new CustomerRecord { Data = Registrations.Person(8) }, "uji"), actor, Token)));
        yield return On<AddInteractionHandler>(CustomerAccess.Recorders, (handler, target, actor) => Of(handler.HandleAsync(new(target, InteractionKind.Note, "uji", []), actor, Token)));
        yield return On<MergeCustomersHandler>(CustomerAccess.Editors, (handler, target, actor) => Of(handler.HandleAsync(
            new(target, new CustomerTarget(Guid.Empty, null), new HashSet<string>(), "uji"), actor, Token)));
        yield return On<UndoMergeHandler>(CustomerAccess.Undoers, (handler, target, actor) => Of(handler.HandleAsync(new(Guid.Empty, target, "uji"), actor, Token)));
        yield return On<ExportCustomersHandler>(CustomerAccess.Exporters, (handler, _, actor) => Of(handler.BeginAsync(new(new CustomerFilter(), "uji"), actor, Token)), nameof(ExportCustomersHandler.BeginAsync));
        yield return On<ExportCustomersHandler>(CustomerAccess.Exporters, (handler, _, actor) => Of(handler.EndAsync(Guid.Empty, 0, true, actor, Token)), nameof(ExportCustomersHandler.EndAsync));

        yield return On<StartCrmRunHandler>(CrmAccess.Operators, (handler, _, actor) => Of(handler.HandleAsync(new(CrmRunKind.Compare), actor, Token)));
        yield return On<StartCrmRunHandler>(CrmAccess.Operators, (handler, _, actor) => Of(handler.CancelAsync(actor, Token)), nameof(StartCrmRunHandler.CancelAsync));
        yield return On<ResendToCrmHandler>(CrmAccess.Operators, (handler, target, actor) => Of(handler.HandleAsync(new([target.Id]), actor, Token)));

        // It answers nothing to who may not: see ExportTests.
        yield return On<ExportCustomersHandler>(Enum.GetValues<ActorRole>(), (_, _, _) => Task.FromResult<Refusal?>(null), nameof(ExportCustomersHandler.ReadAsync));
    }

    private static async Task<Dictionary<CaseStatus, CaseState>> PrepareAsync(CoreHost core)
    {
        var received = await core.Cases.ReceivedAsync(Registrations.Person(1));
        var draft = await core.Get<RegisterCaseHandler>().HandleAsync(
            new(Guid.CreateVersion7(core.Clock.GetUtcNow()), "INTERNET-RUMAH", Channel.Offline, Language.Indonesian, Registrations.Person(4), null, IsDraft: true), Staff.Sari, Token);
        var asked = await core.Cases.ClaimAsync(await core.Cases.ReceivedAsync(), Staff.Sari);
        var rejected = await core.Cases.ClaimAsync(await core.Cases.AwaitingApprovalAsync(), Staff.Maya);

        // Shares a telephone number with the first case, so that there is a match to decide.
        var verifying = await core.Cases.InVerificationAsync();
        await Database.ExecuteAsync(core, $"""INSERT INTO "DuplicateMatches" ("CaseId", "OtherCaseId", "OtherNumber", "Score", "Reasons", "FoundAt") VALUES ({verifying.CaseId}, {received.CaseId}, {received.Number}, 50, 'SamePhone', 0)""");
        return new Dictionary<CaseStatus, CaseState>
        {
            [CaseStatus.Draft] = draft.ShouldBeDone().State,
            [CaseStatus.Received] = received,
            [CaseStatus.AwaitingApplicant] = (await core.Get<AskApplicantHandler>().HandleAsync(new(CasesAt.Target(asked), "?"), Staff.Sari, Token)).ShouldBeDone(),
            [CaseStatus.InVerification] = verifying,
            [CaseStatus.Verified] = await core.Cases.VerifiedAsync(),
            [CaseStatus.Recorded] = await core.Cases.RecordedAsync(),
            [CaseStatus.AwaitingApproval] = await core.Cases.AwaitingApprovalAsync(),
            [CaseStatus.Activating] = await core.Cases.ActivatingAsync(),
            [CaseStatus.Active] = await core.Cases.ActiveAsync(),
            [CaseStatus.Rejected] = (await core.Get<RejectCaseHandler>().HandleAsync(new(CasesAt.Target(rejected), "OTHER", "tidak"), Staff.Maya, Token)).ShouldBeDone(),
        };
    }

    private static async Task<BrochureContent> ContentAsync(CoreHost core) => (await core.Get<ProductReader>().FindAsync("AWAN-KANTOR", Token))!.Content;

    // The version counts changes of the case; the audit sequence also what only leaves a trace.
    private static Task<(int, int, int)> StateAsync(CoreHost core, Guid caseId) => Database.ReadAsync(core, async context =>
    {
        var owner = await context.Cases.AsNoTracking().SingleAsync(item => item.Id == caseId, Token);
        return (owner.Version, owner.AuditSequence, await context.Cases.CountAsync(Token));
    });

    private static Actor As(ActorRole role, Guid caseId) => role switch
    {
        Applicant => Actor.Applicant(caseId),
        ActorRole.System => Actor.System("test"),
        ActorRole.Partner => Actor.Partner(Guid.Empty, "Other"),
        _ => Staff.Person($"other-{role}", "Other", role),
    };

    private static async Task<Refusal?> Of<T>(Task<Result<T>> result) => (await result).Refusal;

    private sealed record Door(string Name, CaseState Case, ActorRole[] For, Func<Actor, Task<Refusal?>> Try);
}
