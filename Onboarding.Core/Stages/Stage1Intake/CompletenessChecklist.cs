using Onboarding.Core.Cases;
using Onboarding.Core.Catalog;
using Onboarding.Core.Compliance;
using Onboarding.Core.Documents;
using Onboarding.Core.IdentityNumbers;

namespace Onboarding.Core.Stages.Stage1Intake;

/// <summary>An item of the Checklist Kelengkapan Data (SOP stage 1). Stored as text.</summary>
public enum ChecklistItem
{
    /// <summary>All data of the standard form is filled ("telah terisi dengan lengkap sesuai formulir standar").</summary>
    FormComplete = 1,

    /// <summary>The privacy notice was accepted (UU PDP Pasal 20-22).</summary>
    PrivacyConsent,

    /// <summary>Product and requirements were explained ("memberikan penjelasan ... produk/jasa serta persyaratan").</summary>
    ProductExplained,

    /// <summary>Copy of the KTP.</summary>
    IdentityCard,

    /// <summary>Copy of the passport.</summary>
    Passport,

    /// <summary>Copy of the stay permit.</summary>
    StayPermit,

    /// <summary>Copy of the NPWP.</summary>
    TaxCard,

    /// <summary>Deed of establishment.</summary>
    DeedOfEstablishment,

    /// <summary>Decree of the Ministry of Law.</summary>
    LegalDecree,

    /// <summary>NIB document.</summary>
    BusinessIdentification,

    /// <summary>KTP of the person who signs for the business.</summary>
    RepresentativeIdentityCard,

    /// <summary>Passport of the foreigner who signs for the business.</summary>
    RepresentativePassport,

    /// <summary>What shows how the registration reached the company, where the channel leaves no other trace.</summary>
    RegistrationEvidence,

    /// <summary>Something that the product asks for beyond the usual.</summary>
    ProductRequirement,
}

/// <summary>One line of the checklist.</summary>
/// <param name="Item">Which item.</param>
/// <param name="IsSatisfied">Whether a field, a document or a tick satisfies it.</param>
/// <param name="Document">The kind of document that satisfies it, or null.</param>
/// <param name="CanTick">True when a member of staff confirms it by hand.</param>
/// <param name="Tick">The tick, when there is one.</param>
public sealed record ChecklistLine(ChecklistItem Item, bool IsSatisfied, DocumentKind? Document, bool CanTick, ChecklistTick? Tick)
{
    /// <summary>What the product asks for, of <see cref="ChecklistItem.ProductRequirement"/>.</summary>
    public ProductRequirement? Requirement { get; init; }

    /// <summary>What tells the line from every other of its case, and under which a tick is kept.</summary>
    public string Key => KeyOf(Item, Requirement?.Code);

    /// <summary>The key of a line.</summary>
    internal static string KeyOf(ChecklistItem item, string? requirement) => requirement is null ? item.ToString() : $"Product:{requirement}";
}

/// <summary>The checklist, computed from product, kind of customer, channel, and what the case holds.</summary>
public static class CompletenessChecklist
{
    /// <summary>Every line that this case needs, in the order of the form.</summary>
    /// <param name="owner">The case.</param>
    /// <param name="data">Its applicant's data.</param>
    /// <param name="asOf">The date in the office by which age and validity are judged.</param>
    public static IReadOnlyList<ChecklistLine> Read(OnboardingCase owner, ApplicantData data, DateOnly asOf)
    {
        var lines = new List<ChecklistLine>
        {
            new(ChecklistItem.FormComplete, RegistrationRules.IsComplete(data, asOf), null, CanTick: false, null),
            new(ChecklistItem.PrivacyConsent, owner.Consents.Any(consent => consent.IsGiven && consent.Purpose == ConsentPurposes.Registration), null, CanTick: false, null),
        };
        var tick = TickOf(owner, nameof(ChecklistItem.ProductExplained));
        lines.Add(new ChecklistLine(ChecklistItem.ProductExplained, tick is not null, null, CanTick: true, tick));
        var documents = RequiredDocuments(data);
        lines.AddRange(documents.Select(required => ByDocument(owner, required.Item, required.Document)));
        if (SourceRules.NeedsEvidence(owner.Channel, owner.OnPaper))
        {
            lines.Add(ByDocument(owner, ChecklistItem.RegistrationEvidence, DocumentKind.RegistrationEvidence));
        }

        lines.AddRange(owner.Requirements
            .Where(requirement => requirement.Concerns(data) && !documents.Any(required => required.Document == requirement.Document))
            .Select(requirement => ByProduct(owner, data, requirement)));
        return lines;
    }

