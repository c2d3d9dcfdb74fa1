using Onboarding.Core.Cases;

namespace Onboarding.Core.Reporting;

/// <summary>A report of a case, as data, whichever it is: what a printer needs and what a queue has to know of it.</summary>
/// <param name="Kind">Which report.</param>
/// <param name="Subject">The case.</param>
/// <param name="Model">Its data: the record that belongs to the kind.</param>
/// <param name="CaseVersion">Version of the case that it was read from.</param>
/// <param name="Decision">The decision that it states, or null when it states none.</param>
/// <param name="IsCovered">True when values were covered because this person must not see them yet (blind re-entry, stage 2).</param>
public sealed record CaseReport(ReportKind Kind, ReportSubject Subject, object Model, int CaseVersion, DecisionOutcome? Decision, bool IsCovered)
{
    /// <summary>
    /// SHA-256 over everything that the report says of the case. Equal fingerprints: the same form would be printed. Where the
    /// audit trail ends does not count, since looking at a case moves it.
    /// </summary>
    public byte[] Fingerprint() => ReportFingerprint.Of(Kind, Model);
}
