using Onboarding.Core.Cases;
using Onboarding.Core.Documents;

namespace Onboarding.Core.Stages.Stage3Recording;

/// <summary>An item of the storage and security checklist (SOP stage 3: "memastikan keamanan data"). Stored as text.</summary>
public enum StorageItem
{
    /// <summary>Every document was read back from the storage and has the hash it was stored with. Proven by the system.</summary>
    DocumentsIntact = 1,

    /// <summary>Every document is encrypted with a key of its own. Proven by the system.</summary>
    DocumentsEncrypted,

    /// <summary>Every document was looked into and found harmless. Proven by the system.</summary>
    DocumentsInspected,

    /// <summary>Access to the storage is limited to those who need it (Kebijakan Keamanan Data). Confirmed by IT.</summary>
    AccessRestricted,

    /// <summary>The storage is part of the backup. Confirmed by IT.</summary>
    BackupCovered,
}

/// <summary>One line of the checklist.</summary>
/// <param name="Item">Which item.</param>
/// <param name="IsSatisfied">Whether it is ticked or proven.</param>
/// <param name="ProvenBySystem">True when only a proof by the system satisfies it.</param>
/// <param name="Tick">The tick or proof, or null.</param>
public sealed record StorageLine(StorageItem Item, bool IsSatisfied, bool ProvenBySystem, ChecklistTick? Tick);

/// <summary>The storage and security checklist of a case.</summary>
public static class StorageChecklist
{
    /// <summary>
    /// Every line. A document added after the proof makes the proof void; a form that the portal issued does not, unless its own
    /// proof failed.
    /// </summary>
    public static IReadOnlyList<StorageLine> Read(OnboardingCase owner) =>
        [.. Enum.GetValues<StorageItem>().Select(item =>
        {
            var tick = owner.Ticks.FirstOrDefault(entry => entry.List == ChecklistKind.Storage && entry.Item == item.ToString());
            return new StorageLine(item, tick is not null && Holds(item, owner), IsProvenBySystem(item), tick);
        })];

    /// <summary>Whether the last proof of the stored documents shows the item; what a person confirms holds by the tick alone.</summary>
    public static bool Holds(StorageItem item, OnboardingCase owner) => item switch
    {
        // What was read back was opened with its own key; content of another key or without one cannot be.
        StorageItem.DocumentsIntact or StorageItem.DocumentsEncrypted => owner.Documents.All(IsProven),
        StorageItem.DocumentsInspected => owner.Documents.All(document => !document.HasContent || document.IsUsable),
        StorageItem.AccessRestricted or StorageItem.BackupCovered => true,
    };

    /// <summary>True for the items that a person cannot tick.</summary>
    public static bool IsProvenBySystem(StorageItem item) => item is StorageItem.DocumentsIntact or StorageItem.DocumentsEncrypted or StorageItem.DocumentsInspected;

    private static bool IsProven(CaseDocument document) =>
        !document.HasContent || document.IsIntact == true || document is { Kind: DocumentKind.IssuedForm, IsIntact: null };
}
