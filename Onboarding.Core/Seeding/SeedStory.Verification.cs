using Onboarding.Core.Cases;
using Onboarding.Core.Stages.Stage2Verification;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Seeding;

// Stage 2: the form line by line, as far as the plan goes.
internal sealed partial class SeedStory
{
    private void Verification()
    {
        if (_plan.Target == CaseStatus.Withdrawn)
        {
            Pass(30, 200);
            Withdraw();
            return;
        }

        if (_plan.Target == CaseStatus.InVerification && _random.Next(2) == 0)
        {
            return;
        }

        Pass(20, 240);
        var actor = Claim(ActorRole.Administration);
        var fails = _plan.Target == CaseStatus.Rejected && _random.Next(2) == 0;
        var checks = OpenChecks();
        var count = _plan.Target is CaseStatus.InVerification or CaseStatus.AwaitingClarification ? _random.Next(checks.Count) : checks.Count;
        CheckAll(actor, checks.Take(count), fails);
        if (count == checks.Count && !fails && _random.Next(4) == 0)
        {
            // What the answer changed is checked again, like in real life.
            Clarify(actor);
            CheckAll(actor, OpenChecks(), fails: false);
        }

        if (_plan.Target == CaseStatus.AwaitingClarification)
        {
            Ask(actor, CaseAction.AskClarification, Stage.Verification);
        }
        else if (fails)
        {
            RecommendRejection(actor);
        }
        else if (_plan.Target != CaseStatus.InVerification)
        {
            Act(actor, CaseAction.CompleteVerification);
        }
    }

    private List<CheckKey> OpenChecks() =>
        [.. _world.Rules.Verification.Read(Case, _data).Lines.Where(line => line.IsRequired && line.Result is null).Select(line => line.Key)];

    private void CheckAll(Actor actor, IEnumerable<CheckKey> keys, bool fails)
    {
        foreach (var key in keys)
        {
            Pass(1, 8);
            if (key.Code == CheckCode.BlindReentry)
            {
                Reenter(actor, Enum.Parse<ReentryField>(key.Subject));
            }
            else
            {
                Check(actor, key, fails && key.Code == CheckCode.DataMatchesDocument ? CheckResult.Failed : CheckResult.Passed);
            }
        }
    }

    private void Check(Actor actor, CheckKey key, CheckResult result) => Do(actor, work =>
    {
        var refusal = work.Act(CaseAction.RecordCheck, details: $$"""{"check":"{{key.Code}}","subject":"{{key.Subject}}","result":"{{result}}"}""");
        var evidence = EvidenceChoices.For(key.Code, result);
        work.Record(key, new CheckFinding(key, result, [.. evidence.Take(2)], result == CheckResult.Failed ? "Berbeda dengan dokumen yang diunggah." : string.Empty));
        return refusal;
    });

    private void Reenter(Actor actor, ReentryField field)
    {
        var value = ReentryFields.ValueOf(_data, field)!;

        // Somebody mistypes now and then, notices it, and types again.
        if (_random.Next(12) == 0)
        {
            Type(actor, field, Mistyped(value));
            Do(actor, work =>
            {
                var refusal = work.Act(CaseAction.ReenterField, details: $$"""{"field":"{{field}}","resolution":"{{ReentryResolution.TypingMistake}}"}""");
                Reentries.Pending(work, field)!.Resolve(ReentryResolution.TypingMistake);
                return refusal;
            });
        }

        Type(actor, field, value);
    }

    private void Type(Actor actor, ReentryField field, string text) => Do(actor, work =>
    {
        var key = new CheckKey(CheckCode.BlindReentry, field.ToString());
        var number = Case.Reentries.Count(attempt => attempt.Field == field) + 1;
        var difference = ReentryComparison.Compare(field, ReentryFields.ValueOf(_data, field)!, text);
        var isEqual = difference.Positions.Count == 0;
        var refusal = work.Act(CaseAction.ReenterField, details: $$"""{"field":"{{field}}","attempt":{{number}},"equal":{{(isEqual ? "true" : "false")}}}""");
        var typed = new TypedValue(_world.Protection.ProtectTyped(Case.Id, text), difference.Positions, work.Rules.Verification.BasisOf(key, Case, _data));
        Case.Add(new ReentryAttempt(work.NewId(), Case.Id, field, number, typed, actor.Id, actor.Name, work.Now));
        if (isEqual)
        {
            work.Record(key, new CheckFinding(key, CheckResult.Passed, [EvidenceKind.ReentryEqual]));
        }

        return refusal;
    });

    // The third and fourth character changed places, or the fourth was left out where both are the same.
    private static string Mistyped(string value) =>
        value[2] == value[3] ? value.Remove(3, 1) : $"{value[..2]}{value[3]}{value[2]}{value[4..]}";
}
