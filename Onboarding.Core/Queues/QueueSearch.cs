using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Cases;
using Onboarding.Core.Customers;
using Onboarding.Core.Persistence;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Queues;

/// <summary>
/// Finds work by what was typed: a case number, its running number, or beginnings of words of the name. When a word is rare, or hardly any case
/// has all of them, what is found is read and put in order; else the order of the queue is walked through and each row asked, which then soon fills a page.
/// Names that the person may not read are not found by them either.
/// </summary>
internal sealed partial class QueueSearch
{
    /// <summary>Cases under one word that are read and sorted for a page.</summary>
    internal const int MostHits = 2_000;

    /// <summary>Cases under the rarest of several words that are asked for the others.</summary>
    internal const int MostRead = 20_000;

    /// <summary>A running number is looked for in this year and so many before it.</summary>
    private const int EarlierYears = 4;

    private readonly OnboardingContext _context;
    private readonly IReadOnlyList<WordRange> _words;
    private readonly IReadOnlyList<Guid>? _cases;
    private readonly bool _hidesVerification;

    private QueueSearch(OnboardingContext context, IReadOnlyList<WordRange> words, IReadOnlyList<Guid>? cases, bool hidesVerification) =>
        (_context, _words, _cases, _hidesVerification) = (context, words, cases, hidesVerification);

    /// <summary>Whether rows of an order have to be asked one by one.</summary>
    public bool AsksRows => _words.Count > 0;

    /// <summary>Prepares a search; an empty text finds everything.</summary>
    /// <param name="context">The database.</param>
    /// <param name="text">What was typed.</param>
    /// <param name="actor">Who looks.</param>
    /// <param name="leads">Whether a page is to be found by it; false where known work is only asked, and it does not matter which word is rare.</param>
    /// <param name="now">Now.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public static async Task<QueueSearch> OfAsync(
        OnboardingContext context, string? text, Actor actor, bool leads, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return new QueueSearch(context, [], cases: null, hidesVerification: false);
        }

        if (Numbers(text, now.Year) is { Count: > 0 } numbers)
        {
            var cases = await context.Cases.Where(owner => numbers.Contains(owner.Number)).Select(owner => owner.Id).ToListAsync(cancellationToken);
            return new QueueSearch(context, [], cases, hidesVerification: false);
        }

        List<WordRange> words = [.. SearchWords.Terms(text).Select(term => WordRange.Beginning(term.Plain))];
        return words.Count == 0
            ? new QueueSearch(context, [], cases: [], hidesVerification: false)
            : new QueueSearch(context, words, leads ? await FewAsync(context, words, cancellationToken) : null, CoveredNames.Are(WorkQueue.Verification, actor));
    }

    /// <summary>Whether a text is a case number or a running number, and so tells nothing of a person.</summary>
    public static bool IsNumber(string? text) => text is not null && (FullNumber().IsMatch(text) || RunningNumber().IsMatch(text));

    /// <summary>All work that is found, where it is little enough to be sorted; null where the order has to be walked through.</summary>
    public IQueryable<WorkItem>? Few(IReadOnlyList<WorkQueue> queues) => _cases is null ? null : Narrow(QueueReader.Live(_context, queues));

    /// <summary>Leaves only work that is found.</summary>
    public IQueryable<WorkItem> Narrow(IQueryable<WorkItem> items)
    {
        // Ids and not a join: SQLite would rather look at each row of the queues.
        if (_cases is { } cases)
        {
            items = items.Where(item => cases.Contains(item.CaseId));
        }

        foreach (var range in _words)
        {
            var words = Words(range);
            items = items.Where(item => words.Any(word => word.CaseId == item.CaseId));
        }

        return _hidesVerification ? items.Where(item => item.Queue != WorkQueue.Verification) : items;
    }

    /// <summary>Leaves only work that is found.</summary>
    public IQueryable<QueueProbe> Narrow(IQueryable<QueueProbe> probes)
    {
        foreach (var range in _words)
        {
            var words = Words(range);
            probes = probes.Where(probe => words.Any(word => word.CaseId == probe.CaseId));
        }

        return _hidesVerification ? probes.Where(probe => probe.Queue != WorkQueue.Verification) : probes;
    }

    private static List<string> Numbers(string text, int year)
    {
        if (FullNumber().Match(text) is { Success: true } full
            && int.TryParse(full.Groups["year"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var named)
            && int.TryParse(full.Groups["sequence"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var sequence))
        {
            return [new CaseNumber(named, sequence).ToString()];
        }

        // The office's year can be one ahead of that of the clock.
        return RunningNumber().Match(text) is { Success: true } running && int.TryParse(running.Groups["sequence"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out sequence)
            ? [.. Enumerable.Range(year - EarlierYears, EarlierYears + 2).Select(one => new CaseNumber(one, sequence).ToString())]
            : [];
    }

    // The cases that are found, where they are few: under one word, or under all of them together when the rarest is not too common to be read through.
    private static async Task<IReadOnlyList<Guid>?> FewAsync(OnboardingContext context, List<WordRange> words, CancellationToken cancellationToken)
    {
        List<(WordRange Range, int Count)> counted = [];
        foreach (var range in words)
        {
            var count = await In(context, range).Take(MostRead + 1).CountAsync(cancellationToken);
            counted.Add((range, count));
            if (count <= MostHits)
            {
                break;
            }
        }

        var (rarest, least) = counted.MinBy(entry => entry.Count);
        if (least > MostRead || (least > MostHits && words.Count == 1))
        {
            return null;
        }

        var found = In(context, rarest);
        foreach (var range in words.Where(range => least > MostHits && range != rarest))
        {
            var others = In(context, range);
            found = found.Where(word => others.Any(other => other.CaseId == word.CaseId));
        }

        var cases = await found.Select(word => word.CaseId).Take(MostHits + 1).ToListAsync(cancellationToken);
        return cases.Count <= MostHits ? [.. cases.Distinct()] : null;
    }

    private static IQueryable<CaseWord> In(OnboardingContext context, WordRange range) =>
#pragma warning disable CA1309 // The database compares; the column's collation is by code point.
        context.CaseWords.Where(word => string.Compare(word.Word, range.From) >= 0 && string.Compare(word.Word, range.To) < 0);
#pragma warning restore CA1309

    private IQueryable<CaseWord> Words(WordRange range) => In(_context, range);

    [GeneratedRegex(@"^\s*(?:ONB)?[\s\-/]*(?<year>20\d\d)[\s\-/]+(?<sequence>\d{1,9})\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex FullNumber();

    [GeneratedRegex(@"^\s*(?<sequence>\d{1,9})\s*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex RunningNumber();
}
