using System.Globalization;
using Onboarding.Core.Aftercare;
using Onboarding.Core.Catalog;
using Onboarding.Core.Clarifications;

namespace Onboarding.Portal.Features.Administration.Products;

/// <summary>A contact of a follow-up plan while somebody edits it.</summary>
public sealed class FollowUpStepDraft
{
    /// <summary>Days after the activation as typed.</summary>
    public string AfterDays { get; set; } = string.Empty;

    /// <summary>How the customer is reached.</summary>
    public ContactChannel Channel { get; set; } = ContactChannel.Phone;

    /// <summary>What it is for, in Bahasa Indonesia.</summary>
    public string PurposeIndonesian { get; set; } = string.Empty;

    /// <summary>What it is for, in English.</summary>
    public string PurposeEnglish { get; set; } = string.Empty;

    /// <summary>What is said, in Bahasa Indonesia.</summary>
    public string ScriptIndonesian { get; set; } = string.Empty;

    /// <summary>What is said, in English.</summary>
    public string ScriptEnglish { get; set; } = string.Empty;

    /// <summary>A contact to edit.</summary>
    public static FollowUpStepDraft From(FollowUpStep step) => new()
    {
        AfterDays = step.AfterDays.ToString(CultureInfo.InvariantCulture),
        Channel = step.Channel,
        PurposeIndonesian = step.Purpose.Indonesian,
        PurposeEnglish = step.Purpose.English,
        ScriptIndonesian = step.Script.Indonesian,
        ScriptEnglish = step.Script.English,
    };

    /// <summary>What was typed, as the core takes it. What is no number becomes one that the core refuses.</summary>
    public FollowUpStep ToStep() => new(
        int.TryParse(AfterDays, NumberStyles.None, CultureInfo.InvariantCulture, out int days) ? days : -1,
        Channel,
        new LocalText(PurposeIndonesian, PurposeEnglish),
        new LocalText(ScriptIndonesian, ScriptEnglish));
}
