using Microsoft.AspNetCore.Components;

namespace Onboarding.Portal.Components.Controls;

/// <summary>The events of the house beside those of the browser. The name of the class is what the compiler of the pages looks for.</summary>
[EventHandler("onpress", typeof(PressEventArgs))]
public static class EventHandlers;
