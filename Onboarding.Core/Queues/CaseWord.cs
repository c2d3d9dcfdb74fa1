namespace Onboarding.Core.Queues;

/// <summary>A word of an applicant's name in plain capitals, under which the case is found in the queues.</summary>
public sealed class CaseWord
{
    private CaseWord()
    {
    }

    internal CaseWord(string word, Guid caseId)
    {
        Word = word;
        CaseId = caseId;
    }

    /// <summary>The word.</summary>
    public string Word { get; private set; } = string.Empty;

    /// <summary>The case.</summary>
    public Guid CaseId { get; private set; }
}
