using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Cases;
using Onboarding.Core.Catalog;
using Onboarding.Core.IdentityNumbers;
using Onboarding.Core.Imports;
using Onboarding.Core.Partners;
using Onboarding.Core.Results;
using Onboarding.Core.Stages.Stage1Intake;
using Onboarding.Core.Stages.Stage1Intake.Online;
using Onboarding.Core.Workflow;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Guards;

/// <summary>
/// Nothing incomplete gets past stage 1, whichever way it comes. Each required field of the form is left out once, and each
/// such registration is tried at every door; then what a door takes without its papers is pushed at the checklist.
/// </summary>
public sealed class OneGateTests(CoreHosts cores) : IClassFixture<CoreHosts>
{
    private const string ConsentVersion = "2026-01";

    private static readonly DateOnly Today = new(2026, 11, 23);

    private static readonly (ApplicantGroup Group, Func<int, ApplicantData> Make)[] Applicants =
    [
        (ApplicantGroup.Citizen, serial => Registrations.Person(serial) with { Domicile = Registrations.Address() }),
        (ApplicantGroup.Foreigner, serial => Registrations.Person(serial) with
        {
            Citizenship = Citizenship.Foreign,
            Nik = null,
            PassportNumber = $"N{serial:0000000}",
            PassportCountry = "AU",
            PassportExpiry = new DateOnly(2030, 1, 31),
            Domicile = Registrations.Address(),
        }),
        (ApplicantGroup.LegalEntity, Registrations.Business),
        (ApplicantGroup.LegalEntity, Registrations.ForeignSigned),
        (ApplicantGroup.SoleTrader, serial => Registrations.Business(serial) with
        {
            LegalForm = LegalForm.UD,
            BusinessName = "UD Contoh Makmur",
            DeedNumber = null,
            DeedDate = null,
            NotaryName = null,
            NotaryCity = null,
            DecreeNumber = null,
        }),
    ];

