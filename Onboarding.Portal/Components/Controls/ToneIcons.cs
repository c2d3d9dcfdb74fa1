namespace Onboarding.Portal.Components.Controls;

/// <summary>The picture that goes with a tone, so that no meaning hangs on colour alone.</summary>
public static class ToneIcons
{
    /// <summary>The icon of the tone.</summary>
    public static IconName Icon(this Tone tone) => tone switch
    {
        Tone.Success => IconName.CheckCircle,
        Tone.Warning => IconName.Warning,
        Tone.Danger => IconName.Error,
        Tone.Hold => IconName.PauseCircle,
        Tone.Neutral or Tone.Info => IconName.Info,
    };
}
