using System.Text.Json.Nodes;
using Onboarding.Core.Cases;
using Onboarding.Core.Customers.Crm;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Core.Customers.Crm;

public sealed class CrmMappingTests(TestDatabases databases) : IClassFixture<TestDatabases>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Every_fault_is_named_with_its_field()
    {
        CrmMapping.Read(
            new Dictionary<string, string?> { ["FullName"] = "name", ["Agama"] = "religion", ["Email"] = "e mail", ["Phone"] = null, ["Npwp"] = "name", ["email "] = "x" },
            out var problems);

        problems.ShouldBe(
            [
                new(CrmMappingFault.UnknownField, "Agama"), new(CrmMappingFault.NameNotWellFormed, "Email"), new(CrmMappingFault.NameNotWellFormed, "Phone"),
                new(CrmMappingFault.NameTaken, "Npwp"), new(CrmMappingFault.UnknownField, "email "),
            ]);
    }

    [Fact]
    public void Names_are_found_in_any_case_and_stand_in_the_order_of_the_crm()
    {
        var mapping = CrmMapping.Read(new Dictionary<string, string?> { ["nikmasked"] = "z", ["FULLNAME"] = "a" }, out var problems);

        problems.ShouldBeEmpty();
        mapping.Fields.ShouldBe([new("FullName", "a"), new("NikMasked", "z")]);
        (CrmFields.IsIdentityNumber("Nik"), CrmFields.IsIdentityNumber("NikMasked"), CrmFields.Uncovered("NikMasked")).ShouldBe((true, false, "Nik"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Every_field_of_the_catalogue_can_be_sent_for_every_kind_of_customer(bool isBusiness)
    {
        var mapping = CrmMapping.Read(CrmFields.Names.Select(name => KeyValuePair.Create(name, (string?)name)), out _);
        await using var core = await CrmSupport.StartAsync(await databases.Fresh(DatabaseKind.Sqlite), mapping);
        ApplicantData data = isBusiness ? Registrations.Business(9711) : Registrations.Person(9711);
        var number = (await RegisterEntries.AddAsync(core, [data]))[0];

        var document = (await core.Get<CrmDocuments>().ReadAsync((await RegisterEntries.ReadAsync(core, number)).Customer.Id, Token)).ShouldNotBeNull();

        var fields = JsonNode.Parse(document.Content)!["fields"]!.AsObject();
        fields.Select(field => field.Key).ShouldBe(CrmFields.Names);
        ((string?)fields["Name"]).ShouldNotBeNullOrEmpty();
        ((string?)fields["AddressProvince"]).ShouldNotBeNullOrEmpty();
        ((string?)fields["Products"]![0]!["code"]).ShouldBe("INTERNET-RUMAH");
        fields["Contacts"]!.AsArray().Count.ShouldBe(isBusiness ? 2 : 0);
        (fields["Nik"] is null, fields["Nib"] is null).ShouldBe((isBusiness, !isBusiness));
    }

    [Fact]
    public async Task What_is_not_mapped_is_not_sent_and_what_is_masked_is_covered()
    {
        await using var core = await CrmSupport.StartAsync(await databases.Fresh(DatabaseKind.Sqlite));
        var id = (await CrmSupport.AddAsync(core, 9712))[0];
        var person = Registrations.Person(9712);

        var before = (await core.Get<CrmDocuments>().ReadAsync(id, Token)).ShouldNotBeNull();
        before.Content.ShouldContain($"\"id_number\":\"****{person.Nik![^4..]}\"");
        before.Content.ShouldNotContain(person.Nik);
        before.Content.ShouldNotContain(person.Phone);
        before.ToString().ShouldBe(before.Number);
        (await core.Get<CrmDocuments>().ReadAsync(id, Token)).ShouldNotBeNull().Hash.ShouldBe(before.Hash);

        await CrmSupport.EditAsync(core, id, "baru@contoh.example");
        var after = (await core.Get<CrmDocuments>().ReadAsync(id, Token)).ShouldNotBeNull();
        (after.Version, after.Hash == before.Hash).ShouldBe((before.Version + 1, false));
    }
}
