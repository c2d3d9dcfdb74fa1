using System.Globalization;
using Onboarding.Core.Catalog;
using Onboarding.Core.Stages.Stage1Intake;
using Onboarding.Portal.Hosting;

namespace Onboarding.Portal.Features.Stage1Intake;

/// <summary>The lines of the Checklist Kelengkapan Data in words.</summary>
public static class ChecklistWords
{
    /// <summary>What has to be so.</summary>
    public static string Title(ChecklistLine line) => line.Requirement is { } requirement ? Title(requirement) : DomainTexts.Of(line.Item);

    /// <summary>What a product asks for.</summary>
    public static string Title(ProductRequirement requirement) => requirement switch
    {
        { Title: { } title } => title.In(Languages.From(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName)),
        { Document: { } document } => DomainTexts.Of(document),
        { Field: { } field } => DomainTexts.Field(field),
        _ => requirement.Code,
    };

    /// <summary>Which brochure was explained and how, or null where nothing was.</summary>
    public static string? Explained(ChecklistLine line) => line.Tick is { BrochureVersion: { } version, Means: { } means }
        ? ChecklistText.Explained.With(version, DomainTexts.Of(means))
        : null;
}
