using System.Text.Json;
using Onboarding.Core.Clarifications;
using Onboarding.Core.Matching;
using Onboarding.Core.Protection;
using Onboarding.Core.Stages.Stage1Intake;
using Onboarding.Core.Stages.Stage2Verification;

namespace Onboarding.Core.Cases;

/// <summary>Encrypts and opens what a case keeps protected, each value bound to its case.</summary>
/// <param name="protector">Encryption.</param>
/// <param name="hash">Keyed hashes.</param>
public sealed class CaseProtection(PersonalDataProtector protector, KeyedHash hash)
{
    private const string SearchPurpose = "duplicates";

    /// <summary>Encrypts the applicant's data.</summary>
    internal byte[] Protect(Guid caseId, ApplicantData data) => protector.ProtectJson(data, $"case/{caseId:N}/data");

    /// <summary>Opens the applicant's data.</summary>
    public ApplicantData Open(Guid caseId, byte[] protectedData) => protector.UnprotectJson<ApplicantData>(protectedData, $"case/{caseId:N}/data");

    /// <summary>Encrypts how a registration reached the company.</summary>
    internal byte[]? ProtectSource(Guid caseId, RegistrationSource? source) =>
        source is null ? null : protector.ProtectJson(source, $"case/{caseId:N}/source");

    /// <summary>Opens how a registration reached the company; null where there is nothing to say.</summary>
    public RegistrationSource? OpenSource(Guid caseId, byte[]? protectedSource) =>
        protectedSource is null ? null : protector.UnprotectJson<RegistrationSource>(protectedSource, $"case/{caseId:N}/source");

    /// <summary>Encrypts a before-and-after of personal data for the audit trail.</summary>
    internal byte[] ProtectChange(Guid caseId, ApplicantData before, ApplicantData after) =>
        protector.ProtectJson(new DataChange(before, after), $"case/{caseId:N}/audit");

    /// <summary>Encrypts what a verifier typed from a document.</summary>
    internal byte[] ProtectTyped(Guid caseId, string typed) => protector.ProtectText(typed, $"case/{caseId:N}/reentry");

    /// <summary>Opens what a verifier typed.</summary>
    internal string OpenTyped(Guid caseId, byte[] protectedTyped) => protector.UnprotectText(protectedTyped, $"case/{caseId:N}/reentry");

    /// <summary>Encrypts the reply of an external source.</summary>
    internal byte[] ProtectReply(Guid caseId, SourceReply reply) => protector.ProtectJson(reply, $"case/{caseId:N}/source-answer");

    /// <summary>Opens the reply of an external source.</summary>
    public SourceReply OpenReply(Guid caseId, byte[] protectedReply) => protector.UnprotectJson<SourceReply>(protectedReply, $"case/{caseId:N}/source-answer");

    /// <summary>By which the same question to the same source is found again.</summary>
    internal byte[] QuestionHash(string source, SourceQuestion question) => hash.Compute(
        $"source/{source}",
        string.Join('\n', question.Values.OrderBy(value => value.Key, StringComparer.Ordinal).Select(value => $"{value.Key}={value.Value}").Prepend(question.Kind.ToString())));

    /// <summary>By which a submission that comes again is told from another one under the same key.</summary>
    internal byte[] SubmissionHash(string productCode, ApplicantData data) => hash.Compute("submission", $"{productCode}\n{JsonSerializer.Serialize(data)}");

    /// <summary>Makes a new unguessable link for something of a case.</summary>
    internal (AccessLink Link, string Token) NewLink(Guid caseId)
    {
        var token = AccessToken.New();
        return (new AccessLink(token.Hash(), protector.ProtectText(token.Reveal(), $"case/{caseId:N}/link")), token.Reveal());
    }

    /// <summary>Opens the token of a stored link, to put the link into a mail.</summary>
    public string OpenToken(Guid caseId, byte[] protectedToken) => protector.UnprotectText(protectedToken, $"case/{caseId:N}/link");

    /// <summary>The keyed hashes under which the applicant is found again.</summary>
    internal IReadOnlyList<long> Keys(ApplicantData data)
    {
        var texts = BlockingKeys.ToStore(MatchProfile.Of(data)).Select(key => key.Text).ToList();
        return [.. hash.ComputeShort(SearchPurpose, texts).Distinct()];
    }

    /// <summary>The keyed hashes under which others like this applicant are found, each with whether it is one person's number.</summary>
    internal IReadOnlyDictionary<long, bool> KeysToFind(MatchProfile profile)
    {
        var keys = BlockingKeys.ToFind(profile).ToList();
        var hashes = hash.ComputeShort(SearchPurpose, keys.ConvertAll(key => key.Text));
        var found = new Dictionary<long, bool>(keys.Count);
        for (var index = 0; index < keys.Count; index++)
        {
            found.TryAdd(hashes[index], keys[index].IsExact);
        }

        return found;
    }

    /// <summary>The keyed hashes of the applicant's identity numbers, each with the field that the number stands in.</summary>
    internal IReadOnlyList<(string Field, long Hash)> IdentityKeys(ApplicantData data)
    {
        var keys = BlockingKeys.OfIdentity(data).ToList();
        return [.. keys.Select(key => key.Field).Zip(hash.ComputeShort(SearchPurpose, [.. keys.Select(key => key.Key.Text)]))];
    }

    /// <summary>Encrypts what an applicant objects to a rejection.</summary>
    internal byte[] ProtectObjection(Guid decisionId, string text) => protector.ProtectText(text, $"objection/{decisionId:N}/text");

    /// <summary>Opens what an applicant objected to a rejection.</summary>
    internal string OpenObjection(Guid decisionId, byte[] protectedText) => protector.UnprotectText(protectedText, $"objection/{decisionId:N}/text");

    /// <summary>Encrypts values of fields for an item of a clarification.</summary>
    internal byte[] ProtectValues(Guid itemId, IReadOnlyDictionary<string, string> values) => protector.ProtectJson(values, $"item/{itemId:N}/before");

    /// <summary>Opens the values that stood in the fields of an item when it was asked.</summary>
    internal IReadOnlyDictionary<string, string> OpenValues(Guid itemId, byte[] values) =>
        protector.UnprotectJson<Dictionary<string, string>>(values, $"item/{itemId:N}/before");

    /// <summary>Encrypts the answer to an item of a clarification.</summary>
    internal byte[] ProtectAnswer(Guid itemId, ItemAnswer answer) => protector.ProtectJson(answer, $"item/{itemId:N}/answer");

    /// <summary>Opens the answer to an item of a clarification.</summary>
    internal ItemAnswer OpenAnswer(Guid itemId, byte[] answer) => protector.UnprotectJson<ItemAnswer>(answer, $"item/{itemId:N}/answer");

    /// <summary>Encrypts the answers of a round for the audit trail.</summary>
    internal byte[] ProtectReply(Guid caseId, IReadOnlyDictionary<int, ItemAnswer> answers) => protector.ProtectJson(answers, $"case/{caseId:N}/audit");

    private sealed record DataChange(ApplicantData Before, ApplicantData After);
}
