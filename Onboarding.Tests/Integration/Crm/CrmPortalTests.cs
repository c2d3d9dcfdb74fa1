using System.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Onboarding.Core.Cases;
using Onboarding.Core.Customers;
using Onboarding.Core.Customers.Crm;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Features.Customers.Crm;
using Onboarding.Portal.Hosting;
using Onboarding.Portal.Integrations.Crm;
using Onboarding.Portal.Security.Identity;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Integration.Crm;

/// <summary>The whole portal: what stage 3 records reaches the CRM by itself, and its page opens to its roles alone.</summary>
public sealed class CrmPortalTests(TestDatabases databases, DemoPortal demo) : IClassFixture<TestDatabases>, IClassFixture<DemoPortal>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Every role of the staff, and nobody.</summary>
    public static TheoryData<ActorRole?> Visitors => new(Demo.Roles.Select(role => (ActorRole?)role).Append(null));

    [Theory, DatabaseProviders]
    public async Task A_customer_that_was_recorded_arrives_with_the_fields_of_the_settings(DatabaseKind kind)
    {
        await using CrmEndpoint endpoint = await CrmEndpoint.StartAsync();
        await using PortalHost host = await databases.PortalAsync(
            kind, ("Crm:Endpoint", endpoint.Address), ("Crm:Key", CrmBench.Key), ("Crm:Fields:FullName", "nama"), ("Crm:Fields:NikMasked", "nik"));

        CaseState state = await new CasesAt(host.Services).ActiveAsync(Registrations.Person(9851));

        string number = (await host.Services.GetRequiredService<CustomerFiles>().NumberOfCaseAsync(state.CaseId, Staff.Dewi, Token)).ShouldNotBeNull();
        await MailboxAssertions.EventuallyAsync(
            () => Task.FromResult(endpoint.Held.TryGetValue(number, out CrmHeld? held) && (string?)held.Customer!["status"] == "Active"), "the active customer is in the CRM");
        endpoint.Held[number].Customer!["fields"]!.AsObject().Select(field => field.Key).ShouldBe(["nama", "nik"]);
        await MailboxAssertions.EventuallyAsync(
            async () => (await host.Services.GetRequiredService<CrmReader>().OverviewAsync(Staff.Rudi, Token)).Value.Of(CrmState.Sent) == 1, "it is in step");
    }

    [Theory, MemberData(nameof(Visitors))]
    public async Task The_page_is_open_to_it_and_compliance_alone(ActorRole? visitor)
    {
        using PortalVisitor person = new(demo.Host);
        if (visitor is { } role)
        {
            await person.SignInAsync(Demo.Account(role).UserName, DemoAccounts.Password);
        }

        using HttpResponseMessage answer = await person.GetAsync(CrmUrls.Page);

        answer.StatusCode.ShouldBe(visitor is null ? HttpStatusCode.Redirect : CrmAccess.Readers.Contains(visitor.Value) ? HttpStatusCode.OK : HttpStatusCode.Forbidden);
    }

    [Fact]
    public void A_mapping_with_a_field_that_there_is_not_keeps_the_portal_from_starting_and_says_which()
    {
        StartupRefusedException refusal = Should.Throw<StartupRefusedException>(() => Read(("Crm:Fields:FullName", "nama"), ("Crm:Fields:Agama", "religion"), ("Crm:Fields:Nik", "n n")));

        refusal.Message.ShouldContain("Crm:Fields:Agama");
        refusal.Message.ShouldContain("NikMasked", customMessage: "it says what there is");
        refusal.Message.ShouldContain("Crm:Fields:Nik needs");
        refusal.Message.ShouldNotContain("Crm:Fields:FullName");
    }

    [Theory]
    [InlineData("Crm:Endpoint", "http://crm.example/api", "Crm:Endpoint")]
    [InlineData("Crm:Endpoint", "nonsense", "Crm:Endpoint")]
    [InlineData("Crm:Key", "short", "Crm:Key")]
    [InlineData("Crm:TimeoutSeconds", "0", "Crm:TimeoutSeconds")]
    [InlineData("Crm:BreakerFailures", "1", "Crm:BreakerFailures")]
    [InlineData("Crm:PageSize", "5000", "Crm:PageSize")]
    public void A_setting_that_cannot_be_used_is_named(string key, string value, string named)
    {
        (string, string)[] good = [("Crm:Endpoint", "https://crm.example/api"), ("Crm:Key", CrmBench.Key)];

        Read(good).IsOn.ShouldBeTrue();
        Should.Throw<StartupRefusedException>(() => Read([.. good, (key, value)])).Message.ShouldContain(named);
    }

    private static CrmSettings Read(params (string Key, string Value)[] settings) => CrmSettings.Read(
        new ConfigurationBuilder().AddInMemoryCollection(settings.GroupBy(entry => entry.Key).Select(group => KeyValuePair.Create(group.Key, (string?)group.Last().Value))).Build());
}
