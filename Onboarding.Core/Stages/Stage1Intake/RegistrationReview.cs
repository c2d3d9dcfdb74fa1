using Onboarding.Core.Cases;
using Onboarding.Core.Catalog;
using Onboarding.Core.Persistence;
using Onboarding.Core.Results;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Stages.Stage1Intake;

/// <summary>A registration, or as much of one as could be read.</summary>
/// <param name="ProductCode">Product registered for.</param>
/// <param name="Data">The form's data as typed; null when not even the kind of applicant could be read.</param>
/// <param name="Consent">The consent, or null.</param>
/// <param name="Details">What was explained, and which brochure was shown; null where there is nothing to say.</param>
public sealed record RegistrationParts(string ProductCode, ApplicantData? Data, GivenConsent? Consent, IntakeDetails? Details)
{
    /// <summary>What was typed is personal data and is not printed.</summary>
    public override string ToString() => nameof(RegistrationParts);
}

/// <summary>
/// Looks at the data, the product, the brochure and the consent of a registration together, so that whoever mends it hears of
/// everything at once and not of one part after the other.
/// </summary>
internal static class RegistrationReview
{
    /// <summary>Every reason not to take it; empty when it can be taken.</summary>
    public static async Task<IReadOnlyList<Refusal>> FindAsync(
        OnboardingContext context, RegistrationParts parts, Product? product, Actor actor, DateTimeOffset now, DateOnly today, CancellationToken cancellationToken)
    {
        List<Refusal?> found = [RefuseProduct(parts, product), RefuseData(parts, product, today), RefuseBrochure(parts, product)];
        if (product is not null && parts.Details?.Explanation is { } explanation)
        {
            found.Add(await explanation.RefuseAsync(product.Code, context, now, cancellationToken));
        }

        found.Add(await ConsentTaking.RefuseAsync(context, parts.Consent, actor, now, cancellationToken));
        return [.. found.OfType<Refusal>()];
    }

    /// <summary>The same as the one answer of a use case, or null: wrong fields are told together, after what stands above all of them.</summary>
    public static Refusal? AsOne(IReadOnlyList<Refusal> found)
    {
        List<FieldError> errors = [.. found.OfType<Invalid>().SelectMany(invalid => invalid.Errors)];
        return found.FirstOrDefault(refusal => refusal is not Invalid) ?? (errors.Count > 0 ? new Invalid(errors) : null);
    }

    private static NotAllowed? RefuseProduct(RegistrationParts parts, Product? product) =>
        product is not null && (parts.Data is null || product.IsOfferedTo(parts.Data.Kind)) ? null : new NotAllowed(RefusalCode.ProductNotOffered);

    // What a product asks for that is not for this applicant is not asked for.
    private static Invalid? RefuseData(RegistrationParts parts, Product? product, DateOnly today)
    {
        if (parts.Data is not { } data)
        {
            return null;
        }

        var check = product?.IsOfferedTo(data.Kind) == true
            ? RegistrationRules.Check(data, today, product.Content.Requirements)
            : RegistrationRules.Check(data, today);
        return check.Errors.Count > 0 ? new Invalid(check.Errors) : null;
    }

    // What was shown must be what applies: price and terms are part of what the applicant asks for.
    private static Invalid? RefuseBrochure(RegistrationParts parts, Product? product) =>
        product is not null && parts.Details?.BrochureVersion is { } shown && shown != product.Brochure.Version
            ? new Invalid(nameof(IntakeDetails.BrochureVersion), InputProblem.BrochureOutdated)
            : null;
}
