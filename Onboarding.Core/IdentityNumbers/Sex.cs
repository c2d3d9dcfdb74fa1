namespace Onboarding.Core.IdentityNumbers;

/// <summary>Sex as the population administration records it (KTP-el: <c>Jenis Kelamin</c>).</summary>
public enum Sex
{
    /// <summary>Laki-laki.</summary>
    Male,

    /// <summary>Perempuan.</summary>
    Female,
}
