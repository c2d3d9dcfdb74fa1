using Onboarding.Core.Cases;
using Onboarding.Core.Catalog;
using Onboarding.Core.Stages.Stage3Recording;

namespace Onboarding.Core.Reporting;

/// <summary>The letter that tells a customer that the service is on (SOP stage 5, "Email Aktivasi" on paper).</summary>
/// <param name="Subject">The case.</param>
/// <param name="Address">The customer's address, in one line: it is the customer's own letter.</param>
/// <param name="ActivatedAt">When the service became active (UTC).</param>
/// <param name="Reference">The activation system's reference, or null.</param>
/// <param name="GuideIndonesian">Panduan Penggunaan Layanan in Bahasa Indonesia, a step a line.</param>
/// <param name="GuideEnglish">The same in English.</param>
public sealed record ActivationLetter(
    ReportSubject Subject, string Address, DateTimeOffset ActivatedAt, string? Reference, string GuideIndonesian, string GuideEnglish)
{
    /// <summary>The letter of a case, or null while its service is not on.</summary>
    public static ActivationLetter? Build(CaseFile file, Product product) => file.Case.ActivatedAt is { } at
        ? new ActivationLetter(
            ReportBuilder.Subject(file, product),
            StandardFormat.Line(file.Data.Address),
            at,
            file.Case.ActivationReference,
            product.Content.In(Language.Indonesian).Guide,
            product.Content.In(Language.English).Guide)
        : null;
}
