using System.Reflection;
using System.Text.Json.Serialization;
using Onboarding.Core.Cases;
using Onboarding.Core.Customers;
using Onboarding.Core.Results;
using Onboarding.Core.Stages.Stage3Recording;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Core.Customers;

/// <summary>The register knows everything of an applicant: also the passport of a foreigner who signs for a business.</summary>
public sealed class RepresentativeTests(CoreHosts cores) : IClassFixture<CoreHosts>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(typeof(PersonData), CustomerKind.Person)]
    [InlineData(typeof(BusinessData), CustomerKind.Business)]
    public void Every_field_of_an_applicant_is_on_the_sheet(Type data, CustomerKind kind) =>
        data.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.GetCustomAttribute<JsonIgnoreAttribute>() is null).Select(property => property.Name)
            .ShouldBe(RecordSheet.MainFields(kind), ignoreOrder: true);

    [Fact]
    public void The_passport_is_one_of_the_fields_to_be_confirmed_in_the_standard_format()
    {
        var lines = StandardFormat.Of(Registrations.ForeignSigned() with { RepresentativePassportNumber = "x990 0001", NotaryCity = "Jakarta" });

        lines.Single(line => line.Field == nameof(BusinessData.RepresentativePassportNumber)).Standard.ShouldBe("X990 0001");
        lines.Single(line => line.Field == nameof(BusinessData.NotaryCity)).Standard.ShouldBe("JAKARTA");
    }

    [Theory, DatabaseProviders]
    public async Task A_new_passport_of_who_signs_is_kept_found_and_covered_for_who_may_not_see_it(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        var number = (await RegisterEntries.AddAsync(core, [Registrations.ForeignSigned(7411)])).Single();
        var file = await RegisterEntries.ReadAsync(core, number);
        var renewed = ((BusinessData)file.Record!.Data) with { RepresentativePassportNumber = "K9907411", RepresentativePassportExpiry = new DateOnly(2035, 5, 5) };

        (await core.Get<EditCustomerHandler>().HandleAsync(new(file.Target, file.Record with { Data = renewed }, "paspor baru"), Staff.Dewi, Token)).ShouldBeDone();

        ((BusinessData)(await RegisterEntries.ReadAsync(core, number)).Record!.Data).RepresentativePassportNumber.ShouldBe("K9907411");
        (await RegisterEntries.FindAsync(core, "K9907411")).ShouldBe([number]);
        var seen = (await core.Get<CustomerFiles>().ReadAsync(number, Staff.Sari, Token)).ShouldBeDone();
        seen.Values.Single(value => value.Path == nameof(BusinessData.RepresentativePassportNumber)).Text.ShouldBe("****7411");
        seen.Changes[0].Differences.ShouldContain(difference => difference.Path == nameof(BusinessData.RepresentativePassportNumber) && difference.After == "****7411");
    }

    [Theory, DatabaseProviders]
    public async Task A_passport_that_ran_out_is_in_nobodys_way_who_changes_something_else(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        var number = (await RegisterEntries.AddAsync(core, [Registrations.ForeignSigned(7412) with { RepresentativePassportExpiry = new DateOnly(2020, 1, 31) }])).Single();
        var file = await RegisterEntries.ReadAsync(core, number);

        (await core.Get<EditCustomerHandler>().HandleAsync(
            new(file.Target, file.Record! with { Data = file.Record!.Data with { Email = "baru7412@contoh.example" } }, "koreksi"), Staff.Dewi, Token)).ShouldBeDone();
        file = await RegisterEntries.ReadAsync(core, number);
        var broken = ((BusinessData)file.Record!.Data) with { RepresentativePassportNumber = "" };
        (await core.Get<EditCustomerHandler>().HandleAsync(new(file.Target, file.Record with { Data = broken }, "koreksi"), Staff.Dewi, Token)).Refusal.ShouldBeOfType<Invalid>();

        file.Record.Data.Email.ShouldBe("baru7412@contoh.example");
    }
}
