using Onboarding.Core.Workflow;

namespace Onboarding.Benchmarks.Databases;

/// <summary>In which statuses the cases of a database stand.</summary>
/// <param name="Name">Part of the database's name.</param>
/// <param name="Weights">How many of all weights each status has.</param>
internal sealed record CaseMix(string Name, IReadOnlyList<(CaseStatus Status, int Weight)> Weights)
{
    /// <summary>A company after some years: four cases of five have ended, the others wait in the queues, more of them at the beginning of the path.</summary>
    public static readonly CaseMix Company = new("company",
    [
        (CaseStatus.Completed, 640), (CaseStatus.Rejected, 60), (CaseStatus.Withdrawn, 40), (CaseStatus.Expired, 30), (CaseStatus.Cancelled, 30),
        (CaseStatus.Received, 50), (CaseStatus.AwaitingApplicant, 15), (CaseStatus.InVerification, 50), (CaseStatus.AwaitingClarification, 15),
        (CaseStatus.Verified, 20), (CaseStatus.Recorded, 20), (CaseStatus.AwaitingApproval, 30),
    ]);

    /// <summary>Half of the cases wait for Tim IT to confirm their storage: plenty of work to claim and to complete.</summary>
    public static readonly CaseMix Storage = new("storage", [(CaseStatus.Completed, 50), (CaseStatus.Recorded, 50)]);

    private readonly int _sum = Weights.Sum(entry => entry.Weight);

    /// <summary>The status of the case with this index; the same index has the same status.</summary>
    public CaseStatus StatusOf(Random chance)
    {
        var drawn = chance.Next(_sum);
        foreach (var (status, weight) in Weights)
        {
            if ((drawn -= weight) < 0)
            {
                return status;
            }
        }

        return Weights[^1].Status;
    }
}
