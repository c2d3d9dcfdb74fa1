namespace Onboarding.Portal.Components.Controls;

/// <summary>What a coloured mark says. The colours themselves are in wwwroot/tokens.css.</summary>
public enum Tone
{
    /// <summary>Nothing in particular.</summary>
    Neutral = 0,

    /// <summary>Something to know.</summary>
    Info = 1,

    /// <summary>Something went well or is settled.</summary>
    Success = 2,

    /// <summary>Something needs attention soon.</summary>
    Warning = 3,

    /// <summary>Something failed, was refused or is late.</summary>
    Danger = 4,

    /// <summary>Something is held back (Ditahan Kepatuhan).</summary>
    Hold = 5,
}
