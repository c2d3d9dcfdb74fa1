namespace Onboarding.Core.IdentityNumbers;

/// <summary>What kind of line a <see cref="PhoneNumber"/> is.</summary>
public enum PhoneKind
{
    /// <summary>An Indonesian mobile number: can take a one-time code or WhatsApp.</summary>
    Mobile,

    /// <summary>An Indonesian landline: allowed for businesses, not for one-time codes.</summary>
    Landline,

    /// <summary>A number of another country, of which only the length is checked.</summary>
    Foreign,
}
