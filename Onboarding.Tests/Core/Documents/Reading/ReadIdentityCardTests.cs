using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Cases;
using Onboarding.Core.Documents;
using Onboarding.Core.Documents.Reading;
using Onboarding.Core.Persistence;
using Onboarding.Core.Results;
using Onboarding.Core.Stages.Stage1Intake;
using Onboarding.Core.Tools;
using Onboarding.Tests.Support;
using Onboarding.Tests.Support.Files;

namespace Onboarding.Tests.Core.Documents.Reading;

/// <summary>A drawn card through the real programs, and what the trail keeps of reading it. Skipped where they are not installed.</summary>
public sealed class ReadIdentityCardTests(CoreHosts cores) : IClassFixture<CoreHosts>
{
    private const string Card =
        "PROVINSI DKI JAKARTA\nJAKARTA PUSAT\nNIK : 3171031708909901\nNama : BUDI CONTOH SANTOSO\nTempat/Tgl Lahir : BANDUNG, 17-08-1990\n"
        + "Jenis Kelamin : LAKI-LAKI Gol. Darah : O\nAlamat : JL. CONTOH RAYA NO. 12\nRT/RW : 003/012\nKel/Desa : KEMAYORAN\nKecamatan : KEMAYORAN\nAgama : ISLAM";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0)]
    [InlineData(90)]
    [InlineData(180)]
    [InlineData(270)]
    public async Task A_card_is_read_whichever_way_it_was_photographed(int turned)
    {
        FileTools.Require(ExternalTool.Vips, ExternalTool.Tesseract);
        var core = await cores.SharedAsync(DatabaseKind.Sqlite);
        var (state, document) = await WithCardAsync(core, turned);
        List<CardReadingStep> steps = [];

        var read = (await core.Get<ReadIdentityCardHandler>().HandleAsync(new(state.Number, document), Staff.Sari, steps.Add, Token)).ShouldBeDone();

        var values = read.Suggestions.ToDictionary(suggestion => suggestion.Field, suggestion => suggestion.Value);
        values[CardField.Nik].ShouldBe("3171031708909901");
        values[CardField.FullName].ShouldBe("BUDI CONTOH SANTOSO");
        values[CardField.BirthDate].ShouldBe("1990-08-17");
        values[CardField.Sex].ShouldBe("Male");
        steps.ShouldBe([CardReadingStep.Opening, CardReadingStep.Preparing, CardReadingStep.Reading]);
        Directory.EnumerateFileSystemEntries(Path.Combine(core.Folder, "work")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Reading_leaves_the_trace_of_an_opening_and_nothing_of_the_text()
    {
        FileTools.Require(ExternalTool.Vips, ExternalTool.Tesseract);
        var core = await cores.SharedAsync(DatabaseKind.Sqlite);
        var (state, document) = await WithCardAsync(core, 0);

        (await core.Get<ReadIdentityCardHandler>().HandleAsync(new(state.Number, document), Staff.Sari, null, Token)).ShouldBeDone();

        var file = (await core.Get<CaseFileReader>().ReadAsync(state.Number, Staff.Ratna, Token)).ShouldBeDone();
        file.Timeline[0].Action.ShouldBe("Document.Open");
        file.Timeline.ShouldAllBe(entry => entry.Details == null || !entry.Details.Contains("3171031708909901", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_taken_over_is_named_in_the_trail_without_its_value()
    {
        var core = await cores.SharedAsync(DatabaseKind.Sqlite);
        var state = await core.Cases.ClaimAsync(await core.Cases.ReceivedAsync(Registrations.Person(4101)), Staff.Sari);
        var data = Registrations.Person(4101) with { FullName = "Budi Dibaca Mesin" };

        (await core.Get<EditRegistrationHandler>().HandleAsync(
            new(CasesAt.Target(state), data, null) { MachineRead = new HashSet<CardField> { CardField.FullName } }, Staff.Sari, Token)).ShouldBeDone();

        var entry = (await core.Get<CaseFileReader>().ReadAsync(state.Number, Staff.Ratna, Token)).ShouldBeDone().Timeline[0];
        entry.ActorId.ShouldBe(Staff.Sari.Id);
        entry.Details.ShouldNotBeNull().ShouldContain("\"machineRead\":[\"FullName\"]");
        entry.Details!.ShouldNotContain("Dibaca");
    }

    [Fact]
    public async Task Without_the_program_nothing_is_opened_and_the_answer_says_why()
    {
        var core = await cores.FreshAsync(DatabaseKind.Sqlite, services => services.AddToolsWithout(ExternalTool.Tesseract));
        var state = await core.Cases.ReceivedAsync();
        var document = (await core.Cases.LoadAsync(state.CaseId)).Documents[0].Id;
        var handler = core.Get<ReadIdentityCardHandler>();

        core.Get<CardPictures>().IsAvailable.ShouldBeFalse();
        (await handler.HandleAsync(new(state.Number, document), Staff.Sari, null, Token)).ShouldBeRefused(RefusalCode.CardReadingAbsent);
        (await core.Get<CaseFileReader>().ReadAsync(state.Number, Staff.Ratna, Token)).ShouldBeDone().Timeline.ShouldNotContain(entry => entry.Action == "Document.Open");
    }

    // Drawn by libvips: black on a light ground, as wide as a card on a telephone's photo.
    [Fact]
    public async Task A_photo_beside_a_form_that_is_not_saved_is_read_for_Customer_Service_and_leaves_a_trace_of_the_portal()
    {
        FileTools.Require(ExternalTool.Vips, ExternalTool.Tesseract);
        var core = await cores.SharedAsync(DatabaseKind.Sqlite);
        var key = Guid.CreateVersion7(core.Clock.GetUtcNow());
        var kept = (await core.Get<UploadPendingDocumentHandler>().HandleAsync(new(key, DocumentKind.IdentityCard, "ktp.jpg"), new MemoryStream(await FileTools.VipsTextAsync(Card, 0)), Token)).ShouldBeDone();

        var read = (await core.Get<ReadPendingCardHandler>().HandleAsync(new(key, kept.Id), Staff.Sari, null, Token)).ShouldBeDone();

        read.Suggestions.Single(suggestion => suggestion.Field == CardField.Nik).Value.ShouldBe("3171031708909901");
        (await core.Get<ReadPendingCardHandler>().HandleAsync(new(Guid.Empty, kept.Id), Staff.Sari, null, Token)).ShouldBeRefused(RefusalCode.DocumentNotFound);
        await using var context = core.Get<OnboardingContextFactory>().CreateDbContext();
        var trace = await context.AuditEvents.SingleAsync(entry => entry.Action == "Document.Open" && entry.Details!.Contains(kept.Id.ToString("N", CultureInfo.InvariantCulture)), Token);
        trace.ActorId.ShouldBe(Staff.Sari.Id);
        trace.Details!.ShouldNotContain("3171031708909901");
    }

    [Fact]
    public async Task What_is_taken_over_while_a_form_is_typed_is_named_when_it_is_first_saved_and_again_when_more_was_taken_over()
    {
        var core = await cores.SharedAsync(DatabaseKind.Sqlite);
        var details = new IntakeDetails(Source: new RegistrationSource()) { MachineRead = new HashSet<CardField> { CardField.Nik } };
        var state = (await core.Get<RegisterCaseHandler>().HandleAsync(
            new(Guid.CreateVersion7(core.Clock.GetUtcNow()), "INTERNET-RUMAH", Channel.Offline, Language.Indonesian, Registrations.Person(4711), null, IsDraft: true, details), Staff.Sari, Token)).ShouldBeDone().State;

        SaveDraft Save(params CardField[] read) =>
            new(CasesAt.Target(state), "INTERNET-RUMAH", Channel.Offline, Language.Indonesian, Registrations.Person(4711), null) { MachineRead = read.ToHashSet() };
        state = (await core.Get<SaveDraftHandler>().HandleAsync(Save(), Staff.Sari, Token)).ShouldBeDone();
        state = (await core.Get<SaveDraftHandler>().HandleAsync(Save(CardField.FullName, CardField.BirthDate), Staff.Sari, Token)).ShouldBeDone();
        (await core.Get<SaveDraftHandler>().HandleAsync(Save(), Staff.Sari, Token)).ShouldBeDone();

        var file = (await core.Get<CaseFileReader>().ReadAsync(state.Number, Staff.Ratna, Token)).ShouldBeDone();
        file.Timeline.Select(entry => entry.Details ?? "").Where(text => text.Contains("machineRead", StringComparison.Ordinal)).Select(text => text[text.IndexOf("\"machineRead", StringComparison.Ordinal)..])
            .ShouldBe(["\"machineRead\":[\"FullName\",\"BirthDate\"]}", "\"machineRead\":[\"Nik\"]}"]);
    }

    private static async Task<(CaseState State, Guid Document)> WithCardAsync(CoreHost core, int turned)
    {
        var png = await FileTools.VipsTextAsync(Card, turned);
        var state = await core.Cases.ClaimAsync(await core.Cases.ReceivedAsync(), Staff.Sari);
        var added = (await core.Get<AddDocumentHandler>().HandleAsync(new(CasesAt.Target(state), DocumentKind.IdentityCard, "ktp.png"), new MemoryStream(png), Staff.Sari, Token)).ShouldBeDone();
        return (added.Case, added.Id);
    }
}
