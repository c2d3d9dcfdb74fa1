namespace Onboarding.Core.IdentityNumbers;

/// <summary>Which of the number systems of the tax office an <see cref="Npwp"/> belongs to.</summary>
public enum NpwpKind
{
    /// <summary>The 15 digits used until 2024, of an individual, an entity or a branch.</summary>
    FifteenDigits,

    /// <summary>The 15 digits of an entity with a zero before them (PMK 112/PMK.03/2022).</summary>
    EntityFromFifteenDigits,

    /// <summary>Issued to an entity by the Coretax system since 2025 (PER-7/PJ/2025); begins with 10, no check digit is published.</summary>
    SystemIssued,

    /// <summary>The NIK of a resident individual.</summary>
    Individual,

    /// <summary>Sixteen digits of no known pattern.</summary>
    Unknown,
}
