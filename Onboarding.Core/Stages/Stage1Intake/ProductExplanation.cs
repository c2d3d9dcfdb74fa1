using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Cases;
using Onboarding.Core.Documents.Reading;
using Onboarding.Core.Persistence;
using Onboarding.Core.Results;

namespace Onboarding.Core.Stages.Stage1Intake;

/// <summary>By which means product and requirements were explained. Stored as text.</summary>
public enum ExplanationMeans
{
    /// <summary>Face to face, at the counter or on a visit.</summary>
    InPerson = 1,

    /// <summary>By telephone.</summary>
    Telephone,

    /// <summary>The brochure was sent by e-mail.</summary>
    Email,

    /// <summary>The brochure was sent by WhatsApp.</summary>
    WhatsApp,

    /// <summary>The printed brochure was handed over.</summary>
    PrintedBrochure,

    /// <summary>The applicant read the brochure on the public pages before registering.</summary>
    ReadOnline,
}

/// <summary>What was explained to the applicant: "memberikan penjelasan kepada pelanggan mengenai produk/jasa serta persyaratan pendaftaran" (SOP stage 1).</summary>
/// <param name="BrochureVersion">Which version of the brochure.</param>
/// <param name="Means">By which means.</param>
public sealed record ProductExplanation(int BrochureVersion, ExplanationMeans Means)
{
    /// <summary>The problem, or null: the version must be one that the product has had in effect.</summary>
    internal async Task<Invalid?> RefuseAsync(string productCode, OnboardingContext context, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (!Enum.IsDefined(Means))
        {
            return new Invalid(nameof(Means), InputProblem.UnknownChoice);
        }

        return await context.Brochures.AnyAsync(brochure => brochure.ProductCode == productCode && brochure.Version == BrochureVersion && brochure.ValidFrom <= now, cancellationToken)
            ? null
            : new Invalid(nameof(BrochureVersion), InputProblem.UnknownChoice);
    }

    /// <summary>Ticks the item of the checklist.</summary>
    internal void TickOn(CaseWork work, string? remark) => work.Case.Tick(
        new ChecklistTick(work.NewId(), work.Case.Id, ChecklistKind.Completeness, nameof(ChecklistItem.ProductExplained), remark, work.Actor.Id, work.Actor.Name, work.Now)
        {
            BrochureVersion = BrochureVersion,
            Means = Means,
        });
}

/// <summary>What goes with a registration beside the applicant's data.</summary>
/// <param name="Source">How it reached the company; of registrations that staff records.</param>
/// <param name="Explanation">What staff explained, or null: it can be ticked later.</param>
/// <param name="BrochureVersion">Version of the brochure that the applicant was shown before sending, or null when the channel shows none.</param>
public sealed record IntakeDetails(RegistrationSource? Source = null, ProductExplanation? Explanation = null, int? BrochureVersion = null)
{
    /// <summary>The partner from whom staff has it, when they enter what a partner handed in.</summary>
    public Guid? PartnerId { get; init; }

    /// <summary>The import of which it is a row; the audit trail names it.</summary>
    public Guid? ImportId { get; init; }

    /// <summary>The fields whose value was read from a card by the machine and taken over by the person who sends or saves; the trail names them, never the values.</summary>
    public IReadOnlySet<CardField> MachineRead { get; init; } = new HashSet<CardField>();
}
