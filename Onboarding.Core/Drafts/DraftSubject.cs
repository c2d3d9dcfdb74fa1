using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Cases;
using Onboarding.Core.Customers;
using Onboarding.Core.Persistence;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Drafts;

/// <summary>What a form is about.</summary>
/// <param name="Kind">A case or a customer.</param>
/// <param name="Number">Its number.</param>
public sealed record DraftSubject(DraftSubjectKind Kind, string Number)
{
    /// <summary>A form about a case.</summary>
    public static DraftSubject Case(string number) => new(DraftSubjectKind.Case, number);

    /// <summary>A form about a customer.</summary>
    public static DraftSubject Customer(string number) => new(DraftSubjectKind.Customer, number);

    /// <summary>
    /// Its id, or null when there is none or this person may not look into it: what may not be read needs no form. Whether the form could be
    /// sent is not asked, since a hold or another worker ends that and must not take what was typed.
    /// </summary>
    internal async Task<Guid?> FindAsync(OnboardingContext context, Actor actor, CancellationToken cancellationToken) => !actor.IsStaff || !FreeText.CanBeAskedFor(Number) ? null : Kind switch
    {
        DraftSubjectKind.Case =>
            await context.Cases.Where(item => item.Number == Number).Where(CaseAccess.ReadableBy(actor)).Select(item => (Guid?)item.Id).SingleOrDefaultAsync(cancellationToken),
        DraftSubjectKind.Customer => actor.HasAny(CustomerAccess.Readers)
            ? await context.Customers.Where(item => item.Number == Number).Select(item => (Guid?)item.Id).SingleOrDefaultAsync(cancellationToken)
            : null,
    };
}

/// <summary>What a form can be about.</summary>
public enum DraftSubjectKind
{
    /// <summary>A case.</summary>
    Case = 1,

    /// <summary>A customer of the register.</summary>
    Customer,
}
