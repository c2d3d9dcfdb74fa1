using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Cases;
using Onboarding.Core.Customers;
using Onboarding.Core.Persistence;

namespace Onboarding.Core.Queues;

/// <summary>Keeps the words under which cases are found in step with the names. Called by the one write path alone, so that no use case can forget it.</summary>
internal static class CaseWords
{
    /// <summary>The words of a case that was just made.</summary>
    public static IEnumerable<CaseWord> Of(OnboardingCase owner) => SearchWords.Written(owner.ApplicantName).Select(word => new CaseWord(word, owner.Id));

    /// <summary>Writes the words of every case whose name this transaction wrote; what stays is left alone.</summary>
    public static async Task RenewAsync(OnboardingContext context, IEnumerable<OnboardingCase> cases, CancellationToken cancellationToken)
    {
        foreach (var owner in cases.Where(owner => owner.IsNamedAnew).Distinct())
        {
            var words = SearchWords.Written(owner.ApplicantName).ToHashSet(StringComparer.Ordinal);
            List<CaseWord> known = context.Entry(owner).State == EntityState.Added ? [] : await context.CaseWords.Where(word => word.CaseId == owner.Id).ToListAsync(cancellationToken);
            context.CaseWords.RemoveRange(known.Where(word => !words.Remove(word.Word)));
            context.CaseWords.AddRange(words.Select(word => new CaseWord(word, owner.Id)));
        }
    }
}
