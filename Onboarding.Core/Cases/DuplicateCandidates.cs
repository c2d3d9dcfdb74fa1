using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Customers;
using Onboarding.Core.Matching;
using Onboarding.Core.Persistence;
using Onboarding.Core.Reporting;
using Onboarding.Core.Stages.Stage2Verification;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Cases;

/// <summary>How two values of one field agree.</summary>
public enum FieldAgreement
{
    /// <summary>One of them is not known.</summary>
    Unknown = 0,

    /// <summary>The same.</summary>
    Same,

    /// <summary>Nearly the same, or the same in another spelling.</summary>
    Alike,

    /// <summary>Different.</summary>
    Different,
}

/// <summary>One field of two registrations side by side; identity numbers and contacts are masked.</summary>
/// <param name="Name">Name of the field.</param>
/// <param name="Own">The case's value, or null.</param>
/// <param name="Other">The other one's value, or null.</param>
/// <param name="Agreement">How they agree, judged by the open values.</param>
public sealed record ComparedField(string Name, ReportField? Own, ReportField? Other, FieldAgreement Agreement)
{
    /// <summary>
    /// Where the open values of masked ones differ: positions in the case's own value, from 1. Empty where they do not, or where this
    /// person must not know the own value yet.
    /// </summary>
    public IReadOnlyList<int> Positions { get; init; } = [];
}

/// <summary>A match with what is needed to decide about it.</summary>
/// <param name="Match">The match as it was found.</param>
/// <param name="CustomerNumber">Number of the customer that was made from the other case, or null.</param>
/// <param name="RegisteredAt">When the other case came in (UTC).</param>
/// <param name="Fields">Both side by side.</param>
public sealed record DuplicateCandidate(DuplicateMatch Match, string? CustomerNumber, DateTimeOffset RegisteredAt, IReadOnlyList<ComparedField> Fields);

/// <summary>Reads the matches of a case for a member of staff: a bounded number, in two queries.</summary>
/// <param name="contexts">Makes contexts.</param>
/// <param name="protection">Opens the other's data.</param>
public sealed class DuplicateCandidates(OnboardingContextFactory contexts, CaseProtection protection)
{
    /// <summary>The matches of the case: those to be decided first, then the most likely. Empty for who may not look into cases.</summary>
    public async Task<IReadOnlyList<DuplicateCandidate>> ReadAsync(CaseFile file, Actor actor, CancellationToken cancellationToken)
    {
        if (!CaseAccess.MayRead(actor) || file.Case.Duplicates.Count == 0)
        {
            return [];
        }

        var ids = file.Case.Duplicates.Select(match => match.OtherCaseId).ToList();
        await using var context = contexts.CreateDbContext();
        var others = await context.Cases.AsNoTracking()
            .Where(item => ids.Contains(item.Id))
            .Select(item => new { item.Id, item.CreatedAt, item.ProtectedData })
            .ToDictionaryAsync(item => item.Id, cancellationToken);
        var customers = await CustomerFiles.OfCases(context, ids)
            .ToDictionaryAsync(item => item.CaseId, item => item.Number, cancellationToken);
        return [.. file.Case.Duplicates
            .OrderByDescending(match => match.IsOpen).ThenByDescending(match => match.Score).ThenBy(match => match.OtherNumber, StringComparer.Ordinal)
            .Select(match => new DuplicateCandidate(
                match,
                customers.GetValueOrDefault(match.OtherCaseId),
                others[match.OtherCaseId].CreatedAt,
                CandidateFields.Compare(file.Data, protection.Open(match.OtherCaseId, others[match.OtherCaseId].ProtectedData), file.HiddenFields)))];
    }
}

/// <summary>Lays the data of two applicants side by side.</summary>
internal static class CandidateFields
{
    // What helps to tell people apart; the rest is on the page of the other case.
    private static readonly string[] Shown =
    [
        nameof(PersonData.FullName), nameof(BusinessData.BusinessName), nameof(BusinessData.LegalForm), nameof(PersonData.Nik), nameof(PersonData.PassportNumber),
        nameof(BusinessData.Nib), nameof(PersonData.Npwp), nameof(BusinessData.DeedNumber), nameof(BusinessData.DecreeNumber), nameof(PersonData.BirthPlace),
        nameof(PersonData.BirthDate), nameof(PersonData.Sex), nameof(BusinessData.RepresentativeName), nameof(BusinessData.RepresentativeNik),
        nameof(BusinessData.RepresentativePassportNumber), nameof(ApplicantData.Phone), nameof(ApplicantData.Email), nameof(ApplicantData.Address), nameof(PersonData.Domicile),
    ];

