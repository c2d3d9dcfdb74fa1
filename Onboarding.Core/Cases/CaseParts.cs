using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Persistence;

namespace Onboarding.Core.Cases;

/// <summary>
/// Loads a case to be changed, with all its parts. Most cases have few kinds of parts, and asking for each kind costs more than the answer: one
/// question finds the case and which kinds it has, and only these are read.
/// </summary>
internal static class CaseParts
{
    /// <summary>The case with all its parts, tracked; null when there is none.</summary>
    public static async Task<OnboardingCase?> LoadAsync(OnboardingContext context, Guid id, CancellationToken cancellationToken)
    {
        var found = await Question(context, id).SingleOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            return null;
        }

        Parts parts = new(context, found.Owner, cancellationToken);
        await parts.LoadAsync(found.WorkItems, item => item.WorkItems);
        await parts.LoadAsync(found.Documents, item => item.Documents);
        await parts.LoadAsync(found.Ticks, item => item.Ticks);
        await parts.LoadAsync(found.Checks, item => item.Checks);
        await parts.LoadAsync(found.Reentries, item => item.Reentries);
        await parts.LoadAsync(found.SourceAnswers, item => item.SourceAnswers);
        if (found.Clarifications)
        {
            await context.Clarifications.Include(round => round.Items).Where(round => round.CaseId == id).LoadAsync(cancellationToken);
        }

        await parts.LoadAsync(found.Contacts, item => item.Contacts);
        await parts.LoadAsync(found.Decisions, item => item.Decisions);
        await parts.LoadAsync(found.Objections, item => item.Objections);
        await parts.LoadAsync(found.SendBackPoints, item => item.SendBackPoints);
        await parts.LoadAsync(found.FollowUps, item => item.FollowUps);
        await parts.LoadAsync(found.Participations, item => item.Participations);
        await parts.LoadAsync(found.Consents, item => item.Consents);
        await parts.LoadAsync(found.SearchKeys, item => item.SearchKeys);
        await parts.LoadAsync(found.Duplicates, item => item.Duplicates);
        return found.Owner;
    }

    /// <summary>The one question: the case, and which kinds of parts it has.</summary>
    internal static IQueryable<Found> Question(OnboardingContext context, Guid id) => context.Cases
        .Where(item => item.Id == id)
        .Select(item => new Found
        {
            Owner = item,
            WorkItems = item.WorkItems.Any(),
            Documents = item.Documents.Any(),
            Ticks = item.Ticks.Any(),
            Checks = item.Checks.Any(),
            Reentries = item.Reentries.Any(),
            SourceAnswers = item.SourceAnswers.Any(),
            Clarifications = item.Clarifications.Any(),
            Contacts = item.Contacts.Any(),
            Decisions = item.Decisions.Any(),
            Objections = item.Objections.Any(),
            SendBackPoints = item.SendBackPoints.Any(),
            FollowUps = item.FollowUps.Any(),
            Participations = item.Participations.Any(),
            Consents = item.Consents.Any(),
            SearchKeys = item.SearchKeys.Any(),
            Duplicates = item.Duplicates.Any(),
            Feedback = item.Feedback,
        });

    /// <summary>The answer: the case, and which kinds of parts it has.</summary>
    internal sealed class Found
    {
        public required OnboardingCase Owner { get; init; }

        public required bool WorkItems { get; init; }

        public required bool Documents { get; init; }

        public required bool Ticks { get; init; }

        public required bool Checks { get; init; }

        public required bool Reentries { get; init; }

        public required bool SourceAnswers { get; init; }

        public required bool Clarifications { get; init; }

        public required bool Contacts { get; init; }

        public required bool Decisions { get; init; }

        public required bool Objections { get; init; }

        public required bool SendBackPoints { get; init; }

        public required bool FollowUps { get; init; }

        public required bool Participations { get; init; }

        public required bool Consents { get; init; }

        public required bool SearchKeys { get; init; }

        public required bool Duplicates { get; init; }

        public required Feedback? Feedback { get; init; }
    }

    private sealed record Parts(OnboardingContext Context, OnboardingCase Owner, CancellationToken Cancellation)
    {
        public async Task LoadAsync<T>(bool hasAny, Expression<Func<OnboardingCase, IEnumerable<T>>> of)
            where T : class
        {
            if (hasAny)
            {
                await Context.Entry(Owner).Collection(of).LoadAsync(Cancellation);
            }
        }
    }
}