    // By these an applicant is what it is; without them it is another one.
    private static readonly string[] Chosen = [nameof(PersonData.Citizenship), nameof(BusinessData.LegalForm), nameof(BusinessData.RepresentativeCitizenship)];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, DatabaseProviders]
    public async Task Every_door_refuses_the_same_registration_for_the_same_fields(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        var broken = Broken().ToList();
        broken.Count.ShouldBeGreaterThan(25);
        var imported = await ImportAsync(core, broken);
        var before = await CountAsync(core);

        foreach (var (path, data, number) in broken)
        {
            var expected = Sorted(RegistrationRules.Check(data, Today).Errors.Select(error => error.Field));
            expected.ShouldContain(path);
            foreach (var (door, answer) in await TryAsync(core, data))
            {
                var refused = answer.ShouldBeOfType<Invalid>($"{door} without {path}").Errors;
                Sorted(refused.Select(error => error.Field)).ShouldBe(expected, $"{door} without {path}");
            }

            Sorted(imported[number]).ShouldBe(Sorted(expected.Select(field => ImportColumns.ByPath[field].Name)), $"import without {path}");
        }

        (await CountAsync(core)).ShouldBe(before);
    }

    [Theory, DatabaseProviders]
    public async Task What_a_door_takes_without_papers_stops_at_the_checklist(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        foreach (var (_, make) in Applicants)
        {
            foreach (var (door, enter) in Doors(core, whole: true))
            {
                (await enter(make(NextSerial()))).ShouldBeNull(door);
                var made = await Database.ReadAsync(core, context => context.Cases.AsNoTracking()
                    .Where(item => item.Status == CaseStatus.Received).OrderByDescending(item => item.Id).FirstAsync(Token));
                var state = await core.Cases.ClaimAsync(new CaseState(made.Id, made.Number, made.Status, made.Version), Staff.Sari);

                (await core.Get<CompleteIntakeHandler>().HandleAsync(new(CasesAt.Target(state)), Staff.Sari, Token)).ShouldBeRefused(RefusalCode.ChecklistIncomplete);
                (await core.Cases.LoadAsync(made.Id)).Status.ShouldBe(CaseStatus.Received, door);
            }
        }
    }

    [Fact]
    public void Nobody_and_no_action_moves_an_incomplete_case_on()
    {
        Actor[] everybody =
        [
            .. Enum.GetValues<ActorRole>().Except([ActorRole.Applicant, ActorRole.System, ActorRole.Partner]).Select(role => Staff.Person("worker", "Worker", role)),
            Staff.Person("worker", "Worker", [.. Enum.GetValues<ActorRole>().Except([ActorRole.Applicant, ActorRole.System, ActorRole.Partner])]),
            Actor.Applicant(Guid.Empty), Actor.System("job"), Actor.Partner(Guid.Empty, "PT Mitra"),
        ];
        var tried = 0;
        foreach (var status in Enum.GetValues<CaseStatus>().Where(status => CaseStatuses.Of(status) is { Stage: Stage.Intake, IsClosed: false }))
        {
            var facts = new CaseFacts { Status = status, OpenChecklistItems = 1, OwnerId = "worker" };
            foreach (var actor in everybody)
            {
                foreach (var action in Enum.GetValues<CaseAction>())
                {
                    tried++;
                    if (TransitionEngine.Decide(facts, action, actor, "because") is { IsDone: true, Value: var row })
                    {
                        (CaseStatuses.Of(row.To) is { IsClosed: true } or { Stage: Stage.Intake }).ShouldBeTrue($"{action} by {actor.Name} leads from {status} to {row.To}");
                    }
                }
            }
        }

        tried.ShouldBeGreaterThan(500);
    }

    private static int _serial = 5700;

    private static int NextSerial() => Interlocked.Increment(ref _serial);

    // One registration for each field that must be filled, with this field left out. The group itself is chosen by two of them.
    private static IEnumerable<(string Path, ApplicantData Data, int Number)> Broken() =>
        from applicant in Applicants.Select((entry, place) => (entry.Make, First: (place + 1) * 100))
        from field in RegistrationFields.Of(applicant.Make(1), []).Select((field, index) => (Field: field, Index: index))
        where field.Field.Need == FieldNeed.Required && !Chosen.Contains(field.Field.Path)
        select (field.Field.Path, Without(applicant.Make(5000 + applicant.First + field.Index), field.Field.Path), applicant.First + field.Index);

    private static ApplicantData Without(ApplicantData data, string path)
    {
        var type = data.GetType();
        var node = JsonSerializer.SerializeToNode(data, type)!.AsObject();
        var steps = path.Split('.');
        var owner = steps.Length == 1 ? node : node[steps[0]]!.AsObject();
        owner[steps[^1]] = owner[steps[^1]]!.GetValueKind() == JsonValueKind.String && IsText(type, steps) ? JsonValue.Create(string.Empty) : null;
        return (ApplicantData)node.Deserialize(type)!;
    }

    private static bool IsText(Type type, string[] steps) =>
        steps.Aggregate(type, (owner, step) => owner.GetProperty(step)!.PropertyType) == typeof(string);

    private static async Task<List<(string Door, Refusal? Answer)>> TryAsync(CoreHost core, ApplicantData data)
    {
        var answers = new List<(string, Refusal?)>();
        foreach (var (door, enter) in Doors(core, whole: false))
        {
            answers.Add((door, await enter(data)));
        }

        return answers;
    }

    // Every way in that takes one registration. A file of many is tried by ImportAsync.
    private static IEnumerable<(string Name, Func<ApplicantData, Task<Refusal?>> Enter)> Doors(CoreHost core, bool whole)
    {
        yield return ("form on the public page", async data =>
        {
            var key = Guid.CreateVersion7(core.Clock.GetUtcNow());
            var content = new DraftContent(1, ProductOf(data), data.Kind, Language.Indonesian, new Dictionary<string, string>());
            var draft = (await core.Get<StartRegistrationDraftHandler>().HandleAsync(new(key, content), Token)).ShouldBeDone();
            return (await core.Get<SendRegistrationDraftHandler>().HandleAsync(new(draft.Token, draft.Draft.Version, Command(key, Channel.Online, data)), Token)).Refusal;
        });
        yield return ("desk of Customer Service", async data =>
        {
            var key = Guid.CreateVersion7(core.Clock.GetUtcNow());
            var draft = (await core.Get<RegisterCaseHandler>().HandleAsync(Command(key, Channel.Offline, data) with { Consent = null, IsDraft = true }, Staff.Sari, Token)).ShouldBeDone();
            var sent = await core.Get<SubmitDraftHandler>().HandleAsync(new(CasesAt.Target(draft.State), new(ConsentVersion, true, false)), Staff.Sari, Token);
            if (!whole)
            {
                (await core.Get<SubmitDraftHandler>().DiscardAsync(CasesAt.Target(draft.State), Staff.Sari, Token)).ShouldBeDone();
            }

            return sent.Refusal;
        });
        yield return ("interface of the partners", async data =>
        {
            var key = Guid.CreateVersion7(core.Clock.GetUtcNow());
            var name = $"PT Mitra {NextSerial()}";
            var id = (await core.Get<EditPartnerHandler>().CreateAsync(new(name, "mitra@contoh.example"), Staff.Yusuf, Token)).ShouldBeDone();
            var partner = Actor.Partner(id, name);
            var command = Command(key, Channel.Partner, data) with { Consent = new(ConsentVersion, true, false) { GivenAt = core.Clock.GetUtcNow() } };
            var repeat = new RepeatKey([.. key.ToByteArray(), .. key.ToByteArray()], new byte[32], id);
            return (await core.Get<RegisterForPartnerHandler>().HandleAsync(command, repeat, _ => new PartnerAnswer(201, "/", []), partner, Token)).Refusal;
        });
        if (whole)
        {
            yield return ("import of a file", async data =>
            {
                await RunImportAsync(core, [data]);
                return null;
            });
        }
    }

    private static List<string> Sorted(IEnumerable<string> names) => [.. names.Order(StringComparer.Ordinal)];

    private static RegisterCase Command(Guid key, Channel channel, ApplicantData data) =>
        new(key, ProductOf(data), channel, Language.Indonesian, data, new(ConsentVersion, true, false));

    private static string ProductOf(ApplicantData data) => data is BusinessData ? "INTERNET-BISNIS" : "INTERNET-RUMAH";

    // The columns with an error, by the number of the registration.
    private static async Task<Dictionary<int, List<string>>> ImportAsync(CoreHost core, List<(string Path, ApplicantData Data, int Number)> broken)
    {
        var id = await RunImportAsync(core, [.. broken.Select(entry => entry.Data)]);
        var problems = new List<ImportProblem>();
        IReadOnlyList<ImportProblem> page;
        do
        {
            page = (await core.Get<ImportReader>().ProblemsAsync(id, new ImportProblemFilter(), problems.Count, Staff.Sari, Token)).ShouldBeDone();
            problems.AddRange(page);
        }
        while (page.Count > 0);

        return problems.Where(problem => problem.IsError).GroupBy(problem => broken[problem.Row - 2].Number)
            .ToDictionary(row => row.Key, row => row.Select(problem => problem.Column!).Distinct().ToList());
    }

    private static async Task<Guid> RunImportAsync(CoreHost core, IReadOnlyList<ApplicantData> rows)
    {
        ImportColumn[] columns = [.. ImportColumns.All.Where(column => column.Shape != CellShape.Choice || !column.Path.Contains('.', StringComparison.Ordinal))
            .Where(column => column.Path is not (ImportColumns.ChannelPath or ImportColumns.LanguagePath or ImportColumns.FormNumberPath or ImportColumns.RemarkPath))];
        string[] lines = [string.Join(';', columns.Select(column => column.Name)), .. rows.Select(data => string.Join(';', columns.Select(column => Cell(column.Path, data))))];
        var id = (await core.Get<UploadImportHandler>().HandleAsync(ImportFiles.Declared(), ImportFiles.Lines(lines), Staff.Sari, Token)).ShouldBeDone();
        await core.Get<RunImportsHandler>().HandleAsync(Token);
        (await core.Get<StartImportHandler>().HandleAsync(new(id, LeavesOutErrors: true), Staff.Sari, Token)).ShouldBeDone();
        await core.Get<RunImportsHandler>().HandleAsync(Token);
        return id;
    }

    private static string? Cell(string path, ApplicantData data) => path switch
    {
        ImportColumns.KindPath => data.Kind == CustomerKind.Person ? "perorangan" : "badan usaha",
        ImportColumns.ProductPath => ProductOf(data),
        ImportColumns.ConsentDatePath => "20/11/2026",
        ImportColumns.ConsentVersionPath => ConsentVersion,
        _ => path.Split('.').Aggregate((object?)data, (owner, step) => owner?.GetType().GetProperty(step)?.GetValue(owner)) switch
        {
            DateOnly day => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture),
            Sex.Male => "L",
            Sex.Female => "P",
            var value => value?.ToString(),
        },
    };

    private static Task<int> CountAsync(CoreHost core) => Database.ReadAsync(core, context => context.Cases.CountAsync(item => item.Status == CaseStatus.Received, Token));
}
