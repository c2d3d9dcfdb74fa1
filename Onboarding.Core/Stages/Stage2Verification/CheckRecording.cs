using Onboarding.Core.Cases;

namespace Onboarding.Core.Stages.Stage2Verification;

/// <summary>Adding a check to a case, the same way wherever it comes from.</summary>
internal static class CheckRecording
{
    /// <summary>Keeps what was found together with what it rests on now. The action has been allowed before.</summary>
    public static void Record(this CaseWork work, CheckKey key, CheckFinding found)
    {
        var basis = work.Rules.Verification.BasisOf(key, work.Case, work.Data);
        work.Case.Add(new VerificationCheck(work.NewId(), work.Case.Id, found, basis, work.Actor.Id, work.Actor.Name, work.Now));
    }
}
