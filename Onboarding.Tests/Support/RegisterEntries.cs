using Onboarding.Core.Cases;
using Onboarding.Core.Customers;
using Onboarding.Core.Persistence;
using Onboarding.Core.Stages.Stage3Recording;
using Onboarding.Core.Time;

namespace Onboarding.Tests.Support;

/// <summary>Customers in the register, made without walking a case through the stages: for tests of the register alone.</summary>
public static class RegisterEntries
{
    private static int _sequence = 900_000;

    /// <summary>Adds an active customer for each of these; answers their numbers.</summary>
    public static async Task<IReadOnlyList<string>> AddAsync(CoreHost core, IEnumerable<ApplicantData> applicants, string product = "INTERNET-RUMAH")
    {
        var numbers = new List<string>();
        await using var context = core.Get<OnboardingContextFactory>().CreateDbContext();
        foreach (var data in applicants)
        {
            var now = Instant.Now(core.Clock);
            var customer = new Customer(
                SequentialId.New(core.Clock), new CustomerNumber(2020, Interlocked.Increment(ref _sequence)), Guid.CreateVersion7(now), data.Kind, now);
            var record = new CustomerRecord { Data = StandardFormat.Apply(data) };
            customer.Describe(record, core.Get<CustomerProtection>().Protect(customer.Id, record));
            var held = new CustomerProduct(SequentialId.New(core.Clock), customer.Id, customer.CaseId, product);
            held.Start($"SVC-{customer.Number}", now);
            customer.Add(held);
            customer.Settle();
            context.Customers.Add(customer);
            await core.Get<CustomerSearchIndex>().RenewAsync(context, customer, record, TestContext.Current.CancellationToken);
            numbers.Add(customer.Number);
        }

        await context.SaveChangesAsync(TestContext.Current.CancellationToken);
        return numbers;
    }

    /// <summary>The customer of a case, as Administrasi sees it.</summary>
    public static async Task<CustomerFile> OfCaseAsync(CoreHost core, Guid caseId) =>
        await ReadAsync(core, (await core.Get<CustomerFiles>().NumberOfCaseAsync(caseId, Staff.Dewi, TestContext.Current.CancellationToken)).ShouldNotBeNull());

    /// <summary>A customer, as Administrasi sees it.</summary>
    public static async Task<CustomerFile> ReadAsync(CoreHost core, string number) =>
        (await core.Get<CustomerFiles>().ReadAsync(number, Staff.Dewi, TestContext.Current.CancellationToken)).ShouldBeDone();

    /// <summary>Numbers of the customers that a question finds, in their order.</summary>
    public static async Task<IReadOnlyList<string>> FindAsync(CoreHost core, string text) =>
        [.. (await core.Get<CustomerReader>().ReadAsync(new CustomerFilter { Text = text }, null, CustomerReader.MostRows, Staff.Sari, TestContext.Current.CancellationToken))
            .ShouldBeDone().Rows.Select(row => row.Number)];
}
