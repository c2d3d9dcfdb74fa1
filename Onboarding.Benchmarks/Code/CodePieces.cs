using BenchmarkDotNet.Attributes;
using Onboarding.Benchmarks.Duplicates;
using Onboarding.Core.IdentityNumbers;
using Onboarding.Core.Workflow;

namespace Onboarding.Benchmarks.Code;

/// <summary>What every row of a queue and every page of a case asks, many times a second: the rules and the masks. The baseline is a look into the table of transitions.</summary>
[MemoryDiagnoser]
public class CodePieces
{
    private static readonly Actor Verifier = new("budi", "Budi", new HashSet<ActorRole> { ActorRole.Administration }, "benchmark");
    private static readonly CaseFacts Facts = new() { Status = CaseStatus.InVerification, OwnerId = "budi", OwnerName = "Budi" };
    private static readonly WorkItemFacts Item = new(WorkQueue.Verification, WorkItemState.Claimed, "budi", "Budi");
    private static readonly string Name = SyntheticCustomers.Create(7).DisplayName;

    /// <summary>The row of one action in one status.</summary>
    [Benchmark(Baseline = true, Description = "a look into the table of transitions")]
    public int Lookup() => TransitionTable.Find(CaseStatus.InVerification, CaseAction.CompleteVerification).Count;

    /// <summary>What a page of a case asks for its buttons.</summary>
    [Benchmark(Description = "the actions that a person may take with a case")]
    public int Actions() => TransitionEngine.AvailableActions(Facts, Verifier).Count;

    /// <summary>What a row of a queue asks for its buttons.</summary>
    [Benchmark(Description = "the actions that a person may take with a work item")]
    public int WorkItemActions() => WorkItemRules.Available(Facts, Item, Verifier).Count;

    /// <summary>The name as a verifier sees it in the queue.</summary>
    [Benchmark(Description = "the initials of a name")]
    public int Mask() => InputText.KeepInitials(Name).Length;
}
