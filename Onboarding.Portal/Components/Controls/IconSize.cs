namespace Onboarding.Portal.Components.Controls;

/// <summary>The sizes of an <see cref="Icon"/>.</summary>
public enum IconSize
{
    /// <summary>Beside running text and in buttons: 1.25 times the text.</summary>
    Text = 0,

    /// <summary>Beside a title: 24 pixels.</summary>
    Title = 1,

    /// <summary>Alone, as a picture: 40 pixels.</summary>
    Picture = 2,
}
