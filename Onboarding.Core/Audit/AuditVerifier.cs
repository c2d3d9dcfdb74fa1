using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Cases;
using Onboarding.Core.Customers;
using Onboarding.Core.Persistence;
using Onboarding.Core.Reporting.Issuing;

namespace Onboarding.Core.Audit;

/// <summary>Result of a check of the whole trail.</summary>
/// <param name="Streams">Chains checked.</param>
/// <param name="Findings">The first fault of each chain that is not as it was written; empty when all are.</param>
/// <param name="MissingNumbers">Numbers of cases, customers and issued forms that were given but belong to none any more.</param>
public sealed record AuditReport(int Streams, IReadOnlyList<AuditFinding> Findings, IReadOnlyList<string> MissingNumbers)
{
    /// <summary>True when nothing was changed, removed, added or reordered.</summary>
    public bool IsIntact => Findings.Count == 0 && MissingNumbers.Count == 0;
}

/// <summary>Checks every chain. Numbers are gap-free, so a case, customer or form that was removed with its whole trail is missed as well.</summary>
/// <param name="contexts">Makes contexts.</param>
public sealed class AuditVerifier(OnboardingContextFactory contexts)
{
    private const int BatchSize = 200;

    /// <summary>Checks the whole trail, a batch of chains at a time.</summary>
    public async Task<AuditReport> VerifyAsync(IProgress<int>? progress, CancellationToken cancellationToken)
    {
        await using var context = contexts.CreateDbContext();
        var findings = new List<AuditFinding>();
        var missing = new List<string>();
        var checkedStreams = 0;
        foreach (var series in new[] { Series.OfCases(context), Series.OfCustomers(context) })
        {
            foreach (var (year, newest) in await YearsAsync(context, series, cancellationToken))
            {
                for (var first = 1; first <= newest; first += BatchSize)
                {
                    var last = Math.Min(first + BatchSize - 1, newest);
                    var heads = await series.Heads
                        .Where(item => item.Year == year && item.Number >= first && item.Number <= last)
                        .ToListAsync(cancellationToken);
                    missing.AddRange(Enumerable.Range(first, last - first + 1).Except(heads.Select(head => head.Number)).Select(number => series.Text(year, number)));
                    findings.AddRange(await VerifyAsync(context, heads, cancellationToken));
                    checkedStreams += heads.Count;
                    progress?.Report(checkedStreams);
                }
            }
        }

        missing.AddRange(await FormNumberGaps.FindAsync(context, cancellationToken));
        var portal = await context.PortalAuditStreams.AsNoTracking().SingleAsync(cancellationToken);
        findings.AddRange(await VerifyAsync(context, [new Head { StreamId = portal.Id, Sequence = portal.AuditSequence, Hash = portal.AuditHash }], cancellationToken));
        findings.AddRange(await FindStrayAsync(context, cancellationToken));
        return new AuditReport(checkedStreams + 1, findings, missing);
    }

    // Counters and rows each say how far a year goes: neither may hide what the other knows.
    private static async Task<List<(int Year, int Newest)>> YearsAsync(OnboardingContext context, Series series, CancellationToken cancellationToken)
    {
        var counters = await context.NumberCounters.AsNoTracking().ToListAsync(cancellationToken);
        var rows = await series.Heads.GroupBy(item => item.Year)
            .Select(group => new { Year = group.Key, Newest = group.Max(item => item.Number) })
            .ToListAsync(cancellationToken);
        var years = rows.ToDictionary(entry => entry.Year, entry => entry.Newest);
        foreach (var counter in counters)
        {
            if (series.YearOf(counter.Series) is { } year)
            {
                years[year] = Math.Max(years.GetValueOrDefault(year), counter.Last);
            }
        }

        return [.. years.OrderBy(entry => entry.Key).Select(entry => (entry.Key, entry.Value))];
    }

    // Events of a chain that nobody has: put there, or left behind by a case or customer that was removed.
    private static async Task<List<AuditFinding>> FindStrayAsync(OnboardingContext context, CancellationToken cancellationToken)
    {
        var streams = await context.AuditEvents.AsNoTracking()
            .Where(item => item.StreamId != PortalAuditStream.TheId
                && !context.Cases.Any(owner => owner.Id == item.StreamId)
                && !context.Customers.Any(owner => owner.Id == item.StreamId))
            .Select(item => item.StreamId)
            .Distinct()
            .ToListAsync(cancellationToken);
        return streams.ConvertAll(stream => new AuditFinding(stream, 1, AuditFault.WrongHead));
    }

    private static async Task<List<AuditFinding>> VerifyAsync(OnboardingContext context, List<Head> heads, CancellationToken cancellationToken)
    {
        var ids = heads.ConvertAll(head => head.StreamId);
        var events = await context.AuditEvents.AsNoTracking()
            .Where(item => ids.Contains(item.StreamId))
            .OrderBy(item => item.StreamId).ThenBy(item => item.Sequence)
            .ToListAsync(cancellationToken);
        var byStream = events.ToLookup(item => item.StreamId);
        return [.. heads
            .Select(head => AuditChain.Verify(head.StreamId, byStream[head.StreamId], head.Sequence, head.Hash))
            .OfType<AuditFinding>()];
    }

    private sealed class Head
    {
        public required Guid StreamId { get; init; }

        public int Year { get; init; }

        public int Number { get; init; }

        public required int Sequence { get; init; }

        public required byte[] Hash { get; init; }
    }

    // Chains that are numbered without gaps.
    private sealed record Series(IQueryable<Head> Heads, Func<string, int?> YearOf, Func<int, int, string> Text)
    {
        public static Series OfCases(OnboardingContext context) => new(
            context.Cases.AsNoTracking().Select(item => new Head
            {
                StreamId = item.Id, Year = item.Year, Number = item.Sequence, Sequence = item.AuditSequence, Hash = item.AuditHash,
            }),
            CaseNumber.YearOf,
            (year, number) => new CaseNumber(year, number).ToString());

        public static Series OfCustomers(OnboardingContext context) => new(
            context.Customers.AsNoTracking().Select(item => new Head
            {
                StreamId = item.Id, Year = item.Year, Number = item.Sequence, Sequence = item.AuditSequence, Hash = item.AuditHash,
            }),
            CustomerNumber.YearOf,
            (year, number) => new CustomerNumber(year, number).ToString());
    }
}
