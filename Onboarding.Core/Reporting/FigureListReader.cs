using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Cases;
using Onboarding.Core.Persistence;
using Onboarding.Core.Reporting.Figures;
using Onboarding.Core.Results;
using Onboarding.Core.Sla;
using Onboarding.Core.Time;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Reporting;

/// <summary>Reads the list behind a figure, paged by key. A list has as many lines as its figure says.</summary>
/// <param name="contexts">Makes contexts.</param>
/// <param name="policies">The office's zone and calendar.</param>
/// <param name="clock">Clock.</param>
public sealed class FigureListReader(OnboardingContextFactory contexts, SlaPolicyProvider policies, TimeProvider clock)
{
    /// <summary>Lines a page.</summary>
    public const int PageSize = 50;

    /// <summary>One page: for supervisors and compliance; of the own work for everybody.</summary>
    public async Task<Result<FigurePage>> ReadAsync(FigureList list, FigureKey? after, Actor actor, CancellationToken cancellationToken)
    {
        if (!MaySee(list, actor))
        {
            return new NotAllowed(RefusalCode.RoleNotAllowed);
        }

        if (!list.Filter.IsValid || !FreeText.CanBeAskedFor(list.Value))
        {
            return new Invalid(nameof(FigureFilter.To), InputProblem.OutOfRange);
        }

        var policy = await policies.GetAsync(cancellationToken);
        await using var context = contexts.CreateDbContext();
        if (new FigureSources(context, list, policy, Instant.Now(clock)).Parts() is not { } parts)
        {
            return new Invalid(nameof(FigureList.Value), InputProblem.UnknownChoice);
        }

        var lines = await Page(parts, context, list, after).Take(PageSize + 1).ToListAsync(cancellationToken);
        var shown = lines.Take(PageSize).ToList();
        return new FigurePage(shown, lines.Count > PageSize ? new FigureKey(shown[^1].At, shown[^1].Id) : null);
    }

    private static bool MaySee(FigureList list, Actor actor) =>
        OverviewReader.MaySee(actor)
        || (actor.IsStaff && list.Value == actor.Id
            && list.Kind is FigureKind.Claimed or FigureKind.ClaimedLate or FigureKind.DoneBy or FigureKind.DoneLateBy);

    /// <summary>The lines of one page and those behind it, in order.</summary>
    internal static IQueryable<FigureLine> Page(IReadOnlyList<IQueryable<FigureSource>> parts, OnboardingContext context, FigureList list, FigureKey? after)
    {
        // The filter has to be asked before a part is cut off.
        var cases = FigureCases.Of(context, list.Filter);
        var found = parts is [var only]
            ? Behind(only, list, after)
            : parts.Select(part => Order(Behind(list.Filter.IsOfAll ? part : part.Where(item => cases.Any(owner => owner.Id == item.CaseId)), list, after), list))
                .Select(part => context.Database.IsNpgsql() ? part.Take(PageSize + 1) : part)
                .Aggregate(Queryable.Concat);
        return Order(found, list).Join(
            cases,
            item => item.CaseId,
            owner => owner.Id,
            (item, owner) => new FigureLine(item.Id, owner.Number, owner.ProductCode, owner.Channel, owner.ProvinceCode, owner.Status, item.At, item.Person, item.Queue));
    }

    // The first condition follows from the second; by it the database enters the index at the key.
    private static IQueryable<FigureSource> Behind(IQueryable<FigureSource> found, FigureList list, FigureKey? after) => after switch
    {
        null => found,
        { At: var at, Id: var id } when list.OldestFirst => found.Where(item => item.At >= at && (item.At > at || item.Id.CompareTo(id) > 0)),
        { At: var at, Id: var id } => found.Where(item => item.At <= at && (item.At < at || item.Id.CompareTo(id) < 0)),
    };

    private static IQueryable<FigureSource> Order(IQueryable<FigureSource> found, FigureList list) => list.OldestFirst
        ? found.OrderBy(item => item.At).ThenBy(item => item.Id)
        : found.OrderByDescending(item => item.At).ThenByDescending(item => item.Id);
}
