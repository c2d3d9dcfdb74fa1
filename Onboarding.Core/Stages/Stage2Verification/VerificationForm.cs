using Onboarding.Core.Cases;

namespace Onboarding.Core.Stages.Stage2Verification;

/// <summary>One line of the form.</summary>
/// <param name="Key">Which fact, and what it is about.</param>
/// <param name="IsRequired">Whether the case cannot leave stage 2 without it.</param>
/// <param name="Latest">The latest check of it, or null.</param>
/// <param name="Stale">What changed since that check, or null: a check on data or documents that are no longer there proves nothing.</param>
public sealed record VerificationLine(CheckKey Key, bool IsRequired, VerificationCheck? Latest, StaleCheck? Stale)
{
    /// <summary>Which fact.</summary>
    public CheckCode Code => Key.Code;

    /// <summary>The result that counts: none when it was not checked, or has to be checked again.</summary>
    public CheckResult? Result => Stale is null ? Latest?.Result : null;
}

/// <summary>The Form Verifikasi Data of a case as it stands now.</summary>
/// <param name="Lines">Every line, in the order in which a verifier works.</param>
public sealed record VerificationForm(IReadOnlyList<VerificationLine> Lines)
{
    /// <summary>How many lines are required.</summary>
    public int Required => Lines.Count(line => line.IsRequired);

    /// <summary>How many required lines passed and still stand.</summary>
    public int Passed => Lines.Count(line => line.IsRequired && line.Result == CheckResult.Passed);

    /// <summary>The line, or null when the form has none.</summary>
    public VerificationLine? Find(CheckKey key) => Lines.FirstOrDefault(line => line.Key == key);
}
