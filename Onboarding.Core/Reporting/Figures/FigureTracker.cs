using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Onboarding.Core.Cases;
using Onboarding.Core.Clarifications;
using Onboarding.Core.Persistence;
using Onboarding.Core.Sla;
using Onboarding.Core.Time;

namespace Onboarding.Core.Reporting.Figures;

/// <summary>
/// Finds what a write changes in the figures: it compares every case of the unit of work as it was loaded with what is about
/// to be saved. The use cases know nothing of it, so none can forget it.
/// </summary>
/// <param name="hours">The office's zone.</param>
/// <param name="clock">For the ids.</param>
public sealed class FigureTracker(WorkingHours hours, TimeProvider clock)
{
    private readonly CaseFigures _figures = new(hours.Zone.Offset());

    /// <summary>Adds the deltas of the changed cases to the context, to be saved with them. The context has found out what changed.</summary>
    internal void Track(OnboardingContext context)
    {
        var changed = ChangedCases(context.ChangeTracker);
        if (changed.Count == 0)
        {
            return;
        }

        var parts = new Parts(context.ChangeTracker);
        var totals = new FigureTotals();
        foreach (var entry in context.ChangeTracker.Entries<OnboardingCase>().Where(entry => changed.Contains(entry.Entity.Id)).ToList())
        {
            changed.Remove(entry.Entity.Id);
            if (entry.State != EntityState.Added)
            {
                _figures.Count(parts.Before(entry), -1, totals);
            }

            if (entry.State != EntityState.Deleted)
            {
                _figures.Count(parts.After(entry), 1, totals);
            }
        }

        if (changed.Count > 0)
        {
            throw new InvalidOperationException("A part of a case was changed without its case: load it through the case writer, or the figures go wrong.");
        }

        context.FigureDeltas.AddRange(totals.All.Select(total => new FigureDelta(SequentialId.New(clock), total.Place, total.Counts)));
    }

    private static HashSet<Guid> ChangedCases(ChangeTracker tracker)
    {
        var changed = new HashSet<Guid>();
        foreach (var entry in tracker.Entries())
        {
            if (entry.State is not (EntityState.Added or EntityState.Modified or EntityState.Deleted))
            {
                continue;
            }

            var owner = entry.Entity switch
            {
                OnboardingCase item => item.Id,
                WorkItem item => item.CaseId,
                Decision item => item.CaseId,
                Clarification item => item.CaseId,
                FollowUp item => item.CaseId,
                Feedback item => item.CaseId,
                Hold => Key(entry),
                _ => (Guid?)null,
            };
            if (owner is { } id)
            {
                changed.Add(id);
            }
        }

        return changed;
    }

    // A hold has no identity of its own: its key is that of its case.
    private static Guid Key(EntityEntry hold) => (Guid)hold.Property(hold.Metadata.FindPrimaryKey()!.Properties[0].Name).CurrentValue!;

    private sealed class Parts(ChangeTracker tracker)
    {
        private readonly ILookup<Guid, EntityEntry> _holds = tracker.Entries<Hold>().ToLookup(entry => Key(entry), EntityEntry (entry) => entry);
        private readonly ILookup<Guid, EntityEntry<WorkItem>> _work = tracker.Entries<WorkItem>().ToLookup(entry => entry.Entity.CaseId);
        private readonly ILookup<Guid, EntityEntry<Decision>> _decisions = tracker.Entries<Decision>().ToLookup(entry => entry.Entity.CaseId);
        private readonly ILookup<Guid, EntityEntry<Clarification>> _rounds = tracker.Entries<Clarification>().ToLookup(entry => entry.Entity.CaseId);
        private readonly ILookup<Guid, EntityEntry<FollowUp>> _calls = tracker.Entries<FollowUp>().ToLookup(entry => entry.Entity.CaseId);
        private readonly ILookup<Guid, EntityEntry<Feedback>> _feedback = tracker.Entries<Feedback>().ToLookup(entry => entry.Entity.CaseId);

        public CountedCase Before(EntityEntry<OnboardingCase> entry)
        {
            var id = entry.Entity.Id;
            return CountedCase.Of(Old(entry), _holds[id].Any(hold => WasThere(hold.State))) with
            {
                WorkItems = [.. _work[id].Where(item => WasThere(item.State)).Select(Old)],
                Decisions = [.. _decisions[id].Where(item => WasThere(item.State)).Select(Old)],
                Rounds = [.. _rounds[id].Where(item => WasThere(item.State)).Select(Old)],
                FollowUps = [.. _calls[id].Where(item => WasThere(item.State)).Select(Old)],
                Feedback = _feedback[id].Where(item => WasThere(item.State)).Select(Old).FirstOrDefault(),
            };
        }

        public CountedCase After(EntityEntry<OnboardingCase> entry)
        {
            var id = entry.Entity.Id;
            return CountedCase.Of(entry.Entity, entry.Entity.Hold is not null) with
            {
                WorkItems = [.. _work[id].Where(item => Stays(item.State)).Select(item => item.Entity)],
                Decisions = [.. _decisions[id].Where(item => Stays(item.State)).Select(item => item.Entity)],
                Rounds = [.. _rounds[id].Where(item => Stays(item.State)).Select(item => item.Entity)],
                FollowUps = [.. _calls[id].Where(item => Stays(item.State)).Select(item => item.Entity)],
                Feedback = _feedback[id].Where(item => Stays(item.State)).Select(item => item.Entity).FirstOrDefault(),
            };
        }

        private static bool WasThere(EntityState state) => state is EntityState.Unchanged or EntityState.Modified or EntityState.Deleted;

        private static bool Stays(EntityState state) => state is EntityState.Unchanged or EntityState.Modified or EntityState.Added;

        private static T Old<T>(EntityEntry<T> entry)
            where T : class => entry.State == EntityState.Unchanged ? entry.Entity : (T)entry.OriginalValues.ToObject();
    }
}