    /// <summary>The fields that at least one of both has.</summary>
    /// <param name="own">Data of the case.</param>
    /// <param name="other">Data of the other one.</param>
    /// <param name="hidden">Fields of the case that will be typed without being seen: where such a value differs is not told either.</param>
    public static IReadOnlyList<ComparedField> Compare(ApplicantData own, ApplicantData other, IReadOnlySet<string> hidden)
    {
        var isMixed = own.Kind != other.Kind;
        var open = DataFields.Of(own).Where(field => !hidden.Contains(field.Key)).ToDictionary(field => NameOf(field.Key, isMixed), field => field.Value, StringComparer.Ordinal);
        var otherOpen = DataFields.Of(other).ToDictionary(field => NameOf(field.Key, isMixed), field => field.Value, StringComparer.Ordinal);
        var mine = Fields(own, isMixed);
        var theirs = Fields(other, isMixed);
        var reasons = ApplicantComparison.Compare(MatchProfile.Of(own), MatchProfile.Of(other)).Reasons;
        return [.. Shown
            .Where(name => mine.ContainsKey(name) || theirs.ContainsKey(name))
            .Select(name => new ComparedField(
                name, mine.GetValueOrDefault(name), theirs.GetValueOrDefault(name), Agreement(name, mine, theirs, reasons))
            {
                Positions = mine.GetValueOrDefault(name)?.IsMasked == true && open.TryGetValue(name, out var value) && otherOpen.TryGetValue(name, out var compared)
                    ? Positions(value, compared)
                    : [],
            })];
    }

    // Two numbers that have little in common are different, and a list of all their places says no more.
    private static IReadOnlyList<int> Positions(string own, string other)
    {
        var positions = TextDifference.Between(own, other).Positions;
        return positions.Count <= own.Length / 3 ? positions : [];
    }

    // A person beside a business stands beside the one who signs for it.
    private static Dictionary<string, ReportField> Fields(ApplicantData data, bool isMixed) => ReportFields.Of(data).ToDictionary(
        field => NameOf(field.Field, isMixed), StringComparer.Ordinal);

    private static string NameOf(string field, bool isMixed) => (isMixed, field) switch
    {
        (true, nameof(PersonData.FullName)) => nameof(BusinessData.RepresentativeName),
        (true, nameof(PersonData.Nik)) => nameof(BusinessData.RepresentativeNik),
        (true, nameof(PersonData.PassportNumber)) => nameof(BusinessData.RepresentativePassportNumber),
        _ => field,
    };

    private static FieldAgreement Agreement(
        string name, Dictionary<string, ReportField> mine, Dictionary<string, ReportField> theirs, IReadOnlyList<MatchReason> reasons)
    {
        if (!mine.TryGetValue(name, out var own) || !theirs.TryGetValue(name, out var other))
        {
            return FieldAgreement.Unknown;
        }

        var (same, alike) = Reasons(name);
        if (same.Any(reasons.Contains))
        {
            return FieldAgreement.Same;
        }

        if (alike.Any(reasons.Contains))
        {
            return FieldAgreement.Alike;
        }

        // Masked values can look the same while they are not.
        return !own.IsMasked && own.Date == other.Date && Equals(own.Choice, other.Choice) && string.Equals(own.Text, other.Text, StringComparison.OrdinalIgnoreCase)
            ? FieldAgreement.Same
            : FieldAgreement.Different;
    }

    private static (MatchReason[] Same, MatchReason[] Alike) Reasons(string name) => name switch
    {
        nameof(PersonData.FullName) or nameof(BusinessData.BusinessName) =>
            ([MatchReason.SameName], [MatchReason.NameSoundsAlike, MatchReason.NameSimilar]),
        nameof(PersonData.Nik) => ([MatchReason.SameNik], [MatchReason.NikAlmostSame]),
        nameof(BusinessData.RepresentativeNik) => ([MatchReason.SameRepresentative], []),
        nameof(PersonData.PassportNumber) or nameof(BusinessData.RepresentativePassportNumber) => ([MatchReason.SamePassport], []),
        nameof(BusinessData.Nib) => ([MatchReason.SameNib], []),
        nameof(PersonData.Npwp) => ([MatchReason.SameNpwp], []),
        nameof(BusinessData.DecreeNumber) => ([MatchReason.SameDecree], []),
        nameof(PersonData.BirthDate) => ([MatchReason.SameBirthDate], [MatchReason.BirthDateSwapped, MatchReason.BirthDateAlmostSame]),
        nameof(ApplicantData.Phone) => ([MatchReason.SamePhone], [MatchReason.PhoneAlmostSame]),
        nameof(ApplicantData.Email) => ([MatchReason.SameEmail], [MatchReason.EmailAlmostSame]),
        nameof(ApplicantData.Address) or nameof(PersonData.Domicile) => ([MatchReason.SameAddress], [MatchReason.AddressClose]),
        _ => ([], []),
    };
}
