namespace Onboarding.Core.Documents.Inspection;

/// <summary>What looking into a file showed.</summary>
public abstract record Verdict
{
    private Verdict()
    {
    }

    /// <summary>The file is harmless.</summary>
    /// <param name="Path">What to keep: the file itself, or what was made of it.</param>
    public sealed record Passed(string Path) : Verdict
    {
        /// <summary>True when the virus scanner saw it and found nothing; false where there is none, or it was away and is not required.</summary>
        public bool IsVirusScanned { get; init; }
    }

    /// <summary>The file is not accepted.</summary>
    /// <param name="Reason">Why.</param>
    public sealed record Refused(DocumentRejection Reason) : Verdict;

    /// <summary>The virus scanner recognised the file.</summary>
    /// <param name="Finding">What it calls it.</param>
    public sealed record Infected(string Finding) : Verdict;

    /// <summary>What is needed to look into the file is away at the moment.</summary>
    public sealed record Postponed : Verdict;
}

/// <summary>Looks into files that come in. A seam, because it rests on programs that may be absent.</summary>
public interface IDocumentInspector
{
    /// <summary>Looks into a file.</summary>
    /// <param name="file">The file, in its private folder, where the inspector may put what it makes of it.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    Task<Verdict> InspectAsync(ReceivedFile file, CancellationToken cancellationToken);
}
