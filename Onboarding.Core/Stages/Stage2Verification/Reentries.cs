using System.Text.Json;
using Onboarding.Core.Cases;
using Onboarding.Core.IdentityNumbers;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Stages.Stage2Verification;

/// <summary>Where the re-entry of one field stands.</summary>
/// <param name="Field">Which field.</param>
/// <param name="Attempts">How often it was typed.</param>
/// <param name="Differing">
/// What was typed last, in runs, while it differs from the applicant's value and nobody has said why; otherwise null. The applicant's
/// value is not part of it: whoever saw it could copy it at the next attempt.
/// </param>
public sealed record ReentryState(ReentryField Field, int Attempts, IReadOnlyList<TextRun>? Differing);

/// <summary>What the re-entries of a case mean for who looks at it.</summary>
public static class Reentries
{
    // A shorter value can stand in another field by chance.
    private const int ShortestTelling = 5;

    private const string Covered = "****";

    /// <summary>The state of every field that is typed again.</summary>
    internal static IReadOnlyList<ReentryState> Read(OnboardingCase owner, ApplicantData data, CaseRules rules, VerificationForm form, CaseProtection protection) =>
        [.. form.Lines.Where(line => line.Code == CheckCode.BlindReentry).Select(line =>
        {
            var field = Enum.Parse<ReentryField>(line.Key.Subject);
            var pending = Pending(owner, data, rules, field);
            return new ReentryState(
                field,
                owner.Reentries.Count(attempt => attempt.Field == field),
                pending is null ? null : ReentryComparison.Compare(field, ReentryFields.ValueOf(data, field)!, protection.OpenTyped(owner.Id, pending.ProtectedTyped)).Typed);
        })];

    /// <summary>
    /// The fields whose values are kept from a verifier, because they still have to be typed without being seen. Whatever
    /// holds such a value inside it, such as a NITKU its NPWP, is kept back with it, and with a name the e-mail address, which mostly
    /// spells it.
    /// </summary>
    internal static IReadOnlySet<string> HiddenFrom(Actor actor, OnboardingCase owner, ApplicantData data, VerificationForm form)
    {
        if (!actor.Has(ActorRole.Administration) || !IsAhead(actor, owner))
        {
            return new HashSet<string>(StringComparer.Ordinal);
        }

        var fields = DataFields.Of(data);
        var hidden = form.Lines.Where(line => line.Code == CheckCode.BlindReentry && line.Result is null).Select(line => line.Key.Subject).ToHashSet(StringComparer.Ordinal);
        var telling = hidden.Select(fields.GetValueOrDefault).OfType<string>().Where(value => value.Length >= ShortestTelling).ToList();
        hidden.UnionWith(fields
            .Where(field => telling.Any(value => field.Value.Contains(value, StringComparison.OrdinalIgnoreCase)))
            .Select(field => field.Key));
        if (hidden.Any(path => Enum.TryParse(path, out ReentryField field) && ReentryFields.IsName(field)))
        {
            hidden.Add(nameof(ApplicantData.Email));
        }

        return hidden;
    }

    // Whoever has seen the values while the case was still in stage 1 would not be blind in stage 2; Customer Service works with them.
    private static bool IsAhead(Actor actor, OnboardingCase owner) => CaseStatuses.Of(owner.Status) switch
    {
        { IsClosed: true } => false,
        { Stage: Stage.Verification } => true,
        { Stage: Stage.Intake } => !actor.Has(ActorRole.CustomerService),
        _ => false,
    };

    /// <summary>The same data with the hidden values covered: for what leaves the page, such as a printed form.</summary>
    internal static ApplicantData Cover(ApplicantData data, IReadOnlySet<string> hidden)
    {
        var node = JsonSerializer.SerializeToNode(data)!;
        foreach (var path in hidden)
        {
            var parts = path.Split('.');
            var owner = parts[..^1].Aggregate(node, (inner, part) => inner[part]!);
            var text = owner[parts[^1]]!.ToString();
            owner[parts[^1]] = path == nameof(ApplicantData.Email) ? EmailAddress.FromStored(text).Mask()
                : text.Any(char.IsLetter) ? InputText.KeepInitials(text)
                : Covered;
        }

        return node.Deserialize<ApplicantData>()!;
    }

    /// <summary>The attempt that differed and waits for a word; one on data or documents that changed since waits for nothing.</summary>
    internal static ReentryAttempt? Pending(CaseWork work, ReentryField field) => Pending(work.Case, work.Data, work.Rules, field);

    private static ReentryAttempt? Pending(OnboardingCase owner, ApplicantData data, CaseRules rules, ReentryField field)
    {
        var last = owner.Reentries.Where(attempt => attempt.Field == field).MaxBy(attempt => attempt.Number);
        if (last is not { IsEqual: false, Resolution: null } || ReentryFields.ValueOf(data, field) is null)
        {
            return null;
        }

        var now = rules.Verification.BasisOf(new CheckKey(CheckCode.BlindReentry, field.ToString()), owner, data);
        return last.Basis.ChangedIn(now, owner) is null ? last : null;
    }
}
