using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Cases;
using Onboarding.Core.Catalog;
using Onboarding.Core.Compliance;
using Onboarding.Core.Persistence;
using Onboarding.Core.Stages.Stage1Intake;
using Onboarding.Core.Time;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Seeding;

/// <summary>
/// Registers a few invented people again under other circumstances, by the door that everybody uses, so that the search for
/// duplicates finds them and a demonstration has something to decide.
/// </summary>
/// <param name="contexts">Makes contexts.</param>
/// <param name="protection">Opens the data of the invented people.</param>
/// <param name="register">The door.</param>
/// <param name="upload">Takes their pictures in.</param>
/// <param name="products">The privacy policy.</param>
/// <param name="clock">Clock.</param>
public sealed class SeedLookalikes(
    OnboardingContextFactory contexts,
    CaseProtection protection,
    RegisterCaseHandler register,
    UploadPendingDocumentHandler upload,
    ProductReader products,
    TimeProvider clock)
{
    private const string Product = "INTERNET-RUMAH";

    // Beyond the numbers of the invented people, whose mobile numbers end with their index.
    private const int FirstFreeNumber = 9_999_990;

    private static readonly Func<PersonData, PersonData>[] Looks = [SamePersonOtherPhone, PerhapsTheSame, OldSpelling];

    /// <summary>Registers them; answers how many.</summary>
    public async Task<int> AddAsync(CancellationToken cancellationToken)
    {
        var policy = await products.PrivacyPolicyAsync(cancellationToken);
        var made = 0;
        foreach (var (look, original) in Looks.Zip(await OriginalsAsync(cancellationToken)))
        {
            if (await RegisterAsync(look(original) with { Phone = Phone(made) }, policy, cancellationToken))
            {
                made++;
            }
        }

        return made;
    }

    private static PersonData SamePersonOtherPhone(PersonData person) => person with { Email = $"baru.{person.Email}" };

    private static PersonData PerhapsTheSame(PersonData person) => person with
    {
        FullName = string.Join(' ', person.FullName.Split(' ').Reverse()),
        Nik = $"{person.Nik![..12]}{9999 - int.Parse(person.Nik[14..], CultureInfo.InvariantCulture):0000}",
        Email = $"lain.{person.Email}",
    };

    // Moved, with a new number and a card on which the name is spelled the old way.
    private static PersonData OldSpelling(PersonData person) => person with
    {
        FullName = person.FullName.Replace("u", "oe", StringComparison.Ordinal).Replace("j", "dj", StringComparison.Ordinal),
        Nik = $"{(person.Nik!.StartsWith("3471", StringComparison.Ordinal) ? "337401" : "347102")}{person.Nik[6..]}",
        Email = $"pindah.{person.Email}",
        Address = person.Address with { Street = "Jl. Anggrek No. 7" },
    };

    private static string Phone(int number) =>
        string.Create(CultureInfo.InvariantCulture, $"+62812{90_000_000 + FirstFreeNumber + number:00000000}");

    private async Task<IReadOnlyList<PersonData>> OriginalsAsync(CancellationToken cancellationToken)
    {
        await using var context = contexts.CreateDbContext();
        var rows = await context.Cases.AsNoTracking()
            .Where(item => item.Kind == CustomerKind.Person && (item.Status == CaseStatus.Completed || item.Status == CaseStatus.Rejected))
            .OrderBy(item => item.Id)
            .Take(Looks.Length)
            .Select(item => new { item.Id, item.ProtectedData })
            .ToListAsync(cancellationToken);
        return [.. rows.Select(row => protection.Open(row.Id, row.ProtectedData)).OfType<PersonData>()];
    }

    private async Task<bool> RegisterAsync(PersonData data, PolicyText policy, CancellationToken cancellationToken)
    {
        var key = SequentialId.New(clock);
        foreach (var (_, kind) in CompletenessChecklist.RequiredDocuments(data))
        {
            using var picture = new MemoryStream(SeedPicture.Draw((int)kind));
            await upload.HandleAsync(new UploadPendingDocument(key, kind, $"{kind}.png"), picture, cancellationToken);
        }

        var consent = new GivenConsent(policy.Version, Registration: true, Marketing: false);
        var command = new RegisterCase(key, Product, Channel.Online, Language.Indonesian, data, consent);
        return (await register.HandleAsync(command, Actor.Applicant(key) with { Origin = "seed" }, cancellationToken)).IsDone;
    }
}
