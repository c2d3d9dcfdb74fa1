using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Customers;
using Onboarding.Core.Matching;
using Onboarding.Core.Persistence;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Cases;

/// <summary>
/// Looks for other registrations of the same person or business ("Pelanggan Baru": "belum pernah tercatat dalam sistem
/// sebelumnya"), whatever became of them. Every customer was a registration, so customers are among them; one whose record was changed or
/// merged since is found, and compared, by what the register says as well. Finds by keyed hashes in one query, opens a bounded number of
/// candidates and compares them in memory.
/// </summary>
/// <param name="protection">Hashes what is looked for and opens what was found.</param>
/// <param name="customers">Opens the records of customers.</param>
/// <param name="settings">From which score a match is shown.</param>
public sealed class DuplicateSearch(CaseProtection protection, CustomerProtection customers, DuplicateSettings settings)
{
    /// <summary>A block with more entries says nothing, unless it is that of one person's number.</summary>
    internal const int BiggestBlock = 150;

    /// <summary>Candidates that are opened and compared at most, those that share the most keys first.</summary>
    internal const int MostCandidates = 300;

    /// <summary>Finds the registrations that may be of this applicant, the most likely first.</summary>
    /// <param name="context">The database.</param>
    /// <param name="data">The applicant.</param>
    /// <param name="self">The applicant's own case, which is left out.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<IReadOnlyList<FoundDuplicate>> FindAsync(OnboardingContext context, ApplicantData data, Guid self, CancellationToken cancellationToken)
    {
        var compared = await CompareAsync(context, MatchProfile.Of(data), self, [], cancellationToken);
        return [.. Shown(compared).Select(candidate => new FoundDuplicate(candidate.CaseId, candidate.Number, candidate.Result))];
    }

    /// <summary>Renews the matches of a case: finds new ones, drops undecided ones that no longer match.</summary>
    internal async Task RunAsync(CaseWork work, WriteScope scope, CancellationToken cancellationToken)
    {
        var owner = work.Case;
        var profile = MatchProfile.Of(protection.Open(owner.Id, owner.ProtectedData));
        var known = owner.Duplicates.Select(match => match.OtherCaseId).ToList();
        var compared = await CompareAsync(scope.Context, profile, owner.Id, known, cancellationToken);
        var shown = Shown(compared).ToDictionary(candidate => candidate.CaseId);
        foreach (var match in owner.Duplicates.ToList())
        {
            if (shown.ContainsKey(match.OtherCaseId) || match.Verdict is not null)
            {
                if (compared.FirstOrDefault(candidate => candidate.CaseId == match.OtherCaseId) is { } renewed)
                {
                    match.Renew(renewed.Result, shown.ContainsKey(match.OtherCaseId), work.Now);
                }
            }
            else
            {
                owner.Drop(match);
            }
        }

        var found = shown.Values.Where(candidate => !known.Contains(candidate.CaseId))
            .Select(candidate => new DuplicateMatch(owner.Id, candidate.CaseId, candidate.Number, candidate.Result, work.Now) { OtherStatus = candidate.Status })
            .ToList();
        await TakeOverAsync(scope.Context, owner.Id, found, cancellationToken);
        owner.AddDuplicates(found);
    }

    /// <summary>Fills where the others stand, in one query.</summary>
    internal static async Task FillOthersAsync(OnboardingContext context, IReadOnlyCollection<OnboardingCase> owners, CancellationToken cancellationToken)
    {
        var matches = owners.SelectMany(owner => owner.Duplicates).ToList();
        if (matches.Count == 0)
        {
            return;
        }

        var ids = matches.Select(match => match.OtherCaseId).Distinct().ToList();
        var states = await context.Cases.Where(item => ids.Contains(item.Id)).ToDictionaryAsync(item => item.Id, item => item.Status, cancellationToken);
        foreach (var match in matches)
        {
            match.OtherStatus = states[match.OtherCaseId];
        }
    }

    private IEnumerable<Candidate> Shown(IEnumerable<Candidate> compared) => compared
        .Where(candidate => candidate.Result.IsExact || candidate.Result.Score >= settings.ShowFrom)
        .OrderByDescending(candidate => candidate.Result.Score)
        .ThenBy(candidate => candidate.Number, StringComparer.Ordinal)
        .Take(settings.MostShown);

    private async Task<List<Candidate>> CompareAsync(
        OnboardingContext context, MatchProfile profile, Guid self, IReadOnlyCollection<Guid> known, CancellationToken cancellationToken)
    {
        var hits = await CandidatesAsync(context, profile, self, cancellationToken);
        var ids = hits.Select(hit => hit.CaseId).Concat(known).Distinct().ToList();
        var records = await RecordsAsync(context, [.. hits.Where(hit => hit.IsRecord).Select(hit => hit.CaseId), .. known], cancellationToken);
        var compared = new List<Candidate>(ids.Count);
        var rows = context.Cases.AsNoTracking()
            .Where(item => ids.Contains(item.Id))
            .Select(item => new { item.Id, item.Number, item.Status, item.ProtectedData })
            .AsAsyncEnumerable();
        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            var registered = ApplicantComparison.Compare(profile, MatchProfile.Of(protection.Open(row.Id, row.ProtectedData)));
            var recorded = records.TryGetValue(row.Id, out var record) ? ApplicantComparison.Compare(profile, MatchProfile.Of(record)) : registered;
            compared.Add(new Candidate(row.Id, row.Number, row.Status, IsMore(recorded, registered) ? recorded : registered));
        }

