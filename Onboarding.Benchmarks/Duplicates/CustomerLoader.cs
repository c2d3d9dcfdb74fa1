using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Cases;
using Onboarding.Core.Customers;
using Onboarding.Core.Persistence;
using Onboarding.Core.Seeding;
using Onboarding.Core.Stages.Stage3Recording;
using Onboarding.Core.Time;

namespace Onboarding.Benchmarks.Duplicates;

/// <summary>
/// Puts customers into the database in bulk: the case with its encrypted data, the customer, and the keys of the search, as the use
/// cases would write them.
/// </summary>
/// <param name="core">The core.</param>
internal sealed class CustomerLoader(BenchmarkCore core)
{
    private const int BatchSize = 50_000;
    private const int Year = 2026;

    private static readonly string[] Products = ["INTERNET-RUMAH", "INTERNET-RUMAH", "INTERNET-BISNIS", "AWAN-KANTOR"];

    /// <summary>Loads the customers from the first index up to, not including, the end.</summary>
    public async Task LoadAsync(int first, int end, Action<int> progress, CancellationToken cancellationToken)
    {
        for (var start = first; start < end; start += BatchSize)
        {
            var size = Math.Min(BatchSize, end - start);
            var made = await Task.WhenAll(Enumerable.Range(start, size).Chunk(5_000).Select(chunk => Task.Run(() => chunk.Select(Make).ToList(), cancellationToken)));
            await WriteAsync([.. made.SelectMany(part => part)], cancellationToken);
            progress(start + size - first);
        }

        await using var context = core.Get<OnboardingContextFactory>().CreateDbContext();
        context.Database.SetCommandTimeout(TimeSpan.FromMinutes(30));
        await context.Database.ExecuteSqlRawAsync(core.Provider == DatabaseProvider.Sqlite ? "PRAGMA wal_checkpoint(TRUNCATE)" : "VACUUM ANALYZE", cancellationToken);
    }

    private Loaded Make(int index)
    {
        var protection = core.Get<CaseProtection>();
        var now = Instant.Now(TimeProvider.System);
        var id = SequentialId.New(TimeProvider.System);
        var data = SyntheticCustomers.Create(index);
        var owner = new OnboardingCase(new NewCase(
            id, new CaseNumber(Year, index + 1), Onboarding.Core.Workflow.CaseStatus.Completed, "INTERNET-RUMAH", Channel.Online, Language.Indonesian, data,
            protection.Protect(id, data), SequentialId.New(TimeProvider.System), protection.NewLink(id).Link, null, now));
        owner.ReplaceData(data, owner.ProtectedData, protection.Keys(data));
        var customer = new Customer(SequentialId.New(TimeProvider.System), new CustomerNumber(Year, index + 1), id, data.Kind, now);
        var record = new CustomerRecord { Data = StandardFormat.Apply(data) };
        customer.Describe(record, core.Get<CustomerProtection>().Protect(customer.Id, record));
        var product = new CustomerProduct(SequentialId.New(TimeProvider.System), customer.Id, id, Products[index % Products.Length]);
        product.Start(string.Create(CultureInfo.InvariantCulture, $"SVC-{Year}-{index + 1:000000}"), now);
        customer.Add(product);
        customer.Settle();
        return new Loaded(owner, customer, record);
    }

    private async Task WriteAsync(List<Loaded> made, CancellationToken cancellationToken)
    {
        await using var context = core.Get<OnboardingContextFactory>().CreateDbContext();
        if (core.Provider == DatabaseProvider.Sqlite)
        {
            // Only while loading: a power cut would cost the database of a benchmark, no more.
            await context.Database.OpenConnectionAsync(cancellationToken);
            await context.Database.ExecuteSqlRawAsync("PRAGMA synchronous = OFF; PRAGMA cache_size = -1000000", cancellationToken);
        }

        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var writer = new BulkWriter(context);
        await writer.WriteAsync(made.ConvertAll(entry => entry.Case), cancellationToken);
        await writer.WriteAsync(made.ConvertAll(entry => entry.Customer), cancellationToken);
        await writer.WriteAsync(made.SelectMany(entry => entry.Customer.Products).ToList(), cancellationToken);

        // In the order of the index, so that each page of it is written once a batch.
        await writer.WriteAsync(made.SelectMany(entry => entry.Case.NewSearchKeys ?? []).OrderBy(key => key.Hash).ToList(), cancellationToken);
        var index = core.Get<CustomerSearchIndex>();
        var found = made.ConvertAll(entry => index.First(entry.Customer, entry.Record));
        await writer.WriteAsync(
            found.SelectMany(entry => entry.Words).OrderBy(word => word.Word, StringComparer.Ordinal).ThenBy(word => word.Name, StringComparer.Ordinal).ToList(), cancellationToken);
        await writer.WriteAsync(found.SelectMany(entry => entry.Keys).OrderBy(key => key.Hash).ToList(), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        await context.Database.CloseConnectionAsync();
        SqliteConnection.ClearAllPools();
    }

    private sealed record Loaded(OnboardingCase Case, Customer Customer, CustomerRecord Record);
}