    /// <summary>Every kind of document that this applicant has to bring for this product.</summary>
    public static IReadOnlyList<DocumentKind> NeededDocuments(ApplicantData data, IReadOnlyList<ProductRequirement> requirements) =>
        [.. RequiredDocuments(data).Select(required => required.Document), .. AddedDocuments(data, requirements)];

    /// <summary>The kinds that a customer may add without owing them; of an unknown kind, those of a person.</summary>
    public static IReadOnlyList<DocumentKind> OptionalDocuments(CustomerKind? kind) => kind == CustomerKind.Business
        ? [DocumentKind.DeedOfAmendment, DocumentKind.PowerOfAttorney, DocumentKind.Other]
        : [DocumentKind.TaxCard, DocumentKind.Other];

    /// <summary>Whether a kind of document is one that this applicant brings for this product, owed or not; another one was probably sent under the wrong name.</summary>
    public static bool Takes(DocumentKind kind, ApplicantData data, IReadOnlyList<ProductRequirement> requirements) =>
        NeededDocuments(data, requirements).Contains(kind) || OptionalDocuments(data.Kind).Contains(kind);

    /// <summary>The documents that a product asks this applicant for beyond the usual.</summary>
    public static IReadOnlyList<DocumentKind> AddedDocuments(ApplicantData data, IReadOnlyList<ProductRequirement> requirements) =>
        [.. requirements
            .Where(requirement => requirement.Concerns(data))
            .Select(requirement => requirement.Document)
            .OfType<DocumentKind>()
            .Except(RequiredDocuments(data).Select(required => required.Document))];

    private static ChecklistLine ByDocument(OnboardingCase owner, ChecklistItem item, DocumentKind kind) =>
        new(item, owner.Documents.Any(document => document.Kind == kind && document.IsUsable), kind, CanTick: false, null);

    private static ChecklistLine ByProduct(OnboardingCase owner, ApplicantData data, ProductRequirement requirement)
    {
        const ChecklistItem item = ChecklistItem.ProductRequirement;
        var line = requirement.Kind switch
        {
            RequirementKind.Document => ByDocument(owner, item, requirement.Document!.Value),
            RequirementKind.Field => new ChecklistLine(item, ProductRequirements.IsFilled(data, requirement.Field!), null, CanTick: false, null),
            RequirementKind.Confirmation => ByTick(item, TickOf(owner, ChecklistLine.KeyOf(item, requirement.Code))),
        };
        return line with { Requirement = requirement };
    }

    private static ChecklistLine ByTick(ChecklistItem item, ChecklistTick? tick) => new(item, tick is not null, null, CanTick: true, tick);

    private static ChecklistTick? TickOf(OnboardingCase owner, string key) =>
        owner.Ticks.FirstOrDefault(entry => entry.List == ChecklistKind.Completeness && entry.Item == key);

    /// <summary>
    /// The documents this applicant has to bring: identity (SOP, "Dokumen Identitas"), and for a business its legal papers.
    /// A business without legal entity has neither deed nor decree.
    /// </summary>
    public static IReadOnlyList<(ChecklistItem Item, DocumentKind Document)> RequiredDocuments(ApplicantData data) => data switch
    {
        PersonData { Citizenship: Citizenship.Foreign } =>
        [
            (ChecklistItem.Passport, DocumentKind.Passport),
            (ChecklistItem.StayPermit, DocumentKind.StayPermit),
        ],
        PersonData => [(ChecklistItem.IdentityCard, DocumentKind.IdentityCard)],
        BusinessData { LegalForm: LegalForm.UD } business =>
        [
            (ChecklistItem.BusinessIdentification, DocumentKind.BusinessIdentification),
            (ChecklistItem.TaxCard, DocumentKind.TaxCard),
            IdentityOfRepresentative(business),
        ],
        BusinessData business =>
        [
            (ChecklistItem.DeedOfEstablishment, DocumentKind.DeedOfEstablishment),
            (ChecklistItem.LegalDecree, DocumentKind.LegalDecree),
            (ChecklistItem.BusinessIdentification, DocumentKind.BusinessIdentification),
            (ChecklistItem.TaxCard, DocumentKind.TaxCard),
            IdentityOfRepresentative(business),
        ],
        _ => throw new ArgumentOutOfRangeException(nameof(data)),
    };

    private static (ChecklistItem Item, DocumentKind Document) IdentityOfRepresentative(BusinessData business) =>
        business.RepresentativeCitizenship == Citizenship.Foreign
            ? (ChecklistItem.RepresentativePassport, DocumentKind.RepresentativePassport)
            : (ChecklistItem.RepresentativeIdentityCard, DocumentKind.RepresentativeIdentityCard);
}
