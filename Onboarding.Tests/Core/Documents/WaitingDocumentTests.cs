using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Onboarding.Core.Cases;
using Onboarding.Core.Documents;
using Onboarding.Core.Documents.Inspection;
using Onboarding.Core.Documents.Quarantine;
using Onboarding.Core.Results;
using Onboarding.Core.Stages.Stage1Intake;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Core.Documents;

/// <summary>What could not be looked into waits closed, and is settled when that is possible; what is infected stays closed.</summary>
public sealed class WaitingDocumentTests(CoreHosts cores) : IClassFixture<CoreHosts>
{
    private readonly ScriptedInspector _inspector = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, DatabaseProviders]
    public async Task While_the_tools_are_away_a_document_waits_and_neither_opens_nor_satisfies_the_checklist(DatabaseKind kind)
    {
        var core = await CoreAsync(kind);
        _inspector.Find = ScriptedInspector.Away;
        var (state, document) = await ReceivedAsync(core);

        document.State.ShouldBe(DocumentState.NotYetChecked);
        (await core.Get<OpenDocumentHandler>().HandleAsync(new(state.Number, document.Id), Staff.Sari, Token)).ShouldBeRefused(RefusalCode.DocumentNotOpenable);
        await core.Get<TickChecklistItemHandler>().HandleAsync(new(CasesAt.Target(state), ChecklistItem.ProductExplained, true, null), Staff.Sari, Token);
        (await core.Get<CompleteIntakeHandler>().HandleAsync(new(new(state.CaseId, null)), Staff.Sari, Token)).ShouldBeRefused(RefusalCode.ChecklistIncomplete);
        (await core.Get<CheckWaitingDocumentsHandler>().HandleAsync(Token)).ShouldBe(0, "it is not due yet");
    }

    [Theory, DatabaseProviders]
    public async Task When_the_tools_are_back_it_opens_and_what_was_made_of_it_replaces_the_file(DatabaseKind kind)
    {
        var core = await CoreAsync(kind);
        _inspector.Find = ScriptedInspector.Away;
        var (state, waiting) = await ReceivedAsync(core);
        core.Clock.Advance(TimeSpan.FromMinutes(2));
        (await core.Get<CheckWaitingDocumentsHandler>().HandleAsync(Token)).ShouldBe(1);
        (await DocumentAsync(core, waiting.Id)).NextCheckAt.ShouldBe(core.Clock.GetUtcNow().AddMinutes(2));
        var version = (await core.Cases.LoadAsync(state.CaseId)).Version;
        core.Changes.Clear();

        _inspector.Find = ScriptedInspector.Rewritten;
        core.Clock.Advance(TimeSpan.FromMinutes(3));
        (await core.Get<CheckWaitingDocumentsHandler>().HandleAsync(Token)).ShouldBe(1);

        var document = await DocumentAsync(core, waiting.Id);
        (document.State, document.Version, document.NextCheckAt).ShouldBe((DocumentState.Usable, 1, null));
        document.FileId.ShouldNotBe(waiting.FileId);
        core.Get<IDocumentStorage>().Contains(waiting.FileId).ShouldBeFalse();
        (await (await core.Get<OpenDocumentHandler>().HandleAsync(new(state.Number, document.Id), Staff.Sari, Token)).ShouldBeDone().ReadAsync()).ShouldBe(TestFiles.Png(800, 500));
        core.Changes.All.ShouldContain(change => change.CaseId == state.CaseId && change.Version == version + 1);
        (await core.Get<CheckWaitingDocumentsHandler>().HandleAsync(Token)).ShouldBe(0);
    }

    [Theory, DatabaseProviders]
    public async Task What_a_late_check_refuses_loses_its_content_and_says_why(DatabaseKind kind)
    {
        var core = await CoreAsync(kind);
        _inspector.Find = ScriptedInspector.Away;
        var (state, waiting) = await ReceivedAsync(core);
        _inspector.Find = ScriptedInspector.Broken;
        core.Clock.Advance(TimeSpan.FromMinutes(2));
        await core.Get<CheckWaitingDocumentsHandler>().HandleAsync(Token);

        var document = await DocumentAsync(core, waiting.Id);
        (document.State, document.Finding).ShouldBe((DocumentState.Removed, nameof(DocumentRejection.Damaged)));
        core.Get<IDocumentStorage>().Contains(waiting.FileId).ShouldBeFalse();
        (await core.Get<OpenDocumentHandler>().HandleAsync(new(state.Number, document.Id), Staff.Sari, Token)).ShouldBeRefused(RefusalCode.DocumentNotOpenable);
        (await core.Get<CaseFileReader>().ReadAsync(state.Number, Staff.Sari, Token)).ShouldBeDone().Timeline[0].Action.ShouldBe("Document.Check");
    }

    [Theory, DatabaseProviders]
    public async Task A_form_that_waits_takes_its_document_with_it_into_the_case(DatabaseKind kind)
    {
        var core = await CoreAsync(kind);
        _inspector.Find = ScriptedInspector.Away;
        var key = Guid.CreateVersion7(core.Clock.GetUtcNow());
        var upload = core.Get<UploadPendingDocumentHandler>();
        (await upload.HandleAsync(new(key, DocumentKind.IdentityCard, "ktp.png"), Registrations.Picture(), Token)).ShouldBeDone().State.ShouldBe(DocumentState.NotYetChecked);
        _inspector.Find = ScriptedInspector.Virus;
        core.Clock.Advance(TimeSpan.FromMinutes(2));

        await core.Get<CheckWaitingDocumentsHandler>().HandleAsync(Token);

        (await upload.ListAsync(key, Token)).ShouldHaveSingleItem().State.ShouldBe(DocumentState.Quarantined);
        var registered = (await core.Get<RegisterCaseHandler>().HandleAsync(
            new(key, "INTERNET-RUMAH", Channel.Online, Language.Indonesian, Registrations.Person(9931), new("2026-01", true, false)), Onboarding.Core.Workflow.Actor.Applicant(key), Token)).ShouldBeDone();
        (await core.Cases.LoadAsync(registered.State.CaseId)).Documents.ShouldHaveSingleItem().State.ShouldBe(DocumentState.Quarantined);
    }

    [Theory, DatabaseProviders]
    public async Task What_is_infected_is_listed_for_IT_who_delete_it_with_a_reason_and_a_trace(DatabaseKind kind)
    {
        var core = await CoreAsync(kind);
        _inspector.Find = ScriptedInspector.Virus;
        var (state, infected) = await ReceivedAsync(core);
        var key = Guid.CreateVersion7(core.Clock.GetUtcNow());
        (await core.Get<UploadPendingDocumentHandler>().HandleAsync(new(key, DocumentKind.Passport, "paspor.png"), Registrations.Picture(), Token)).ShouldBeDone();
        var reader = core.Get<QuarantineReader>();

        (await reader.ListAsync(Staff.Sari, Token)).ShouldBeRefused(RefusalCode.RoleNotAllowed);
        (await reader.ListAsync(Staff.Yusuf, Token)).ShouldBeRefused(RefusalCode.RoleNotAllowed);
        var rows = (await reader.ListAsync(Staff.Rudi, Token)).ShouldBeDone();
        rows.Select(row => (row.CaseNumber, row.Kind, row.Finding)).ShouldBe(
            [(null, DocumentKind.Passport, "Win.Test.EICAR_HDB-1"), (state.Number, DocumentKind.IdentityCard, "Win.Test.EICAR_HDB-1")], ignoreOrder: true);

        var delete = core.Get<DeleteQuarantinedHandler>();
        (await delete.HandleAsync(new(infected.Id, " "), Staff.Rudi, Token)).ShouldBeRefused(RefusalCode.InvalidInput);
        foreach (var row in rows)
        {
            (await delete.HandleAsync(new(row.Id, "Contoh uji"), Staff.Rudi, Token)).ShouldBeDone();
            (await delete.HandleAsync(new(row.Id, "Contoh uji"), Staff.Rudi, Token)).ShouldBeRefused(RefusalCode.DocumentNotFound);
        }

        (await reader.ListAsync(Staff.Rudi, Token)).ShouldBeDone().ShouldBeEmpty();
        core.Get<IDocumentStorage>().Contains(infected.FileId).ShouldBeFalse();
        var trace = (await core.Get<CaseFileReader>().ReadAsync(state.Number, Staff.Ratna, Token)).ShouldBeDone().Timeline[0];
        (trace.Action, trace.ActorId, trace.Reason).ShouldBe(("Document.DeleteQuarantined", Staff.Rudi.Id, "Contoh uji"));
        (await Database.ReadAsync(core, context => context.AuditEvents.CountAsync(entry => entry.Action == "Document.DeleteQuarantined", Token))).ShouldBe(2);
    }

    [Theory, DatabaseProviders]
    public async Task A_good_part_beside_an_infected_one_satisfies_the_checklist_and_both_are_listed(DatabaseKind kind)
    {
        var core = await CoreAsync(kind);
        _inspector.Find = ScriptedInspector.Virus;
        var (state, _) = await ReceivedAsync(core);
        _inspector.Find = ScriptedInspector.Good;
        (await core.Get<AddDocumentHandler>().HandleAsync(new(CasesAt.Target(state), DocumentKind.IdentityCard, "ktp2.png"), Registrations.Picture(), Staff.Sari, Token)).ShouldBeDone();

        var file = (await core.Get<CaseFileReader>().ReadAsync(state.Number, Staff.Sari, Token)).ShouldBeDone();
        file.Checklist.Single(line => line.Item == ChecklistItem.IdentityCard).IsSatisfied.ShouldBeTrue();
        file.Case.Documents.OrderBy(document => document.Part).Select(document => (document.Version, document.Part, document.State)).ShouldBe([(1, 1, DocumentState.Quarantined), (1, 2, DocumentState.Usable)]);
        file.Case.LeadingDocument(DocumentKind.IdentityCard)!.Part.ShouldBe(2, "what cannot be opened is not what a check looks at");
    }

    private static Task<CaseDocument> DocumentAsync(CoreHost core, Guid id) =>
        Database.ReadAsync(core, context => context.Documents.AsNoTracking().SingleAsync(document => document.Id == id, Token));

    private static async Task<(CaseState State, CaseDocument Document)> ReceivedAsync(CoreHost core)
    {
        var state = await core.Cases.ClaimAsync(await core.Cases.ReceivedAsync(), Staff.Sari);
        return (state, (await core.Cases.LoadAsync(state.CaseId)).Documents.Single());
    }

    private Task<CoreHost> CoreAsync(DatabaseKind kind) => cores.FreshAsync(kind, services => services.AddSingleton<IDocumentInspector>(_inspector));
}
