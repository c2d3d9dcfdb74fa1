namespace Onboarding.Core.Cases;

/// <summary>
/// A keyed hash under which a registration is found by the search for duplicates. What the text was cannot be told from
/// it without the search key, nor tried out.
/// </summary>
public sealed class SearchKey
{
    private SearchKey()
    {
    }

    internal SearchKey(Guid caseId, long hash)
    {
        CaseId = caseId;
        Hash = hash;
    }

    /// <summary>The case.</summary>
    public Guid CaseId { get; private set; }

    /// <summary>The first eight bytes of the HMAC-SHA-256: enough to find by, since what is found is compared anyway.</summary>
    public long Hash { get; private set; }
}
