using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Matching;
using Onboarding.Core.Persistence;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Cases;

/// <summary>
/// Looks for other registrations of the same person or business ("Pelanggan Baru": "belum pernah tercatat dalam sistem
/// sebelumnya"), whatever became of them. Every customer was a registration, so customers are among them. Finds by keyed hashes in one
/// query, opens a bounded number of candidates and compares them in memory.
/// </summary>
/// <param name="protection">Hashes what is looked for and opens what was found.</param>
/// <param name="settings">From which score a match is shown.</param>
public sealed class DuplicateSearch(CaseProtection protection, DuplicateSettings settings)
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
    internal static async Task FillOthersAsync(OnboardingContext context, OnboardingCase owner, CancellationToken cancellationToken)
    {
        if (owner.Duplicates.Count == 0)
        {
            return;
        }

        var ids = owner.Duplicates.Select(match => match.OtherCaseId).ToList();
        var states = await context.Cases.Where(item => ids.Contains(item.Id)).ToDictionaryAsync(item => item.Id, item => item.Status, cancellationToken);
        foreach (var match in owner.Duplicates)
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
        var ids = (await CandidatesAsync(context, profile, self, cancellationToken)).Concat(known).Distinct().ToList();
        var compared = new List<Candidate>(ids.Count);
        var rows = context.Cases.AsNoTracking()
            .Where(item => ids.Contains(item.Id))
            .Select(item => new { item.Id, item.Number, item.Status, item.ProtectedData })
            .AsAsyncEnumerable();
        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            var other = MatchProfile.Of(protection.Open(row.Id, row.ProtectedData));
            compared.Add(new Candidate(row.Id, row.Number, row.Status, ApplicantComparison.Compare(profile, other)));
        }

        return compared;
    }

    private async Task<IEnumerable<Guid>> CandidatesAsync(OnboardingContext context, MatchProfile profile, Guid self, CancellationToken cancellationToken)
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
                .Append(CultureInfo.InvariantCulture, $$"""SELECT * FROM (SELECT "CaseId", "Hash" FROM "SearchKeys" WHERE "Hash" = {{{index}}} LIMIT {{BiggestBlock + 1}}) AS b{{index}}""");
        }

        var hits = await context.Database
            .SqlQueryRaw<Hit>(query.ToString(), [.. keys.Keys.Select(key => (object)key)])
            .ToListAsync(cancellationToken);
        return hits
            .Where(hit => hit.CaseId != self)
            .GroupBy(hit => hit.Hash)
            .Where(block => keys[block.Key] || block.Count() <= BiggestBlock)
            .SelectMany(block => block)
            .GroupBy(hit => hit.CaseId, hit => keys[hit.Hash] ? keys.Count : 1)
            .OrderByDescending(candidate => candidate.Sum())
            .Take(MostCandidates)
            .Select(candidate => candidate.Key);
    }

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

    private sealed record Hit(Guid CaseId, long Hash);

    private sealed record Candidate(Guid CaseId, string Number, CaseStatus Status, MatchResult Result);
}

/// <summary>A registration that may be of the same applicant.</summary>
/// <param name="CaseId">Which case.</param>
/// <param name="Number">Its number.</param>
/// <param name="Result">Score and reasons.</param>
public sealed record FoundDuplicate(Guid CaseId, string Number, MatchResult Result);
