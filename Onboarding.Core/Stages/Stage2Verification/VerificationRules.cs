using System.Text.Json;
using System.Text.Json.Nodes;
using Onboarding.Core.Cases;
using Onboarding.Core.Documents;
using Onboarding.Core.Protection;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Stages.Stage2Verification;

/// <summary>The rules of stage 2: which checks a case needs, what each rests on, and whether it still stands.</summary>
/// <param name="needs">What administrators set, by product, kind of customer and check.</param>
/// <param name="sources">The external sources that are configured.</param>
/// <param name="hash">Hashes the fields that a check rests on.</param>
public sealed class VerificationRules(
    IReadOnlyDictionary<(string Product, CustomerKind Kind, CheckCode Code), CheckNeed> needs, IReadOnlyList<SourceInfo> sources, KeyedHash hash)
{
    private const string HashPurpose = "verification-basis";

    // A hash only has to tell a change from none, under a key that nobody else has.
    private const int HashLength = 12;

    // Kinds whose authenticity decides nothing: the company's own form, and what merely supports.
    private static readonly DocumentKind[] NotExamined = [DocumentKind.RegistrationEvidence, DocumentKind.Other, DocumentKind.IssuedForm];

    private static readonly string[] NumberFields =
        [nameof(PersonData.Nik), nameof(PersonData.Npwp), nameof(PersonData.BirthDate), nameof(PersonData.Sex), nameof(PersonData.PassportNumber),
            nameof(BusinessData.Nib), nameof(BusinessData.Nitku), nameof(BusinessData.RepresentativeNik), nameof(BusinessData.RepresentativePassportNumber)];

    private static readonly string[] SearchFields =
        [.. NumberFields, nameof(PersonData.FullName), nameof(BusinessData.BusinessName), nameof(ApplicantData.Phone), nameof(ApplicantData.Email)];

    /// <summary>The sources that are configured.</summary>
    public IReadOnlyList<SourceInfo> Sources => sources;

    /// <summary>The need of a check for a product and kind of customer.</summary>
    public CheckNeed NeedOf(string product, CustomerKind kind, CheckCode code) =>
        ProductChecks.IsAlwaysRequired(code) ? CheckNeed.Required : needs.GetValueOrDefault((product, kind, code), ProductChecks.Usual(code));

    /// <summary>
    /// Every line of the form for this case; the latest check of a line counts. Once a case has passed stage 2, a line that
    /// nobody checked is left out: what is required today was not asked then.
    /// </summary>
    public VerificationForm Read(OnboardingCase owner, ApplicantData data)
    {
        var print = new Lazy<Print>(() => new Print(data, hash));
        var hasPassed = CaseStatuses.Of(owner.Status).Stage > Stage.Verification && !CaseStatuses.Of(owner.Status).IsClosed && !owner.RejectionRecommended;
        return new VerificationForm([.. Keys(owner, data)
            .Select(entry => Line(owner, print, entry.Key, entry.IsRequired))
            .Where(line => line.Latest is not null || !hasPassed)]);
    }

    /// <summary>What a check of this line rests on now.</summary>
    internal CheckBasis BasisOf(CheckKey key, OnboardingCase owner, ApplicantData data) => BasisOf(key, owner, new Print(data, hash));

    /// <summary>The source of a line, or null when the line is about none that is configured.</summary>
    internal SourceInfo? SourceOf(CheckKey key) =>
        key.Code == CheckCode.ExternalSource ? sources.FirstOrDefault(source => source.Name == key.Subject) : null;

    /// <summary>The kinds of documents on which a line is checked, the most telling first.</summary>
    public static IReadOnlyList<DocumentKind> DocumentsOf(CheckKey key) => key.Code switch
    {
        CheckCode.DocumentAuthentic => [Enum.Parse<DocumentKind>(key.Subject)],
        CheckCode.DataMatchesDocument => FieldGroups.Documents(Enum.Parse<FieldGroup>(key.Subject)),
        CheckCode.BlindReentry => ReentryFields.Documents(Enum.Parse<ReentryField>(key.Subject)),
        CheckCode.LegalPapers => [DocumentKind.DeedOfEstablishment, DocumentKind.DeedOfAmendment, DocumentKind.LegalDecree, DocumentKind.BusinessIdentification],
        CheckCode.RepresentativeAuthority =>
        [
            DocumentKind.DeedOfEstablishment, DocumentKind.DeedOfAmendment, DocumentKind.PowerOfAttorney, DocumentKind.RepresentativeIdentityCard,
            DocumentKind.RepresentativePassport,
        ],
        CheckCode.IdentityNumber or CheckCode.NewCustomer or CheckCode.ContactReachable or CheckCode.ExternalSource => [],
    };

    private IEnumerable<(CheckKey Key, bool IsRequired)> Keys(OnboardingCase owner, ApplicantData data) =>
        from code in ProductChecks.Order
        where ProductChecks.Concerns(code, data)
        let need = NeedOf(owner.ProductCode, data.Kind, code)
        where need != CheckNeed.Unused
        from subject in Subjects(code, owner, data)
        select (new CheckKey(code, subject), need == CheckNeed.Required);

    private IEnumerable<string> Subjects(CheckCode code, OnboardingCase owner, ApplicantData data) => code switch
    {
        CheckCode.DocumentAuthentic => owner.Documents.Select(document => document.Kind).Distinct().Except(NotExamined).Order().Select(kind => kind.ToString()),
        CheckCode.DataMatchesDocument => FieldGroups.Of(data).Select(group => group.ToString()),
        CheckCode.BlindReentry => ReentryFields.Of(owner, data).Select(field => field.ToString()),
        CheckCode.ExternalSource => sources.Where(source => source.Concerns(data)).Select(source => source.Name).DefaultIfEmpty(string.Empty),
        CheckCode.IdentityNumber or CheckCode.NewCustomer or CheckCode.ContactReachable or CheckCode.LegalPapers or CheckCode.RepresentativeAuthority => [string.Empty],
    };

    private VerificationLine Line(OnboardingCase owner, Lazy<Print> print, CheckKey key, bool isRequired)
    {
        var latest = owner.Checks.Where(check => check.Key == key).MaxBy(check => check.Number);
        return new VerificationLine(key, isRequired, latest, latest?.Basis.ChangedIn(BasisOf(key, owner, print.Value), owner));
    }

    private CheckBasis BasisOf(CheckKey key, OnboardingCase owner, Print print)
    {
        var fields = new Dictionary<string, string>(print.Of(FieldsOf(key)), StringComparer.Ordinal);
        if (key.Code == CheckCode.NewCustomer)
        {
            // A match that was found later makes the earlier answer worthless.
            fields[nameof(OnboardingCase.Duplicates)] = string.Join(',', owner.Duplicates.Select(match => match.OtherNumber).Distinct().Order(StringComparer.Ordinal));
        }

        return new CheckBasis(fields, [.. DocumentsOf(key)
            .SelectMany(owner.CurrentDocuments)
            .Select(document => document.Id)]);
    }

    private IReadOnlyList<string> FieldsOf(CheckKey key) => key.Code switch
    {
        CheckCode.DocumentAuthentic => [],
        CheckCode.DataMatchesDocument => FieldGroups.Fields(Enum.Parse<FieldGroup>(key.Subject)),
        CheckCode.IdentityNumber => NumberFields,
        CheckCode.NewCustomer => SearchFields,
        CheckCode.ContactReachable => [nameof(ApplicantData.Phone), nameof(ApplicantData.Email)],
        CheckCode.LegalPapers =>
            [.. FieldGroups.Fields(FieldGroup.Deed), nameof(BusinessData.BusinessName), nameof(BusinessData.LegalForm), nameof(BusinessData.Nib)],
        CheckCode.RepresentativeAuthority => FieldGroups.Fields(FieldGroup.Representative),
        CheckCode.ExternalSource => SourceOf(key)?.Fields ?? NumberFields,
        CheckCode.BlindReentry => [key.Subject],
    };

    /// <summary>The filled fields of a registration as keyed hashes, each computed when it is first asked for.</summary>
    private sealed class Print(ApplicantData data, KeyedHash hash)
    {
        private readonly Dictionary<string, string> _values = DataFields.Of(data);
        private readonly Dictionary<string, string> _hashes = new(StringComparer.Ordinal);

        public IEnumerable<KeyValuePair<string, string>> Of(IReadOnlyList<string> paths) =>
            _values.Keys
                .Where(field => paths.Any(path => path.EndsWith('.') ? field.StartsWith(path, StringComparison.Ordinal) : field == path))
                .Select(field => KeyValuePair.Create(field, HashOf(field)));

        private string HashOf(string field)
        {
            if (!_hashes.TryGetValue(field, out var known))
            {
                known = Convert.ToBase64String(hash.Compute(HashPurpose, $"{field}={_values[field]}").AsSpan(0, HashLength));
                _hashes[field] = known;
            }

            return known;
        }
    }
}

/// <summary>The filled fields of a registration by the paths that the core names them by.</summary>
internal static class DataFields
{
    /// <summary>Path and text of every field that is filled.</summary>
    public static Dictionary<string, string> Of(ApplicantData data)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        Gather(JsonSerializer.SerializeToNode(data), string.Empty, fields);
        return fields;
    }

    private static void Gather(JsonNode? node, string path, Dictionary<string, string> fields)
    {
        if (node is JsonObject inner)
        {
            foreach (var (name, value) in inner.Where(field => !field.Key.StartsWith('$')))
            {
                Gather(value, path.Length == 0 ? name : $"{path}.{name}", fields);
            }
        }
        else if (node?.ToString() is { Length: > 0 } text)
        {
            fields[path] = text;
        }
    }
}
