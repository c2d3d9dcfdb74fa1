using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Cases;
using Onboarding.Core.Customers;
using Onboarding.Core.Persistence;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Seeding;

/// <summary>
/// Fills the pages of some invented customers through the gate that everybody uses: people who belong to them, further contacts, and what
/// was talked about. Two of them become so alike that they invite a merge.
/// </summary>
/// <param name="contexts">Makes contexts.</param>
/// <param name="protection">Opens the records.</param>
/// <param name="edit">Changes a record.</param>
/// <param name="interactions">Writes interactions down.</param>
public sealed class SeedRegister(OnboardingContextFactory contexts, CustomerProtection protection, EditCustomerHandler edit, AddInteractionHandler interactions)
{
    private const int MostCustomers = 12;

    private static readonly (InteractionKind Kind, string Text)[] Talks =
    [
        (InteractionKind.Call, "Pelanggan menanyakan tanggal tagihan pertama. Dijelaskan sesuai brosur."),
        (InteractionKind.Note, "Menyukai dihubungi lewat pesan pada sore hari."),
        (InteractionKind.Visit, "Teknisi memeriksa perangkat di lokasi; layanan berjalan baik."),
        (InteractionKind.Email, "Mengirim panduan penggunaan sekali lagi atas permintaan pelanggan."),
        (InteractionKind.Chat, "Menanyakan cara menaikkan paket. Diberi tautan ke daftar produk."),
    ];

    /// <summary>Fills them; answers how many.</summary>
    public async Task<int> AddAsync(IReadOnlyList<Actor> staff, CancellationToken cancellationToken)
    {
        var cast = new SeedCast(staff);
        var random = new Random(MostCustomers);
        var editor = cast.Pick(ActorRole.Administration, random);
        var talker = cast.Pick(ActorRole.CustomerService, random);
        var colleague = cast.Pick(ActorRole.Supervisor, random);
        var customers = await CustomersAsync(cancellationToken);
        for (var index = 0; index < customers.Count; index++)
        {
            var customer = customers[index];
            var record = protection.Open(customer.Id, customer.ProtectedData);
            await edit.HandleAsync(
                new(new CustomerTarget(customer.Id, customer.Version), Fuller(record, index), "Melengkapi narahubung atas permintaan pelanggan."), editor, cancellationToken);
            foreach (var (kind, text) in Talks.Skip(index % Talks.Length).Take(1 + (index % 3)))
            {
                IReadOnlyList<MentionedStaff> named = kind == InteractionKind.Call ? [new(colleague.Id, colleague.Name)] : [];
                var said = named.Count > 0 ? $"{text} @{colleague.Name} mohon diperhatikan." : text;
                await interactions.HandleAsync(new(new CustomerTarget(customer.Id, null), kind, said, named), talker, cancellationToken);
            }
        }

        return customers.Count + await MakeAlikeAsync(editor, cancellationToken);
    }

    private static CustomerRecord Fuller(CustomerRecord record, int index) => record with
    {
        Phones = [Phone(index)],
        Parties = record.Data is BusinessData
            ?
            [
                new CustomerParty { Role = PartyRole.ContactPerson, Name = "Ratih Kumala", Position = "Keuangan", Phone = Phone(100 + index), Email = $"keuangan{index}@contoh.example" },
                new CustomerParty { Role = PartyRole.BeneficialOwner, Name = "Teguh Wirawan" },
            ]
            : [new CustomerParty { Role = PartyRole.ContactPerson, Name = index % 2 == 0 ? "Sinta Maharani" : "Yoga Permana", Position = "Keluarga serumah", Phone = Phone(100 + index) }],
    };

    // Numbers that no invented person has.
    private static string Phone(int number) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"+62812{99_990_000 + number}");

    private async Task<IReadOnlyList<Customer>> CustomersAsync(CancellationToken cancellationToken)
    {
        await using var context = contexts.CreateDbContext();
        return await context.Customers.AsNoTracking().Where(item => item.Status == CustomerStatus.Active).OrderBy(item => item.Id).Take(MostCustomers).ToListAsync(cancellationToken);
    }

    // The same person with a second product, entered with another telephone number and a maiden name.
    private async Task<int> MakeAlikeAsync(Actor editor, CancellationToken cancellationToken)
    {
        await using var context = contexts.CreateDbContext();
        var pair = await context.Customers.AsNoTracking().Where(item => item.Status == CustomerStatus.Active && item.Kind == CustomerKind.Person)
            .OrderByDescending(item => item.Id).Take(2).ToListAsync(cancellationToken);
        if (pair.Count < 2
            || protection.Open(pair[0].Id, pair[0].ProtectedData).Data is not PersonData first
            || protection.Open(pair[1].Id, pair[1].ProtectedData) is not { Data: PersonData second } record)
        {
            return 0;
        }

        var alike = second with
        {
            FullName = $"{first.FullName.Split(' ')[0]} {first.FullName.Split(' ')[^1]}",
            Nik = first.Nik,
            BirthPlace = first.BirthPlace,
            BirthDate = first.BirthDate,
            Sex = first.Sex,
            Npwp = first.Npwp,
        };
        var target = new CustomerTarget(pair[1].Id, pair[1].Version);
        var edited = await edit.HandleAsync(new(target, record with { Data = alike }, "Disesuaikan dengan KTP-el yang diperlihatkan."), editor, cancellationToken);
        return edited.IsDone ? 1 : 0;
    }
}
