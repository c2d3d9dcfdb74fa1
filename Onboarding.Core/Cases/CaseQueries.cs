using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Onboarding.Core.Clarifications;
using Onboarding.Core.Persistence;

namespace Onboarding.Core.Cases;

/// <summary>
/// The queries with which every action loads its case, compiled once for each model: to translate them anew, or even to find the translation in the cache,
/// costs more than the database needs to answer.
/// </summary>
internal sealed class CaseQueries
{
    private static readonly ConditionalWeakTable<IModel, CaseQueries> Compiled = [];

    private CaseQueries()
    {
    }

    /// <summary>The case and which kinds of parts it has; null when there is none.</summary>
    public Func<OnboardingContext, Guid, CancellationToken, Task<CaseParts.Found?>> Question { get; } =
        EF.CompileAsyncQuery((OnboardingContext context, Guid id, CancellationToken _) => context.Cases.Where(item => item.Id == id).Select(CaseParts.Found.Of).SingleOrDefault());

    public Func<OnboardingContext, Guid, IAsyncEnumerable<WorkItem>> WorkItems { get; } = Parts<WorkItem>();

    public Func<OnboardingContext, Guid, IAsyncEnumerable<CaseDocument>> Documents { get; } = Parts<CaseDocument>();

    public Func<OnboardingContext, Guid, IAsyncEnumerable<ChecklistTick>> Ticks { get; } = Parts<ChecklistTick>();

    public Func<OnboardingContext, Guid, IAsyncEnumerable<VerificationCheck>> Checks { get; } = Parts<VerificationCheck>();

    public Func<OnboardingContext, Guid, IAsyncEnumerable<ReentryAttempt>> Reentries { get; } = Parts<ReentryAttempt>();

    public Func<OnboardingContext, Guid, IAsyncEnumerable<SourceAnswer>> SourceAnswers { get; } = Parts<SourceAnswer>();

    public Func<OnboardingContext, Guid, IAsyncEnumerable<Clarification>> Clarifications { get; } =
        EF.CompileAsyncQuery((OnboardingContext context, Guid id) => context.Clarifications.Include(round => round.Items).Where(round => round.CaseId == id));

    public Func<OnboardingContext, Guid, IAsyncEnumerable<ContactEntry>> Contacts { get; } = Parts<ContactEntry>();

    public Func<OnboardingContext, Guid, IAsyncEnumerable<Decision>> Decisions { get; } = Parts<Decision>();

    public Func<OnboardingContext, Guid, IAsyncEnumerable<Objection>> Objections { get; } = Parts<Objection>();

    public Func<OnboardingContext, Guid, IAsyncEnumerable<SendBackPoint>> SendBackPoints { get; } = Parts<SendBackPoint>();

    public Func<OnboardingContext, Guid, IAsyncEnumerable<FollowUp>> FollowUps { get; } = Parts<FollowUp>();

    public Func<OnboardingContext, Guid, IAsyncEnumerable<Participation>> Participations { get; } = Parts<Participation>();

    public Func<OnboardingContext, Guid, IAsyncEnumerable<ConsentRecord>> Consents { get; } = Parts<ConsentRecord>();

    public Func<OnboardingContext, Guid, IAsyncEnumerable<DuplicateMatch>> Duplicates { get; } = Parts<DuplicateMatch>();

    /// <summary>The case of a work item; null when there is no such work item.</summary>
    public Func<OnboardingContext, Guid, CancellationToken, Task<Guid?>> OfWorkItem { get; } =
        EF.CompileAsyncQuery((OnboardingContext context, Guid id, CancellationToken _) => context.WorkItems.Where(item => item.Id == id).Select(item => (Guid?)item.CaseId).SingleOrDefault());

    /// <summary>The queries for the model of a context.</summary>
    public static CaseQueries Of(OnboardingContext context) => Compiled.GetValue(context.Model, _ => new CaseQueries());

    private static Func<OnboardingContext, Guid, IAsyncEnumerable<T>> Parts<T>()
        where T : class =>
        EF.CompileAsyncQuery((OnboardingContext context, Guid id) => context.Set<T>().Where(part => EF.Property<Guid>(part, nameof(WorkItem.CaseId)) == id));
}
