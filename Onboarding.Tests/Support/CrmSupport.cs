using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Onboarding.Core.Cases;
using Onboarding.Core.Customers;
using Onboarding.Core.Customers.Crm;
using Onboarding.Core.Outbox;

namespace Onboarding.Tests.Support;

/// <summary>A core that tells an external CRM, and what tests of it ask for again and again.</summary>
public static class CrmSupport
{
    /// <summary>A mapping with a value of each kind.</summary>
    public static CrmMapping Mapping { get; } = CrmMapping.Read(
        new Dictionary<string, string?>
        {
            [nameof(PersonData.FullName)] = "display_name",
            [nameof(ApplicantData.Email)] = "email",
            ["NikMasked"] = "id_number",
            ["Products"] = "products",
            ["AddressPostalCode"] = "zip",
        },
        out _);

    /// <summary>A core with the connector switched on.</summary>
    public static Task<CoreHost> StartAsync(TestDatabase database, CrmMapping? mapping = null) =>
        CoreHost.StartAsync(database, services => services.AddSingleton(new CrmRules(IsOn: true, mapping ?? Mapping)));

    /// <summary>Adds customers of before the connector; answers their ids in the order of their numbers.</summary>
    public static async Task<IReadOnlyList<Guid>> AddAsync(CoreHost core, params int[] serials)
    {
        var ids = new List<Guid>();
        foreach (var serial in serials)
        {
            var number = (await RegisterEntries.AddAsync(core, [Registrations.Person(serial)]))[0];
            ids.Add((await RegisterEntries.ReadAsync(core, number)).Customer.Id);
            core.Clock.Advance(TimeSpan.FromMilliseconds(2));
        }

        return ids;
    }

    /// <summary>Changes a record.</summary>
    public static async Task EditAsync(CoreHost core, Guid id, string email)
    {
        var file = await RegisterEntries.ReadAsync(core, await NumberAsync(core, id));
        (await core.Get<EditCustomerHandler>().HandleAsync(
            new(file.Target, file.Record! with { Data = ((PersonData)file.Record.Data) with { Email = email } }, "koreksi"), Staff.Dewi, TestContext.Current.CancellationToken)).ShouldBeDone();
    }

    /// <summary>The row of a customer.</summary>
    public static async Task<CrmLink> LinkAsync(CoreHost core, Guid id) => (await Database.ReadAsync(core, async context => await context.CrmLinks.FindAsync(id))).ShouldNotBeNull();

    /// <summary>The messages to the CRM that wait, or were set aside.</summary>
    public static async Task<IReadOnlyList<OutboxMessage>> WaitingAsync(CoreHost core) => await Database.ReadAsync(
        core,
        context => context.OutboxMessages.Where(message => message.Kind == OutboxKind.CustomerToCrm && message.FinishedAt == null)
            .ToListAsync(TestContext.Current.CancellationToken));

    /// <summary>Takes the one message to the CRM that is due.</summary>
    public static async Task<LeasedMessage> TakeAsync(CoreHost core) => (await core.Get<OutboxQueue>().TakeAsync(50, TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken))
        .Where(message => message.Kind == OutboxKind.CustomerToCrm).ShouldHaveSingleItem();

    private static Task<string> NumberAsync(CoreHost core, Guid id) => Database.ReadAsync(
        core, context => context.Customers.Where(item => item.Id == id).Select(item => item.Number).SingleAsync(TestContext.Current.CancellationToken));
}
