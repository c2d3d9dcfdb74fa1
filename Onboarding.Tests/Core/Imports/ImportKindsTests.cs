using System.Globalization;
using System.Text;
using Onboarding.Core.Cases;
using Onboarding.Core.Catalog;
using Onboarding.Core.Imports;
using Onboarding.Core.Partners;
using Onboarding.Core.Results;
using Onboarding.Core.Stages.Stage1Intake;
using Onboarding.Core.Workflow;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Core.Imports;

/// <summary>What rows can be: of persons and businesses, of partners, in every way in which spreadsheets write them.</summary>
public sealed class ImportKindsTests(CoreHosts cores) : IClassFixture<CoreHosts>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(';', true)]
    [InlineData(';', false)]
    [InlineData(',', true)]
    [InlineData(',', false)]
    public async Task A_file_is_read_with_semicolons_and_commas_with_its_mark_and_without(char separator, bool withMark)
    {
        var core = await cores.SharedAsync(DatabaseKind.Sqlite);
        var serial = 4300 + separator + (withMark ? 1 : 0);
        var text = string.Join('\n', ImportFiles.PersonHeading, ImportFiles.Row(serial)).Replace(';', separator);

        var (batch, rows) = await ImportAsync(core, new MemoryStream([.. withMark ? Encoding.UTF8.Preamble : [], .. Encoding.UTF8.GetBytes(text)]), ImportFiles.Declared());

        (batch.State, batch.Registered, batch.Problems).ShouldBe((ImportState.Done, 1, 0));
        (await DataAsync(core, rows[0])).ShouldBeOfType<PersonData>().FullName.ShouldBe(Registrations.Person(serial).FullName);
    }

    [Theory, DatabaseProviders]
    public async Task Rows_of_businesses_and_persons_stand_in_one_file(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);
        var (company, person) = (Registrations.Business(4401), Registrations.Person(4402));

        var (batch, rows) = await ImportAsync(core, ImportFiles.Lines(ImportFiles.MixedHeading, ImportFiles.BusinessRow(4401), ImportFiles.MixedPersonRow(4402)), ImportFiles.Declared() with { ProductCode = "AWAN-KANTOR" });

        (batch.Registered, batch.Refused).ShouldBe((2, 0));
        var data = (await DataAsync(core, rows[0])).ShouldBeOfType<BusinessData>();
        (data.BusinessName, data.LegalForm, data.Nib, data.Phone).ShouldBe((company.BusinessName, company.LegalForm, company.Nib, company.Phone));
        (await DataAsync(core, rows[1])).ShouldBeOfType<PersonData>().Nik.ShouldBe(person.Nik);
    }

    [Theory, DatabaseProviders]
    public async Task Rows_of_a_partner_are_the_partners(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);
        var partner = await PartnerAsync(core);
        var declaration = ImportFiles.Declared() with { Channel = Channel.Partner, PartnerId = partner };

        var (batch, rows) = await ImportAsync(core, ImportFiles.Persons(4411, 4412), declaration);

        (batch.Registered, batch.PartnerId).ShouldBe((2, partner));
        var made = await core.Cases.LoadAsync(rows[0].CaseId!.Value);
        (made.Channel, made.PartnerId).ShouldBe((Channel.Partner, partner));
    }

    [Fact]
    public async Task A_partners_row_in_a_file_without_a_partner_is_refused_and_so_is_an_unknown_partner()
    {
        var core = await cores.SharedAsync(DatabaseKind.Sqlite);
        var upload = core.Get<UploadImportHandler>();
        var declared = ImportFiles.Declared();

        (await upload.HandleAsync(declared with { Channel = Channel.Partner }, ImportFiles.Persons(1), Staff.Sari, Token)).ShouldBeRefused(RefusalCode.InvalidInput);
        (await upload.HandleAsync(declared with { PartnerId = Guid.Empty }, ImportFiles.Persons(1), Staff.Sari, Token)).ShouldBeRefused(RefusalCode.InvalidInput);
        (await upload.HandleAsync(declared with { Evidence = " " }, ImportFiles.Persons(1), Staff.Sari, Token)).ShouldBeRefused(RefusalCode.InvalidInput);

        var id = await UploadAsync(core, ImportFiles.Lines(ImportFiles.PersonHeading + ";kanal", ImportFiles.Row(4421) + ";mitra"), declared);
        await core.Get<RunImportsHandler>().HandleAsync(Token);
        (await ProblemsAsync(core, id)).ShouldHaveSingleItem().Code.ShouldBe("ImportProblemCode.PartnerNotNamed");
    }

    [Fact]
    public async Task What_looks_like_a_formula_is_stored_as_given()
    {
        var core = await cores.SharedAsync(DatabaseKind.Sqlite);
        var street = Registrations.Person(4431).Address.Street;

        var (_, rows) = await ImportAsync(
            core, ImportFiles.Lines(ImportFiles.PersonHeading + ";catatan", ImportFiles.Row(4431).Replace(street, "=1+1 Jl. Satu", StringComparison.Ordinal) + ";@SUM(A1)"), ImportFiles.Declared());

        (await DataAsync(core, rows[0])).Address.Street.ShouldBe("=1+1 Jl. Satu");
        (await core.Get<CaseFileReader>().ReadAsync(rows[0].CaseNumber!, Staff.Sari, Token)).ShouldBeDone().Source!.Remark.ShouldBe("@SUM(A1)");
    }

    [Fact]
    public async Task A_stray_quote_costs_its_own_row_and_no_other()
    {
        var core = await cores.SharedAsync(DatabaseKind.Sqlite);

        var (batch, rows) = await ImportAsync(
            core, ImportFiles.Lines(ImportFiles.PersonHeading, ImportFiles.Row(4441), "\"" + ImportFiles.Row(4442), ImportFiles.Row(4443), ImportFiles.Row(4444)), ImportFiles.Declared());

        (batch.Registered, batch.Refused).ShouldBe((3, 1));
        rows.Select(row => (row.Row, row.Code)).ShouldBe([(2, null), (3, "ImportProblemCode.QuoteNotClosed"), (4, null), (5, null)]);
        (rows[1].Column, rows[1].Arguments.Single()).ShouldBe(("nama_lengkap", "3"));
    }

    [Fact]
    public async Task Numbers_that_were_damaged_alike_are_not_called_duplicates()
    {
        var core = await cores.SharedAsync(DatabaseKind.Sqlite);
        string Damaged(int serial) => ImportFiles.Row(serial).Replace(Registrations.Person(serial).Nik!, "3,17103E+15", StringComparison.Ordinal);

        var id = await UploadAsync(core, ImportFiles.Lines(ImportFiles.PersonHeading, Damaged(4451), Damaged(4452)), ImportFiles.Declared());
        await core.Get<RunImportsHandler>().HandleAsync(Token);

        (await ProblemsAsync(core, id)).Select(problem => (problem.Row, problem.Code)).ShouldBe([(2, "FindingCode.RoundedBySpreadsheet"), (3, "FindingCode.RoundedBySpreadsheet")]);
    }

    [Fact]
    public async Task Problems_are_found_by_row_by_kind_and_by_severity()
    {
        var core = await cores.SharedAsync(DatabaseKind.Sqlite);
        var id = await UploadAsync(
            core,
            ImportFiles.Lines(
                ImportFiles.PersonHeading + ";warna",
                ImportFiles.Row(4461).Replace(";0812", ";812", StringComparison.Ordinal),
                ImportFiles.Row(4462).Replace("20/11/2026", "kemarin", StringComparison.Ordinal)),
            ImportFiles.Declared());
        await core.Get<RunImportsHandler>().HandleAsync(Token);

        (await ProblemsAsync(core, id, new ImportProblemFilter(Row: 2, Code: "ImportProblemCode.LeadingZeroLost"))).ShouldHaveSingleItem().Column.ShouldBe("telepon");
        (await ProblemsAsync(core, id, new ImportProblemFilter(OnlyErrors: true))).ShouldHaveSingleItem().Row.ShouldBe(3);
        (await ProblemsAsync(core, id, new ImportProblemFilter(Row: 0))).ShouldHaveSingleItem().Arguments.ShouldBe(["warna"]);
    }

    [Theory, DatabaseProviders]
    public async Task A_kind_of_problem_comes_with_the_particulars_of_its_first_row(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);
        string Short(int serial) => ImportFiles.Row(serial).Replace(Registrations.Person(serial).Nik!, "12345", StringComparison.Ordinal);
        var id = await UploadAsync(
            core, ImportFiles.Lines(ImportFiles.PersonHeading, Short(4466), Short(4467), ImportFiles.Row(4468).Replace("20/11/2026", "kemarin", StringComparison.Ordinal)), ImportFiles.Declared());
        await core.Get<RunImportsHandler>().HandleAsync(Token);

        var groups = (await core.Get<ImportReader>().GroupsAsync(id, Staff.Sari, Token)).ShouldBeDone();

        groups.Select(group => (group.Column, group.Code, group.Count)).ShouldBe([("nik", "FindingCode.WrongLength", 2), ("tanggal_persetujuan", "ImportProblemCode.DateUnreadable", 1)]);
        groups[0].Arguments.ShouldBe(["16"]);
        groups[1].Arguments.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("31/02/1990", "ImportProblemCode.DateNotInCalendar")]
    [InlineData("12-31-1990", "ImportProblemCode.DateNotInCalendar")]
    [InlineData("1990-02-31 00:00", "ImportProblemCode.DateNotInCalendar")]
    [InlineData("31 Februari", "ImportProblemCode.DateUnreadable")]
    [InlineData("31/02-1990", "ImportProblemCode.DateUnreadable")]
    [InlineData("33000", "ImportProblemCode.DateIsSerial")]
    public void A_date_that_cannot_be_taken_names_its_own_cause(string text, string code)
    {
        var cells = new ImportCells(new Dictionary<string, string>(StringComparer.Ordinal) { [nameof(PersonData.BirthDate)] = text });

        cells.Date(nameof(PersonData.BirthDate)).ShouldBeNull();

        cells.Findings.ShouldHaveSingleItem().Code.ShouldBe(code);
    }

    [Fact]
    public async Task An_unknown_product_a_missing_one_and_one_for_others_are_told_apart_and_so_is_a_damaged_telephone_number()
    {
        var core = await cores.SharedAsync(DatabaseKind.Sqlite);
        var phone = Registrations.Person(4474).Phone.Replace("+62", "0", StringComparison.Ordinal);
        var id = await UploadAsync(
            core,
            ImportFiles.Lines(
                ImportFiles.PersonHeading + ";produk",
                ImportFiles.Row(4471) + ";TIDAK-ADA",
                ImportFiles.Row(4472) + ";",
                ImportFiles.Row(4473) + ";internet-bisnis",
                ImportFiles.Row(4474).Replace(phone, "8,12E+10", StringComparison.Ordinal) + ";INTERNET-RUMAH",
                ImportFiles.Row(4475) + ";INTERNET-RUMAH"),
            ImportFiles.Declared() with { ProductCode = null });
        await core.Get<RunImportsHandler>().HandleAsync(Token);

        (await ProblemsAsync(core, id, new ImportProblemFilter(OnlyErrors: true))).Select(problem => (problem.Row, problem.Column, problem.Code)).ShouldBe(
        [
            (2, "produk", "ImportProblemCode.ProductUnknown"), (3, "produk", "InputProblem.Required"),
            (4, "produk", "RefusalCode.ProductNotOffered"), (5, "telepon", "FindingCode.RoundedBySpreadsheet"),
        ]);

        // The rows go through the door all the same: what it refuses is said in the words of the dry run.
        await core.Get<StartImportHandler>().HandleAsync(new(id, LeavesOutErrors: true), Staff.Sari, Token);
        await core.Get<RunImportsHandler>().HandleAsync(Token);
        var refused = (await core.Get<ImportReader>().RowsAsync(id, onlyRefused: true, 0, Staff.Sari, Token)).ShouldBeDone();
        refused.Select(row => (row.Row, row.Column, row.ToRefusal()!.Code)).ShouldBe(
        [
            (2, "produk", "ImportProblemCode.ProductUnknown"), (3, "produk", "InputProblem.Required"),
            (4, "produk", "RefusalCode.ProductNotOffered"), (5, "telepon", "FindingCode.RoundedBySpreadsheet"),
        ]);
    }

    [Fact]
    public void The_columns_that_citizens_or_foreigners_need_are_those_of_the_form()
    {
        HashSet<string> Needed(ApplicantGroup group) =>
            [.. RegistrationFields.Of(group, []).Where(field => field.Need == FieldNeed.Required).Select(field => field.Path)];
        var (citizens, foreigners) = (Needed(ApplicantGroup.Citizen), Needed(ApplicantGroup.Foreigner));

        ImportColumns.All.Where(column => column.Demand == ColumnDemand.Citizens).Select(column => column.Path).ShouldBe(citizens.Except(foreigners), ignoreOrder: true);
        ImportColumns.All.Where(column => column.Demand == ColumnDemand.Foreigners).Select(column => column.Path).ShouldBe(foreigners.Except(citizens), ignoreOrder: true);
    }

    [Fact]
    public async Task A_file_of_foreigners_needs_no_column_for_the_nik()
    {
        var core = await cores.SharedAsync(DatabaseKind.Sqlite);
        string Foreigner(string row, int serial) => row.Replace($";{Registrations.Person(serial).Nik};", ";", StringComparison.Ordinal) + ";WNA;X1234567;SG;31/12/2030";
        var heading = ImportFiles.PersonHeading.Replace(";nik;", ";", StringComparison.Ordinal);

        var id = await UploadAsync(
            core, ImportFiles.Lines(heading + ";kewarganegaraan;nomor_paspor;negara_paspor;paspor_berlaku_sampai", Foreigner(ImportFiles.Row(4481), 4481)), ImportFiles.Declared());
        await core.Get<RunImportsHandler>().HandleAsync(Token);

        (await ProblemsAsync(core, id, new ImportProblemFilter(OnlyErrors: true))).ShouldBeEmpty();
    }

    [Fact]
    public void Every_choice_has_a_word_and_every_choice_column_is_explained()
    {
        foreach (var column in ImportColumns.All)
        {
            ImportWords.Usual(column).Any().ShouldBe(column.Shape == CellShape.Choice, column.Name);
        }

        var legalForm = ImportColumns.ByPath[nameof(BusinessData.LegalForm)];
        ImportWords.Usual(legalForm).Count.ShouldBe(Enum.GetValues<Onboarding.Core.IdentityNumbers.LegalForm>().Length);
    }

    private static async Task<(ImportBatch Batch, IReadOnlyList<ImportRow> Rows)> ImportAsync(CoreHost core, Stream file, ImportDeclaration declaration)
    {
        var id = await UploadAsync(core, file, declaration);
        var run = core.Get<RunImportsHandler>();
        await run.HandleAsync(Token);
        (await core.Get<StartImportHandler>().HandleAsync(new(id, LeavesOutErrors: true), Staff.Sari, Token)).ShouldBeDone();
        await run.HandleAsync(Token);
        var reader = core.Get<ImportReader>();
        return ((await reader.FindAsync(id, Staff.Sari, Token)).ShouldBeDone(), (await reader.RowsAsync(id, onlyRefused: false, 0, Staff.Sari, Token)).ShouldBeDone());
    }

    private static async Task<Guid> UploadAsync(CoreHost core, Stream file, ImportDeclaration declaration) =>
        (await core.Get<UploadImportHandler>().HandleAsync(declaration, file, Staff.Sari, Token)).ShouldBeDone();

    private static async Task<IReadOnlyList<ImportProblem>> ProblemsAsync(CoreHost core, Guid id, ImportProblemFilter? filter = null) =>
        (await core.Get<ImportReader>().ProblemsAsync(id, filter ?? new ImportProblemFilter(), 0, Staff.Sari, Token)).ShouldBeDone();

    private static async Task<ApplicantData> DataAsync(CoreHost core, ImportRow row) =>
        (await core.Get<CaseFileReader>().ReadAsync(row.CaseNumber!, Staff.Sari, Token)).ShouldBeDone().Data;

    private static async Task<Guid> PartnerAsync(CoreHost core)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"PT Mitra {Guid.CreateVersion7(core.Clock.GetUtcNow()):N}");
        return (await core.Get<EditPartnerHandler>().CreateAsync(new(name, "mitra@contoh.example"), Staff.Person("administrator", "Yoga", ActorRole.Administrator), Token)).ShouldBeDone();
    }
}
