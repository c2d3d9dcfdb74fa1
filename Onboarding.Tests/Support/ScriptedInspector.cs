using Onboarding.Core.Documents;
using Onboarding.Core.Documents.Inspection;

namespace Onboarding.Tests.Support;

/// <summary>Finds in every file what the test says.</summary>
public sealed class ScriptedInspector : IDocumentInspector
{
    /// <summary>Says that the tools are away.</summary>
    public static readonly Func<ReceivedFile, Verdict> Away = _ => new Verdict.Postponed();

    /// <summary>Finds a virus.</summary>
    public static readonly Func<ReceivedFile, Verdict> Virus = _ => new Verdict.Infected("Win.Test.EICAR_HDB-1");

    /// <summary>Finds a file that is broken.</summary>
    public static readonly Func<ReceivedFile, Verdict> Broken = _ => new Verdict.Refused(DocumentRejection.Damaged);

    /// <summary>Finds a file that is good as it is.</summary>
    public static readonly Func<ReceivedFile, Verdict> Good = file => new Verdict.Passed(file.Path);

    /// <summary>What is found now.</summary>
    public Func<ReceivedFile, Verdict> Find { get; set; } = Good;

    /// <summary>Writes the file anew, as images are.</summary>
    public static Verdict Rewritten(ReceivedFile file)
    {
        var path = file.Folder.File("kept");
        File.WriteAllBytes(path, Core.Documents.TestFiles.Png(800, 500));
        return new Verdict.Passed(path);
    }

    /// <inheritdoc />
    public Task<Verdict> InspectAsync(ReceivedFile file, CancellationToken cancellationToken) => Task.FromResult(Find(file));
}
