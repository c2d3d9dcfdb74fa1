namespace Onboarding.Core.IdentityNumbers;

/// <summary>How much a <see cref="Finding"/> weighs.</summary>
public enum FindingSeverity
{
    /// <summary>The value may be saved; the verifier sees the finding in Form Verifikasi Data (stage 2) and decides with a reason.</summary>
    Warning,

    /// <summary>The text is not such a value at all: it must not be saved.</summary>
    Error,
}
