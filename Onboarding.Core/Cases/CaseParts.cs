using System.Linq.Expressions;
using Onboarding.Core.Persistence;

namespace Onboarding.Core.Cases;

/// <summary>
/// Loads a case to be changed, with all its parts. Most cases have few kinds of parts, and asking for each kind costs more than the answer: one
/// question finds the case and which kinds it has, and only these are read. The keys of the duplicate search are not among them: nothing is decided
/// by them, and there are more of them than of all the rest (<see cref="SearchKeys"/>).
/// </summary>
internal static class CaseParts
{
    /// <summary>The case with all its parts, tracked; null when there is none.</summary>
    public static async Task<OnboardingCase?> LoadAsync(OnboardingContext context, Guid id, CancellationToken cancellationToken)
    {
        var ask = CaseQueries.Of(context);
        if (await ask.Question(context, id, cancellationToken) is not { } found)
        {
            return null;
        }

        await ReadAsync(found.WorkItems, ask.WorkItems);
        await ReadAsync(found.Documents, ask.Documents);
        await ReadAsync(found.Ticks, ask.Ticks);
        await ReadAsync(found.Checks, ask.Checks);
        await ReadAsync(found.Reentries, ask.Reentries);
        await ReadAsync(found.SourceAnswers, ask.SourceAnswers);
        await ReadAsync(found.Clarifications, ask.Clarifications);
        await ReadAsync(found.Contacts, ask.Contacts);
        await ReadAsync(found.Decisions, ask.Decisions);
        await ReadAsync(found.Objections, ask.Objections);
        await ReadAsync(found.SendBackPoints, ask.SendBackPoints);
        await ReadAsync(found.FollowUps, ask.FollowUps);
        await ReadAsync(found.Participations, ask.Participations);
        await ReadAsync(found.Consents, ask.Consents);
        await ReadAsync(found.Duplicates, ask.Duplicates);
        return found.Owner;

        // Each part finds its case among what the context knows.
        async Task ReadAsync<T>(bool hasAny, Func<OnboardingContext, Guid, IAsyncEnumerable<T>> parts)
        {
            if (hasAny)
            {
                await foreach (var _ in parts(context, id).WithCancellation(cancellationToken))
                {
                }
            }
        }
    }

    /// <summary>The answer: the case, and which kinds of parts it has.</summary>
    internal sealed class Found
    {
        /// <summary>The one question.</summary>
        public static readonly Expression<Func<OnboardingCase, Found>> Of = item => new Found
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
            Duplicates = item.Duplicates.Any(),
            Feedback = item.Feedback,
        };

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

        public required bool Duplicates { get; init; }

        public required Feedback? Feedback { get; init; }
    }
}
