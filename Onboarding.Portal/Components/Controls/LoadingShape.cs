namespace Onboarding.Portal.Components.Controls;

/// <summary>What a <see cref="LoadingState"/> stands for.</summary>
public enum LoadingShape
{
    /// <summary>Lines of text inside a card.</summary>
    Lines = 0,

    /// <summary>Rows of a table or list.</summary>
    Rows = 1,

    /// <summary>A whole page with its title.</summary>
    Page = 2,
}