        return compared;
    }

    private static bool IsMore(MatchResult one, MatchResult other) => one.IsExact == other.IsExact ? one.Score > other.Score : one.IsExact;

    // What the register says of the customers that were made from these cases.
    private async Task<Dictionary<Guid, ApplicantData>> RecordsAsync(OnboardingContext context, IReadOnlyCollection<Guid> caseIds, CancellationToken cancellationToken)
    {
        if (caseIds.Count == 0)
        {
            return [];
        }

        var rows = await context.Customers.AsNoTracking()
            .Where(item => caseIds.Contains(item.CaseId))
            .Select(item => new { item.Id, item.CaseId, item.ProtectedData })
            .ToListAsync(cancellationToken);
        return rows.ToDictionary(row => row.CaseId, row => customers.Open(row.Id, row.ProtectedData).Data);
    }

    private async Task<IReadOnlyList<Found>> CandidatesAsync(OnboardingContext context, MatchProfile profile, Guid self, CancellationToken cancellationToken)
    {
        var keys = protection.KeysToFind(profile);
        if (keys.Count == 0)
        {
            return [];
        }

        // One question with a bounded part for each key: a common block is neither read to its end nor opened.
        var query = new StringBuilder();
        foreach (var index in Enumerable.Range(0, keys.Count))
        {
            query.Append(index == 0 ? string.Empty : " UNION ALL ")
                .Append(CultureInfo.InvariantCulture, $$"""
                    SELECT * FROM (SELECT "CaseId" AS "Id", "Hash", FALSE AS "IsRecord" FROM "SearchKeys" WHERE "Hash" = {{{index}}} LIMIT {{BiggestBlock + 1}}) AS b{{index}}
                    UNION ALL SELECT * FROM (SELECT "CustomerId" AS "Id", "Hash", TRUE AS "IsRecord" FROM "CustomerKeys" WHERE "Hash" = {{{index}}} LIMIT {{BiggestBlock + 1}}) AS r{{index}}
                    """);
        }

        var hits = await context.Database
            .SqlQueryRaw<Hit>(query.ToString(), [.. keys.Keys.Select(key => (object)key)])
            .ToListAsync(cancellationToken);
        var caseOf = await CasesOfAsync(context, [.. hits.Where(hit => hit.IsRecord).Select(hit => hit.Id).Distinct()], cancellationToken);
        return
        [
            .. hits
            .Where(hit => !hit.IsRecord || caseOf.ContainsKey(hit.Id))
            .Select(hit => hit.IsRecord ? hit with { Id = caseOf[hit.Id] } : hit)
            .Where(hit => hit.Id != self)
            .GroupBy(hit => hit.Hash)
            .Where(block => keys[block.Key] || block.Count() <= BiggestBlock)
            .SelectMany(block => block)
            .GroupBy(hit => hit.Id)
            .OrderByDescending(candidate => candidate.Sum(hit => keys[hit.Hash] ? keys.Count : 1))
            .Take(MostCandidates)
            .Select(candidate => new Found(candidate.Key, candidate.Any(hit => hit.IsRecord))),
        ];
    }

    // Hardly any record says something else than its case, so this is mostly not asked.
    private static async Task<Dictionary<Guid, Guid>> CasesOfAsync(OnboardingContext context, IReadOnlyCollection<Guid> customerIds, CancellationToken cancellationToken) =>
        customerIds.Count == 0
            ? []
            : await context.Customers.AsNoTracking().Where(item => customerIds.Contains(item.Id)).Select(item => new { item.Id, item.CaseId }).ToDictionaryAsync(item => item.Id, item => item.CaseId, cancellationToken);

    // The same two cases, decided from the other side: the same question is not asked twice.
    private static async Task TakeOverAsync(OnboardingContext context, Guid caseId, List<DuplicateMatch> found, CancellationToken cancellationToken)
    {
        if (found.Count == 0)
        {
            return;
        }

        var decided = await context.DuplicateMatches.AsNoTracking()
            .Where(match => match.OtherCaseId == caseId && match.Verdict != null && match.OutdatedAt == null)
            .ToListAsync(cancellationToken);
        foreach (var match in found)
        {
            var reverse = decided.FirstOrDefault(entry =>
                entry.CaseId == match.OtherCaseId && entry.Score == match.Score && entry.Reasons.SequenceEqual(match.Reasons));
            if (reverse is not null)
            {
                match.TakeOver(reverse);
            }
        }
    }

    private sealed record Hit(Guid Id, long Hash, bool IsRecord);

    private sealed record Found(Guid CaseId, bool IsRecord);

    private sealed record Candidate(Guid CaseId, string Number, CaseStatus Status, MatchResult Result);
}

/// <summary>A registration that may be of the same applicant.</summary>
/// <param name="CaseId">Which case.</param>
/// <param name="Number">Its number.</param>
/// <param name="Result">Score and reasons.</param>
public sealed record FoundDuplicate(Guid CaseId, string Number, MatchResult Result);
