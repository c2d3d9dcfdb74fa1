namespace Onboarding.Portal.Components.Controls;

/// <summary>
/// Something inside was pressed, by mouse, finger or key. A ready text has no handlers, so its controls name what they do by <c>data-press</c>, and
/// what stands around them listens with <c>@onpress</c>; the browser tells it in wwwroot/press.js.
/// </summary>
public sealed class PressEventArgs : EventArgs
{
    /// <summary>What the control does, as the browser says: whether it may be done is decided by who listens.</summary>
    public string What { get; set; } = "";

    /// <summary>Shift was held down.</summary>
    public bool Shift { get; set; }
}
