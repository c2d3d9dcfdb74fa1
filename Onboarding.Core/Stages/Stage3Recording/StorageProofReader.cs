using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Documents;
using Onboarding.Core.Persistence;

namespace Onboarding.Core.Stages.Stage3Recording;

/// <summary>Reads how the proof of the storage stands, for health.</summary>
/// <param name="contexts">Makes contexts.</param>
public sealed class StorageProofReader(OnboardingContextFactory contexts)
{
    /// <summary>How many documents the last proof found damaged or missing.</summary>
    public async Task<int> CountDamagedAsync(CancellationToken cancellationToken)
    {
        await using var context = contexts.CreateDbContext();
        return await context.Documents.CountAsync(
            document => document.Integrity != null && document.Integrity != DocumentIntegrity.Intact && document.State != DocumentState.Removed, cancellationToken);
    }
}
