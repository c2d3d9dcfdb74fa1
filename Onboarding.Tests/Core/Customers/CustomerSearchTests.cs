using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Cases;
using Onboarding.Core.Customers;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Core.Customers;

/// <summary>The register finds customers by anything that identifies them.</summary>
public sealed class CustomerSearchTests(CoreHosts cores) : IClassFixture<CoreHosts>
{
    // A name in the register, and how somebody else writes or begins it.
    private static readonly (string Name, string Typed)[] Spellings =
    [
        ("Muhammad Rizki Wicaksana", "Moh. Rizky Wicaksana"),
        ("Muhammad Rizki Wicaksana", "mochammad riski"),
        ("Soerjadi Widjaja", "Suryadi Wijaya"),
        ("Suryadi Wijayakusuma", "Soerjadi Widjajakoesoema"),
        ("Achmad Fauzi Lubisan", "Ahmad Pauzi Lubisan"),
        ("Abdurrahman Wahidin", "Abdul Rahman Wahidin"),
        ("Abdul Rahman Wahidin", "Abdurrahman Wahid"),
        ("Nurul Hidayati Sulistyo", "nurul hidayati sulist"),
        ("Yohanes Christian Tanuwidjaja", "Johanes Kristian Tanuwijaya"),
        ("Djoko Soesilo Hardjanto", "Joko Susilo Harjanto"),
        ("Siti Nurhaliza Ramadhani", "St. Nurhalisa Ramadani"),
        ("Ma'ruf Aminuddin", "Maruf Aminudin"),
        ("I Gusti Ngurah Pemayun", "gusti ngurah pemayun"),
        ("Sri Rejeki Handajani", "Sri Rejeki Handayani"),
        ("Ir. Bambang Trihatmojo, M.T.", "bambang trihatmodjo"),
        ("Zaenal Syarifullah", "Zainal Sarifulah"),
        ("Fitriani Oktaviana", "Pitriani Oktafiana"),
        ("Wahid Nugroho", "nugroho wahit"),
    ];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, DatabaseProviders]
    public async Task A_long_name_is_never_cut_within_a_character(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        var (word, sort) = (string.Concat(Enumerable.Repeat("\U00020000", 30)), new string('A', 47) + "\U00020000 PT");

        var numbers = await RegisterEntries.AddAsync(core, [Registrations.Business(7811) with { BusinessName = word }, Registrations.Business(7812) with { BusinessName = sort }]);

        (await RegisterEntries.FindAsync(core, word)).ShouldBe([numbers[0]]);
    }

    [Theory, DatabaseProviders]
    public async Task A_name_is_found_in_another_spelling_order_or_beginning(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        var numbers = await RegisterEntries.AddAsync(core, Spellings.Select((entry, index) => Registrations.Person(8100 + index) with { FullName = entry.Name }));
        var missed = new List<string>();
        foreach (var ((name, typed), number) in Spellings.Zip(numbers))
        {
            if (!(await RegisterEntries.FindAsync(core, typed)).Contains(number))
            {
                missed.Add($"{name} by {typed}");
            }
        }

        missed.ShouldBeEmpty();
    }

    [Theory, DatabaseProviders]
    public async Task Whole_words_come_before_beginnings_and_those_before_what_sounds_alike(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        var numbers = await RegisterEntries.AddAsync(core, new[] { "Quraisj Zulfan", "Quraisyin Zulfan", "Quraisy Zulfan", "Quraisy Zulfandi", "Zulfan Aulia" }
            .Select((name, index) => Registrations.Person(8200 + index) with { FullName = name }));

        (await RegisterEntries.FindAsync(core, "quraisy zulfan")).ShouldBe([numbers[2], numbers[3], numbers[1], numbers[0]]);
    }

    [Theory, DatabaseProviders]
    public async Task Numbers_and_contacts_are_found_by_their_exact_value_alone(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        var data = Registrations.Person(8301);
        var state = await core.Cases.ActiveAsync(data);
        var file = await RegisterEntries.OfCaseAsync(core, state.CaseId);
        var number = file.Customer.Number;

        foreach (var typed in new[]
        {
            number, number.ToLowerInvariant(), state.Number, file.Products[0].ServiceReference!, data.Nik!, $"NIK {data.Nik![..6]} {data.Nik[6..]}"[4..],
            data.Phone, "0" + data.Phone[3..], data.Phone[3..], data.Email.ToUpperInvariant(),
        })
        {
            (await RegisterEntries.FindAsync(core, typed)).ShouldBe([number], typed);
        }

        var landline = (await RegisterEntries.AddAsync(core, [Registrations.Person(8313) with { Phone = "+622155509913" }]))[0];
        foreach (var typed in new[] { "021 5550 9913", "(21) 5550-9913", "2155509913", "622155509913" })
        {
            (await RegisterEntries.FindAsync(core, typed)).ShouldBe([landline], typed);
        }

        foreach (var typed in new[] { data.Nik[..15], data.Phone[..10], data.Email[1..], "CUS-2026" })
        {
            (await RegisterEntries.FindAsync(core, typed)).ShouldNotContain(number, typed);
        }
    }

    [Theory, DatabaseProviders]
    public async Task A_business_is_found_by_the_full_name_of_who_belongs_to_it_beside_whoever_bears_it(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        var firm = Registrations.Business(8311) with { BusinessName = "PT Kertanegara Soetrisno", RepresentativeName = "Soetrisno Kertanegara", BeneficialOwner = "Prawiranegara" };
        var numbers = await RegisterEntries.AddAsync(core, [firm, Registrations.Person(8312) with { FullName = "Sutrisno Kertanegara" }]);
        var file = await RegisterEntries.ReadAsync(core, numbers[0]);
        var more = file.Record! with { Parties = [new CustomerParty { Name = "Lindayani Mangkualam" }] };
        (await core.Get<EditCustomerHandler>().HandleAsync(new(file.Target, more, "narahubung"), Staff.Dewi, Token)).ShouldBeDone();

        foreach (var typed in new[] { "sutrisno kertanegara", "Kertanegara Soetrisno" })
        {
            (await RegisterEntries.FindAsync(core, typed)).ShouldBe(numbers, typed);
        }

        (await AllAsync(core, new CustomerFilter { Text = "sutrisno kertanegara" }, 1)).ShouldBe(numbers, "nobody is shown again for the name of the business");
        foreach (var typed in new[] { "prawiranegara", "Bapak Prawiranegara", "Lindajani Mangkoealam" })
        {
            (await RegisterEntries.FindAsync(core, typed)).ShouldBe([numbers[0]], typed);
        }

        (await RegisterEntries.FindAsync(core, "lindayani")).ShouldBeEmpty("a part of the name of a related person is not kept");
        await using var context = core.Get<Onboarding.Core.Persistence.OnboardingContextFactory>().CreateDbContext();
        (await context.CustomerWords.CountAsync(word => word.CustomerId == file.Customer.Id && (word.Word == "PRAWIRANEGARA" || word.Word == "LINDAYANI"), Token)).ShouldBe(0);
    }

    [Theory, DatabaseProviders]
    public async Task A_changed_record_is_found_by_what_it_says_now_and_not_by_what_it_said(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        var file = await RegisterEntries.OfCaseAsync(core, (await core.Cases.ActiveAsync(Registrations.Person(8302))).CaseId);
        var person = (PersonData)file.Record!.Data;
        var edited = file.Record with { Data = person with { FullName = "Xaverius Kuncoroadi", Phone = "+6281200007777" }, Phones = ["+6281200007778"] };
        (await core.Get<EditCustomerHandler>().HandleAsync(new(file.Target, edited, "koreksi"), Staff.Dewi, Token)).ShouldBeDone();

        foreach (var typed in new[] { "xaverius", "kuncoro", "0812-0000-7777", "081200007778" })
        {
            (await RegisterEntries.FindAsync(core, typed)).ShouldBe([file.Customer.Number], typed);
        }

        (await RegisterEntries.FindAsync(core, person.FullName)).ShouldNotContain(file.Customer.Number);
        (await RegisterEntries.FindAsync(core, person.Phone)).ShouldBeEmpty();

        // And so does the search for duplicates.
        var newcomer = Registrations.Person(8303) with { Phone = "+6281200007777" };
        await using var context = core.Get<Onboarding.Core.Persistence.OnboardingContextFactory>().CreateDbContext();
        (await core.Get<DuplicateSearch>().FindAsync(context, newcomer with { FullName = "Xaverius Kuncoroadi", BirthDate = person.BirthDate }, Guid.Empty, Token))
            .Select(found => found.CaseId).ShouldContain(file.Customer.CaseId);
    }

    [Theory, DatabaseProviders]
    public async Task Pages_follow_one_another_without_a_gap_or_a_repetition(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        var names = Enumerable.Range(0, 57).Select(index => index % 3 == 0 ? $"Vredeburg Satu{Letters(index)}" : index % 3 == 1 ? $"Vredeburgia Dua{Letters(index)}" : $"Fredeburg Tiga{Letters(index)}");
        var numbers = await RegisterEntries.AddAsync(core, names.Select((name, index) => Registrations.Person(8400 + index) with { FullName = name }));
        foreach (var size in new[] { 1, 7, 19, 57, 200 })
        {
            var seen = await AllAsync(core, new CustomerFilter { Text = "vredeburg" }, size);

            seen.ShouldBeUnique();
            seen.ShouldBe(numbers, ignoreOrder: true, size.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }
    }

    [Theory, DatabaseProviders]
    public async Task Filters_narrow_the_list_and_the_search(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);
        var jakarta = Registrations.Address();
        var papua = jakarta with { VillageCode = "91.71.01.1001", PostalCode = "99111" };
        var people = await RegisterEntries.AddAsync(core, Enumerable.Range(0, 6).Select(index => Registrations.Person(8500 + index) with { FullName = $"Saring Orang{Letters(index)}", Address = index < 2 ? papua : jakarta }));
        var firms = await RegisterEntries.AddAsync(core, Enumerable.Range(0, 3).Select(index => Registrations.Business(8510 + index) with { BusinessName = $"PT Saring Usaha{Letters(index)}" }), "INTERNET-BISNIS");

        (await AllAsync(core, new CustomerFilter(), 4)).ShouldBe(people.Concat(firms), ignoreOrder: true);
        foreach (var text in new[] { null, "saring" })
        {
            (await AllAsync(core, new CustomerFilter { Text = text, Kind = CustomerKind.Business }, 2)).ShouldBe(firms, ignoreOrder: true);
            (await AllAsync(core, new CustomerFilter { Text = text, ProductCode = "INTERNET-BISNIS" }, 2)).ShouldBe(firms, ignoreOrder: true);
            (await AllAsync(core, new CustomerFilter { Text = text, ProvinceCode = papua.Province!.Code }, 1)).ShouldBe(people.Take(2), ignoreOrder: true);
            (await AllAsync(core, new CustomerFilter { Text = text, ProvinceCode = papua.Province!.Code, Kind = CustomerKind.Business }, 2)).ShouldBeEmpty();
            (await AllAsync(core, new CustomerFilter { Text = text, Status = CustomerStatus.Closed }, 2)).ShouldBeEmpty();
        }
    }

    [Theory, DatabaseProviders]
    public async Task A_common_word_is_read_a_window_at_a_time_and_nobody_is_lost(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);
        var windows = CustomerSearch.Window * (CustomerSearch.MostWindows + 1);
        await FillAsync(core, "UMUMNYA", windows);
        var rare = (await RegisterEntries.AddAsync(core, [Registrations.Person(8600) with { FullName = "Umumnya Langka" }]))[0];
        var both = await core.Get<CustomerReader>().ReadAsync(new CustomerFilter { Text = "umumnya langka" }, null, 50, Staff.Sari, Token);
        both.ShouldBeDone().Rows.Select(row => row.Number).ShouldBe([rare], "the rare word leads");

        // Only what nobody has of it is left: the windows are read in turn, and each answer says where to go on.
        var filter = new CustomerFilter { Text = "umumnya", Kind = CustomerKind.Business };
        var first = (await core.Get<CustomerReader>().ReadAsync(filter, null, 50, Staff.Sari, Token)).ShouldBeDone();
        first.Rows.ShouldBeEmpty();
        first.Next.ShouldNotBeNull();
        (await AllAsync(core, new CustomerFilter { Text = "umumnya", ProductCode = "INTERNET-RUMAH" }, 50)).ShouldBe([rare]);
    }

    // Rows of the index alone, all of one customer of another kind of product: what matters is how many there are.
    private static async Task FillAsync(CoreHost core, string word, int count)
    {
        await using var context = core.Get<Onboarding.Core.Persistence.OnboardingContextFactory>().CreateDbContext();
        await using var transaction = await context.Database.BeginTransactionAsync(Token);
        var writer = new Onboarding.Core.Seeding.BulkWriter(context);
        var made = Enumerable.Range(0, count).Select(index =>
        {
            var now = core.Clock.GetUtcNow();
            var customer = new Customer(Guid.CreateVersion7(now), new CustomerNumber(2019, index + 1), Guid.CreateVersion7(now), CustomerKind.Person, now);
            var record = new CustomerRecord { Data = Registrations.Person(8700) with { FullName = $"{word} ORANG" } };
            customer.Describe(record, []);
            return customer;
        }).ToList();
        await writer.WriteAsync(made, Token);
        await writer.WriteAsync(made.ConvertAll(customer => new CustomerWord(word, customer.Name, customer.Id)), Token);
        await transaction.CommitAsync(Token);
    }

    private static async Task<IReadOnlyList<string>> AllAsync(CoreHost core, CustomerFilter filter, int size)
    {
        var seen = new List<string>();
        CustomerPlace? place = null;
        do
        {
            var page = (await core.Get<CustomerReader>().ReadAsync(filter, place, size, Staff.Sari, Token)).ShouldBeDone();
            page.Rows.Count.ShouldBeLessThanOrEqualTo(size);
            seen.AddRange(page.Rows.Select(row => row.Number));
            place = page.Next;
        }
        while (place is not null);
        return seen;
    }

    private static string Letters(int index) => new((char)('a' + (index / 10)), 1 + (index % 10));
}
