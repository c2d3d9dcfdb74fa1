using Onboarding.Core.Queues;
using Onboarding.Core.Workflow;

namespace Onboarding.Tests.Support;

/// <summary>Notices that no write path sent.</summary>
internal static class Changes
{
    /// <summary>A notice of the case with this number.</summary>
    public static CaseChange Of(int number, int version = 1, params WorkQueue[] queues) =>
        new(Id(number), $"ONB-2026-{number:000000}", version, queues.Length == 0 ? [WorkQueue.Intake] : queues);

    /// <summary>The id of the case with this number.</summary>
    public static Guid Id(int number) => new(number, 0, 0, new byte[8]);
}
