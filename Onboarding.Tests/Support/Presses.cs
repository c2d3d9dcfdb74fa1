using AngleSharp.Dom;
using Bunit;
using Onboarding.Portal.Components.Controls;

namespace Onboarding.Tests.Support;

/// <summary>Presses the controls of ready texts, as wwwroot/press.js tells of it in a browser.</summary>
public static class Presses
{
    /// <summary>Presses a control.</summary>
    /// <param name="control">It names what it does.</param>
    /// <param name="shift">With Shift held down.</param>
    public static Task PressAsync(this IElement control, bool shift = false) =>
        control.PressAsync(control.GetAttribute("data-press") ?? throw new InvalidOperationException("The element cannot be pressed."), shift);

    /// <summary>Says that something was pressed, whatever is there.</summary>
    /// <param name="place">Where.</param>
    /// <param name="what">What it is said to do.</param>
    /// <param name="shift">With Shift held down.</param>
    public static Task PressAsync(this IElement place, string what, bool shift = false) =>
        place.TriggerEventAsync("onpress", new PressEventArgs { What = what, Shift = shift });
}
