namespace Onboarding.Portal.Components.Layout;

/// <summary>
/// Whether the page in this browser holds something typed that is not saved. Forms that close or empty themselves need not
/// care; a page that keeps its form after saving, or goes on to another page, says <see cref="End"/> first.
/// </summary>
public sealed class UnsavedInput
{
    /// <summary>Called on the renderer when what was typed is saved or given up.</summary>
    public Action? WhenEnded { get; set; }

    /// <summary>True from the first key until <see cref="End"/>.</summary>
    public bool IsThere { get; private set; }

    /// <summary>Somebody has begun to type.</summary>
    public void Begin() => IsThere = true;

    /// <summary>The page holds nothing of it any more; the browser knows that already.</summary>
    public void Settle() => IsThere = false;

    /// <summary>What was typed is saved, or given up.</summary>
    public void End()
    {
        IsThere = false;
        WhenEnded?.Invoke();
    }
}
